import type { Detected, DetectionText } from './detected.ts';

const KIND =
  '(?:人民政府办公[厅室]|人民政府|统计局|[\\p{Script=Han}]{0,14}(?:局|厅|委员会|办公[厅室]|部|署|总局|管委会|协会|总会|法院|检察院|银行))';
const FIELD = new RegExp(
  `(?:发布机构|发文机关|发布单位|来源|信息来源)\\s*[:：]?\\s*([\\p{Script=Han}]*?${KIND})(?![\\p{Script=Han}])`,
  'u',
);
const IN_TITLE =
  /^([\p{Script=Han}XＸ×*]{2,}?(?:人民政府|局|厅|委员会|委|办公[厅室]))(?=.*(?:总结|报告|公报|要点|思路|计划))/u;
const SPEAKER = /我(?:受|代表)([\p{Script=Han}]{0,10}(?:人民政府|国务院|市政府|省政府|县政府|区政府|委员会|局))/u;
const PRESIDED = /([\p{Script=Han}]{2,12}人民政府)(?:代?省长|代?市长|代?县长|代?区长|代?州长|主席)/u;
/** Words that are no part of an organ's name. */
const NOT_ORGAN = /^(?:各|全|由|与|和|在|本)|工作|建设|服务|日报|晚报/u;

/** The authority that issued the report: as signed, as spoken for, as titled, as the page names it. */
export function findIssuer(text: DetectionText): Detected<string> | null {
  const found = [signedBy(text), spokenFor(text), titledBy(text), namedByPage(text)].filter(
    (issuer) => issuer !== null,
  );
  const best = found[0];
  if (best === undefined) return null;
  return found.find(({ value }) => value.length > best.value.length && value.endsWith(best.value)) ?? best;
}

function signedBy({ clean, lines }: DetectionText): Detected<string> | null {
  const signatures = lines.filter(({ kind, text }) => kind === 'signature' && !NOT_ORGAN.test(text));
  const issued = lines.find(({ kind, text }) => kind === 'metadata' && /印发$/u.test(text));
  const line = signatures[0] ?? issued;
  if (line === undefined) return null;
  const name = /^[\p{Script=Han}XＸ×*()]+/u.exec(line.text)?.[0].replace(/办公室$/u, '') ?? '';
  if (name.length < 3) return null;
  const span = { start: line.start, end: line.start + name.length };
  return { value: clean.text.slice(span.start, span.end), confidence: 0.9, evidence: [span] };
}

function spokenFor({ clean, bodyStart }: DetectionText): Detected<string> | null {
  const head = clean.folded.slice(0, bodyStart + 600);
  const presided = PRESIDED.exec(head);
  const speaker = presided ?? SPEAKER.exec(head);
  if (speaker === null) return null;
  const start = speaker.index + speaker[0].indexOf(speaker[1]!);
  const value = speaker[1]!;
  return { value, confidence: 0.9, evidence: [{ start, end: start + value.length }] };
}

function titledBy({ clean, lines, bodyStart }: DetectionText): Detected<string> | null {
  for (const { kind, text, start } of lines) {
    if (kind !== 'title' || start > bodyStart) continue;
    const organ = IN_TITLE.exec(text)?.[1];
    if (organ === undefined || /^关于/u.test(text) || organ.length < 4) continue;
    const span = { start, end: start + organ.length };
    return { value: clean.text.slice(span.start, span.end), confidence: 0.85, evidence: [span] };
  }
  return null;
}

function namedByPage({ clean, lines }: DetectionText): Detected<string> | null {
  for (const line of lines) {
    if (line.kind !== 'metadata') continue;
    const found = FIELD.exec(line.text);
    if (found?.[1] === undefined || NOT_ORGAN.test(found[1])) continue;
    const start = line.start + found.index + found[0].lastIndexOf(found[1]);
    return {
      value: clean.text.slice(start, start + found[1].length),
      confidence: 0.8,
      evidence: [{ start, end: start + found[1].length }],
    };
  }
  return null;
}

const NUMBER = /[\p{Script=Han}]{2,12}\s*[〔[(【](?:19|20)\d{2}[〕\])】]\s*(?:第\s*)?\d{1,4}\s*号/u;

/** The document number, where a line of the head is nothing else. */
export function findDocumentNumber({ clean, lines, bodyStart }: DetectionText): Detected<string> | null {
  for (const { kind, text, start } of lines) {
    const found = kind === 'metadata' && start <= bodyStart ? NUMBER.exec(text) : null;
    if (found === null) continue;
    const span = { start: start + found.index, end: start + found.index + found[0].length };
    return {
      value: clean.text.slice(span.start, span.end).replace(/^(?:文号|发文字号)/u, ''),
      confidence: 0.95,
      evidence: [span],
    };
  }
  return null;
}
