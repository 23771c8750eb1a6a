// The text of a cell while it is typed, kept with every letter.
// Surprise: the Enter that ends the input of Chinese letters is not the one that saves.

import { chosen, said } from './address.js';
import { draftOf, keepDraft } from './drafts.js';
import { make } from './make.js';

export function editorOf(cell, does) {
  const { form } = chosen();
  const draft = draftOf(form, cell.place);
  const box = make('textarea', {
    id: 'typed',
    rows: Math.min(6, 1 + Math.floor((draft ?? cell.text).length / 28)),
    spellcheck: 'false',
    autocomplete: 'off',
    'aria-label': said(['这一格印着', 'What the cell prints']),
    input: ({ target }) => keepDraft(form, cell.place, target.value),
    keydown: (event) => typed(event, does),
  });
  box.value = draft ?? cell.text;
  const kept =
    draft === null || draft === cell.text
      ? null
      : make(
          'p',
          { class: 'aside' },
          said(['上次没有保存的输入', 'What you typed before it could be saved']),
        );
  return make('div', { class: 'said' }, box, kept, editButtons(does));
}

function editButtons(does) {
  const button = (words, key, click, kind) =>
    make('button', { type: 'button', class: kind, click }, said(words), make('kbd', {}, key));
  return make(
    'div',
    { class: 'deeds' },
    button(['保存', 'Save'], 'Enter', does.save, 'accept'),
    button(['放弃', 'Leave'], 'Esc', does.leave, ''),
  );
}

function typed(event, does) {
  if (event.isComposing) return;
  if (event.key === 'Enter' && !event.shiftKey) does.save();
  else if (event.key === 'Escape') does.leave();
  else return;
  event.preventDefault();
  event.stopPropagation();
}
