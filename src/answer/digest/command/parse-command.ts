import { findTopic } from '../topic.ts';
import commandWords from './command-words.json' with { type: 'json' };
import dayWords from './day-words.json' with { type: 'json' };
import { findZone } from './find-zone.ts';

type Verb = keyof typeof commandWords;

/** Settings of a digest that a command changes. */
export interface DigestChange {
  readonly isOn?: boolean;
  /** Minutes after midnight. */
  readonly minute?: number;
  /** IANA name. */
  readonly zone?: string;
  /** One bit a day of the week, Monday the lowest. */
  readonly days?: number;
  readonly topics?: readonly string[];
  readonly silent?: boolean;
  readonly listsUnanswered?: boolean;
}

/** What of a command is not understood. */
export type WrongPart = 'verb' | 'time' | 'zone' | 'days' | 'topics' | 'follow' | 'switch' | 'pause';

/** What stands after /digest. */
export type DigestCommand =
  | { readonly do: 'show' | 'preview' | 'now' | 'why' | 'resume' }
  | { readonly do: 'change'; readonly change: DigestChange }
  | { readonly do: 'follow' | 'unfollow'; readonly topics: readonly string[] }
  /** For so many milliseconds. */
  | { readonly do: 'pause'; readonly length: number }
  | { readonly do: 'wrong'; readonly part: WrongPart };

const HOUR = 3_600_000;
const UNITS: Readonly<Record<string, number>> = {
  ...{ h: HOUR, 小时: HOUR, 小時: HOUR, d: 24 * HOUR, 天: 24 * HOUR, 日: 24 * HOUR, w: 168 * HOUR, 周: 168 * HOUR },
  ...{ 週: 168 * HOUR },
};
/** Longest pause. */
const YEAR = 366 * 24 * HOUR;
const ALL = /^(?:all|全部|所有)$/iu;

/** Reads a command. Wrong arguments are named, never guessed at. */
export function parseDigestCommand(text: string): DigestCommand {
  const [typed = '', ...words] = text.trim().split(/[\s,，、]+/u);
  if (typed === '') return { do: 'show' };
  const verb = findVerb(typed);
  return verb === null ? { do: 'wrong', part: 'verb' } : PARSERS[verb](words);
}

function findVerb(typed: string): Verb | null {
  const wanted = typed.toLowerCase();
  const verbs = Object.entries(commandWords).filter(([, words]) => words.includes(wanted));
  return (verbs[0]?.[0] as Verb | undefined) ?? null;
}

type Parser = (words: readonly string[]) => DigestCommand;

/** Without arguments: what is typed after them was meant otherwise. */
function alone(command: DigestCommand): Parser {
  return (words) => (words.length === 0 ? command : { do: 'wrong', part: 'verb' });
}

const PARSERS: Readonly<Record<Verb, Parser>> = {
  on: alone({ do: 'change', change: { isOn: true } }),
  off: alone({ do: 'change', change: { isOn: false } }),
  preview: alone({ do: 'preview' }),
  now: alone({ do: 'now' }),
  why: alone({ do: 'why' }),
  resume: alone({ do: 'resume' }),
  time: parseTime,
  zone: parseZone,
  days: parseDays,
  topics: parseTopics,
  follow: (words) => parseNames(words, 'follow'),
  unfollow: (words) => parseNames(words, 'unfollow'),
  silent: (words) => parseSwitch(words, (on) => ({ silent: on })),
  'ask-unanswered': (words) => parseSwitch(words, (on) => ({ listsUnanswered: on })),
  pause: parsePause,
};

function parseTime([word = '', ...rest]: readonly string[]): DigestCommand {
  const [, hour, minute] = /^(\d{1,2})[:：](\d{2})$/u.exec(word) ?? [];
  const minutes = Number(hour) * 60 + Number(minute);
  const isRight = rest.length === 0 && Number(hour) < 24 && Number(minute) < 60;
  return isRight ? { do: 'change', change: { minute: minutes } } : { do: 'wrong', part: 'time' };
}

function parseZone([word = '', ...rest]: readonly string[]): DigestCommand {
  const zone = rest.length === 0 ? findZone(word) : null;
  return zone === null ? { do: 'wrong', part: 'zone' } : { do: 'change', change: { zone } };
}

function parseDays(words: readonly string[]): DigestCommand {
  const found = words.map((word) => Object.values(dayWords).find((one) => one.words.includes(word.toLowerCase())));
  const days = found.reduce((sum, one) => sum | (one?.days ?? 0), 0);
  return days === 0 || found.includes(undefined) ? { do: 'wrong', part: 'days' } : { do: 'change', change: { days } };
}

function parseTopics(words: readonly string[]): DigestCommand {
  if (words.length === 1 && ALL.test(words[0] ?? '')) return { do: 'change', change: { topics: [] } };
  const topics = readTopics(words);
  return topics === null ? { do: 'wrong', part: 'topics' } : { do: 'change', change: { topics } };
}

function parseNames(words: readonly string[], verb: 'follow' | 'unfollow'): DigestCommand {
  const topics = readTopics(words);
  return topics === null ? { do: 'wrong', part: 'follow' } : { do: verb, topics };
}

/** The topics meant, each once; null when there is none or one that nobody knows. */
function readTopics(words: readonly string[]): readonly string[] | null {
  const topics = words.flatMap((word) => findTopic(word) ?? []);
  return topics.length === 0 || topics.length < words.length ? null : [...new Set(topics)];
}

function parseSwitch(words: readonly string[], change: (on: boolean) => DigestChange): DigestCommand {
  const [word = ''] = words;
  const verb = words.length === 1 ? findVerb(word) : null;
  return verb === 'on' || verb === 'off'
    ? { do: 'change', change: change(verb === 'on') }
    : { do: 'wrong', part: 'switch' };
}

function parsePause([word = '', ...rest]: readonly string[]): DigestCommand {
  const [, count, unit = ''] = /^(\d{1,4})(\p{L}{1,2})$/u.exec(word) ?? [];
  const length = Number(count) * (UNITS[unit.toLowerCase()] ?? Number.NaN);
  const isRight = rest.length === 0 && length > 0 && length <= YEAR;
  return isRight ? { do: 'pause', length } : { do: 'wrong', part: 'pause' };
}
