// The profiles that come with the program, by name.

import type { Profile } from '../profile.ts';
import { DEFAULT_PROFILE } from './default.ts';
import { HUBEI_PROFILE } from './hubei.ts';
import { SICHUAN_PROFILE } from './sichuan.ts';

export const PROFILES: readonly Profile[] = [DEFAULT_PROFILE, SICHUAN_PROFILE, HUBEI_PROFILE];

export function profileNamed(name: string): Profile | null {
  return PROFILES.find((profile) => profile.name === name) ?? null;
}

export { DEFAULT_PROFILE };
