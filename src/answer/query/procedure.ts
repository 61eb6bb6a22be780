/** What a sentence must speak of to answer a question for a procedure, an entitlement or a way to get in touch. */
export interface Procedure {
  readonly evidence: RegExp;
}

const ACTS =
  '申请|申领|领取|领|报名|办理|办(?!了|过|公|得|事|学|成)|登记|预约|缴纳|缴费|缴|交(?!通|易|流|付)|查询|查(?!处|了)|认定|注册|报销|投诉|举报|加入|参保|入住|补办|续办|报考|报|退';
/** 怎么申请, 去哪里办, 找谁领. */
const WAY = new RegExp(
  `(?:怎么|怎样|如何|咋|(?:去|到|在)?(?:哪里|哪儿|哪(?=办|领|申|交|查))|找谁|什么时候能|多久能)(?:才|去|能|可以|才能|样|能够|网上)*(?:${ACTS})(?![^，。？?]{0,6}[了的])`,
  'u',
);
/** 要什么材料, 有哪些条件. */
const NEEDS =
  /(?:申请|申领|办理|领取|入住|报名|报考|享受|认定|登记)的?(条件|材料|手续|流程|程序|资格|要求|指南)[？?]?$|(?:什么|啥|哪些|多少)(?:样的)?(条件|材料|手续|证件|证明|流程|程序|资格)|(条件|材料|手续|流程|程序|资格)(?:是|有|要)?(?:什么|啥|哪些)|[要需得](?:带|交|准备|提供|满足|符合|填)(?:什么|啥|哪些)|(?:要不要|需不需要|用不用|[要需得]|必须)(?:带|交|准备|提供|出示|本人|预约)[^，。]{0,10}(?:吗|么|不|[？?]?$)/u;
/** 电话多少, 地址在哪. */
const CONTACT =
  /(电话|联系方式|联系人|网址|官网|邮箱|邮编|公众号|上班时间|办公时间|营业时间|开放时间|门票)(?:号码?)?(?:是|有|在|要)?(?:多少|几|什么|啥|哪|呢)|(几点)(?:上班|下班|开门|关门|开始|结束)/u;
/** 我妈能领吗, 可以申请低保吗. */
const ENTITLED =
  /(?:^|[，。！？\s])(?:我|俺|本人|家里|家人|亲戚|邻居|外地人|没户口).{0,14}(?:能|可以|可不可以|够不够|算不算|符不符合|有没有资格).{0,10}(?:吗|么|不|[？?]?$)|(?:能不能|可不可以|可以|能)(?:领|申请|享受|办|报销|入住).{0,8}(?:吗|么)/u;

/** Words of a sentence that tells how something is done or who is entitled to it. */
const RULES = /申请|申领|办理.{0,6}(?:材料|手续|流程|程序)|凭.{1,10}证|条件|资格|流程|手续|所需材料/u;

/** What tells the noun asked and does not only mention it: 符合条件的 says no condition. */
const TOLD: Readonly<Record<string, RegExp>> = {
  条件: /(?:以下|下列|具备|满足|所需)[^。]{0,12}条件|条件(?:是|为|包括|[：:]|如下)/u,
  资格: /(?:以下|下列|具备)[^。]{0,12}资格|资格(?:是|为|包括|[：:])/u,
  材料: /(?:提交|提供|携带|准备|所需|持)[^。]{0,12}材料|材料(?:是|为|包括|[：:])/u,
};

/**
 * Whether a question asks for a procedure, which reports of work seldom tell, and what would tell it. Null for any other
 * question.
 */
export function findProcedure(question: string): Procedure | null {
  const needs = NEEDS.exec(question);
  const named = needs?.slice(1).find((noun) => noun !== undefined);
  if (needs !== null) return { evidence: named === undefined ? RULES : (TOLD[named] ?? new RegExp(named, 'u')) };
  const contact = CONTACT.exec(question);
  if (contact !== null) return { evidence: new RegExp(`${contact[1] ?? contact[2]!}.{0,8}\\d`, 'u') };
  return WAY.test(question) || ENTITLED.test(question) ? { evidence: RULES } : null;
}
