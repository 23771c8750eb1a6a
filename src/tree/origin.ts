// Where something stands: each carrier points differently, so an origin is a union.
// Surprise: page boxes are points with y growing downward; PDF's own y is flipped once, in ingest/pdf.

/** Points, top-left origin: [x0, y0, x1, y1]. */
export type Box = readonly [number, number, number, number];

/** `line` and `column` are 1-based and count characters (UTF-16 units); `sheet` and `cell` as a spreadsheet shows them. */
export type Origin =
  | { readonly on: 'text'; readonly line: number; readonly column: number }
  | { readonly on: 'page'; readonly page: number; readonly box: Box }
  | { readonly on: 'sheet'; readonly sheet: string; readonly cell: string }
  | { readonly on: 'markup'; readonly path: string };

/** A place is asked for its key by every stage that looks it up, and writing a box out is slow. */
const known = new WeakMap<Origin, string>();

/** One string for one place: two statements with the same key are one printed thing. */
export function originKey(origin: Origin): string {
  const before = known.get(origin);
  if (before !== undefined) return before;
  const key = keyOf(origin);
  known.set(origin, key);
  return key;
}

function keyOf(origin: Origin): string {
  switch (origin.on) {
    case 'text':
      return `text:${origin.line}:${origin.column}`;
    case 'page':
      return `page:${origin.page}:${origin.box.join(',')}`;
    case 'sheet':
      return `sheet:${origin.sheet}!${origin.cell}`;
    case 'markup':
      return `markup:${origin.path}`;
  }
}
