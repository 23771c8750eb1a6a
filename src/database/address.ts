// The address of a PostgreSQL, checked, with what of it may be told and what may not.

import { DatabaseProblem } from './problem.ts';

/** The address is not written the way addresses are written. */
export class NoAddress extends DatabaseProblem {}

export interface Address {
  readonly url: string;
  /** Host, port and database: what messages may name. */
  readonly place: string;
  /** What must not stand in any message. */
  readonly secrets: readonly string[];
}

export function addressOf(text: string): Address {
  if (!/^postgres(ql)?:\/\/./.test(text) || !URL.canParse(text)) throw new NoAddress(NEEDED);
  const { username, password, host, pathname } = new URL(text);
  const place = `${host || 'localhost'}${decodedPart(pathname)}`;
  const secrets = [text, password, decodedPart(password), username === '' ? '' : `${username}:${password}`];
  return { url: text, place, secrets };
}

function decodedPart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new NoAddress(NEEDED);
  }
}

const NEEDED =
  '数据库地址须形如 postgres://用户:密码@主机:5432/库名，密码中的特殊字符用 %XX 书写 (an address such as postgres://user:password@host:5432/database is needed, with %XX for special characters of the password)';
