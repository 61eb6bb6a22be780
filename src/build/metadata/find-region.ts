import { COUNTRY, type Divisions, type Place, type PlaceMention } from '../../core/divisions.ts';
import { fold } from '../../core/fold.ts';
import type { Span } from '../../core/span.ts';
import type { Detected, DetectionText } from './detected.ts';

/** A region is a known division, or a name the source masks (XX市). */
export interface DetectedRegion extends Detected<string> {
  readonly place: Place | null;
}

/** Organs of the state as a whole. */
const NATIONAL = /^(?:国务院|国家[\p{Script=Han}]{2,}(?:局|委员会|委|署|办)|中华人民共和国|中国|全国)/u;
const MASKED = /(?:[XxＸ×]{2,3}|某某?)(?:自治[区州县]|省|市|县|区|州)/gu;
/** How a report speaks of its own area, by the last character of the area's name. */
const OWN_AREA: readonly { readonly pattern: RegExp; readonly endings: string }[] = [
  { pattern: /全国|我国/gu, endings: '国' },
  { pattern: /[全我]省|省委省政府|省委、省政府/gu, endings: '省' },
  { pattern: /[全我]市|市委市政府|市委、市政府/gu, endings: '市' },
  { pattern: /[全我]县|县委县政府|县委、县政府/gu, endings: '县旗' },
  { pattern: /[全我]区(?!域)|区委区政府|区委、区政府|自治区党委/gu, endings: '区' },
  { pattern: /[全我]州(?!市)|州委州政府|州委、州政府/gu, endings: '州盟' },
];

/** What the report is about: by title, by issuer, by the names and 我市, 全省 of its body, by its file name. */
export function findRegion(text: DetectionText, known: RegionSources): DetectedRegion | null {
  const { title, issuer, divisions } = known;
  return (
    regionOf(title, { divisions, confidence: 0.95 }) ??
    regionOf(issuer, { divisions, confidence: 0.9 }) ??
    maskedRegion(text.clean.folded) ??
    regionOfBody(text, divisions) ??
    regionOfFile(text.clean.file, divisions)
  );
}

export interface RegionSources {
  readonly title: Detected<string> | null;
  readonly issuer: Detected<string> | null;
  readonly divisions: Divisions;
}

function detected(place: Place, confidence: number, evidence: readonly Span[]): DetectedRegion {
  return { value: place.name, place, confidence, evidence };
}

/** The most specific place of a name, if its places lie in one another: 温州市 of 浙江省温州市. */
function regionOf(
  name: Detected<string> | null,
  options: { divisions: Divisions; confidence: number },
): DetectedRegion | null {
  if (name === null) return null;
  const folded = fold(name.value).replace(/\(.*\)$/u, '');
  if (NATIONAL.test(folded)) return detected(COUNTRY, options.confidence, name.evidence);
  const places = options.divisions.findPlaces(folded);
  const place = innermost(places, options.divisions);
  return place === null ? null : detected(place, options.confidence, name.evidence);
}

function innermost(places: readonly PlaceMention[], divisions: Divisions): PlaceMention | null {
  let best = places[0] ?? null;
  for (const place of places.slice(1)) {
    if (best === null || best.level === 'country') best = place;
    else if (divisions.ancestors(place.code).some(({ code }) => code === best?.code)) best = place;
  }
  return best;
}

function maskedRegion(folded: string): DetectedRegion | null {
  const mentions = [...folded.matchAll(MASKED)];
  const first = mentions[0];
  if (first === undefined || mentions.length < 3) return null;
  const evidence = mentions.slice(0, 3).map(({ index, 0: name }) => ({ start: index, end: index + name.length }));
  return { value: first[0], place: null, confidence: 0.8, evidence };
}

function count(folded: string, pattern: RegExp): number {
  return folded.match(pattern)?.length ?? 0;
}

/** Votes of the body: the kind of area it calls its own, then the place of that kind that it and its parts are named most. */
function regionOfBody({ clean }: DetectionText, divisions: Divisions): DetectedRegion | null {
  const own = OWN_AREA.map((area) => ({ ...area, votes: count(clean.folded, area.pattern) })).sort(
    (a, b) => b.votes - a.votes,
  )[0]!;
  if (own.votes === 0) return null;
  const mentions = divisions.findPlaces(clean.folded).filter(({ ambiguous }) => !ambiguous);
  if (own.endings === '国')
    return detected(COUNTRY, 0.7, mentions.filter(({ level }) => level === 'country').slice(0, 3));
  const votes = votesOf(mentions, divisions);
  const candidates = [...votes.values()].filter(
    ({ place }) => own.endings.includes(place.name.at(-1)!) || isRegionOf(own.endings, place),
  );
  const best = candidates.sort((a, b) => b.votes - a.votes)[0];
  if (best === undefined) return null;
  const evidence = mentions.filter(({ code }) => code === best.place.code).slice(0, 3);
  return detected(
    best.place,
    Math.min(0.8, 0.4 + 0.1 * best.votes),
    evidence.map(({ start, end }) => ({ start, end })),
  );
}

/** An autonomous region calls itself 全区. */
function isRegionOf(endings: string, place: Place): boolean {
  return endings === '区' && place.level === 'province';
}

interface Votes {
  readonly place: Place;
  votes: number;
}

/** A mention counts for its place and half for each place above. */
function votesOf(mentions: readonly PlaceMention[], divisions: Divisions): Map<string, Votes> {
  const votes = new Map<string, Votes>();
  const vote = (place: Place, weight: number) => {
    const known = votes.get(place.code) ?? { place, votes: 0 };
    known.votes += weight;
    votes.set(place.code, known);
  };
  for (const mention of mentions) {
    vote(mention, 1);
    for (const above of divisions.ancestors(mention.code)) vote(above, 0.5);
  }
  return votes;
}

function regionOfFile(file: string, divisions: Divisions): DetectedRegion | null {
  const place = innermost(divisions.findPlaces(fold(file)), divisions);
  return place === null ? null : detected(place, 0.4, []);
}
