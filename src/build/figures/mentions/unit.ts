import units from './units.json' with { type: 'json' };

/** How a unit counts: measured and paid amounts hold for any number, counting words also stand in names (两个健康). */
export type UnitClass = 'solid' | 'count';

/** A unit as written. */
export interface Unit {
  readonly end: number;
  readonly unitClass: UnitClass;
  /** The unit without alternates and denominators, folded. */
  readonly base: string;
}

const NEVER = new Set(units.never);
const SOLID = new Set(units.solid);
const COUNT = new Set(units.count.filter((unit) => !NEVER.has(unit) && !SOLID.has(unit)));
const ARABIC_ONLY = new Set(units.arabicOnly);
const LONGEST = Math.max(...[...SOLID, ...COUNT].map((unit) => unit.length));

/** 戶次, 艘次: a counting word and 次 make a new one. */
const TIMES = /次(?![日年要生品级])/uy;
const TIMES_BASE = /^[^个次]$/u;
/** A Latin unit must not run on: 5G网络 is no gram, 3km is no metre. */
const LATIN_END = /[A-Za-z0-9]/u;

function isUnit(word: string): boolean {
  return SOLID.has(word) || COUNT.has(word);
}

/** Words that start like a unit and are none: the unit and what must not follow it. */
const NOT_BEFORE: Readonly<Record<string, RegExp>> = {
  人: /^(?:大|民币|工|均|才|社|口|物|力|居|员流动|行|事)/u,
  个: /^(?:人所|体|性|别|股|案)/u,
  家: /^(?:庭|园|长|属|电|具|装|政|畜|禽|访|乡)/u,
  名: /^(?:称|录|单|片|牌|优|城|额|列|校|师|医|胜|录)/u,
  位: /^(?:一体|于|居|列|置|数|次)/u,
  年: /^(?:级|龄|均|产|报|货|薪|轻)/u,
  天: /^(?:然|津|使|地|空|气|文|河|府|山|网|下|眼)/u,
  周: /^(?:边|围|期|末|密|转|知|口)/u,
  项: /^目(?!标)/u,
  条: /^(?:件|例|线|块|码)/u,
  种: /^(?:子|植|养|业|粮|质|苗|猪|公)/u,
  期: /^(?:间|末|限|初|货|待|望|满|刊)/u,
  批: /^(?:发|准|复|评|示|改|量)/u,
  台: /^(?:湾|账|州|风|阶|胞|资|商|海)/u,
  部: /^(?:门|委|分|长|署|级|队|省|属)/u,
  本: /^(?:地|市|省|县|区|级|科|外|身|质|届|次|年|月|息|土)/u,
  面: /^(?:积|对|向|临|上|貌|粉|试)/u,
  所: /^(?:有|得|属|在|需|以)/u,
  处: /^(?:理|置|于|级|罚|分|长)/u,
  起: /^(?:步|点|来|草|到|诉|重|草|伏)/u,
  支: /^(?:出|持|付|撑|部|农|教|线|柱|队伍建)/u,
  套: /^(?:班子|餐|利|种)/u,
  层: /^(?:次|级|面)/u,
  场: /^(?:所|地|馆|景|站|均)/u,
  户: /^(?:口|籍|均|外|型|主|用)/u,
  分: /^(?:别|布|类|级|工|析|配|局|支|公|散|为|钟|之|数线|管|红|期|批|层|流|解|项|贝)/u,
  成: /^(?:立|效|果|为|功|都|本|员|长|绩|品|熟|人|就|分|交|材|型|渝|千|语|片|套|年|规)/u,
  里: /^(?:的|面|弄|程|约|氏|昂)/u,
  方: /^(?:面|案|式|向|法|便|针|位|可|能|阵|略|队|言)/u,
  倍: /^(?:增|感)/u,
  门: /^(?:诊|类|户|槛|店|前|口|市)/u,
  头: /^(?:雁|条|部|号)/u,
  口: /^(?:岸|径|碑|腔|头)/u,
  次: /^(?:产业|级|要|日|年|生|方|高)/u,
  类: /^(?:似|别|型)/u,
  张: /^(?:家|贴|力)/u,
  对: /^(?:外|口|比|接|于|照|标|策|象|应|台|全|重|困)/u,
  级: /^./u,
  村: /^(?:级|民|庄|居|务|规)/u,
  市: /^(?:场|民|政|级|域|委|值|区|容|域)/u,
  县: /^(?:级|域|委|城)/u,
  区: /^(?:级|域|划|块|位|间|县|委)/u,
  国: /^(?:家|内|有|际|企|道|土|债|标|防|产|民|资|务|控|考|集团|峰会)/u,
  省: /^(?:级|委|内|份|属|会|际|道|部|外)/u,
  度: /^(?:假|过|汛)/u,
  节: /^(?:约|能|水|点|地|目|庆|假|日|俭)/u,
  组: /^(?:织|建|合|团|成|装|长)/u,
  班: /^(?:子|列|车|级|主任)/u,
  行: /^(?:动|业|政|为|列|程|使|驶|长|情)/u,
  双: /^(?:一流|碳|向|拥|创|方|边|减|控|百|重|循|语|联)/u,
  首: /^(?:批|个|次|创|家|台|届|位|都|府|发|要|季|轮|例)/u,
  只: /^(?:要|有|能|增|减|跑|进)/u,
  包: /^(?:括|含|容|装|保|联|干)/u,
  站: /^(?:点|位|在|稳|式)/u,
  道: /^(?:路|德|教|口)/u,
  手: /^(?:机|续|段|工|抓|术|册)/u,
  环: /^(?:境|节|保|比|卫|评|线|城|湖)/u,
  片: /^(?:区|面)/u,
  份: /^额/u,
  字: /^(?:号|节)/u,
  集: /^(?:中|体|团|聚|群|约|成|镇|散|装|采|贸|合)/u,
  步: /^(?:伐|行|骤|入)/u,
  排: /^(?:名|放|水|查|污|涝|位)/u,
  段: /^(?:落|时)/u,
  升: /^(?:级|至|学|到|幅|华|旗|温)/u,
  克: /^(?:服|难|隆|拉)/u,
  块: /^(?:链|状)/u,
  社: /^(?:会|区|保|工|团|员|联)/u,
  校: /^(?:园|长|企|舍|友|外|门|地)/u,
  店: /^铺/u,
  园: /^(?:区|林|艺|丁)/u,
  单: /^(?:位|元|列|一|个|独|体|项|品|设)/u,
  案: /^(?:件|例|值|由)/u,
  票: /^(?:据|价|房)/u,
  季: /^(?:度|节|后)/u,
  课: /^(?:题|程|堂|后|外|本)/u,
  问: /^(?:题|责|卷|效|政|计)/u,
  版: /^(?:本|权|块|图)/u,
  旗: /^(?:帜|下|舰)/u,
  团: /^(?:队|结|体|组|委|员|市)/u,
  两: /^(?:个|级|岸|会|项|地|国|省|年|次|种|家)/u,
  角: /^(?:洲|度|色|落|逐|地)/u,
  块钱: /^$/u,
  折: /^(?:合|射|叠|旧|标|算|页|扣)/u,
  代: /^(?:表|理|码|建|际|谢|替|办)/u,
  轮: /^(?:换|船|训|岗|流|胎)/u,
  届: /^(?:满|时|全国|[一二三四五六七八九]中)/u,
  则: /^(?:是|为|以)/u,
  页: /^(?:面|岩)/u,
  样: /^(?:本|板|品|式)/u,
  毛: /^(?:利|竹|泽|坯|羊)/u,
  兆: /^$/u,
  码: /^(?:头|上)/u,
  卷: /^(?:烟|积)/u,
  袋: /^$/u,
};

function followsBadly(folded: string, word: string, end: number): boolean {
  if (LATIN_END.test(word.at(-1)!)) return LATIN_END.test(folded[end] ?? '');
  return NOT_BEFORE[word]?.test(folded.slice(end, end + 3)) ?? false;
}

function longestUnit(folded: string, start: number): string | null {
  for (let length = Math.min(LONGEST, folded.length - start); length > 0; length--) {
    const word = folded.slice(start, start + length);
    if (isUnit(word) && !followsBadly(folded, word, start + length)) return word;
  }
  return null;
}

/** 条(篇), 册（张）: the bracket holds another unit. */
function skipAlternate(folded: string, at: number): number {
  if (folded[at] !== '(') return at;
  const inner = /^[^()]{1,4}(?=\))/u.exec(folded.slice(at + 1, at + 6))?.[0];
  if (inner === undefined) return at;
  return inner.split(/[、,，/]/u).every((word) => COUNT.has(word)) ? at + inner.length + 2 : at;
}

const DENOMINATOR = /^(?:10)?[十百千万亿]{0,2}/u;

/** /月, /立方米, /人·月, /10万: what the amount is for. */
function skipDenominators(folded: string, from: number): number {
  let at = from;
  for (let i = 0; i < 2 && /[/·]/u.test(folded[at] ?? ''); i++) {
    const scale = DENOMINATOR.exec(folded.slice(at + 1, at + 5))?.[0].length ?? 0;
    const unit =
      folded[at + 1 + scale] === '月' || folded[at + 1 + scale] === '日'
        ? folded[at + 1 + scale]!
        : longestUnit(folded, at + 1 + scale);
    if (unit === null && scale < 2) break;
    at += 1 + scale + (unit?.length ?? 0);
  }
  return at;
}

/** The unit that starts at a position, with its alternates and denominators, or null. */
export function readUnit(folded: string, start: number): Unit | null {
  const base = longestUnit(folded, start);
  if (base === null) return null;
  let end = start + base.length;
  TIMES.lastIndex = end;
  if (TIMES_BASE.test(base) && COUNT.has(base) && TIMES.test(folded)) end++;
  end = skipDenominators(folded, skipAlternate(folded, end));
  return { end, unitClass: SOLID.has(base) ? 'solid' : 'count', base };
}

/** Whether the unit says something after Han numerals; 三面, 四方, 五省 mostly belong to a name. */
export function countsHan(base: string): boolean {
  return !ARABIC_ONLY.has(base);
}
