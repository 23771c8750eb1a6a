// The families of forms: 财政部 and what each province makes of it.
// Surprise: every family is the base form with differences, since that is how they came about.

import { DEPARTMENT, MOF_AB, POVERTY, TRANSFER } from './families/national.ts';
import {
  BEIJING,
  CHONGQING_FLAT,
  GUANGDONG,
  GUANGSHUI,
  HEBEI,
  HUBEI_20,
  HUNAN,
  WUHAN,
  XIZANG,
} from './families/provinces.ts';
import { SHANXI, SICHUAN_2020, SICHUAN_2022, YUNNAN } from './families/western.ts';
import { BASE, type Family } from './family.ts';

export const FAMILIES: readonly Family[] = [
  BASE,
  MOF_AB,
  SHANXI,
  POVERTY,
  TRANSFER,
  YUNNAN,
  SICHUAN_2022,
  SICHUAN_2020,
  HUBEI_20,
  GUANGSHUI,
  WUHAN,
  HEBEI,
  CHONGQING_FLAT,
  BEIJING,
  HUNAN,
  GUANGDONG,
  XIZANG,
  DEPARTMENT,
];
