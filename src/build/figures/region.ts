import type { Divisions, PlaceMention } from '../../core/divisions.ts';
import type { Reading } from './reading.ts';
import { anyOf } from './words.ts';

export interface RegionSetting {
  readonly folded: string;
  readonly divisions: Divisions;
  /** Region of the report, or null. */
  readonly report: string | null;
  /** Place that the section's heading names, or null. */
  readonly section: string | null;
  /** The report's region and the places around it. */
  readonly path: readonly string[];
}

/** Words that bring the text back to the whole of the report's region. */
const WHOLE = /(?:全[市省县区国州镇乡]|全街道|我[市省县区国州镇乡]|我街道|市本级|省本级|县本级|区本级|全系统)/u;
const TOWN = /^\p{Script=Han}{2,4}?(?:街道|镇|乡)(?![村街级镇社区化企域长])/u;
/** A county or town whose name is masked or that no list holds. */
const UNLISTED = /^(?:\p{Script=Han}{2,3}?|[Xx×某*]{1,3})(?:街道|镇|乡|县|区|市)(?![村街级镇社区化企域长委政])/u;
/** What a place must do for an unlisted name to be one. */
const DOING =
  /^(?:[、和及]\p{Script=Han}{2,4}[县区市镇乡]|开展|完成|实现|建成|投入|新增|有|共|已|累计|先后|率先|医养|的|建设|推进|实施|组织|发放|获评|获批)/u;
const NO_TOWN =
  /^(?:目前|组织|我|共|现|拥?有|已|新[增建设]|建[成有]|.{0,3}[年全各本我该]|[各每该本全所有几两]|乡镇|城镇|村镇|建制镇|特色|美丽|中心|示范|重点|试点|样板|城乡|推进|建设|完成|新增|打造|创建|.{0,3}(?:社|园|小|地|城|郊|山|库|片|学|景|灾|矿|林|牧|辖|市|新|战|专|特|功能|集聚|示范|开发|保税|试验|合作|度假|保护|服务)区|.{0,3}(?:上|门|超|股|楼|债|集|菜|城|都|省|地|区|县|本|市场)市|.{0,3}(?:省|贫困|区|各|大|强|百强|农业)县)/u;
/** What may stand before a place that the clause is about. */
const OPENING = /(?:^|[，。；]|在|位于|其中|的)$/u;
const TIME_OR_ADVERB =
  /^(?:其中|同时|此外|目前|今年以来|全年|截至[^，]{0,10}|(?:19|20)\d\d年(?:底|末)?|并|还|已|包括)*$/u;

/** The place that an amount is about: the most specific one that its clause or sentence names, else the section's, else the report's. */
export function regionOf({ slot, group }: Reading, setting: RegionSetting): string | null {
  const { folded } = setting;
  for (let i = slot.clauseIndex; i >= 0; i--) {
    const clause = slot.sentence.clauses[i]!;
    const text = folded.slice(clause.start, i === slot.clauseIndex ? slot.mention.start : clause.end).trimStart();
    const places = placesIn(text, setting);
    if (places.length > 0) return group.size === places.length ? places[group.place]! : places.join('、');
    if (WHOLE.test(text) || !LEANING.test(text)) break;
  }
  const ahead = /^的/u.test(slot.after) ? placesIn(slot.after.slice(1), setting) : [];
  if (ahead.length > 0) return ahead.join('、');
  return setting.section ?? setting.report;
}

/** A clause that names no doer of its own: the one of the clause before goes on. */
const LEANING = new RegExp(
  `^(?:该[省市县区镇乡]|${anyOf('weakVerbs', 'keptVerbs', 'adverbs', 'manners')}|通过|推动|全年|当年|上半年)`,
  'u',
);
/** A short name (苏州) is the place only where something is told of it; else it is part of a longer name (苏州实验室). */
const TOLD = new RegExp(
  `^(?:$|[、和及与，等\\d]|地区|各|全|经济(?!开发|技术|合作)|生产总值|GDP|常住|一般公共|规上|规模以上|固定资产|社会消费|进出口|居民|${anyOf('weakVerbs', 'strongVerbs', 'keptVerbs', 'adverbs')})`,
  'u',
);
/** The whole country, in a report of a smaller place: 全国城镇新增就业, not 全国文明城市. */
const COUNTRY_WIDE =
  /^全国(?:共|累计|平均|各|居民|城镇|城乡|农村居民|农民工|人均|一般公共预算|公共财政|财政|税收|规模以上|规上|社会消费|固定资产|进出口|粮食|人口|就业|国内生产|GDP|工业|企业|出生|经济总量)/u;

/** Places that a clause is about, several where it names several. */
function placesIn(text: string, setting: RegionSetting): string[] {
  const mentions = setting.divisions.findPlaces(text).filter((place) => !place.ambiguous || place.name.length > 2);
  const runs: string[][] = [];
  let lastEnd = -1;
  for (const place of withTowns(text, mentions)) {
    const before = text.slice(0, place.start);
    const joined = lastEnd >= 0 && /^[、和及与]?$/u.test(text.slice(lastEnd, place.start)) && runs.length > 0;
    const inside = joined && lastEnd === place.start;
    lastEnd = place.end;
    if (inside) runs.at(-1)!.pop();
    if (joined) runs.at(-1)!.push(place.name);
    else if (isScope(place, text, before)) runs.push([place.name]);
    else lastEnd = -1;
  }
  return (runs.at(-1) ?? []).filter((name) => !setting.path.includes(name));
}

interface NamedPlace {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Adds places that no list holds: a township behind a listed place, or the doer that opens the clause. */
function withTowns(text: string, mentions: readonly PlaceMention[]): NamedPlace[] {
  const places: NamedPlace[] = [...mentions];
  for (const { end } of mentions) {
    const town = TOWN.exec(text.slice(end))?.[0];
    if (town !== undefined && !NO_TOWN.test(town)) places.push({ name: town, start: end, end: end + town.length });
  }
  const doer = mentions[0]?.start === 0 ? undefined : UNLISTED.exec(text)?.[0];
  if (doer !== undefined && !NO_TOWN.test(doer) && DOING.test(text.slice(doer.length)))
    places.push({ name: doer, start: 0, end: doer.length });
  return places.sort((a, b) => a.start - b.start);
}

/** 用于补助甲县、乙县的30户: several places that something is done for. */
const RECEIVING = /(?:用于|补助|支援|惠及|覆盖|涉及|的)$/u;
const LISTED = /^\p{Script=Han}{2,4}、\p{Script=Han}{2,4}/u;

/** Whether a place is what the clause is about, not part of a name or the receiver of something. */
function isScope(place: NamedPlace, text: string, before: string): boolean {
  const after = text.slice(place.end, place.end + 4);
  if (/^(?:省|市|区|县)?(?:级|籍|人民政府|大学|银行|路|号|话|会议|精神|杯)/u.test(after)) return false;
  if (/[“《][^”》]*$/u.test(before)) return false;
  if (place.name === '全国') return place.start === 0 && COUNTRY_WIDE.test(text);
  if (!text.slice(place.start, place.end).endsWith(place.name.slice(-1)) && !TOLD.test(text.slice(place.end)))
    return false;
  if (RECEIVING.test(before) && LISTED.test(text.slice(place.start))) return true;
  return TIME_OR_ADVERB.test(before) || OPENING.test(before) || text.trim().length === place.end;
}
