// The tables of the warehouse; each comes after those that it refers to.

import type { Table } from '../column.ts';
import { EVIDENCE } from './evidence.ts';
import { FINDING } from './finding.ts';
import { FORM } from './form.ts';
import { FUNDING } from './funding.ts';
import { INDICATOR } from './indicator.ts';
import { NARRATIVE } from './narrative.ts';
import { RULE } from './rule.ts';
import { SOURCE } from './source.ts';

/** What every load writes; the catalogue of rules is written once a session. */
export const LOADED: readonly Table[] = [SOURCE, FORM, FUNDING, INDICATOR, NARRATIVE, FINDING, EVIDENCE];
export const ALL_TABLES: readonly Table[] = [RULE, ...LOADED];
export { RULE, ruleRows } from './rule.ts';
