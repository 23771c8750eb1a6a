// --profile NAME|FILE → a profile. A file gives what differs from the default one.

import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { reasonOf } from '../batch/content.ts';
import { DEFAULT_PROFILE, PROFILES, type Profile, ProfileSchema, profileNamed } from '../record/index.ts';
import { UsageError } from './exit.ts';

export async function profileFrom(nameOrFile: string): Promise<Profile> {
  const named = profileNamed(nameOrFile);
  if (named) return named;
  const parsed = ProfileSchema.safeParse(over(DEFAULT_PROFILE, await contentOf(nameOrFile)));
  if (!parsed.success) throw new UsageError(`--profile ${nameOrFile}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

type Fields = Readonly<Record<string, unknown>>;

/** What a file does not say is as in the default profile, also within a group (weights, saneFunds, reading). */
function over(defaults: Fields, own: Fields): Fields {
  const merged = Object.entries(own).map(([key, value]) => {
    const former = defaults[key];
    return [key, isFields(value) && isFields(former) ? over(former, value) : value];
  });
  return { ...defaults, ...Object.fromEntries(merged) };
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

async function contentOf(file: string): Promise<Fields> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => refuse(file, reasonOf(error)));
  const content = parsed(text);
  return isFields(content) ? content : refuse(file, '不是 JSON 对象 (not a JSON object)');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function refuse(file: string, reason: string): never {
  const names = PROFILES.map(({ name }) => name).join(', ');
  throw new UsageError(`--profile ${file}: ${reason}；内置 built in: ${names}`);
}
