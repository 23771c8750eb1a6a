// Made-up forms that add up, and the same forms with one error.

export { drawn } from './draw.ts';
export { ERROR_CODES, type ErrorCode, type Injected, withError } from './errors.ts';
export { FAMILIES } from './families.ts';
export type { DrawnCell, DrawnForm, DrawnLine, Expected, Json, Plan, Pointer } from './plan.ts';
export { randomForm } from './random.ts';
