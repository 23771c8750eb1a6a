// Leaves out of mutation what people read: the strings of { zh, en }. Goldens and proofreading hold those; no arithmetic hangs on them.

import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';

const LANGUAGES = new Set(['zh', 'en']);

/** A text that stands directly as the value of `zh` or `en`. */
function shouldIgnore({ node, parent }) {
  const isText = node.type === 'StringLiteral' || node.type === 'TemplateLiteral';
  const isWords = isText && parent?.type === 'ObjectProperty' && LANGUAGES.has(parent.key.name);
  return isWords ? 'the words of a message' : undefined;
}

export const strykerPlugins = [declareValuePlugin(PluginKind.Ignore, 'words', { shouldIgnore })];
