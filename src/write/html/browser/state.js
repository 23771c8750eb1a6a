// What is chosen: the form, the finding, the filters, the language. All of it stands in the address, so that a link shows what its sender saw.
// Surprise: the address is the state; there is no second copy that could differ from it.

import { words } from './store.js';

const NAMES = ['form', 'finding', 'q', 'level', 'rule', 'class', 'year', 'order', 'lang'];

/** Read from the address once for each address: every entry of a long list asks for it. */
let read = { hash: null, state: {} };

export function state() {
  if (read.hash !== location.hash) {
    const given = new URLSearchParams(location.hash.slice(1));
    read = {
      hash: location.hash,
      state: Object.fromEntries(NAMES.map((name) => [name, given.get(name) ?? ''])),
    };
  }
  return read.state;
}

/** The address with some things chosen otherwise. */
export function addressWith(changes) {
  const all = { ...state(), ...changes };
  const chosen = NAMES.filter((name) => all[name] !== '').map((name) => [name, all[name]]);
  return `#${new URLSearchParams(chosen)}`;
}

/** `replace` leaves no step in the history: nobody wants to go back through a search letter by letter. */
export function choose(changes, replace = false) {
  const address = addressWith(changes);
  if (!replace) {
    location.hash = address;
    return;
  }
  history.replaceState(null, '', address);
  dispatchEvent(new HashChangeEvent('hashchange'));
}

export function chosenLevels() {
  return state().level.split(',').filter(Boolean);
}

/** What the link says goes before what the page was made for, and that before what its reader speaks. */
export function isEnglish() {
  return (state().lang || document.documentElement.dataset.language || OWN_LANGUAGE) === 'en';
}

const OWN_LANGUAGE =
  navigator.languages.map((tag) => tag.slice(0, 2)).find((name) => name === 'zh' || name === 'en') ?? 'zh';

/** One of a pair [zh, en]. */
export function said(pair) {
  return pair[isEnglish() ? 1 : 0];
}

/** Of one finding (`levelName`), or of many. */
export function levelName(level) {
  return said(words.levels.find(({ name }) => name === level).one);
}

export function levelWord(level) {
  return said(words.levels.find(({ name }) => name === level).many);
}

export function ruleTitle(code) {
  return said(words.rules[code].title);
}
