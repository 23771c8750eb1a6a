// A desk with one empty source, and a server over it: what the door is tried on.
// Surprise: nothing is worked out anew here; an edit is only kept, so that a test can see what reached the desk.

import type { ServedDesk } from '../../../src/review/server/routes.ts';
import { ReviewServer } from '../../../src/review/server.ts';
import type { Listing, SourceView } from '../../../src/review/view.ts';

export const ID = '0123456789ab';
/** Here the desk fails as a bug would. */
export const BROKEN = 'ffffffffffff';

const VIEW: SourceView = {
  id: ID,
  name: '</script><img src=x onerror=alert(1)>.txt',
  version: 0,
  editable: true,
  report: {
    schemaVersion: '1',
    source: { name: 'form.txt', sha256: null, bytes: 1, carrier: 'text', pages: 1 },
    evaluations: [],
    diagnostics: [],
  },
  pages: [],
  bindings: [],
  doubts: [],
  corrections: [],
};

const LISTING: Listing = { total: 1, settled: 0, matching: 1, entries: [] };

export interface Served {
  readonly server: ReviewServer;
  readonly port: number;
  readonly token: string;
  readonly log: readonly string[];
  readonly edits: readonly unknown[];
  readonly settled: () => number;
}

export async function served(readOnly = false): Promise<Served> {
  const [log, edits]: [string[], unknown[]] = [[], []];
  let settled = 0;
  const desk: ServedDesk = {
    listing: async () => LISTING,
    view: async (id) => {
      if (id === BROKEN) throw new Error('a bug\nin two lines');
      return id === ID ? { ...VIEW, version: edits.length } : null;
    },
    edit: async (_, request) => {
      if (request.version !== edits.length) return null;
      edits.push(request);
      return { ...VIEW, version: edits.length };
    },
    picture: async () => null,
    settle: async () => {
      settled += 1;
    },
  };
  const sitting = { results: 'out', by: '王芳', readOnly, language: 'zh' } as const;
  const server = await ReviewServer.listen(desk, sitting, 0, (line) => log.push(line));
  const { port, pathname } = new URL(server.address);
  return { server, port: Number(port), token: pathname.slice(1, -1), log, edits, settled: () => settled };
}
