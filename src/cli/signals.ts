// What ends a command from outside: Ctrl-C, a request to end, a terminal that was closed. A second signal ends it at once.
// Surprise: Node forgets that nohup had it ignore a hangup; where no terminal is attached, it is ignored here.

import { isatty } from 'node:tty';

export function onInterruption(stop: () => void): void {
  process.removeAllListeners('SIGINT').once('SIGINT', stop).once('SIGTERM', stop);
  const isAttended = [0, 1, 2].some((stream) => isatty(stream));
  if (isAttended) process.once('SIGHUP', stop);
  else process.on('SIGHUP', () => {});
}
