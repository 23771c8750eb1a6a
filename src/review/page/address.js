// What is chosen: form, filters, language. All of it stands in the address, so that a reload or a link shows the same.
// Surprise: the address is the state; there is no second copy that could differ from it.

import { words } from './words.js';

export const FILTERS = ['need', 'code', 'class', 'year', 'q'];
const NAMES = ['form', ...FILTERS, 'lang'];

export function chosen() {
  const given = new URLSearchParams(location.hash.slice(1));
  return Object.fromEntries(NAMES.map((name) => [name, given.get(name) ?? '']));
}

export function addressWith(changes) {
  const all = { ...chosen(), ...changes };
  return `#${new URLSearchParams(NAMES.filter((name) => all[name] !== '').map((name) => [name, all[name]]))}`;
}

/** No step in the history: nobody wants to go back through a search letter by letter, nor through hundreds of forms. */
export function choose(changes) {
  history.replaceState(null, '', addressWith(changes));
  dispatchEvent(new HashChangeEvent('hashchange'));
}

export function isEnglish() {
  return (chosen().lang || words.sitting.language) === 'en';
}

/** One of a pair [zh, en]. */
export function said(pair) {
  return pair[isEnglish() ? 1 : 0];
}

/** `{ id, form }` of a form's name in the address: `0123456789ab-0`, or without a number where the source has no form. */
export function formOf(name) {
  const [id, form] = name.split('-');
  return { id, form: form === undefined ? null : Number(form) };
}

export function nameOf({ id, form }) {
  return form === null ? id : `${id}-${form}`;
}
