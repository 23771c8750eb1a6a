// What was typed and not yet saved: kept through a reload, a conflict and a server that ended.

const name = (id, place) => `draft/${id}/${place}`;

export function keepDraft(id, place, text) {
  sessionStorage.setItem(name(id, place), text);
}

export function dropDraft(id, place) {
  sessionStorage.removeItem(name(id, place));
}

/** Null where nothing waits. */
export function draftOf(id, place) {
  return sessionStorage.getItem(name(id, place));
}

/** The place in a source whose text waits to be saved; null where none does. */
export function waitingIn(id) {
  const start = name(id, '');
  return (
    Object.keys(sessionStorage)
      .find((key) => key.startsWith(start))
      ?.slice(start.length) ?? null
  );
}
