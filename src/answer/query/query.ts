/** What a question can be after. */
export type Shape = 'figure' | 'growth' | 'list' | 'comparison' | 'passage' | 'off_topic';

/** Families of units that can stand for one another in an answer. */
export type UnitFamily =
  | 'person'
  | 'household'
  | 'money'
  | 'percent'
  | 'rank'
  | 'multiple'
  | 'area'
  | 'date'
  | 'days'
  | 'weight'
  | 'count'
  | 'other';

export type WantedKind = 'actual' | 'target' | 'change_rate' | 'rank' | 'share' | 'from_to';

/** A period as asked, in whole years; `half` is 1 or 2 where a half-year is asked. */
export interface AskedPeriod {
  readonly first: number;
  readonly last: number;
  readonly half: 1 | 2 | null;
  /** As shown: 2018年, 2012年上半年. */
  readonly label: string;
}

/** A word for a concept, and how nearly it means the same, from 0 to 1. */
export interface Alternative {
  readonly text: string;
  readonly strength: number;
  /** Longer words that hold it and mean something else: 体育彩票 where 彩票 stands for 福彩. */
  readonly rivals?: readonly string[];
}

/** One thing that a question speaks of, with the words a report may use for it. */
export interface Concept {
  /** As asked (folded, spelling mended). */
  readonly asked: string;
  /** Words that mean it, the asked one first. */
  readonly alternatives: readonly Alternative[];
  /** `thing` must be found, `action` helps, `context` comes from an earlier turn. */
  readonly role: 'thing' | 'action' | 'context';
}

/** A place as asked. */
export interface AskedRegion {
  /** Name as found in the inventory of the reports, or as asked when they do not know it. */
  readonly name: string;
  /** Name without 省, 市, 县, 区: what regions are compared by. */
  readonly short: string;
  /** Whether a report is about it or speaks of it. */
  readonly held: 'report' | 'mention' | 'none';
}

/** One figure or passage to be found: a comparison or a list has several. */
export interface Ask {
  readonly concepts: readonly Concept[];
  readonly region: AskedRegion | null;
  readonly period: AskedPeriod | null;
  /** The period came from an earlier turn or from another cell: it may give way, said so. */
  readonly softPeriod: boolean;
  readonly unit: UnitFamily | null;
  /** The unit is only the likelier one: a figure of another may answer. */
  readonly softUnit: boolean;
  /** The noun that is counted (几家敬老院, 敬老院有几家), null when none stands beside the question word. */
  readonly counted: Concept | null;
  /** Counting word as asked, empty when none. */
  readonly unitWord: string;
  readonly kind: WantedKind;
  /** The piece of the question that asks it. */
  readonly text: string;
  /** What is asked for in the words of the question, for the reply. */
  readonly label: string;
}

/** A question as understood. */
export interface Query {
  /** Folded, without control characters, spelling mended. */
  readonly question: string;
  readonly shape: Shape;
  /** Whether only a number answers it. */
  readonly wantsNumber: boolean;
  /** At least one, unless the shape is `off_topic`. */
  readonly asks: readonly Ask[];
  /** Spelling that was mended: as typed, as read. */
  readonly corrections: readonly { readonly typed: string; readonly read: string }[];
}
