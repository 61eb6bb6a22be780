import { createAnswerer } from '../answer/answer.ts';
import { createDigest } from '../answer/digest/create-digest.ts';
import { findTopic, TOPIC_NAMES } from '../answer/digest/topic.ts';
import { WenjuError } from '../core/error.ts';
import { createOramaBackend } from '../core/orama-backend.ts';
import { parseFlags, runCommand } from './arguments.ts';
import { printReply } from './ask/print-reply.ts';
import { loadArtefact } from './load-artefact.ts';

const COMMAND = 'digest';
const DEFAULT_INDEX = 'index';

/** `npm run digest`: the digest of a day as a chat that has seen nothing yet would get it. */
async function digest(): Promise<void> {
  const flags = parseFlags(COMMAND, {
    date: { type: 'string', default: new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' }) },
    chat: { type: 'string', default: '0' },
    topics: { type: 'string', default: '' },
    follow: { type: 'string', default: '' },
    index: { type: 'string', default: DEFAULT_INDEX },
  });
  const artefact = await loadArtefact(flags.index);
  const { corpus } = createAnswerer({ artefact, backend: createOramaBackend(artefact) });
  const { parts } = createDigest(corpus).compose({
    day: parseDate(flags.date),
    seed: digestSeed(flags.chat),
    topics: parseTopics(flags.topics),
    follows: parseTopics(flags.follow),
    shown: new Set(),
    changes: [],
    questions: [],
  });
  if (parts.length === 0) process.stdout.write('这一天没有可发的内容。\n');
  for (const [i, { reply }] of parts.entries()) {
    if (i > 0) process.stdout.write('\n');
    printReply(reply, process.stdout);
  }
}

/** A chat, or a chat and its topic: -100123 or -100123:7. */
function digestSeed(chat: string): string {
  if (/^-?\d+(?::\d+)?$/u.test(chat)) return chat.includes(':') ? chat : `${chat}:0`;
  throw new WenjuError('usage', `${COMMAND}: --chat 要是群的编号，如 -1001234567890`, { command: COMMAND });
}

function parseDate(date: string): string {
  const time = /^\d{4}-\d\d-\d\d$/u.test(date) ? Date.parse(date) : Number.NaN;
  if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(date)) return date;
  throw new WenjuError('usage', `${COMMAND}: --date 要写成 2026-11-22 这样`, { command: COMMAND });
}

function parseTopics(list: string): readonly string[] {
  return list
    .split(/[,，、\s]+/u)
    .filter((word) => word !== '')
    .map((word) => {
      const topic = findTopic(word);
      if (topic !== null) return topic;
      throw new WenjuError('usage', `${COMMAND}: 没有话题 ${word}。可选：${TOPIC_NAMES.join(' ')}`, {
        command: COMMAND,
      });
    });
}

await runCommand(COMMAND, digest);
