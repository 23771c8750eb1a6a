// The page's requests to the server it came from, and what can go wrong with them, each with a class of its own.
// Surprise: a 409 is no failure of the wire: the answer brings the state that is right by now.

/** Nobody answers: the server ended, or the machine sleeps. What was typed is not lost. */
export class Unreachable extends Error {}

/** Others corrected the same source since; `view` is how it is now. */
export class Changed extends Error {
  constructor(view) {
    super('changed');
    this.view = view;
  }
}

export class Refused extends Error {}

export async function ask(path) {
  return answerOf(await reach(path, {}));
}

export async function post(path, body) {
  const headers = { 'content-type': 'application/json' };
  return answerOf(await reach(path, { method: 'POST', headers, body: JSON.stringify(body) }));
}

async function reach(path, how) {
  try {
    return await fetch(path, { ...how, redirect: 'error' });
  } catch (error) {
    throw new Unreachable(error.message);
  }
}

async function answerOf(response) {
  if (response.ok) return response.json();
  if (response.status === 409) throw new Changed(await response.json());
  const why = (await response.text()).trim();
  throw new Refused(response.status === 422 ? why : `${response.status} ${why}`);
}
