// Names, attributes and children → elements. The one place where elements are made.
// Surprise: a child that is a string becomes text and nothing else, so that no text of a form can become markup; a function becomes a listener.

export function make(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) furnish(node, key, value);
  node.append(...children.flat(2).filter((child) => child !== null && child !== ''));
  return node;
}

function furnish(node, key, value) {
  if (typeof value === 'function') node.addEventListener(key, value);
  else if (value !== null && value !== undefined && value !== false)
    node.setAttribute(key, value === true ? '' : String(value));
}

const SVG = 'http://www.w3.org/2000/svg';

export function shape(name, attributes = {}) {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value));
  return node;
}

export function byId(id) {
  return document.getElementById(id);
}

/** Styles that depend on the form: set by script, since the page's policy forbids them in markup. */
export function styled(node, styles) {
  for (const [name, value] of Object.entries(styles)) node.style.setProperty(name, String(value));
  return node;
}
