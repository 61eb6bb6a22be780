import { replaceCounterparts } from './counterparts.ts';
import type { Ask, Concept, Query, WantedKind } from './query.ts';
import { wantedKind } from './wanted.ts';

const MARKER = /^(?:那|还有|其中|然后|另外|再|同比|环比)|呢[？?]?$/u;
const YEAR_BEFORE = /(?<![比较于跟和同与])(?:前|上)一?年/u;

/** Words that say what kind of figure is asked and not of what. */
const KIND_WORD = /^(?:目标|计划|任务|预期|打算|指标)$/u;

function hasThing(ask: Ask): boolean {
  return ask.concepts.some(({ role, asked }) => role === 'thing' && !KIND_WORD.test(asked));
}

/** Whether a question leaves out what an earlier turn may give: its subject, or both its place and its time. */
export function isIncomplete({ question, shape, asks }: Query): boolean {
  if (shape === 'off_topic') return asks.length > 0 || (MARKER.test(question) && !/你好|谢|在吗/u.test(question));
  if (MARKER.test(question)) return true;
  return asks.some((ask) => !hasThing(ask) || (ask.region === null && ask.period === null));
}

function inheritConcepts(own: readonly Concept[], earlier: readonly Concept[]): Concept[] {
  const rest = earlier.filter(({ asked }) => !own.some((concept) => concept.asked === asked));
  if (!own.some(({ role, asked }) => role === 'thing' && !KIND_WORD.test(asked))) {
    const kinds = own.map((concept) =>
      KIND_WORD.test(concept.asked) ? { ...concept, role: 'context' as const } : concept,
    );
    return [...kinds, ...rest];
  }
  return [...own, ...rest.map((concept) => ({ ...concept, role: 'context' as const }))];
}

/** The kind of figure that a follow-up leaves open is that of the question before: 某省增速 — 邻省呢. */
function kindOf(ask: Ask, earlier: Ask): WantedKind {
  return hasThing(ask) ? ask.kind : (wantedKind(ask.text) ?? earlier.kind);
}

function completeAsk(ask: Ask, { earlier, question }: { earlier: Ask; question: string }): Ask {
  const own = hasThing(ask);
  const before = ask.period === null && YEAR_BEFORE.test(question) && earlier.period !== null;
  const year = (earlier.period?.first ?? 0) - 1;
  const period = before ? { first: year, last: year, half: null, label: `${year}年` } : (ask.period ?? earlier.period);
  const replaced = replaceCounterparts(ask.concepts, earlier.concepts);
  const concepts = replaced ?? inheritConcepts(ask.concepts, earlier.concepts);
  return {
    concepts,
    region: ask.region ?? earlier.region,
    period,
    softPeriod: ask.period === null && !before,
    unit: ask.unit ?? (ask.kind === 'actual' ? earlier.unit : null),
    softUnit: ask.unit === null ? own || earlier.softUnit : ask.softUnit,
    counted: ask.counted ?? (own ? null : earlier.counted),
    unitWord: ask.unitWord === '' && !own && ask.kind === 'actual' ? earlier.unitWord : ask.unitWord,
    kind: kindOf(ask, earlier),
    text: own ? ask.text : `${earlier.text} ${ask.text}`,
    label: own ? ask.label : earlier.label,
  };
}

/** A question with the slots it leaves out taken from the turn before. */
export function completeFrom(query: Query, earlier: Query): Query {
  const [base] = earlier.asks;
  if (base === undefined) return query;
  const blankAsk: Ask = {
    ...base,
    concepts: [],
    region: null,
    period: null,
    unit: null,
    softUnit: false,
    counted: null,
    unitWord: '',
    kind: 'actual',
    text: '',
    label: '',
  };
  const own = query.asks.length > 0 ? query.asks : [blankAsk];
  const asks = own.map((ask) => completeAsk(ask, { earlier: base, question: query.question }));
  const shape = query.shape === 'off_topic' ? earlier.shape : query.shape;
  const wantsNumber = query.shape === 'off_topic' ? earlier.wantsNumber : query.wantsNumber;
  return { ...query, wantsNumber, shape: shape === 'comparison' && asks.length === 1 ? 'figure' : shape, asks };
}
