// A web page → lines and tables as a browser lays them out.
// Surprise: a page's table is often only its layout; flow.ts takes such tables apart.

import { type DefaultTreeAdapterTypes, defaultTreeAdapter, type html, parse } from 'parse5';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { flowPage } from '../../tree/build.ts';
import type { Document } from '../../tree/nodes.ts';
import { keepBytes, keepCells, keepDepth, keepElements } from '../caps.ts';
import { checkedText, decoded } from '../decode.ts';
import { blocksOf } from '../flow.ts';
import type { Source } from '../source.ts';
import { flowOf } from './walk.ts';

export async function* readHtml(source: Source): AsyncGenerator<Diagnostic, Document, void> {
  keepBytes(source.bytes.length);
  const text = yield* checkedText(decoded(source.bytes, declaredCharset(source.bytes)));
  const root = parse(text, { treeAdapter: cappedAdapter(source.limits.cells) });
  return { type: 'document', carrier: 'html', pages: [flowPage(blocksOf(flowOf(root)))] };
}

/** A browser looks for the declaration in the first 1024 bytes; pages with long scripts before it are seen, so four times that. */
const PRESCAN = 4_096;

function declaredCharset(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, PRESCAN));
  return /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1] ?? null;
}

/**
 * parse5's adapter, counting. The depth must be capped while parsing: the parser scans its stack of open elements
 * for many tags, so that 100,000 open ones would take hours.
 */
function cappedAdapter(mostCells: number): typeof defaultTreeAdapter {
  const count = { depth: 0, cells: 0, elements: 0 };
  return {
    ...defaultTreeAdapter,
    createElement(tag: string, namespace: html.NS, attributes: DefaultTreeAdapterTypes.Element['attrs']) {
      keepElements(++count.elements);
      if (tag === 'td' || tag === 'th') keepCells(++count.cells, mostCells);
      return defaultTreeAdapter.createElement(tag, namespace, attributes);
    },
    onItemPush: () => keepDepth(++count.depth),
    onItemPop: () => {
      count.depth--;
    },
  };
}
