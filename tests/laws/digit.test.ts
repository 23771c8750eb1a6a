// One printed digit changed anywhere in the arithmetic of a form is found, and the finding names the changed cell.
// Surprise: the change is made in the source text and read again from the beginning, so that binding is tested along with the rules.

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Report, read } from '../../src/index.ts';

const ARITHMETIC =
  /^\/(funding\/\d+\/(initialBudget|adjustedBudget|executed|executionRate)|funding\/0\/score|total\/(weight|score))$/;

interface PrintedCell {
  readonly field: string;
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

/** What a cell would print if it were right: a change to that is no mistake but its correction. */
function corrections(report: Report): ReadonlySet<string> {
  return new Set(
    report.diagnostics
      .filter(({ level }) => level === 'error')
      .map(({ fields, computed }) => `${fields[0]} ${computed}`),
  );
}

function cellsOf(report: Report): readonly PrintedCell[] {
  const evidence = report.evaluations[0]?.evidence ?? {};
  return Object.entries(evidence).flatMap(([field, { text, origin }]) =>
    ARITHMETIC.test(field) && origin.on === 'text'
      ? [{ field, text, line: origin.line, column: origin.column }]
      : [],
  );
}

/** The source with the digit at `at` of a cell replaced. */
function withDigit(source: string, cell: PrintedCell, at: number, digit: string): string {
  const lines = source.split('\n');
  const line = lines[cell.line - 1] ?? '';
  const place = cell.column - 1 + at;
  lines[cell.line - 1] = line.slice(0, place) + digit + line.slice(place + 1);
  return lines.join('\n');
}

describe.each(['s1', 's2'])('one digit of %s', (name) => {
  const source = readFileSync(new URL(`../../fixtures/${name}/source.txt`, import.meta.url), 'utf8');

  it('changed in any amount, rate, score or total is found and named', async () => {
    const original = await read(Buffer.from(source), { name: 'form.txt' });
    const right = corrections(original);
    const cells = cellsOf(original);
    expect(cells.length).toBeGreaterThan(20);
    const places = cells.flatMap((cell) =>
      [...cell.text].flatMap((char, at) => (/\d/.test(char) ? [{ cell, at, char }] : [])),
    );
    const change = fc.record({
      place: fc.constantFrom(...places),
      digit: fc.integer({ min: 0, max: 9 }).map(String),
    });
    await fc.assert(
      fc.asyncProperty(change, async ({ place, digit }) => {
        const { field, text } = place.cell;
        fc.pre(
          digit !== place.char &&
            !right.has(`${field} ${text.slice(0, place.at)}${digit}${text.slice(place.at + 1)}`),
        );
        const report = await read(Buffer.from(withDigit(source, place.cell, place.at, digit)), {
          name: 'form.txt',
        });
        const found = report.diagnostics.filter(
          ({ level, fields }) =>
            (level === 'error' || level === 'warning') && fields.includes(field as `/${string}`),
        );
        expect(
          found.map(({ code }) => code),
          `${field} ${text} digit ${place.at} → ${digit}`,
        ).not.toEqual([]);
      }),
      { numRuns: Number(process.env.RUNS ?? 150) },
    );
  });
});
