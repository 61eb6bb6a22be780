import type { Segmenter } from '../../core/segmenter.ts';
import impliedNouns from './implied-nouns.json' with { type: 'json' };
import type { Lexicon } from './lexicon.ts';
import type { Concept } from './query.ts';

interface Words {
  readonly lexicon: Lexicon;
  readonly segmenter: Segmenter;
}

const MONTH = /\d{1,2}月(?:\d{1,2}日|份|底|初|末|[上中下]旬)?/u;
const RUN = /\d{1,2}月(?:\d{1,2}日|份|底|初|末|[上中下]旬)?|\p{Script=Han}+|[a-z\d][a-z\d.&+-]*/gu;
const STARTS_WITH_HAN = /^\p{Script=Han}/u;

/** The longest lexicon phrase of two or more characters at a position. */
function phraseAt(run: string, { at, lexicon }: { at: number; lexicon: Lexicon }): string | null {
  for (let length = Math.min(lexicon.longest(run[at]!), run.length - at); length >= 2; length--) {
    const phrase = run.slice(at, at + length);
    if (lexicon.isStop(phrase) || lexicon.find(phrase) !== null) return phrase;
  }
  return null;
}

function conceptOf(word: string, lexicon: Lexicon): Concept {
  const entry = lexicon.find(word);
  return {
    asked: word,
    alternatives: entry?.alternatives ?? [{ text: word, strength: 1 }],
    role: entry?.role ?? 'thing',
  };
}

/** A run in phrases of the lexicon and, between them, words of the reports. */
function cutRun(run: string, { lexicon, segmenter }: Words): string[] {
  const pieces: string[] = [];
  let rest = '';
  for (let at = 0; at < run.length; ) {
    const phrase = phraseAt(run, { at, lexicon });
    if (phrase === null) {
      rest += run[at++];
      continue;
    }
    pieces.push(...segmenter.cut(rest), phrase);
    rest = '';
    at += phrase.length;
  }
  return [...pieces, ...segmenter.cut(rest)];
}

/** How nearly a word means the longer one that a last character makes of it: 移民 for 移民村. */
const STEM = 0.75;
/** Last characters that make a body or a person of what they do: a 监测站 is no 监测. */
const DOER = /[站所馆院师员]/u;
const DOER_STEM = 0.5;

/** A word with the single character after it: 移民村 first, then whatever 移民 may be called. */
function compound(stem: Concept, suffix: string): Concept {
  const asked = stem.asked + suffix;
  const stems = stem.alternatives.map(({ text, strength }) => ({
    text,
    strength: strength * (DOER.test(suffix) ? DOER_STEM : STEM),
  }));
  return { asked, alternatives: [{ text: asked, strength: 1 }, ...stems], role: stem.role };
}

/** What is done makes a thing of its rate: 办结 and 率. */
function rateOf(stem: Concept): Concept {
  return { ...compound(stem, '率'), role: 'thing' };
}

/** Words without content alone that tell a noun after them from others: 数字门牌. */
const MODIFIER = /^(?:数字|数据|实际)$/u;

/** The concepts of a run: its phrases and words, a single unknown character joined to its neighbours. */
function hanConcepts(run: string, words: Words): Concept[] {
  const { lexicon } = words;
  const found: Concept[] = [];
  let loose = '';
  let single = '';
  let follows = false;
  function flush(): void {
    const stem = found.at(-1);
    if (loose.length > 1) found.push(conceptOf(loose, lexicon));
    else if (loose === '率' && follows && stem !== undefined) found[found.length - 1] = rateOf(stem);
    else if (loose !== '' && follows && stem?.role === 'thing') found[found.length - 1] = compound(stem, loose);
    else if (loose !== '' && lexicon.find(loose)?.role === 'thing') single = loose;
    loose = '';
    follows = false;
  }
  const pieces = cutRun(run, words);
  for (const [index, word] of pieces.entries()) {
    // A character before 了, 得 or 过 is a verb and not the end of the noun before it: 机构签了.
    if (loose.length === 1 && follows && /^[了得过着]$/u.test(word)) loose = '';
    if (word.length === 1 && !lexicon.isStop(word) && lexicon.find(word)?.role !== 'action') {
      loose += word;
      continue;
    }
    flush();
    const next = pieces[index + 1];
    if (MODIFIER.test(word) && next !== undefined && !lexicon.isStop(next)) {
      found.push({ ...conceptOf(word, lexicon), role: 'action' });
      continue;
    }
    if (lexicon.isStop(word)) continue;
    found.push(conceptOf(word, lexicon));
    follows = word.length > 1;
  }
  // 谁的寿命长: an adjective, not the end of the noun.
  if (follows && /^[长短大小贵重强弱早晚远近]$/u.test(loose)) loose = '';
  flush();
  // One character names a thing only where nothing else does: 用了多少电.
  return single !== '' && !found.some(({ role }) => role === 'thing') ? [...found, conceptOf(single, lexicon)] : found;
}

/** Whether a word of a question implies a noun beside it: whoever is 收养 is a 孩子. */
function implies({ asked, alternatives }: Concept, noun: string): boolean {
  return Object.entries(impliedNouns).some(
    ([word, nouns]) =>
      nouns.includes(noun) && (asked.includes(word) || alternatives[1]?.text.startsWith(word) === true),
  );
}

/** Nouns that another word of the question implies need not be found: 收养登记213件 tells how many 孩子 were adopted. */
function withoutImplied(concepts: readonly Concept[]): Concept[] {
  return concepts.map((concept) =>
    concept.role === 'thing' && concepts.some((other) => other !== concept && implies(other, concept.asked))
      ? { ...concept, role: 'action' as const }
      : concept,
  );
}

/**
 * The concepts of a piece of a question, in order, each once.
 *
 * @param text normalised, names of places and periods blanked out
 */
export function findConcepts(text: string, words: Words): Concept[] {
  const found = [...text.matchAll(RUN)].flatMap(([run]) => {
    if (MONTH.test(run)) return [{ ...conceptOf(run.replace('份', ''), words.lexicon), role: 'action' as const }];
    return STARTS_WITH_HAN.test(run) ? hanConcepts(run, words) : [conceptOf(run, words.lexicon)];
  });
  return withoutImplied(
    found.filter((concept, index) => found.findIndex(({ asked }) => asked === concept.asked) === index),
  );
}

/** Positions of a text that phrases of the lexicon and particles cover: words that are spelled right. */
export function coveredPositions(text: string, lexicon: Lexicon): ReadonlySet<number> {
  const covered = new Set<number>();
  for (let at = 0; at < text.length; ) {
    const phrase = phraseAt(text, { at, lexicon });
    const length = phrase?.length ?? (lexicon.isStop(text[at]!) ? 1 : 0);
    for (let i = 0; i < length; i++) covered.add(at + i);
    at += Math.max(1, length);
  }
  return covered;
}
