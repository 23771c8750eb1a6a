// Forms as text, one binding a line: pointer ← text @place. What goldens hold and `inspect --stage bind` shows.

import type { Binding, Form, Piece } from '../form/index.ts';
import { place } from '../tree/index.ts';

export function formsText(forms: readonly Form[]): string {
  return forms.map(formText).join('\n');
}

function formText(form: Form, index: number): string {
  const lines = [
    `form ${index}`,
    `  columns ${form.columns.join(' ')}`,
    ...form.bindings.map(bindingLine),
    ...form.remarks.map((piece) => `  remark ← ${pieceText(piece)}`),
  ];
  return `${lines.join('\n')}\n`;
}

function bindingLine({ field, pieces }: Binding): string {
  return `  ${field} ← ${pieces.map(pieceText).join(' + ')}`;
}

function pieceText({ text, origin }: Piece): string {
  return `${JSON.stringify(text)} ${place(origin)}`;
}
