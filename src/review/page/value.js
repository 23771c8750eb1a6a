// One value of the record as a button: as printed, how sure the reading is, and what a person did about it.

import { said } from './address.js';
import { make } from './make.js';
import { confidenceMark, confidenceText, kindMark, kindWord } from './marks.js';
import { placesOf, sitting } from './sitting.js';
import { levelWord, words } from './words.js';

const CLASS = '/class';

/** `scope`: the form, what people did, the worst that was found by field, and what fields are called. */
export function value(scope, field) {
  const evidence = scope.form.evidence[field];
  const text = printedOf(scope, field, evidence);
  const kind = kindOf(scope, field);
  const level = scope.worst.get(field);
  const told = [
    nameOf(scope, field),
    text ?? said(['空白', 'blank']),
    confidenceText(evidence?.confidence ?? 1),
    kind && kindWord(kind),
    level && levelWord(level) && said(levelWord(level)),
  ];
  return make(
    'button',
    {
      type: 'button',
      class: classOf(text, level),
      tabindex: '-1',
      'data-field': field,
      'aria-label': told.filter(Boolean).join(', '),
    },
    make('span', { class: 'text' }, text ?? '—'),
    marksOf(evidence, kind),
  );
}

function classOf(text, level) {
  const isNumber = text !== null && /^[-+]?[\d.,]+%?$/.test(text);
  return ['value', level && `found ${level}`, text === null && 'blank', isNumber && 'number']
    .filter(Boolean)
    .join(' ');
}

function nameOf({ names }, field) {
  return said(names[field] ?? [field, field]);
}

/** As printed; the class is ours to say, and so is what it says. */
function printedOf({ form }, field, evidence) {
  if (field === CLASS) return said(words.classes[form.class] ?? ['', '']) || null;
  return evidence?.text || null;
}

function kindOf({ deeds }, field) {
  if (deeds.fields.has(`${sitting.form}${field}`)) return 'bound';
  const done = placesOf(field).map((place) => deeds.places.get(place));
  return done.find((kind) => kind === 'corrected') ?? done.find((kind) => kind !== undefined);
}

/** Where a text layer was read nothing can be misread, and nothing is said of it value by value. */
function marksOf(evidence, kind) {
  if (kind !== undefined) return kindMark(kind);
  const isRecognized = sitting.view.report.source.carrier === 'scan' || (evidence?.confidence ?? 1) < 1;
  return evidence === undefined || !isRecognized ? null : confidenceMark(evidence.confidence);
}
