// Command: makes the pages that `npm run accuracy` measures on. Usage: node tests/accuracy/generate.ts FOLDER KINDS FIRST COUNT [drill]
// Surprise: it needs Chromium and CJK fonts; the pages themselves then need neither.

import { DEGRADATIONS } from '../support/scan/degrade.ts';
import { generate } from '../support/scan/generate.ts';

const [folder = 'out/accuracy', kinds = 'all', first = '1', count = '20', drill = ''] = process.argv.slice(2);
const chosen =
  kinds === 'all' ? DEGRADATIONS : DEGRADATIONS.filter((kind) => kinds.split(',').includes(kind));
await generate(folder, chosen, { first: Number(first), count: Number(count), drill: drill === 'drill' });
