// Names, attributes and children → elements of the page. The one place where elements are made.
// Surprise: children that are strings become text nodes and nothing else, so that no text of a form can become markup.

const SVG = 'http://www.w3.org/2000/svg';

export function element(name, attributes = {}, ...children) {
  return furnished(document.createElement(name), attributes, children);
}

export function shape(name, attributes = {}, ...children) {
  return furnished(document.createElementNS(SVG, name), attributes, children);
}

function furnished(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== false) node.setAttribute(name, value === true ? '' : String(value));
  }
  node.append(...children.flat().filter((child) => child !== null && child !== ''));
  return node;
}

export function byId(id) {
  return document.getElementById(id);
}
