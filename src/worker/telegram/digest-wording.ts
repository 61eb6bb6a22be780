import type { WrongPart } from '../../answer/digest/command/parse-command.ts';
import type { SendState } from '../digest/digest-ledger.ts';

/** What the bot says about digests. Digests themselves are in the language of the reports. */
export interface DigestWording {
  readonly title: string;
  readonly on: string;
  readonly off: string;
  readonly time: string;
  readonly days: string;
  readonly topics: string;
  readonly follows: string;
  readonly silent: string;
  readonly unanswered: string;
  readonly pausedUntil: string;
  readonly next: string;
  readonly all: string;
  readonly none: string;
  /** Days of the week from Monday, and three usual choices of them. */
  readonly weekdays: readonly string[];
  readonly daily: string;
  readonly workdays: string;
  readonly weekend: string;
  /** The commands, one a line. */
  readonly usage: string;
  /** What is wrong, with one that is right. `{topics}` stands for all topics. */
  readonly wrong: Readonly<Record<WrongPart, string>>;
  readonly noSuchItems: string;
  readonly nothing: string;
  readonly sending: string;
  readonly alreadyToday: string;
  /** What became of one, and why. */
  readonly fates: Readonly<Record<SendState, string>>;
  readonly reasons: Readonly<Record<string, string>>;
  readonly last: string;
  readonly never: string;
  readonly notOut: string;
  readonly noneMissed: string;
  /** Where nothing can be sent on its own. */
  readonly elsewhere: string;
}

const COMMANDS = {
  on: '/digest on|off',
  time: '/digest time 07:30',
  zone: '/digest zone Asia/Shanghai',
  days: '/digest days daily|workdays|weekend|mon wed',
  topics: '/digest topics 养老 低保',
  follow: '/digest follow 低保',
  silent: '/digest silent on|off',
  pause: '/digest pause 7d',
  unanswered: '/digest ask-unanswered on|off',
} as const;

export const DIGEST_WORDING_ZH: DigestWording = {
  title: '每日摘要',
  on: '开',
  off: '关',
  time: '时间',
  days: '日子',
  topics: '话题',
  follows: '关注',
  silent: '静音',
  unanswered: '列出昨天没答上来的问题',
  pausedUntil: '暂停到',
  next: '下次',
  all: '全部',
  none: '无',
  weekdays: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  daily: '每天',
  workdays: '工作日（周一到周五）',
  weekend: '周末',
  usage: [
    `${COMMANDS.on} 开关`,
    `${COMMANDS.time} 几点发`,
    `${COMMANDS.zone} 时区`,
    `${COMMANDS.days} 哪些天发`,
    `${COMMANDS.topics} 只发这些话题，/digest topics all 恢复全部`,
    `${COMMANDS.follow} 先发这个话题，/digest unfollow 低保 取消`,
    `${COMMANDS.silent} 不响铃`,
    `${COMMANDS.pause} 暂停，/digest resume 恢复`,
    `${COMMANDS.unanswered} 列出昨天没答上来的问题`,
    '/digest preview 预览，/digest now 现在就发今天的，/digest why 为什么发或没发',
  ].join('\n'),
  wrong: {
    verb: '没有这个用法。例如：/digest on',
    time: '时间要写成24小时制的时和分，例如：/digest time 07:30',
    zone: '时区要写IANA名称，例如：/digest zone Asia/Shanghai',
    days: '日子可以写 daily、workdays、weekend 或星期几，例如：/digest days workdays',
    topics: '没有这个话题。例如：/digest topics 养老 低保\n可选：{topics}',
    follow: '没有这个话题。例如：/digest follow 低保\n可选：{topics}',
    switch: '请写 on 或 off，例如：/digest silent on',
    pause: '请写多少天（d）、小时（h）或周（w），最多一年，例如：/digest pause 7d',
  },
  noSuchItems: '已保存。收录的报告里暂时没有这些话题的数字。',
  nothing: '没有可发的内容：收录的报告里没有所选话题的数字。',
  sending: '正在发今天的摘要。',
  alreadyToday: '今天的摘要已经有了，一天只发一次。',
  fates: {
    pending: '等着发',
    sending: '正在发',
    sent: '已发出',
    dead: '没有发出',
    unknown: '不知道是否送达，因此没有重发',
    skipped: '没有发',
  },
  reasons: {
    late: '服务中断超过12小时，错过了',
    empty: '没有可发的内容',
    failed: '没有通过核对',
    gone: '机器人不在群里，或不能发言',
    off: '发出前已关闭',
    refused: 'Telegram 不接受',
    cut: '发送时网络中断',
    ended: '发送时服务中断',
    '429': 'Telegram 要求等一会儿',
    '401': '机器人的令牌失效',
  },
  last: '最近一次发出',
  never: '还没有发过。',
  notOut: '最近一次没发出',
  noneMissed: '最近没有漏发。',
  elsewhere: '每日摘要只能发到 Telegram；这里可以用 /digest preview 预览。',
};

export const DIGEST_WORDING_ZH_HANT: DigestWording = {
  title: '每日摘要',
  on: '開',
  off: '關',
  time: '時間',
  days: '日子',
  topics: '話題',
  follows: '關注',
  silent: '靜音',
  unanswered: '列出昨天沒答上來的問題',
  pausedUntil: '暫停到',
  next: '下次',
  all: '全部',
  none: '無',
  weekdays: ['週一', '週二', '週三', '週四', '週五', '週六', '週日'],
  daily: '每天',
  workdays: '工作日（週一到週五）',
  weekend: '週末',
  usage: [
    `${COMMANDS.on} 開關`,
    `${COMMANDS.time} 幾點發`,
    `${COMMANDS.zone} 時區`,
    `${COMMANDS.days} 哪些天發`,
    `${COMMANDS.topics} 只發這些話題，/digest topics all 恢復全部`,
    `${COMMANDS.follow} 先發這個話題，/digest unfollow 低保 取消`,
    `${COMMANDS.silent} 不響鈴`,
    `${COMMANDS.pause} 暫停，/digest resume 恢復`,
    `${COMMANDS.unanswered} 列出昨天沒答上來的問題`,
    '/digest preview 預覽，/digest now 現在就發今天的，/digest why 為什麼發或沒發',
  ].join('\n'),
  wrong: {
    verb: '沒有這個用法。例如：/digest on',
    time: '時間要寫成24小時制的時和分，例如：/digest time 07:30',
    zone: '時區要寫IANA名稱，例如：/digest zone Asia/Shanghai',
    days: '日子可以寫 daily、workdays、weekend 或星期幾，例如：/digest days workdays',
    topics: '沒有這個話題。例如：/digest topics 养老 低保\n可選：{topics}',
    follow: '沒有這個話題。例如：/digest follow 低保\n可選：{topics}',
    switch: '請寫 on 或 off，例如：/digest silent on',
    pause: '請寫多少天（d）、小時（h）或週（w），最多一年，例如：/digest pause 7d',
  },
  noSuchItems: '已儲存。收錄的報告裡暫時沒有這些話題的數字。',
  nothing: '沒有可發的內容：收錄的報告裡沒有所選話題的數字。',
  sending: '正在發今天的摘要。',
  alreadyToday: '今天的摘要已經有了，一天只發一次。',
  fates: {
    pending: '等著發',
    sending: '正在發',
    sent: '已發出',
    dead: '沒有發出',
    unknown: '不知道是否送達，因此沒有重發',
    skipped: '沒有發',
  },
  reasons: {
    late: '服務中斷超過12小時，錯過了',
    empty: '沒有可發的內容',
    failed: '沒有通過核對',
    gone: '機器人不在群組裡，或不能發言',
    off: '發出前已關閉',
    refused: 'Telegram 不接受',
    cut: '發送時網路中斷',
    ended: '發送時服務中斷',
    '429': 'Telegram 要求等一會兒',
    '401': '機器人的令牌失效',
  },
  last: '最近一次發出',
  never: '還沒有發過。',
  notOut: '最近一次沒發出',
  noneMissed: '最近沒有漏發。',
  elsewhere: '每日摘要只能發到 Telegram；這裡可以用 /digest preview 預覽。',
};

export const DIGEST_WORDING_EN: DigestWording = {
  title: 'Daily digest',
  on: 'on',
  off: 'off',
  time: 'Time',
  days: 'Days',
  topics: 'Topics',
  follows: 'Followed',
  silent: 'Silent',
  unanswered: "Lists yesterday's unanswered questions",
  pausedUntil: 'Paused until',
  next: 'Next',
  all: 'all',
  none: 'none',
  weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  daily: 'every day',
  workdays: 'workdays (Monday to Friday)',
  weekend: 'weekend',
  usage: [
    `${COMMANDS.on}`,
    `${COMMANDS.time} when it goes out`,
    `${COMMANDS.zone} time zone`,
    `${COMMANDS.days} on which days`,
    `${COMMANDS.topics} only these topics, /digest topics all for all`,
    `${COMMANDS.follow} this topic first, /digest unfollow 低保 to undo`,
    `${COMMANDS.silent} without a sound`,
    `${COMMANDS.pause} pause, /digest resume to go on`,
    `${COMMANDS.unanswered} list yesterday's unanswered questions`,
    "/digest preview, /digest now today's at once, /digest why it came or did not",
  ].join('\n'),
  wrong: {
    verb: 'There is no such command. For example: /digest on',
    time: 'Write hours and minutes of a 24-hour clock, for example: /digest time 07:30',
    zone: 'Write the IANA name of a time zone, for example: /digest zone Asia/Shanghai',
    days: 'Write daily, workdays, weekend or days of the week, for example: /digest days workdays',
    topics: 'There is no such topic. For example: /digest topics 养老 低保\nThere are: {topics}',
    follow: 'There is no such topic. For example: /digest follow 低保\nThere are: {topics}',
    switch: 'Write on or off, for example: /digest silent on',
    pause: 'Write how many days (d), hours (h) or weeks (w), a year at most, for example: /digest pause 7d',
  },
  noSuchItems: 'Saved. For now the reports hold no figures on these topics.',
  nothing: 'There is nothing to send: the reports hold no figures on the chosen topics.',
  sending: "Sending today's digest.",
  alreadyToday: 'There is a digest for today already. It goes out once a day.',
  fates: {
    pending: 'waits to be sent',
    sending: 'is being sent',
    sent: 'sent',
    dead: 'not sent',
    unknown: 'perhaps not delivered, and therefore not repeated',
    skipped: 'left out',
  },
  reasons: {
    late: 'the service was down for more than 12 hours',
    empty: 'there was nothing to send',
    failed: 'it did not pass its checks',
    gone: 'the bot is not in the group, or may not write',
    off: 'it was switched off before',
    refused: 'Telegram refused it',
    cut: 'the network broke while it was sent',
    ended: 'the service broke while it was sent',
    '429': 'Telegram asked to wait',
    '401': "the bot's token is not valid",
  },
  last: 'Last sent',
  never: 'None has been sent yet.',
  notOut: 'Last one that did not go out',
  noneMissed: 'None was missed lately.',
  elsewhere: 'Digests are sent to Telegram only; /digest preview works here.',
};
