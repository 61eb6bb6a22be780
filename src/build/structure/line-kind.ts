/** What a line is besides body text or a heading. */
export type LineKind = 'title' | 'metadata' | 'greeting' | 'signature' | 'date' | 'caption' | 'contents' | 'furniture';

const DATE = String.raw`(?:19|20)\d{2}\s*[-年./]\s*\d{1,2}\s*[-月./]\s*\d{1,2}\s*日?`;
const CHINESE_DATE =
  '[一二][〇○零OＯ0一二三四五六七八九]{3}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日';
const BODY_OF_STATE =
  '(?:局|厅|部|署|院|委|委员会|办公室|办公厅|人民政府|管委会|总局|总队|中心|协会|总会|银行|公司|联合会)';

const KINDS: readonly { readonly kind: LineKind; readonly pattern: RegExp }[] = [
  {
    kind: 'metadata',
    pattern:
      /^(?:索引号|索 引 号|组配分类|发布机构|成文日期|公开方式|公开日期|生成日期|有效性|文号|发文字号|信息分类|主题分类|发布日期|发布时间|发文日期|印发日期|更新时间|来源|信息来源|作者|责任编辑|编辑|审核|撰稿|记者|本报记者|通讯员|时间|日期|发文机关|抄送|主送|标题|名称|关键词|内容概述)\s*[:：\s】]/u,
  },
  {
    kind: 'metadata',
    pattern:
      /^[^。；]{0,60}(?:(?:浏览|阅读|点击)(?:次数|量|数)|字号\s*[:：【[])[^。；]{0,30}$|^\(此件|^\(?(?:新华社|本报|记者).{0,20}(?:电|报道|摄)\)?$/u,
  },
  { kind: 'metadata', pattern: /^[^\s,，。:：]{2,12}〔?[〔[(【](?:19|20)\d{2}[〕\])】]\s*\d{1,4}\s*号$/u },
  { kind: 'metadata', pattern: new RegExp(`^.{0,30}${DATE}\\s*印发$`, 'u') },
  { kind: 'metadata', pattern: new RegExp(`^[-—(]*${DATE}.{0,12}在.{4,40}(?:会议上|大会上|会议)\\)?$`, 'u') },
  {
    kind: 'metadata',
    pattern:
      /^(?:[\p{Script=Han}]{0,12})(?:省长|市长|州长|县长|区长|主席|局长|厅长|主任)[\s:：]+[\p{Script=Han}]{1,2}\s?[\p{Script=Han}]{1,2}$/u,
  },
  { kind: 'metadata', pattern: /(?:报记者|记者)\s*[\p{Script=Han}\s]{2,12}摄\s*$/u },
  {
    kind: 'date',
    pattern: new RegExp(`^[([]?(?:${DATE}|${CHINESE_DATE})(?:\\s*\\d{1,2}[:时]\\d{1,2}.{0,4})?[)\\]]?$`, 'u'),
  },
  { kind: 'greeting', pattern: /^(?:各位(?:代表|委员|同志|领导)|同志们|女士们|先生们)[，,、！!:：].{0,12}$/u },
  { kind: 'greeting', pattern: /^各[\p{Script=Han}()、,，（）\s]{2,60}[:：]$/u },
  {
    kind: 'signature',
    pattern: new RegExp(
      `^(?![(（]|[一二三四五六七八九十]+、)[\\p{Script=Han}\\s（）()、·]{2,30}${BODY_OF_STATE}(?:\\s*\\(?(?:${DATE}|${CHINESE_DATE})\\)?)?$`,
      'u',
    ),
  },
  { kind: 'caption', pattern: /^(?:图|表|附表|附图)\s*\d+|^(?:单位|注|数据来源|资料来源|图片)\s*[:：]|^图片$/u },
  { kind: 'contents', pattern: /(?:^|\s)(?:目\s*录|目\s*次)$|.(?:…{2,}|\.{4,}|·{4,})\s*\d+$/u },
  {
    kind: 'furniture',
    pattern:
      /^(?:下载|打印|全屏|收藏|分享|加大|还原|减小|大|中|小|关闭|返回|首页|导航|上一篇.*|下一篇.*|打印本页|关闭窗口|扫一扫.*|[[【(]?字[体号][:：]?.*|[】\])]|分享[:：到].*|相关(?:附件|链接|报道|新闻|阅读|文章|推荐).*|当前位置.*|您的位置.*|您当前.*|.*\s[>＞»]\s.*|\|.{0,20}|\d{1,6}|[\p{P}\p{S}]+)$/u,
  },
  { kind: 'furniture', pattern: /^(?:[\x20-\x7e])+$/u },
];

const TITLE =
  /^(?:[《<])?[^。；;！!？?，,:：]{4,60}(?:总结|报告|公报|思路|计划|要点|通报|年报|白皮书|规划|方案|情况|打算|安排|综述|回顾|讲话|通知)(?:[》>])?(?:\([^()]{1,12}\))?$/u;
/** 情况, 规划 and the like end headings as often as titles: these alone are sure. */
const SURE_TITLE =
  /(?:总结|报告|公报|年报|白皮书)(?:[》>])?(?:\([^()]{1,12}\))?$|(?:总结|报告).{0,4}(?:\d{4}年)?.{0,6}(?:计划|思路|打算|要点|安排)$|(?:工作|建设|落实|完成|开展)情况(?:及|和|与|暨)[^，。；：]{0,14}(?:打算|思路|安排|计划|要点)$|^.{0,30}关于.{2,40}的通知$/u;

/** A mark of a note at the end of a title: 统计公报[1]. */
export const NOTE_MARK = /\s*(?:[[〔]\d{1,2}[\]〕]|[①②③*])+$/u;

/** Whether a line has the form of a document title. */
export function isTitleLine(text: string): boolean {
  const line = text.replace(NOTE_MARK, '');
  return TITLE.test(line) || (SURE_TITLE.test(line) && line.length <= 60 && !/[。；！？]/u.test(line));
}

/** Whether a line is surely a document title: 总结, 报告, 公报, with whom or when it is about. */
export function isSureTitle(text: string): boolean {
  const line = text.replace(NOTE_MARK, '');
  return isTitleLine(line) && SURE_TITLE.test(line) && line.length >= 6;
}

/**
 * What a line is besides body text.
 *
 * @param line folded and trimmed
 * @returns null for body text and headings; titles are not told here (`isTitleLine`)
 */
export function lineKind(line: string): LineKind | null {
  return KINDS.find(({ pattern }) => pattern.test(line))?.kind ?? null;
}
