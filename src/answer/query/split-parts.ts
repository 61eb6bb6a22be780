/** A piece of a question that asks for one thing; `shared` are words of the whole question that give it context. */
export interface Part {
  /** Positions of the piece in the question, for the places and periods that stand in it. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly shared: string;
}

const CLAUSE = /[^，,。；;？?！!]+/gu;
const ASKING = /多少|几(?!率|乎|何|内亚|点)|百分之|第几|各(?:是|有|占)|分别|总额和|多[大高长深]|呢$/u;
const MEASURE = /总额|金额|人数|人次|户数|钱|资金|面积|数量|次数|比例|家数|费用/u;
const DISTRIBUTED = /各自?(?=$|[是有占建为多几达涨增百，。？?\s])|分别/u;
/** Marks between items; not inside words such as 和谐, 参与, 惠及. */
const ITEM_MARK = /、|以及|和(?![谐平解美睦])|(?<![参赠给])与|跟|(?<![惠涉普顾危波触以])及(?!时|格)/u;
const BEFORE_AND_NOW =
  /(?:以前|原来|原先|之前|过去).*(?:现在|如今|目前)|(?:现在|如今|目前).*(?:以前|原来|原先|之前)|原来是?多少|(?:增|涨|升|多|高|减|跌|降|少|低)[^，。]{0,4}还是[^，。]{0,3}(?:减|跌|降|少|低|增|涨|升|多|高)了?(?=[，。,？?]|$)/u;
const COUNTED = /(?:多少|几)[个家座块处条张件项名位所间]?次?(?=.+(?:和|、))/u;
const ORDINAL_LIST = /([一二三四五六])([一二三四五六])([一二三四五六])?(产业|产(?!量|值)|类|级)/u;

interface Piece {
  readonly text: string;
  readonly start: number;
}

function clausesOf(text: string): Piece[] {
  return [...text.matchAll(CLAUSE)].map((match) => ({ text: match[0], start: match.index }));
}

/** The enumeration mark at a position, or null. */
function markAt(text: string, at: number): string | null {
  const sticky = new RegExp(ITEM_MARK.source, 'uy');
  sticky.lastIndex = at;
  return sticky.exec(text)?.[0] ?? null;
}

/** The pieces between enumeration marks. */
function itemsOf({ text, start }: Piece): Piece[] {
  const items: Piece[] = [];
  let from = 0;
  for (let at = 0; at <= text.length; at++) {
    const mark = at < text.length ? markAt(text, at) : null;
    const isMark = mark !== null;
    if (!isMark && at < text.length) continue;
    if (text.slice(from, at).trim() !== '') items.push({ text: text.slice(from, at), start: start + from });
    from = at + (mark?.length ?? 1);
    if (isMark) at = from - 1;
  }
  return items;
}

function tailOf(last: string): string {
  const at = last.lastIndexOf('的');
  return at >= 0 ? last.slice(at + 1) : '';
}

/** Words that only tell kinds of one thing apart. */
const KIND =
  /^(?:城镇|农村|城市|乡村|城里|乡下|城乡|男性?|女性?|公立|民营|公办|民办|国有|本科|专科|职工|居民|省级|市级|县级|国家级|本级|中央|地方|东部|中部|西部|在建|新建|集中|分散|线上|线下|第[一二三]产业)/u;

/** 城镇和农村居民收入, 城市低保和农村低保标准: what the last item has beyond its kind and what an item has too. */
function sharedNoun(item: string, last: string): string {
  const kind = KIND.exec(item.trim())?.[0];
  if (kind === undefined || !KIND.test(last.trim())) return '';
  const [rest, noun] = [item.trim().slice(kind.length), last.trim().replace(KIND, '')];
  return noun.startsWith(rest) ? noun.slice(rest.length) : '';
}

/** A、B、C各多少: one part an item; what follows 的 in the last item belongs to all. */
function distributed(clause: Piece, shared: string): Part[] {
  const match = DISTRIBUTED.exec(clause.text);
  if (match === null) return [];
  const head = clause.text.slice(0, match.index);
  const after = clause.text.slice(match.index + match[0].length);
  const items = itemsOf({ text: head, start: clause.start });
  if (items.length < 2) return [];
  const tail = tailOf(items.at(-1)!.text);
  return items.map((item, index) => ({
    start: item.start,
    end: item.start + item.text.length,
    text: `${item.text}${index < items.length - 1 ? tail || sharedNoun(item.text, items.at(-1)!.text) : ''} ${match[0]}${after}`.replace(
      DISTRIBUTED,
      ' ',
    ),
    shared,
  }));
}

const AMOUNT_ASKED = /多少|几(?=[个家人名件次户位张座处条项对批场套])/gu;
const NEAREST = 2;

/** 帮多少人追回多少工资: one part an amount asked in one run of words. */
function doubled(clause: Piece, shared: string): Part[] {
  const [first, second, ...others] = [...clause.text.matchAll(AMOUNT_ASKED)];
  if (first === undefined || second === undefined || others.length > 0) return [];
  const between = clause.text.slice(first.index + first[0].length, second.index);
  if (between.length < NEAREST || /[到至、变]|各|分别|和|或|还是/u.test(between)) return [];
  const end = clause.start + clause.text.length;
  const without = `${clause.text.slice(0, first.index)} ${clause.text.slice(first.index + first[0].length)}`;
  return [
    { start: clause.start, end: clause.start + second.index, text: clause.text.slice(0, second.index), shared },
    { start: clause.start + second.index, end, text: without, shared },
  ];
}

/** 做了多少门牌和路牌: one part a thing counted. */
function counted(clause: Piece, shared: string): Part[] {
  const match = COUNTED.exec(clause.text);
  if (match === null) return [];
  const at = match.index + match[0].length;
  const head = clause.text.slice(0, at);
  const items = itemsOf({ text: clause.text.slice(at), start: clause.start + at });
  if (items.length < 2) return [];
  return items.map((item) => ({
    start: clause.start,
    end: item.start + item.text.length,
    text: `${head}${item.text}`,
    shared,
  }));
}

/** 甲和乙的X差多少, 甲跟乙哪个X多: what is set against something else of the same kind. */
const CONTRASTED =
  /(?:相差|差距?有?)(?:了)?(?:多少|几|多大)|(?:哪个|哪边|哪种|谁)(?:的)?[^，。]{0,6}[多少高低大小长短快慢重轻](?:一些|一点)?(?:呢|些)?[？?]?$/u;

/** Whether two things of one place and time are set against each other. */
export function isContrast(text: string): boolean {
  return CONTRASTED.test(text);
}

/** One part a thing set against the other; what the last item says beyond its name gives the first one context. */
function contrasted(clause: Piece, shared: string): Part[] {
  const match = CONTRASTED.exec(clause.text);
  if (match === null) return [];
  const items = itemsOf({ text: clause.text.slice(0, match.index), start: clause.start });
  if (items.length !== 2) return [];
  const [first, last] = items as [Piece, Piece];
  const tail = tailOf(last.text);
  return [
    {
      start: first.start,
      end: first.start + first.text.length,
      text: `${first.text}${tail} ${match[0]}`,
      shared: `${last.text} ${shared}`,
    },
    { start: last.start, end: last.start + last.text.length, text: `${last.text} ${match[0]}`, shared },
  ];
}

/** X总额和Y人数, 多少人、免了多少钱: one part a measure. */
function measures(clause: Piece, shared: string): Part[] {
  const items = itemsOf(clause);
  if (items.length < 2 || !items.every(({ text }) => MEASURE.test(text) || ASKING.test(text))) return [];
  return items.map((item) => ({ start: item.start, end: item.start + item.text.length, text: item.text, shared }));
}

/** 一二三产业 -> 第一产业、第二产业、第三产业 */
function spellOutOrdinals(text: string): string {
  return text.replace(ORDINAL_LIST, (_, ...groups: (string | undefined)[]) => {
    const kind = groups[3] === '产' ? '产业' : groups[3]!;
    return groups
      .slice(0, 3)
      .filter((digit) => digit !== undefined)
      .map((digit) => `第${digit}${kind}`)
      .join('、');
  });
}

/**
 * Splits a question into the pieces that each ask for one figure; a single piece when it asks for one thing.
 *
 * @param text question with places and periods blanked out
 * @param options.alone the question is about one place and time: what it sets side by side are things
 */
export function splitParts(text: string, { alone }: { alone: boolean }): Part[] {
  if (BEFORE_AND_NOW.test(text)) return [{ start: 0, end: text.length, text, shared: '' }];
  const clauses = clausesOf(spellOutOrdinals(text));
  const asking = clauses.filter((clause) => ASKING.test(clause.text) || (alone && isContrast(clause.text)));
  const others = clauses.filter((clause) => !asking.includes(clause));
  const shared = others.map((clause) => clause.text).join(' ');
  const parts = (asking.length > 0 ? asking : []).flatMap((clause) => {
    const items = distributed(clause, shared);
    if (items.length > 0) return items;
    const sides = alone ? contrasted(clause, shared) : [];
    if (sides.length > 0) return sides;
    const split = measures(clause, shared);
    if (split.length > 0) return split;
    const things = counted(clause, shared);
    const amounts = things.length > 0 ? things : doubled(clause, shared);
    return amounts.length > 0
      ? amounts
      : [{ start: clause.start, end: clause.start + clause.text.length, text: clause.text, shared }];
  });
  if (parts.length > 0) return parts;
  const measured = clauses.flatMap((clause) => measures(clause, ''));
  return measured.length > 1 ? measured : [{ start: 0, end: text.length, text, shared: '' }];
}
