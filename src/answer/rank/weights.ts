/**
 * Every weight of the ranking of figures and sentences, in points where a figure whose property says all that was asked has 1.
 * Set by reading the misses on test/gold/dev.jsonl, where `npm run eval` measures them.
 */
export const WEIGHTS = {
  /** How much a concept found in these words counts. */
  field: {
    property: 1,
    item: 1,
    clause: 0.92,
    topic: 0.8,
    previousClause: 0.78,
    clauseAfter: 0.7,
    part: 0.7,
    partAfter: 0.6,
    sentence: 0.58,
    heading: 0.45,
    previousSentence: 0.4,
    title: 0.3,
  },
  /** Share of a concept's weight by its role. */
  role: { thing: 1, action: 0.4, context: 0.3 },
  /** Nouns that name almost anything (人员, 项目): they do not tell what is asked. */
  generic: 0.45,
  /** A concept that no report has words for counts less: it is often a colloquial one. */
  unknown: { thing: 0.6, action: 0.2, context: 0.1 },
  /** Words of the property that nobody asked for speak against it. */
  precision: 0.14,
  /** An increase or a part where a total is asked. */
  increment: -0.1,
  /** A total (总量, 合计) where a total is asked. */
  total: 0.06,
  part: -0.08,
  /** The words before the figure are what was asked and nothing else. */
  bare: 0.06,
  /** The question says the property word for word. */
  said: 0.15,
  /** An amount of a year where what there is was asked. */
  flow: -0.15,
  /** A rise where a fall is asked, or the other way round. */
  turned: -0.12,
  /** A level kept over years. */
  held: -0.1,
  /** How often or how long in a row (连续6年), where that is not asked. */
  streak: -0.3,
  /** No digit in the mention (数百名, 近万名). */
  vague: -0.04,
  /** A round bound (突破2万亿元) where the exact amount may stand beside it. */
  rounded: -0.02,
  unit: {
    same: 0.12,
    sameWord: 0.03,
    ownWord: 0.1,
    otherWord: -0.08,
    otherThing: -0.25,
    otherCount: -0.12,
    softSame: 0.05,
    softOther: -0.1,
  },
  /** The noun counted stands with the figure itself, from a match of `least`, or does not. */
  counted: { least: 0.6, own: 0.06, other: -0.06 },
  /** The figure's own words name a counterpart (进口 where 出口 is asked), and what was asked stands beside it. */
  contrast: -1,
  /** Times the share of things asked that stand elsewhere in the reports and nowhere near. */
  missing: -0.8,
  /** What was asked only modifies the noun counted (社会组织党组织). */
  tail: -0.15,
  /** The head of what was asked under another modifier (高速公路里程 where 高铁里程 is asked). */
  modifier: -0.3,
  kind: { asked: 0.12, other: -0.25, previous: -0.35, target: -0.4, changeRate: -0.35, rank: -0.3, share: -0.05 },
  region: { part: -0.1, foreign: -0.2, beside: -0.1 },
  period: { soft: -0.3, unknown: -0.1, exact: 0.02, span: -0.1 },
  /** A rate for one person or month (人均, 标准, 元/月) where the question asks for such. */
  each: { is: 0.18, isNot: -0.15, unasked: -0.1 },
  /** The last thing of a noun phrase is its head. */
  last: 1.25,
  /** Times 1 for the first passage of the search, falling to 0 at the last. */
  passage: 0.05,
} as const;

/**
 * Below these an ask has no answer in the reports. Shares of the weight of what was asked. `npm run eval` writes the
 * calibration curve of each into index/scorecard.json.
 */
export const THRESHOLDS = {
  /** Of the things asked, found near the figure. */
  figure: 0.5,
  /** In all: what loses by unit, kind and the rest does not answer. */
  score: 0.6,
  /** Of the things asked, found in the sentence or its heading. */
  sentence: 0.5,
  /** The same where the sentence names the place asked, which no report is about. */
  sentenceOfPlace: 0.3,
  /** The weightiest thing asked must be found at least so well. */
  head: 0.6,
} as const;

export type Thresholds = Readonly<Record<keyof typeof THRESHOLDS, number>>;
