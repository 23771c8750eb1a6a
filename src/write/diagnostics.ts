// Reports → their diagnostics as a JSON array, one a line, form by form, the worst first, each with its form and its source.

import type { Report } from '../record/index.ts';
import { formByForm } from './letter.ts';
import { formId } from './long.ts';

export function diagnosticsJson(reports: readonly Report[]): string {
  const lines = reports.flatMap(({ source, diagnostics }) =>
    formByForm(diagnostics).map((diagnostic) => {
      const { evaluation } = diagnostic;
      const form = evaluation === null ? null : formId(source.sha256, evaluation);
      return JSON.stringify({ source: source.name, form, ...diagnostic });
    }),
  );
  return lines.length === 0 ? '[]\n' : `[\n${lines.join(',\n')}\n]\n`;
}
