// How large the paper is shown, and how it is moved: keys, the wheel with Ctrl, and dragging.
// Surprise: a page is never shown so small at first that its print cannot be read; `0` then fits it into its pane.

import { byId } from './make.js';
import { sitting } from './sitting.js';

const STEP = 1.25;
const [LEAST, MOST] = [0.3, 6];
/** Points of the paper as so many pixels: with 1.15 print of 9 points can be read. */
const READABLE = 1.15;
let scale = null;

export function zoomBy(steps) {
  setScale((scale ?? firstScale()) * STEP ** steps);
}

export function zoomToFit() {
  setScale(fitting());
}

/** Another page may be wider. */
export function zoomAfresh() {
  setScale(scale ?? firstScale());
}

function setScale(wanted) {
  const paper = byId('paper');
  const [x, y] = [
    (paper.scrollLeft + paper.clientWidth / 2) / paper.scrollWidth,
    (paper.scrollTop + paper.clientHeight / 2) / paper.scrollHeight,
  ];
  scale = Math.min(MOST, Math.max(LEAST, wanted));
  paper.style.setProperty('--scale', scale.toFixed(3));
  paper.scrollTo(
    x * paper.scrollWidth - paper.clientWidth / 2,
    y * paper.scrollHeight - paper.clientHeight / 2,
  );
}

function fitting() {
  const width = Math.max(0, ...(sitting.view?.pages ?? []).map((page) => page.width));
  return width > 0 ? (byId('paper').clientWidth - 2 * MARGIN) / width : 1;
}

/** Pixels beside the page. */
const MARGIN = 14;

function firstScale() {
  return Math.max(fitting(), READABLE);
}

export function wireZoom() {
  const paper = byId('paper');
  paper.addEventListener('wheel', onWheel, { passive: false });
  paper.addEventListener('pointerdown', onPress);
}

function onWheel(event) {
  if (!event.ctrlKey && !event.metaKey) return;
  event.preventDefault();
  zoomBy(event.deltaY < 0 ? 0.5 : -0.5);
}

/** Pixels from which a press is a drag and no click. */
const DRAG = 5;

function onPress(press) {
  const paper = byId('paper');
  if (press.button !== 0 || press.pointerType === 'touch') return;
  const [left, top] = [paper.scrollLeft, paper.scrollTop];
  const isFar = ({ clientX, clientY }) => Math.hypot(clientX - press.clientX, clientY - press.clientY) > DRAG;
  const move = (event) => {
    if (!paper.classList.contains('dragged') && !isFar(event)) return;
    paper.classList.add('dragged');
    paper.scrollTo(left - event.clientX + press.clientX, top - event.clientY + press.clientY);
  };
  const end = () => {
    removeEventListener('pointermove', move);
    setTimeout(() => paper.classList.remove('dragged'));
  };
  addEventListener('pointermove', move);
  addEventListener('pointerup', end, { once: true });
}
