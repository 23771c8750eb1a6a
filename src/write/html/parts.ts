// The page's style sheet and script: where their files are, and how the script's modules become one.
// Surprise: nothing is bundled by a tool; the modules name each other only by exported functions, so joining them is taking the imports out.

export interface Parts {
  readonly style: string;
  readonly script: string;
}

const STYLES = ['page.css', 'findings.css'];
/** In the order of their imports: what is used stands before who uses it. */
const MODULES = ['elements.js', 'store.js', 'state.js', 'list.js', 'picture.js', 'finding.js', 'main.js'];

/** The files that a door reads before a page can be written. */
export const PART_FILES = { styles: STYLES.map(fileOf), modules: MODULES.map(fileOf) };

function fileOf(name: string): URL {
  return new URL(`./browser/${name}`, import.meta.url);
}

export function partsFrom(styles: readonly string[], modules: readonly string[]): Parts {
  return { style: styles.join(''), script: modules.map(joinable).join('') };
}

function joinable(module: string): string {
  return module.replaceAll(/^import [^;]*;\n/gm, '').replaceAll(/^export /gm, '');
}
