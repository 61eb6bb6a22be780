import type { Divisions, PlaceMention } from '../../core/divisions.ts';
import { fold } from '../../core/fold.ts';
import { COUNTRY, type Place } from '../../core/place-names.ts';
import type { Span } from '../../core/span.ts';
import type { Detected, DetectionText } from './detected.ts';

/** A region is a known division, a name the source masks (XX市) or one that no list holds. */
export interface DetectedRegion extends Detected<string> {
  readonly place: Place | null;
}

/** Organs of the state as a whole. */
const NATIONAL =
  /^(?:国务院|国家[\p{Script=Han}]{2,}(?:局|委员会|委|署|办)|中华人民共和国|中国(?!.{0,4}(?:网|报|社|台|在线|频道))|全国)/u;
const MASKED = /(?:[XxＸ×]{2,3}|某某?)(?:自治[区州县]|省|市|县|区|州)/gu;
/** How a report speaks of its own area, by the last character of the area's name. */
const OWN_AREA: readonly { readonly pattern: RegExp; readonly endings: string }[] = [
  { pattern: /全国(?![第前首先文示优率领排位])|我国/gu, endings: '国' },
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
    regionOfHead(text, divisions) ??
    maskedRegion(text.clean.folded) ??
    regionOfBody(text, known) ??
    regionOfOpening(text, known) ??
    regionOfFile(text.clean.file, divisions) ??
    unlistedRegion(title) ??
    unlistedRegion(issuer) ??
    unlistedOpening(text) ??
    starredRegion(text.clean.folded)
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

/** The most specific place of a name, if its places lie in one another: the county of 某省某市某县. */
function regionOf(
  name: Detected<string> | null,
  options: { divisions: Divisions; confidence: number },
): DetectedRegion | null {
  if (name === null) return null;
  const folded = fold(name.value).replace(/\(.*\)$/u, '');
  if (NATIONAL.test(folded)) return detected(COUNTRY, options.confidence, name.evidence);
  const places = options.divisions.findPlaces(folded);
  const place = innermost(places, options.divisions);
  if (place === null) return null;
  const town = TOWN.exec(folded.slice(place.end))?.[0];
  const found = detected(place, options.confidence, name.evidence);
  return town === undefined ? found : { ...found, value: `${place.name}${town}` };
}

/** 某县某街道2022年工作总结: a town or street behind its county, which no list holds. */
const TOWN =
  /^\p{Script=Han}{2,4}?(?:街道|(?<![城乡村集])镇|(?<!城)乡)(?=民政|人民政府|政府|办事处|党|经济|社会|(?:19|20)\d\d|$)/u;

function innermost(places: readonly PlaceMention[], divisions: Divisions): PlaceMention | null {
  let best = places[0] ?? null;
  for (const place of places.slice(1)) {
    if (best === null || best.level === 'country') best = place;
    else if (divisions.ancestors(place.code).some(({ code }) => code === best?.code)) best = place;
  }
  return best;
}

/** 在某省第十四届人民代表大会第五次会议上: a meeting or office that a line before the body names. */
const MEETING = /人民代表大会|人大|政协|全体会议|工作会议|(?:省|市|县|区|州)长|办公[厅室]/u;

function regionOfHead({ lines, bodyStart }: DetectionText, divisions: Divisions): DetectedRegion | null {
  for (const { text, start } of lines) {
    if (start >= bodyStart || !MEETING.test(text) || /摄|记者/u.test(text)) continue;
    const place = innermost(divisions.findPlaces(text), divisions);
    if (place !== null && place.level !== 'country') return located(place, { confidence: 0.85, offset: start });
  }
  return null;
}

/** Characters in which a text without a title says whose it is. */
const OPENING = 160;
/** Where a message was written, not what it is about: 新华社北京9月23日电. */
const DATELINE = /^(?:\d{1,2}月\d{1,2}日)?(?:电|讯)/u;

/** The first place of the lines before the body and of its first words. */
function regionOfOpening(
  { clean, bodyStart }: DetectionText,
  { divisions, issuer }: RegionSources,
): DetectedRegion | null {
  const opening = clean.folded.slice(0, Math.min(bodyStart, OPENING) + OPENING);
  const places = divisions.findPlaces(opening).filter(({ ambiguous, level, end }) => {
    return !ambiguous && level !== 'country' && !DATELINE.test(opening.slice(end));
  });
  const place = innermost(places, divisions);
  // 我市……对某省的讲话精神: a place of another kind than the report calls its own is not what it is about.
  const own = ownEndings(clean.folded, issuer);
  if (place === null || (own !== null && own !== '国' && !own.includes(place.name.at(-1)!) && !isRegionOf(own, place)))
    return null;
  return located(place, { confidence: 0.5, offset: 0 });
}

/** 2022年，某某镇紧紧围绕…, 我代表某某镇人民政府: a town that no list holds, where the text begins. */
const TOWN_OPENING =
  /(?:^|[\n。，,])(?:(?:19|20)\d\d年(?:度|以来)?[，,]?)?(?:现在[，,])?(?:我代表)?(?![全我本各该两某乡城]|[Xx])(\p{Script=Han}{2,3}(?:(?<![乡城村集建])镇|(?<!城)乡|街道))(?=紧紧|紧扣|坚持|认真|全面|深入|始终|在[^，,]{2,12}(?:领导|支持|指导)|以[^，,]{2,24}为|按照|牢牢|党委|立足|聚焦|锚定|人民政府)/u;

function unlistedOpening({ clean, bodyStart }: DetectionText): DetectedRegion | null {
  const found = TOWN_OPENING.exec(clean.folded.slice(0, bodyStart + 2 * OPENING));
  if (found === null) return null;
  const start = found.index + found[0].lastIndexOf(found[1]!);
  return { value: found[1]!, place: null, confidence: 0.5, evidence: [{ start, end: start + found[1]!.length }] };
}

/** **省民政部门…: a single name masked by stars, where nothing else tells the region. */
function starredRegion(folded: string): DetectedRegion | null {
  const found = /[*＊]{1,4}(?:省|市|县|区|州)(?=[^。，、\d]{2})/u.exec(folded);
  if (found === null) return null;
  const evidence = [{ start: found.index, end: found.index + found[0].length }];
  return { value: found[0], place: null, confidence: 0.4, evidence };
}

/** A county of old or a name misspelt, in front of what makes it an issuer or title: 某某县民政局. */
const UNLISTED =
  /^(?:(?:19|20)\d\d年度?)?(?![全我本各该两某]|Xx|XX)(\p{Script=Han}{2,4}?(?:省|(?<![城都门超上股楼夜省全我])市|(?<![各区郊])县|(?<![社地小校园郊库辖发新景灾牧林矿厂战特专范作能验税假游济护聚])区|州|盟|旗|(?<![城乡村集])镇|(?<!城)乡|街道))(?=(?:\p{Script=Han}{1,8}(?:局|委|办|厅|会|中心)|人民政府|政府|国民经济|(?:19|20)\d\d))/u;

function unlistedRegion(name: Detected<string> | null): DetectedRegion | null {
  const value = name === null ? undefined : UNLISTED.exec(fold(name.value))?.[1];
  if (name === null || value === undefined) return null;
  return { value, place: null, confidence: 0.5, evidence: name.evidence };
}

function located(place: PlaceMention, { confidence, offset }: { confidence: number; offset: number }): DetectedRegion {
  return detected(place, confidence, [{ start: offset + place.start, end: offset + place.end }]);
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

/** A local report speaks of the nation too; one that speaks of its own area this often is local. */
const LOCAL_VOTES = 3;

/** The kind of area the report calls its own: by its issuer (省人民政府), else by 我市, 全省 and the like. */
function ownEndings(folded: string, issuer: Detected<string> | null): string | null {
  const said = OWN_AREA.find(({ endings }) => issuer !== null && endings.includes(issuer.value[0]!))?.endings;
  if (said !== undefined) return said;
  if (issuer?.value.startsWith('自治区') === true) return '区';
  const areas = OWN_AREA.map(({ endings, pattern }) => ({ endings, votes: count(folded, pattern) }));
  const ranked = areas.filter(({ votes }) => votes > 0).sort((a, b) => b.votes - a.votes);
  const local = ranked.find(({ endings, votes }) => endings !== '国' && votes >= LOCAL_VOTES);
  return (local ?? ranked[0])?.endings ?? null;
}

/** Votes of the body: the kind of area it calls its own, then the place of that kind that it and its parts are named most. */
export function regionOfBody(
  { clean }: DetectionText,
  { divisions, issuer }: Pick<RegionSources, 'divisions' | 'issuer'>,
): DetectedRegion | null {
  const endings = ownEndings(clean.folded, issuer);
  if (endings === null) return null;
  const mentions = divisions.findPlaces(clean.folded).filter(({ ambiguous }) => !ambiguous);
  const votes = [...votesOf(mentions, divisions).values()];
  const candidates = votes.filter(({ place }) => endings.includes(place.name.at(-1)!) || isRegionOf(endings, place));
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
