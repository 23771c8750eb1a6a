// Reports, one after the other → the page: pieces to be written in this order: opening, chunks (as they come), closing.
// Surprise: the opening states totals that are known only at the end; who writes the file keeps the chunks aside until then.

import { createHash } from 'node:crypto';
import { LEVELS } from '../../diagnostic/index.ts';
import type { Report } from '../../record/index.ts';
import type { Language } from '../names.ts';
import { chartsOf } from './charts.ts';
import { entriesOf, type Listed } from './entry.ts';
import { type Berth, Packing } from './pack.ts';
import type { Parts } from './parts.ts';
import { NO_PHOTOS, type Photos } from './photos.ts';
import { compareCounts, Totals } from './totals.ts';
import { embedded } from './visible.ts';
import { both, LEVEL_MEANINGS, LEVEL_WORDS, SCRIPT_WORDS } from './words.ts';

/** An entry of the list with where the rest of it is packed. */
type Ranked = Listed & { readonly berth: Berth | null };

/** Characters of pictures in all: about a hundred scanned documents; the places of later ones are drawn. */
const MOST_PHOTOS = 24_000_000;

export class Page {
  readonly #totals = new Totals();
  readonly #packing = new Packing();
  readonly #listed: Ranked[] = [];
  #photographed = 0;

  /** The chunks that are due after this report. */
  add(report: Report, photos: Photos = NO_PHOTOS): string {
    this.#totals.sources += 1;
    return entriesOf(report, this.#roomFor(photos))
      .map(({ listed, opened }) => {
        const { markup, berth } = this.#packing.add(opened);
        this.#totals.add(listed);
        this.#listed.push({ ...listed, berth });
        return markup;
      })
      .join('');
  }

  #roomFor(photos: Photos): Photos {
    const size = Object.values(photos).reduce((sum, { length }) => sum + length, 0);
    if (this.#photographed + size > MOST_PHOTOS) return NO_PHOTOS;
    this.#photographed += size;
    return photos;
  }

  /** The last chunks. */
  rest(): string {
    return this.#packing.rest();
  }

  /** Without a language the page speaks the reader's own. */
  opening({ style, script }: Parts, language: Language | null = null): string {
    return `<!doctype html>
<html ${rootLanguage(language)}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyFor(style, script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>核表 · 核对结果</title>
<style>${style}</style>
</head>
<body>
${this.#masthead()}
<section class="charts" aria-label="统计 Statistics">
${chartsOf(this.#totals)}
</section>
${WORKBENCH}
`;
  }

  closing({ script }: Parts): string {
    const entries = this.#listed.toSorted(worstFirst);
    const index = embedded({ words: SCRIPT_WORDS, entries });
    return `<script type="application/json" id="index">${index}</script>
<script type="module">${script}</script>
</body>
</html>
`;
  }

  #masthead(): string {
    const { forms, sources, clean } = this.#totals;
    const told = both([
      `${sources} 份文件，${forms} 张表，其中 ${clean} 张没有发现问题`,
      `${counted(sources, 'document')}, ${counted(forms, 'form')}, ${clean} without a finding`,
    ]);
    return `<header class="masthead">
<div class="brand"><span class="seal" aria-hidden="true">核</span><div><h1>${both(['核对结果', 'What was found'])}</h1><p>${told}</p></div></div>
<button type="button" id="language"><span lang="zh-Hans">English</span><span lang="en">中文</span></button>
</header>
<section aria-label="按级别筛选 Filter by level"><ul class="levels">${LEVELS.map((level) => this.#tile(level)).join('')}</ul></section>`;
  }

  #tile(level: (typeof LEVELS)[number]): string {
    const { findings, entries } = this.#totals;
    const many = entries.get(level) ?? 0;
    const [counter, thing] = level === 'fatal' ? ['份文件', 'document'] : ['张表', 'form'];
    const where = both([`${many} ${counter}`, `in ${counted(many, thing)}`]);
    return `<li><button type="button" class="level ${level}" data-level="${level}" aria-pressed="false"><span class="word">${both(LEVEL_WORDS[level])}</span><strong>${findings.get(level) ?? 0}</strong><span class="where">${where}</span><span class="meaning">${both(LEVEL_MEANINGS[level])}</span></button></li>`;
  }
}

function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}

/** Errors come before what could not be read: they are what the page is for. Equal ones stay in the order of names. */
function worstFirst(a: Listed, b: Listed): number {
  return compareCounts(gravity(b), gravity(a));
}

const GRAVEST = ['error', 'fatal', 'warning', 'doubt', 'note'] as const;

function gravity({ found }: Listed): readonly number[] {
  return GRAVEST.map((level) =>
    found.reduce((sum, [each, , count]) => sum + (each === level ? count : 0), 0),
  );
}

/** Only what stands in the page itself, by its hash; nothing from elsewhere, no frames, no forms. */
function policyFor(style: string, script: string): string {
  return `default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:; style-src '${hash(style)}'; script-src '${hash(script)}'`;
}

function rootLanguage(language: Language | null): string {
  const tag = language === 'en' ? 'en' : 'zh-Hans';
  return language === null ? `lang="${tag}"` : `lang="${tag}" data-language="${language}"`;
}

function hash(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

const WORKBENCH = `<main>
<form class="filters" role="search" aria-label="筛选 Filters">
<label class="search"><span class="name">${both(['搜索', 'Search'])}</span><input type="search" name="q" autocomplete="off" spellcheck="false"></label>
<label><span class="name">${both(['规则', 'Rule'])}</span><select name="rule"></select></label>
<label><span class="name">${both(['表类', 'Class'])}</span><select name="class"></select></label>
<label><span class="name">${both(['年度', 'Year'])}</span><select name="year"></select></label>
<label><span class="name">${both(['排序', 'Order'])}</span><select name="order"></select></label>
<button type="reset">${both(['清除筛选', 'Clear'])}</button>
</form>
<div class="bench">
<section class="list" aria-label="表 Forms"><p class="count" role="status"></p><ol id="list"></ol><button type="button" id="more" hidden></button></section>
<section class="detail" id="detail" tabindex="-1" aria-label="所选的表 The chosen form"></section>
</div>
<noscript><p class="empty">${both(['列表与筛选需要启用脚本；全部结果也在 findings.csv 中。', 'The list needs scripts; everything is also in findings.csv.'])}</p></noscript>
</main>`;
