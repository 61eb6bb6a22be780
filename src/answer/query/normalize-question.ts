import { matchView } from '../match-view.ts';

/** Longest part of a question that is read, in UTF-16 code units: far beyond any real question. */
export const MAX_READ_LENGTH = 300;

const INVISIBLE = /(?:[\p{Cc}\p{Cf}\p{Co}\p{Cs}]|\u{FE0F}|\u{20E3})+/gu;
/** Spaces beside a Chinese character; one between two numbers keeps them apart. */
const HAN_SPACE =
  /(?<=[\p{Script=Han}，。、？！；：])\s+(?=[\p{Script=Han}\d，。、？！；：])|(?<=\d)\s+(?=[\p{Script=Han}，。、？！；：])/gu;

/** Characters of written Cantonese, in the words reports use. */
const CANTONESE: Readonly<Record<string, string>> = {
  ...{ 嘅: '的', 攞: '拿', 咗: '了', 喺: '在', 係: '是', 唔: '不' },
  ...{ 冇: '没', 佢: '他', 嗰: '那', 畀: '给', 睇: '看' },
};

/** A multiplier between the question word and the unit: 多少万人, 几百家. The unit is what matters. */
const ASKED_MULTIPLIER =
  /(多少|几)(?:[十百千]*[万亿]|[十百千]+)个?(?=[人名位户家所间件例宗起对张座处条项次场辆台头只枚艘架部套份本册卷株棵吨斤亩度元米里]|公|平方|立方|千瓦|标)/gu;

/**
 * A question as it is read: folded, lower case, without control and direction characters, pictographs, and spaces between Chinese characters.
 */
export function normalizeQuestion(question: string): string {
  const visible = question
    .slice(0, 4 * MAX_READ_LENGTH)
    .replace(INVISIBLE, ' ')
    .replace(/\p{Extended_Pictographic}+/gu, (found) => (/^[\d#*]/u.test(found) ? found : ' '));
  return matchView(visible)
    .replace(/几多/gu, '多少')
    .replace(/[嘅攞咗喺係唔冇佢嗰畀睇]/gu, (character) => CANTONESE[character] ?? character)
    .replace(/\s+/gu, ' ')
    .replace(HAN_SPACE, '')
    .replace(ASKED_MULTIPLIER, '$1')
    .trim()
    .slice(0, MAX_READ_LENGTH);
}
