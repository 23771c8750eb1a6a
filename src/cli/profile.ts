// --profile NAME|FILE → a profile. A file gives what differs from the default one.

import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { reasonOf } from '../batch/content.ts';
import { DEFAULT_PROFILE, PROFILES, type Profile, ProfileSchema, profileNamed } from '../record/index.ts';
import { UsageError } from './exit.ts';

export async function profileFrom(nameOrFile: string): Promise<Profile> {
  const named = profileNamed(nameOrFile);
  if (named) return named;
  const parsed = ProfileSchema.safeParse({ ...DEFAULT_PROFILE, ...(await contentOf(nameOrFile)) });
  if (!parsed.success) throw new UsageError(`--profile ${nameOrFile}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

async function contentOf(file: string): Promise<object> {
  try {
    const content: unknown = JSON.parse(await readFile(file, 'utf8'));
    if (typeof content === 'object' && content !== null) return content;
    throw new Error('JSON object expected');
  } catch (error) {
    const names = PROFILES.map(({ name }) => name).join(', ');
    throw new UsageError(`--profile ${file}: ${reasonOf(error)}；内置 built in: ${names}`);
  }
}
