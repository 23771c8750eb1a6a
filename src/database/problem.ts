// What a database said → words that say what to do.
// Surprise: no message repeats the address or any part of it that is secret, not even where a driver's own words would.

/** Not a bug, and not the documents' fault: an address, rights, a server, a disk. */
export class DatabaseProblem extends Error {
  /** Whether the same thing may work in a while. */
  readonly passing: boolean;

  constructor(message: string, passing = false) {
    super(message);
    this.passing = passing;
  }
}

/** By SQLSTATE or by the operating system's code. */
const WORDS: Readonly<Record<string, string>> = {
  '28P01': '用户名或密码不对 (wrong user name or password)',
  '28000':
    '服务器不接受此用户，或要求加密连接 (the server does not accept this user, or wants TLS: ?sslmode=require)',
  '3D000': '没有这个数据库，请先创建 (no such database; create it first)',
  '42501':
    '此用户权限不足：需要在该库中建立或写入 hebiao 架构 (missing rights: the user must be allowed to create or write the schema hebiao)',
  '3F000': '没有 hebiao 架构，且无权建立 (there is no schema hebiao, and no right to create it)',
  '42P01': '此库中没有所需的表，请先 hebiao submit 或 load (a table is missing; submit or load first)',
  '25006': '数据库只读 (the database is read-only)',
  EACCES: '没有权限 (permission denied)',
  ENOTFOUND: '找不到主机 (no such host)',
  EAI_AGAIN: '找不到主机 (no such host)',
  DEPTH_ZERO_SELF_SIGNED_CERT: '证书无法验证 (the certificate cannot be verified)',
  SELF_SIGNED_CERT_IN_CHAIN: '证书无法验证 (the certificate cannot be verified)',
};

/** These pass by themselves: the server restarts, is full for a moment, or the network is down. */
const PASSING: Readonly<Record<string, string>> = {
  ECONNREFUSED: '连接被拒绝，数据库是否在运行？ (connection refused; is the database running?)',
  ECONNRESET: '连接中断 (the connection broke)',
  EPIPE: '连接中断 (the connection broke)',
  ETIMEDOUT: '连接超时 (the connection timed out)',
  EHOSTUNREACH: '主机不可达 (host unreachable)',
  '53300': '连接数已满 (too many connections)',
  '53100': '数据库磁盘已满 (the disk of the database is full)',
  '57P01': '数据库正在关闭 (the database is shutting down)',
  '57P02': '数据库正在恢复 (the database is recovering)',
  '57P03': '数据库正在启动 (the database is starting)',
  '40001': '事务冲突 (two transactions met)',
  '40P01': '事务冲突 (two transactions met)',
  '08006': '连接中断 (the connection broke)',
  '08003': '连接中断 (the connection broke)',
};

/** What pg says without a code when its connection goes away. */
const BROKEN = /connection terminated|timeout exceeded when trying to connect|connection error/i;

/** `place` is named in the message; `secrets` are kept out of it. */
export function problemFrom(
  error: unknown,
  { place, secrets }: { readonly place: string; readonly secrets: readonly string[] },
): DatabaseProblem {
  if (error instanceof DatabaseProblem) return error;
  const code = codeOf(error);
  const message = withoutSecrets(error instanceof Error ? error.message : String(error), secrets);
  const passing = PASSING[code] ?? (BROKEN.test(message) ? PASSING.ECONNRESET : undefined);
  if (passing !== undefined) return new DatabaseProblem(`${place}: ${passing}`, true);
  const words = WORDS[code] === undefined ? message : `${WORDS[code]}: ${message}`;
  return new DatabaseProblem(`${place}: ${words}`);
}

/** A host name with several addresses gives one error with several inside. */
function codeOf(error: unknown): string {
  if (error instanceof AggregateError && !('code' in error)) return codeOf(error.errors[0]);
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

export function withoutSecrets(words: string, secrets: readonly string[]): string {
  return secrets
    .filter((secret) => secret !== '')
    .reduce((text, secret) => text.replaceAll(secret, '***'), words);
}
