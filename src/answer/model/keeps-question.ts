import type { Query } from '../query/query.ts';

export interface Turns {
  readonly question: string;
  readonly history: readonly string[];
  readonly parse: (question: string, history?: readonly string[]) => Query;
}

function placesOf({ asks }: Query): Set<string> {
  return new Set(asks.flatMap(({ region }) => (region === null ? [] : [region.short])));
}

function periodsOf({ asks }: Query): Set<string> {
  return new Set(asks.flatMap(({ period }) => (period === null ? [] : [period.label])));
}

/** Whether the slots of the reading are all said somewhere, and those of the question itself are kept. */
function areKept(own: ReadonlySet<string>, { read, said }: { read: ReadonlySet<string>; said: ReadonlySet<string> }) {
  return [...own].every((slot) => read.has(slot)) && [...read].every((slot) => said.has(slot));
}

/** Whether a reading of a question asks about no other place or time than the person did. */
export function keepsQuestion(reading: string, { question, history, parse }: Turns): boolean {
  const [read, own] = [parse(reading), parse(question)];
  const turns = [question, ...history].map((turn) => parse(turn));
  return [placesOf, periodsOf].every((slotsOf) => {
    const said = new Set(turns.flatMap((turn) => [...slotsOf(turn)]));
    return areKept(slotsOf(own), { read: slotsOf(read), said });
  });
}
