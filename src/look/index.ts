// The door of look: what each stage saw, drawn.

export * from './overlay.ts';
