import type { Memory } from './memory.ts';
import { namedBefore } from './name-before.ts';
import type { Named } from './named.ts';
import { stripTail, tidy } from './phrase.ts';
import type { Reading } from './reading.ts';
import type { Slot } from './slot.ts';
import { withSubject } from './subject.ts';

const STANDING =
  /^(.*?)(?:均|都|双双|分别|稳|再次|再|继续|连续|跃|升|并列|同时|综合|持续|首次)*(?:位居|位列|并列|居于|居|列|排名|排在|排|位次|名列|跃居|跃升至|跃升到|跻身|升至|升到|上升到|上升至|前移至|保持|稳居|获|获得|荣获|在|夺得|为|达到|至)((?:[^，。]*)?)$/u;
const SCOPE =
  /(?:全[国省市县区球]|世界|亚洲|[一二三四五六七八九十\d]+[区县市]|内地|[东中西]部|中西部|长三角|国内|省内|各[^，]{1,6}|[^，、]{2,8}(?:城市|省份|地市|省区市?|地区|地级市|设区市|榜))/u;

/** 在全市绩效考核中排名第一: only the contest says what is ranked. */
const CONTEST = /在([^，]{4,24}?(?:考核|评比|评估|评选|测评|评价|竞赛|大赛|调查|督查))中/u;

/** What is ranked, and among whom: 低保标准全省排名. */
export function rankProperty(slot: Slot, memory: Memory): Named {
  const before = slot.before;
  const standing = STANDING.exec(before);
  const scopeText = standing?.[2] ?? before;
  const scope = SCOPE.exec(scopeText)?.[0] ?? '';
  const owner = standing === null ? before.replace(SCOPE, '') : (standing[1] ?? '');
  const named = namedBefore(
    owner.replace(/^(?:与|和|同)[^，]{1,8}$/u, '').replace(/(?:均|都|双双|分别|继续|稳)+$/u, ''),
  );
  if (named !== '' && !/^双*创/u.test(named))
    return { property: `${withSubject(named, slot, memory)}${scope}排名`, subject: named };
  const contest = CONTEST.exec(before)?.[1];
  if (contest !== undefined) return { property: `${tidy(contest)}排名`, subject: tidy(contest) };
  const run = memory.readings.at(-1);
  if (run?.role === 'run' && run.slot.clause === slot.clause)
    return { property: `${run.subject}${scope}排名`, subject: run.subject };
  const ranked = /均|都|双双/u.test(before) ? sameSentence(slot, memory) : sameSentence(slot, memory).slice(-1);
  const list =
    ranked.map(({ property, subject }) => (/新增$/u.test(property) ? subject : property)).join('、') || memory.topic;
  return { property: `${list}${scope}排名`, subject: list };
}

/** The amounts that a rank is told of: those of the last list, else all of the sentence. */
function sameSentence(slot: Slot, memory: Memory): Reading[] {
  const counts = memory.readings.filter(
    (reading) => reading.slot.sentence === slot.sentence && reading.role === 'count',
  );
  const last = counts.at(-1);
  const listed = counts.filter((reading) => reading.slot.clause === last?.slot.clause);
  return listed.length > 1 ? listed : counts;
}

/** 被民政部评为先进: who judged is left out. */
const JUDGED = /被[^，]{2,8}?(?=评为|授予|确定为|表彰为|认定为|评定为)/u;
const HAPPENS = /^(?:在|被|获得|获(?!评|批|奖)|荣获|位居|位列|位于|居|保持|稳居|超过?|实现|达到|达|稳定在|快于|的)+/u;
const LONGEST_HAPPENING = 24;

/** How long something goes on: 民政工作考核优秀连续年数. */
export function runProperty(slot: Slot, memory: Memory): Named {
  const named = namedBefore(slot.before.replace(/(?:连续|连年|接连)$/u, '').replace(/(?:已|已经|均|都)$/u, ''));
  const happening = tidy(stripTail(slot.after).replace(JUDGED, '').replace(HAPPENS, '')).slice(0, LONGEST_HAPPENING);
  const unit = { 年: '年数', 届: '届数', 次: '次数' }[slot.mention.unit] ?? '时长';
  const last = memory.readings.at(-1);
  const near = last !== undefined && last.slot.sentence === slot.sentence;
  const owner = named || (near ? last.subject : memory.topic);
  return { property: `${owner}${happening}连续${unit}`, subject: owner };
}
