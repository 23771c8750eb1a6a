// Makes a diagnostic from its code and what was found: level and sentences come from the catalogue.
// Surprise: a sentence's `{name}` that no detail fills throws; a message with a hole is a bug, not a message.

import { CATALOGUE } from './catalogue.ts';
import type { Code, Diagnostic, Ground, Level, Message, Pointer } from './diagnostic.ts';

/** What a diagnostic may say beside its code; everything left out is null or empty. */
export interface Details {
  readonly level?: Level;
  readonly evaluation?: number | null;
  readonly fields?: readonly Pointer[];
  readonly stated?: string | null;
  readonly computed?: string | null;
  readonly explanation?: Diagnostic['explanation'];
  readonly because?: readonly Ground[];
  /** Fills the `{name}`s of the sentence; a Message where the words differ by language. */
  readonly words?: Readonly<Record<string, string | Message>>;
}

export function diagnosticOf(code: Code, details: Details = {}): Diagnostic {
  const entry = CATALOGUE[code];
  const known = { stated: details.stated ?? '—', computed: details.computed ?? '—', ...details.words };
  return {
    level: details.level ?? entry.level,
    code,
    evaluation: details.evaluation ?? null,
    fields: details.fields ?? [],
    stated: details.stated ?? null,
    computed: details.computed ?? null,
    explanation: details.explanation ?? null,
    message: { zh: filled(entry.sentence.zh, known, 'zh'), en: filled(entry.sentence.en, known, 'en') },
    because: details.because ?? [],
  };
}

function filled(sentence: string, words: Record<string, string | Message>, language: keyof Message): string {
  return sentence.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const word = words[name];
    if (word === undefined) throw new Error(`no word for {${name}} in: ${sentence}`);
    return typeof word === 'string' ? word : word[language];
  });
}
