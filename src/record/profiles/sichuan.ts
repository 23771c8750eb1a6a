// Sichuan, as seen in its forms and their printed instructions since 2022: an execution rate below 90 % needs a reason.

import type { Profile } from '../profile.ts';
import { DEFAULT_PROFILE } from './default.ts';

export const SICHUAN_PROFILE: Profile = {
  ...DEFAULT_PROFILE,
  name: 'sichuan',
  title: { zh: '四川', en: 'Sichuan' },
  lowExecution: 90,
};
