import type { Alternative } from './query.ts';
import questionUnits from './question-units.json' with { type: 'json' };
import stopPhrases from './stop-phrases.json' with { type: 'json' };
import synonyms from './synonyms.json' with { type: 'json' };

/** Words that mean the same, with what kind of word they are. */
export interface LexiconEntry {
  readonly role: 'thing' | 'action';
  /** The word itself first. */
  readonly alternatives: readonly Alternative[];
}

/** The general words of the domain: synonyms, words that ask, words without content. */
export interface Lexicon {
  find(phrase: string): LexiconEntry | null;
  isStop(phrase: string): boolean;
  /** Length of the longest entry that starts with a character. */
  longest(character: string): number;
  /** Whether two characters stand side by side inside one of its phrases. */
  holdsPair(pair: string): boolean;
}

/** How nearly the other words of a group mean the same; those marked `~` are broader or narrower, those marked `!` something else. */
const SYNONYM = 0.95;
const RELATED = 0.7;
/** Words of a group seen from one that does not head it: the group may be wider than the word. */
const SIBLING = 0.85;

function alternativeOf(word: string, nearness: number): Alternative {
  return word.startsWith('~')
    ? { text: word.slice(1), strength: RELATED * nearness }
    : { text: word, strength: SYNONYM * nearness };
}

/** A group of words as written in the lexicon. */
interface Group {
  readonly group: readonly string[];
  readonly role: LexiconEntry['role'];
}

/** The group that each word means. */
type Entries = ReadonlyMap<string, Group>;

/** The group of a word: the word itself first. */
function entryOf(word: string, { group, role }: Group): LexiconEntry {
  const rivals = group.filter((other) => other.startsWith('!')).map((other) => other.slice(1));
  const others = group
    .filter((other) => !other.startsWith('!') && other.replace('~', '') !== word)
    .map((other) => alternativeOf(other, group[0] === word ? 1 : SIBLING));
  const alternatives = [{ text: word, strength: 1 }, ...others];
  return { role, alternatives: rivals.length === 0 ? alternatives : alternatives.map((one) => ({ ...one, rivals })) };
}

/** A question word with nothing but a counting word: what it asks of is elsewhere. */
const BARE_QUESTION =
  /^(?:多少|几多?|百分之|第)(?:几|多少|个|人|名|位|户|家|所|间|座|处|条|项|块|件|例|宗|起|封|对|次|场|期|批|天|日|吨|公?斤|亩|公里|[千厘毫]?米|里路|分贝|立方米?|千瓦时?|度电|[微毫]克|标准?箱|张|部|套|只|辆|级|列|趟|班|枚|台|头|艘|册|本|份|种|门|支|点|岁|个点|钱|元|万元?|亿|人次|个人|个?百分点|成|倍|月份?|号|平方)?$/u;

/** A report says with it what share something has; in a question it is the verb of 占比 and no word of its own. */
const SHARE_VERB = '占';

/** What a thing's name and a measure make up (稻谷产量): alternatives of the thing, yet two words of a question. */
const MEASURED = /.(?:产量|面积|增加值|里程|在校生|在校学生|招生|毕业生|专任教师)$/u;

/** By the last characters of those measures: nearly all words are turned down without the expression. */
const LAST_OF_MEASURED = '量积值程生师';

function isMeasured(word: string): boolean {
  return LAST_OF_MEASURED.includes(word.at(-1)!) && MEASURED.test(word);
}

function isMarked(word: string): boolean {
  return word.startsWith('~') || word.startsWith('!');
}

/** Whether a word can mean the same as one of others. */
function areAkin(word: string, { own, entries }: { own: ReadonlySet<string>; entries: Entries }): boolean {
  return entryOf(word, entries.get(word)!).alternatives.some(
    ({ text, strength }) => strength > RELATED && own.has(text),
  );
}

/** An entry whose broader words know the longer words of other meaning that hold them. */
function withRivals(entry: LexiconEntry, entries: Entries): LexiconEntry {
  const own = new Set(entry.alternatives.map(({ text }) => text));
  const alternatives = entry.alternatives.map((alternative) => {
    if (alternative.strength > RELATED) return alternative;
    const rivals = [...entries.keys()].filter(
      (word) =>
        word.length > alternative.text.length &&
        word.includes(alternative.text) &&
        !own.has(word) &&
        !areAkin(word, { own, entries }),
    );
    return rivals.length === 0 ? alternative : { ...alternative, rivals: [...(alternative.rivals ?? []), ...rivals] };
  });
  return { ...entry, alternatives };
}

type Groups = readonly (readonly string[])[];

/** A word that heads a group means that group; a word that is only a member means the first group it is in. */
function readGroups(
  entries: Map<string, Group>,
  { groups, role }: { groups: Groups; role: LexiconEntry['role'] },
): void {
  for (const group of groups) entries.set(group[0]!, { group, role });
  for (const group of groups) {
    for (const word of group) {
      if (!isMarked(word) && word !== SHARE_VERB && !entries.has(word) && !isMeasured(word))
        entries.set(word, { group, role });
    }
  }
}

/** Between phrases; never part of one. */
const SEPARATOR = '\n';

/** Reads the lexicon files. What a word means is worked out when it is first looked up. */
export function createLexicon(): Lexicon {
  const entries = new Map<string, Group>();
  readGroups(entries, { groups: synonyms.things, role: 'thing' });
  readGroups(entries, { groups: synonyms.actions, role: 'action' });
  const asking = questionUnits.flatMap(({ phrases }) => phrases).filter((phrase) => BARE_QUESTION.test(phrase));
  const stops = new Set([...stopPhrases, ...asking]);
  for (const word of entries.keys()) stops.delete(word);
  const longest = new Map<string, number>();
  const phrases = [...entries.keys(), ...stops];
  const joined = phrases.join(SEPARATOR);
  for (const phrase of phrases) {
    longest.set(phrase[0]!, Math.max(longest.get(phrase[0]!) ?? 0, phrase.length));
  }
  const read = new Map<string, LexiconEntry>();
  return {
    find(phrase) {
      const group = entries.get(phrase);
      if (group === undefined) return null;
      const known = read.get(phrase) ?? withRivals(entryOf(phrase, group), entries);
      read.set(phrase, known);
      return known;
    },
    isStop: (phrase) => stops.has(phrase),
    longest: (character) => longest.get(character) ?? 0,
    holdsPair: (pair) => !pair.includes(SEPARATOR) && joined.includes(pair),
  };
}
