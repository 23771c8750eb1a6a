// Names that say nothing are not used, every file says first what it is, and nothing below the doors asks the clock or dice.

import { expect, it } from 'vitest';
import { lineOf, nodesIn, sourceFiles } from '../support/sources.ts';

const files = sourceFiles();
const BANNED = /^(utils?|helpers?|common|core|lib|misc|managers?|handlers?|interfaces?)$/;

it('has no file or folder with a name that says nothing', () => {
  const words = (path: string): readonly string[] => path.replace(/\.\w+$/, '').split(/[/.-]/);
  expect(
    files.filter(({ path }) => words(path).some((word) => BANNED.test(word))).map(({ path }) => path),
  ).toEqual([]);
});

it('has no class or type that is called a manager, a helper or a handler', () => {
  const declared = /^(ClassDeclaration|TSInterfaceDeclaration|TSTypeAliasDeclaration)$/;
  const vague = /(Utils?|Helpers?|Manager|Handler|Data|Info)$/;
  const wrong = files.flatMap((file) =>
    [...nodesIn(file.program)]
      .filter(({ type, id }) => declared.test(type) && vague.test(String((id as { name?: string })?.name)))
      .map((node) => lineOf(file, node)),
  );
  expect(wrong).toEqual([]);
});

it('opens every file with a comment of at most eight lines', () => {
  const openings = files.map(({ path, text }) => {
    const lines = text.replace(/^#!.*\n/, '').split('\n');
    return { path, lines: lines.findIndex((line) => !line.startsWith('//')) };
  });
  expect(openings.filter(({ lines }) => lines < 1 || lines > 8).map(({ path }) => path)).toEqual([]);
});

const PURE =
  /^(number|text|tree|diagnostic|form|record|ingest|locate|recognize|bind|correct|normalize|validate|write|look|pipeline\.ts)/;
const IMPURE = /\b(Date\.now|new Date\(|performance\.now|Math\.random|process\.env|randomUUID|console\.)/;

it('has no clock, dice, environment or console below the doors', () => {
  const wrong = files.filter(
    ({ path, text }) => PURE.test(path) && IMPURE.test(text.replaceAll(/\/\/.*|\/\*[\s\S]*?\*\//g, '')),
  );
  expect(wrong.map(({ path }) => path)).toEqual([]);
});

it('leaves no to-do behind: it becomes a case', () => {
  expect(files.filter(({ text }) => /\b(TODO|FIXME|XXX|HACK)\b/.test(text)).map(({ path }) => path)).toEqual(
    [],
  );
});
