// The decoder's fonts → what is needed to place glyphs.
// Surprise: a font drawn by procedures (Type 3) has its own scale, and its letters' height is known only from its bounding box.

import type { OpenedPage } from './open.ts';
import { type Face, PLAIN_FACE } from './state.ts';

interface Decoded {
  readonly vertical?: boolean;
  readonly isType3Font?: boolean;
  readonly fontMatrix?: readonly number[];
  readonly bbox?: readonly number[];
}

export function faceNamed(page: OpenedPage): (name: string) => Face {
  const known = new Map<string, Face>();
  return (name) => {
    const face = known.get(name) ?? faceFrom(page.commonObjs.has(name) ? page.commonObjs.get(name) : null);
    known.set(name, face);
    return face;
  };
}

function faceFrom(font: Decoded | null): Face {
  if (!font) return PLAIN_FACE;
  const vertical = font.vertical === true;
  if (!font.isType3Font)
    return { ...PLAIN_FACE, vertical, unit: Math.abs(font.fontMatrix?.[0] ?? 0.001) || 0.001 };
  return drawnFace(font, vertical);
}

function drawnFace({ fontMatrix, bbox }: Decoded, vertical: boolean): Face {
  const unit = Math.abs(fontMatrix?.[0] ?? 0.001) || 0.001;
  const up = fontMatrix?.[3] ?? unit;
  const heights = [(bbox?.[1] ?? 0) * up, (bbox?.[3] ?? 0) * up];
  const [descent, ascent] = [-Math.min(...heights), Math.max(...heights)];
  const known = ascent + descent > 0 && ascent + descent < 100;
  return known ? { vertical, drawn: true, unit, ascent, descent } : { ...PLAIN_FACE, vertical, unit };
}
