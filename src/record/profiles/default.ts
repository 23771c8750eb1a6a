// The usual national frame, as seen in form footnotes, local measures and systems in use. Not official.

import type { Profile } from '../profile.ts';

export const DEFAULT_PROFILE: Profile = {
  name: 'default',
  title: { zh: '通用（10/50/30/10）', en: 'Usual frame (10/50/30/10)' },
  weights: { execution: 10, output: 50, benefit: 30, satisfaction: 10, total: 100 },
  fallingFormulas: ['inverse', 'linear'],
  grades: [
    { grade: '优', from: 90 },
    { grade: '良', from: 80 },
    { grade: '中', from: 60 },
    { grade: '差', from: 0 },
  ],
  lowExecution: 80,
  scoreAboveExecution: 5,
  overachievement: 130,
  costOverrun: 15,
  fullMarksRows: 10,
  saneFunds: { least: 100, most: 100_000_000_000 },
  reading: { doubtedBelow: 0.7, mostDoubts: 12, likelyFrom: 0.01 },
};
