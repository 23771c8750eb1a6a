// Any text of a report → a text that every database holds, and back, without loss.
// Surprise: PostgreSQL holds neither U+0000 nor half a surrogate pair. Each is written as U+10FFFD and its four hex digits;
// U+10FFFD itself, a private-use character that nobody prints, is written twice. All other text is stored as it is.

const MARK = '\u{10FFFD}';
const UNSTORABLE = /\0|\u{10FFFD}|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/gu;
const MARKED = /\u{10FFFD}(\u{10FFFD}|[0-9a-f]{4})/gu;

export function storable(text: string): string {
  return text.replaceAll(UNSTORABLE, (unit) =>
    unit === MARK ? MARK + MARK : MARK + unit.charCodeAt(0).toString(16).padStart(4, '0'),
  );
}

/** The text that `storable` was given. */
export function restored(stored: string): string {
  return stored.replaceAll(MARKED, (_, code: string) =>
    code === MARK ? MARK : String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** JSON whose strings are all storable. */
export function storableJson(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) => (typeof each === 'string' ? storable(each) : each));
}
