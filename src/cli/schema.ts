// hebiao schema: the published JSON Schemas.

import { join } from 'node:path';
import { Command } from 'commander';
import { writeWhole } from '../batch/files.ts';
import { jsonSchemas, SCHEMA_NAMES } from '../record/index.ts';
import { warehouseSql } from '../warehouse/index.ts';
import { EXIT, type ExitCode, UsageError } from './exit.ts';
import { prepareFolder, toldUnwritten } from './out.ts';
import { print } from './streams.ts';

export function schemaCommand(end: (code: ExitCode) => void): Command {
  return new Command('schema')
    .description('公开的 JSON Schema the published JSON Schemas')
    .argument('[name]', SCHEMA_NAMES.join(' | '))
    .option('--out <dir>', '写入文件夹 write each to a file of this folder')
    .addHelpText('after', '\n例 Example:\n  hebiao schema report')
    .action(async (name: string | undefined, { out }: { out?: string }) => end(await schema(name, out)));
}

async function schema(name: string | undefined, out: string | undefined): Promise<ExitCode> {
  const all = jsonSchemas();
  if (name !== undefined && !Object.hasOwn(all, name)) {
    throw new UsageError(`没有名为 ${name} 的 Schema (no such schema): ${SCHEMA_NAMES.join(', ')}`);
  }
  if (out === undefined) {
    await print(indented(name === undefined ? all : all[name]));
    return EXIT.fine;
  }
  try {
    await prepareFolder(out);
    await writeAll(name === undefined ? all : { [name]: all[name] }, out);
    if (name === undefined) await writeWhole(join(out, 'warehouse.sql'), warehouseSql());
    return EXIT.fine;
  } catch (error) {
    return toldUnwritten(error, out);
  }
}

async function writeAll(schemas: Readonly<Record<string, unknown>>, out: string): Promise<void> {
  for (const [name, schema] of Object.entries(schemas))
    await writeWhole(join(out, `${name}.schema.json`), indented(schema));
}

function indented(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
