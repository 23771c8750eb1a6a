// Reports → one SARIF 2.1.0 log with one run: what code hosts and editors show beside the file.
// Surprise: only text carriers have lines; elsewhere a finding's place is a logical location, the JSON Pointer into the evaluation.

import {
  CATALOGUE,
  CODES,
  type Code,
  DEFINITIONS,
  type Diagnostic,
  type Level,
} from '../diagnostic/index.ts';
import type { PublishedEvaluation, Report } from '../record/index.ts';
import type { Origin } from '../tree/index.ts';
import { formByForm } from './letter.ts';
import { formId } from './long.ts';
import { fieldName, type Language } from './names.ts';
import { placeName } from './places.ts';

const SARIF_LEVELS: Readonly<Record<Level, 'error' | 'warning' | 'note'>> = {
  fatal: 'error',
  error: 'error',
  warning: 'warning',
  doubt: 'note',
  note: 'note',
};

/** In which language messages are, and which version of the program says so. */
export interface Speaker {
  readonly language: Language;
  readonly version: string;
}

export function sarifOf(reports: readonly Report[], { language, version }: Speaker): string {
  const driver = { name: 'hebiao', version, rules: CODES.map((code) => ruleOf(code, language)) };
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver },
        language: language === 'zh' ? 'zh-CN' : 'en-US',
        columnKind: 'utf16CodeUnits',
        artifacts: reports.map(artifactOf),
        results: reports.flatMap((report, artifact) =>
          formByForm(report.diagnostics).map((diagnostic) =>
            resultOf({ report, artifact, diagnostic }, language),
          ),
        ),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function ruleOf(code: Code, language: Language): object {
  const { level, title, source, example } = CATALOGUE[code];
  const help = [source[language], example[language]].filter((text) => text !== '').join('\n\n');
  return {
    id: code,
    name: code.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: title[language] },
    fullDescription: { text: DEFINITIONS[code][language] },
    help: { text: help === '' ? title[language] : help },
    defaultConfiguration: { level: SARIF_LEVELS[level] },
  };
}

function artifactOf({ source: { name, sha256, bytes } }: Report): object {
  return {
    location: { uri: uriOf(name) },
    length: bytes,
    ...(sha256 === null ? {} : { hashes: { 'sha-256': sha256 } }),
  };
}

function uriOf(name: string): string {
  return name.split('/').map(encoded).join('/');
}

/** Half a surrogate pair in a hostile name has no encoding. */
function encoded(segment: string): string {
  return encodeURIComponent(segment.toWellFormed());
}

/** A diagnostic with the report, and the place of that report among the artifacts. */
interface Placed {
  readonly report: Report;
  readonly artifact: number;
  readonly diagnostic: Diagnostic;
}

function resultOf(placed: Placed, language: Language): object {
  const { level, code, message, stated, computed, explanation } = placed.diagnostic;
  const form = formOf(placed);
  return {
    ruleId: code,
    ruleIndex: CODES.indexOf(code),
    level: SARIF_LEVELS[level],
    message: { text: message[language] },
    locations: [locationOf(placed, placed.diagnostic.fields[0], language)],
    relatedLocations: placed.diagnostic.because.map(({ field, text }, id) => ({
      id,
      message: { text: `${fieldName(form, field, language)} ${text}` },
      ...locationOf(placed, field, language),
    })),
    partialFingerprints: { 'hebiao/v1': fingerprintOf(placed) },
    properties: { level, form: idOf(placed), stated, computed, explanation },
  };
}

function formOf({ report, diagnostic: { evaluation } }: Placed): PublishedEvaluation | null {
  return evaluation === null ? null : (report.evaluations[evaluation] ?? null);
}

function idOf({ report, diagnostic: { evaluation } }: Placed): string | null {
  return evaluation === null ? null : formId(report.source.sha256, evaluation);
}

/** The same finding keeps it when the file is named otherwise or other findings come and go. */
function fingerprintOf(placed: Placed): string {
  const { code, fields, stated } = placed.diagnostic;
  return [idOf(placed) ?? placed.report.source.sha256 ?? '', code, ...fields.slice(0, 2), stated ?? ''].join(
    ' ',
  );
}

function locationOf(placed: Placed, field: string | undefined, language: Language): object {
  const { report, artifact } = placed;
  const origin = field === undefined ? undefined : formOf(placed)?.evidence[field]?.origin;
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(report.source.name), index: artifact },
      ...(origin?.on === 'text' ? { region: { startLine: origin.line, startColumn: origin.column } } : {}),
    },
    ...(field === undefined
      ? {}
      : { logicalLocations: logicalLocations(placed, { field, origin }, language) }),
  };
}

function logicalLocations(
  placed: Placed,
  { field, origin }: { readonly field: string; readonly origin: Origin | undefined },
  language: Language,
): readonly object[] {
  const name = fieldName(formOf(placed), field, language);
  const fullyQualifiedName = `/evaluations/${placed.diagnostic.evaluation ?? 0}${field}`;
  const printed = origin === undefined ? [] : [{ name: placeName(origin, language), kind: 'place' }];
  return [{ name, fullyQualifiedName, kind: 'value' }, ...printed];
}
