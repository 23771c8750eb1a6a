// One picture → one page: upright and clean, with its rulings and where its print stands.
// Surprise: words come out without text, only with places; reading is the work of `recognize`, after `locate` has found the cells.

import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { diagnosticOf } from '../../diagnostic/make.ts';
import type { Page, Ruling, Word } from '../../tree/nodes.ts';
import { inkOf } from './binarise.ts';
import { blobsOf } from './blobs.ts';
import { characterHeight, componentsOf } from './components.ts';
import { shrunk } from './decode.ts';
import { despeckled } from './despeckle.ts';
import { flattened } from './flatten.ts';
import { greyed } from './grey.ts';
import { positive } from './negative.ts';
import { halved, type Ink, quarterTurned, type Raster, type RawImage, type Rectangle } from './raster.ts';
import { type Rule, type Rules, rulesOf, withoutRules } from './rulings.ts';
import { unshaded } from './shade.ts';
import { straightening } from './straighten.ts';
import { quartersToUpright } from './upright.ts';

/** The page's number and its size in points. */
export interface Sheet {
  readonly number: number;
  readonly width: number;
  readonly height: number;
}

export async function* scannedPage(image: RawImage, sheet: Sheet): AsyncGenerator<Diagnostic, Page, void> {
  const { grey, stamps, covered } = greyed(await shrunk(image));
  if (stamps.length > 0) yield stampNote(sheet.number, stamps.length);
  const flat = despeckled(flattened(unshaded(positive(grey))));
  const ink = smallInkOf(flat);
  const quarters = quartersToUpright(flat, ink);
  const upright = quarterTurned(flat, quarters);
  const straight = straightening(upright, quarters === 0 ? ink : smallInkOf(upright));
  const over = covered && straight(quarterTurned(covered, quarters));
  const page = pageOf(
    { clean: straight(upright), over },
    quarters % 2 === 0 ? sheet : { ...sheet, width: sheet.height, height: sheet.width },
  );
  if (page.words.length === 0) yield blankNote(sheet.number);
  return page;
}

/** At half size a page shows which way up it stands and where its rules run. */
function smallInkOf(image: Raster): Ink {
  return inkOf(halved(image), 16);
}

/** An upright, flattened picture, and where stamps lay `over` it. */
interface Upright {
  readonly clean: Raster;
  readonly over: Raster | null;
}

function pageOf({ clean, over }: Upright, sheet: Sheet): Page {
  const em =
    2 * characterHeight(componentsOf(inkOf(halved(clean), 12)), Math.max(clean.width, clean.height) / 2);
  const ink = inkOf(clean, Math.round(em * 0.8));
  const rules = rulesOf(ink, em, over ? shadeOf(ink, over) : ink);
  const blobs = blobsOf(withoutRules(ink, rules), rules, em);
  const scale = sheet.width / clean.width;
  return {
    type: 'page',
    number: sheet.number,
    width: sheet.width,
    height: clean.height * scale,
    words: blobs.map((blob) => wordAt(blob, sheet.number, scale)),
    rulings: rulingsOf(rules, scale),
    picture: { width: clean.width, height: clean.height, scale, pixels: clean.pixels },
    children: [],
  };
}

/** Ink, and what may be ink under a stamp. */
function shadeOf(ink: Ink, over: Raster): Ink {
  const bits = Uint8Array.from(ink.bits);
  for (let at = 0; at < bits.length; at++) if ((over.pixels[at] ?? 255) < 128) bits[at] = 1;
  return { ...ink, bits };
}

function wordAt(blob: Rectangle, page: number, scale: number): Word {
  const box = [blob.x0 * scale, blob.y0 * scale, blob.x1 * scale, blob.y1 * scale] as const;
  return { text: '', origin: { on: 'page', page, box }, confidence: 0, readings: [] };
}

/** A pixel's centre lies half a pixel inside it. */
function rulingsOf(rules: Rules, scale: number): Ruling[] {
  const at = (rule: Rule) => (rule.at + 0.5) * scale;
  const level = rules.level.map((rule) => ({
    x0: rule.from * scale,
    x1: rule.to * scale,
    y0: at(rule),
    y1: at(rule),
    width: rule.thickness * scale,
  }));
  const plumb = rules.plumb.map((rule) => ({
    x0: at(rule),
    x1: at(rule),
    y0: rule.from * scale,
    y1: rule.to * scale,
    width: rule.thickness * scale,
  }));
  return [...level, ...plumb];
}

function stampNote(page: number, count: number): Diagnostic {
  return diagnosticOf('source-note', {
    words: {
      what: {
        zh: `第${page}页：阅读前已去除${count}处彩色印章`,
        en: `page ${page}: ${count} coloured stamp${count > 1 ? 's' : ''} taken out before reading`,
      },
    },
  });
}

function blankNote(page: number): Diagnostic {
  return diagnosticOf('source-note', {
    words: {
      what: { zh: `第${page}页是空白的，没有文字`, en: `page ${page} is blank: there is no print on it` },
    },
  });
}
