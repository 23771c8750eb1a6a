// Reports → their diagnostics as a JSON array, one a line, each with the form and the source that it is about.

import type { Report } from '../record/index.ts';
import { formId } from './long.ts';

export function diagnosticsJson(reports: readonly Report[]): string {
  const lines = reports.flatMap(({ source, diagnostics }) =>
    diagnostics.map((diagnostic) => {
      const { evaluation } = diagnostic;
      const form = evaluation === null ? null : formId(source.sha256, evaluation);
      return JSON.stringify({ source: source.name, form, ...diagnostic });
    }),
  );
  return lines.length === 0 ? '[]\n' : `[\n${lines.join(',\n')}\n]\n`;
}
