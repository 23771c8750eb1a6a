// One value of the record as a button: as printed, how sure the reading is, and what a person did about it.

import { said } from './address.js';
import { make } from './make.js';
import { confidenceMark, kindMark } from './marks.js';
import { placesOf, sitting } from './sitting.js';
import { levelWord, words } from './words.js';

const CLASS = '/class';

/** `scope`: the form, what people did, the worst that was found by field, and what fields are called. */
export function value(scope, field) {
  const evidence = scope.form.evidence[field];
  const text = printedOf(scope, field, evidence);
  const kind = kindOf(scope, field);
  const level = scope.worst.get(field);
  const mark = marksOf(evidence, kind);
  return make(
    'button',
    {
      type: 'button',
      class: classOf(text, level),
      tabindex: '-1',
      'data-field': field,
      'aria-label': spoken([nameOf(scope, field), text, level], mark),
    },
    make('span', { class: 'text' }, text ?? '—'),
    mark === null ? null : ' ',
    mark,
  );
}

/** What is seen is in it as it is seen, so that one who says what he sees is understood. */
function spoken([name, text, level], mark) {
  const seen = [text ?? said(['— 空白', '— blank']), mark?.textContent].filter(Boolean).join(' ');
  const isDoubtful = mark?.classList.contains('confidence');
  const rest = [isDoubtful && said(['可信度', 'confidence']), level && said(levelWord(level))];
  return [name, seen, ...rest].filter(Boolean).join(', ');
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
