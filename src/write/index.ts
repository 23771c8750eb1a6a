// The stage "write": reports → bytes. Nothing here opens a file; the doors do that.

export * from './csv.ts';
export * from './diagnostics.ts';
export * from './forms.ts';
export * from './formula.ts';
export { Page } from './html/page.ts';
export { PART_FILES, type Parts, partsFrom } from './html/parts.ts';
export { NO_PHOTOS, type Photos, photosOf } from './html/photos.ts';
export { SCRIPT_WORDS } from './html/words.ts';
export * from './json.ts';
export * from './letter.ts';
export * from './long.ts';
export * from './names.ts';
export * from './places.ts';
export * from './png.ts';
export * from './sarif.ts';
export * from './tables.ts';
