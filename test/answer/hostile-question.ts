import divisions from '../../src/core/divisions.json' with { type: 'json' };
import hostile from '../cases/hostile.json' with { type: 'json' };

/** A question that nobody asks in earnest. */
export interface HostileQuestion {
  readonly name: string;
  readonly question: string;
}

const MEGABYTE = 2 ** 20;

function repeatTo(text: string, length: number): string {
  return text.repeat(Math.ceil(length / text.length)).slice(0, length);
}

/** What cannot stand in a file of cases: halves of surrogate pairs, and texts too long for it. */
function largeQuestions(): HostileQuestion[] {
  const places = Object.values(divisions).map((entry) => entry.split('|')[0]!);
  return [
    { name: 'lone surrogates', question: '\ud83d低保\ude00对象\udfff多少\ud800' },
    { name: 'surrogates in the wrong order', question: '临湖\ude00\ud83d低保对象有多少人'.repeat(50) },
    { name: 'every division of China', question: `${places.join('')}低保对象有多少人` },
    { name: 'every division of China in a list', question: `${places.join('、')}各有多少低保对象` },
    ...['零', '低', '的', '（', '、', ' ', '2', 'a', '😀', '临湖低保对象有多少人，', '2021年', '\u202e'].map(
      (text) => ({
        name: `a megabyte of ${JSON.stringify(text)}`,
        question: repeatTo(text, MEGABYTE),
      }),
    ),
  ];
}

/** More than 300 hostile questions: each fragment in each frame, and what is too large for a file. */
export function createHostileQuestions(): HostileQuestion[] {
  const framed = hostile.fragments.flatMap(({ name, text, times }) =>
    hostile.frames.map((frame) => ({
      name: `${name} in ${frame}`,
      question: frame.replace('{}', () => text.repeat(times)),
    })),
  );
  return [...framed, ...largeQuestions()];
}

/** Numbers that stand in hostile questions and in no report. */
export const CANARIES: readonly string[] = hostile.canaries;
