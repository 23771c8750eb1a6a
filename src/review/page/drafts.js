// What was typed and not yet saved: kept through a reload, a conflict and a server that ended.
// Surprise: it is kept by the form's name, so that a server that was started anew at the same port finds it again.

const START = 'draft/';
const nameOf = (form, place) => `${START}${form}/${place}`;

export function keepDraft(form, place, text) {
  sessionStorage.setItem(nameOf(form, place), text);
}

export function dropDraft(form, place) {
  sessionStorage.removeItem(nameOf(form, place));
}

/** Null where nothing waits. */
export function draftOf(form, place) {
  return sessionStorage.getItem(nameOf(form, place));
}

/** `{ form, place }` of the text that waits to be saved, of this form or of any; null where none does. */
export function waitingDraft(form = '') {
  const key = Object.keys(sessionStorage).find((each) => each.startsWith(START + form));
  if (key === undefined) return null;
  const [, name, place] = key.split('/');
  return { form: name, place };
}

/** Nothing here is of these results: they were of another folder. */
export function dropDraftsOf(form) {
  for (const key of Object.keys(sessionStorage))
    if (key.startsWith(`${START}${form}/`)) sessionStorage.removeItem(key);
}
