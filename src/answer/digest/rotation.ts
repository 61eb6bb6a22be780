import { hashText } from '../../core/hash-text.ts';
import type { DigestItem, DigestItemKind } from './digest-item.ts';

export interface RotationRequest {
  /** ISO date of the digest. */
  readonly day: string;
  /** What gives a chat an order of its own. */
  readonly seed: string;
  /** Topics whose items come first. */
  readonly follows: readonly string[];
  /** Keys of the items shown since all had been shown last. */
  readonly shown: ReadonlySet<string>;
}

/** What is next of each kind, in the order to try. */
export interface Rotation {
  readonly topics: readonly DigestItem[];
  readonly comparisons: readonly DigestItem[];
  /** Whether everything has been shown, so that it begins anew. */
  readonly restarts: boolean;
}

const DAY = 86_400_000;

/**
 * The items to show next: none again before all have been shown, in an order that depends on the seed, beginning at a place
 * that depends on the day, so that two days differ even where nobody remembers what was shown. A kind of which more has been
 * shown than of the other waits, so that both last equally long.
 */
export function rotate(items: readonly DigestItem[], request: RotationRequest): Rotation {
  const unseen = items.filter(({ key }) => !request.shown.has(key));
  const restarts = unseen.length === 0 && items.length > 0;
  const waiting = restarts ? items : unseen;
  const of = (kind: DigestItemKind): readonly DigestItem[] =>
    isDue(kind, { items, waiting })
      ? arrange(
          items.filter((item) => item.kind === kind),
          { ...request, waiting: new Set(waiting) },
        )
      : [];
  return { topics: of('topic'), comparisons: of('comparison'), restarts };
}

/** Whether a kind has as large a part still to show as the other has. */
function isDue(
  kind: DigestItemKind,
  { items, waiting }: { items: readonly DigestItem[]; waiting: readonly DigestItem[] },
): boolean {
  const part = (isOf: (item: DigestItem) => boolean): number => {
    const all = items.filter(isOf).length;
    return all === 0 ? 0 : waiting.filter(isOf).length / all;
  };
  return part((item) => item.kind === kind) >= part((item) => item.kind !== kind);
}

function arrange(
  items: readonly DigestItem[],
  { day, seed, follows, waiting }: RotationRequest & { waiting: ReadonlySet<DigestItem> },
): readonly DigestItem[] {
  const ordered = items
    .map((item) => ({ item, place: hashText(`${seed} ${item.key}`) }))
    .sort((a, b) => (a.place < b.place ? -1 : 1))
    .map(({ item }) => item);
  const isFollowed = (item: DigestItem): boolean => item.topics.some((topic) => follows.includes(topic));
  const groups = [ordered.filter(isFollowed), ordered.filter((item) => !isFollowed(item))];
  return groups
    .flatMap((group) => {
      const start = group.length === 0 ? 0 : Math.floor(Date.parse(day) / DAY) % group.length;
      return [...group.slice(start), ...group.slice(0, start)];
    })
    .filter((item) => waiting.has(item));
}
