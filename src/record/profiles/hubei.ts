// Hubei, as seen in its forms: 20 points for execution and 80 for the indicators (40 output, 40 benefit and satisfaction).

import type { Profile } from '../profile.ts';
import { DEFAULT_PROFILE } from './default.ts';

export const HUBEI_PROFILE: Profile = {
  ...DEFAULT_PROFILE,
  name: 'hubei',
  title: { zh: '湖北（20/80）', en: 'Hubei (20/80)' },
  weights: { execution: 20, output: 40, benefit: 30, satisfaction: 10, total: 100 },
};
