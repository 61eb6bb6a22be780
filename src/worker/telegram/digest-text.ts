import type { WrongPart } from '../../answer/digest/command/parse-command.ts';
import { TOPIC_NAMES } from '../../answer/digest/topic.ts';
import type { DigestFate } from '../digest/digest-records.ts';
import { type DigestSettings, dueAfter } from '../digest/digest-settings.ts';
import { createLocalTime } from '../digest/local-time.ts';
import { ALL_DAYS, WEEKEND, WORKDAYS } from '../digest/schedule.ts';
import type { DigestWording } from './digest-wording.ts';

interface Now {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly words: DigestWording;
}

/** The settings of a digest, one a line, and the commands that change them. */
export function digestSettingsText(settings: DigestSettings, { now, words }: Now): string {
  const { isOn, minute, zone, topics, follows, silent, listsUnanswered } = settings;
  const list = (names: readonly string[], none: string): string => (names.length === 0 ? none : names.join('、'));
  const onOff = (on: boolean): string => (on ? words.on : words.off);
  const clock = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
  return [
    `${words.title}：${onOff(isOn)}`,
    `${words.time}：${clock} ${zone}`,
    `${words.days}：${daysText(settings.days, words)}`,
    `${words.topics}：${list(topics, words.all)}`,
    `${words.follows}：${list(follows, words.none)}`,
    `${words.silent}：${onOff(silent)}`,
    `${words.unanswered}：${onOff(listsUnanswered)}`,
    ...nextLines(settings, { now, words }),
    '',
    words.usage,
  ].join('\n');
}

/** When the last digest went out, and why the last that did not go out did not. */
export function digestWhyText(
  fates: readonly DigestFate[],
  { settings, now, words }: Now & { readonly settings: DigestSettings },
): string {
  const time = createLocalTime(settings.zone);
  const tell = ({ state, reason, changedAt, dueAt }: DigestFate): string => {
    const why = reason === null ? '' : `：${words.reasons[reason] ?? reason}`;
    return `${time.show(state === 'sent' ? changedAt : dueAt)} ${words.fates[state]}${state === 'sent' ? '' : why}`;
  };
  const sent = fates.find(({ state }) => state === 'sent');
  const missed = fates.find(({ state }) => state !== 'sent');
  return [
    `${words.title}：${settings.isOn ? words.on : words.off}`,
    sent === undefined ? words.never : `${words.last}：${tell(sent)}`,
    missed === undefined ? words.noneMissed : `${words.notOut}：${tell(missed)}`,
    `${words.days}：${daysText(settings.days, words)}`,
    ...nextLines(settings, { now, words }),
  ].join('\n');
}

/** What is wrong with a command, and a right one. */
export function wrongCommandText(part: WrongPart, words: DigestWording): string {
  return words.wrong[part].replace('{topics}', TOPIC_NAMES.join(' '));
}

function nextLines(settings: DigestSettings, { now, words }: Now): readonly string[] {
  const { zone, pausedUntil } = settings;
  const time = createLocalTime(zone);
  const due = dueAfter(settings, now);
  const isPaused = pausedUntil !== null && pausedUntil > now;
  return [
    ...(isPaused ? [`${words.pausedUntil}：${time.show(pausedUntil)}`] : []),
    ...(due === null ? [] : [`${words.next}：${time.show(due)}`]),
  ];
}

function daysText(days: number, words: DigestWording): string {
  const usual = new Map([
    [ALL_DAYS, words.daily],
    [WORKDAYS, words.workdays],
    [WEEKEND, words.weekend],
  ]);
  return usual.get(days) ?? words.weekdays.filter((_, day) => ((days >> day) & 1) === 1).join('、');
}
