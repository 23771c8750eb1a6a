// hebiao rules: what is checked, how grave it is, and where the rule comes from.

import { Command } from 'commander';
import { CATALOGUE, CODES, type Code, DEFINITIONS } from '../diagnostic/index.ts';
import type { Language } from '../write/index.ts';
import { EXIT, type ExitCode, UsageError } from './exit.ts';
import { languageOption } from './options.ts';
import { print, terminalPaint } from './streams.ts';

interface Options {
  readonly json?: true;
  readonly lang: Language;
}

export function rulesCommand(end: (code: ExitCode) => void): Command {
  return new Command('rules')
    .description('规则：定义、级别、出处、示例 the rules: definition, level, source, an example')
    .argument('[code]', '规则代码 one rule, such as total-score-mismatch')
    .option('--json', 'JSON')
    .addOption(languageOption())
    .addHelpText('after', '\n例 Example:\n  hebiao rules narrative-mismatch')
    .action(async (code: string | undefined, options: Options) => end(await rules(code, options)));
}

async function rules(code: string | undefined, { json, lang }: Options): Promise<ExitCode> {
  const codes = code === undefined ? CODES : CODES.filter((known) => known === code);
  if (codes.length === 0)
    throw new UsageError(`没有规则 ${code} (no rule of that code); hebiao rules 列出全部`);
  const entries = codes.map((known) => ({
    code: known,
    definition: DEFINITIONS[known],
    ...CATALOGUE[known],
  }));
  if (json) await print(`${JSON.stringify(code === undefined ? entries : entries[0], null, 2)}\n`);
  else await print(codes.map((known) => ruleText(known, lang)).join('\n'));
  return EXIT.fine;
}

function ruleText(code: Code, language: Language): string {
  const { level, title, source, example } = CATALOGUE[code];
  const lines = [
    `${terminalPaint(level, code)}  ${terminalPaint('aside', level)}  ${title[language]}`,
    DEFINITIONS[code][language],
    `${language === 'zh' ? '例：' : 'Example: '}${example[language]}`,
    terminalPaint('aside', source[language]),
  ];
  return `${lines.filter((line) => line !== '').join('\n    ')}\n`;
}
