import type { Context, Handler } from 'hono';
import type { AppEnvironment } from '../../app.ts';
import { readBody } from '../../body.ts';
import type { Database } from '../../database.ts';
import type { Dependencies } from '../../dependencies.ts';
import { readDatabase } from '../../environment.ts';
import { callerOf, createRateLimiter, type Rate } from '../../rate-limiter.ts';
import { handleJob } from '../../telegram/handle-updates.ts';
import { PAGE_SETTINGS, pageChatOf, pageState } from '../../telegram/page-chats.ts';
import { createState, type State } from '../../telegram/state/state.ts';
import { parseUpdate } from '../../telegram/update.ts';
import type { PageLanguage } from '../language.ts';
import { messageMarkup } from './message-markup.ts';
import { type ChatEvent, createPageTelegram } from './page-telegram.ts';
import { SAID, type Said, toUpdate } from './said.ts';
import { createTurnLimit } from './turn-limit.ts';

/** In bytes: the longest text, every character escaped. */
const MAX_BODY = 32_768;
/** A person types no faster; an office behind one address stays below as well. */
export const CHAT_RATE: Rate = { burst: 20, perSecond: 0.5 };
/** Messages that an update may have, so that identifiers by the clock stay apart. */
const IDS_A_MILLISECOND = 100;

const REFUSALS = {
  foreign: { status: 403, message: '只接受本站页面的请求。' },
  not_json: { status: 415, message: '请发送 JSON。' },
  too_large: { status: 413, message: '内容太长了。' },
  bad_message: { status: 400, message: '看不懂这条消息。' },
  too_many_requests: { status: 429, message: '问得有点快，请过一会儿再问。' },
  too_many_today: { status: 429, message: '今天网页上的提问次数用完了，请明天再来。' },
  unavailable: { status: 503, message: '暂时答不上来，请稍后再试。' },
} as const;

/**
 * `POST /chat`: one turn of the conversation on our page, through the bot as Telegram drives it: the same update, the same
 * handlers, state, limits and gates. What the bot sends goes to the page and nowhere else. The chat is told by a random
 * session that the page keeps; no cookie, so no other site can speak for a reader.
 */
export function chatEndpoint(dependencies: Dependencies): Handler<AppEnvironment> {
  const limiter = createRateLimiter(CHAT_RATE, dependencies.now);
  const turns = createTurnLimit(dependencies.now);
  return async function chat(c) {
    const site = c.req.header('sec-fetch-site');
    if (site !== undefined && site !== 'same-origin') return refuse(c, 'foreign');
    if (!/^application\/json\b/iu.test(c.req.header('content-type') ?? '')) return refuse(c, 'not_json');
    const seconds = limiter.take(callerOf(c.req.header('cf-connecting-ip')));
    if (seconds > 0) return refuse(c, 'too_many_requests', seconds);
    const body = await readBody(c.req.raw, MAX_BODY);
    if (body === null) return refuse(c, 'too_large');
    const said = SAID.safeParse(parseJson(body));
    if (!said.success) return refuse(c, 'bad_message');
    const database = readDatabase(c.env);
    if (database === null) return refuse(c, 'unavailable');
    const state = pageState(createState(database, dependencies.now));
    if (!(await turns.take(state.usage))) return refuse(c, 'too_many_today');
    const events = await talk(said.data, { database, dependencies, state });
    if (events === null) return refuse(c, 'unavailable');
    const drawn = await Promise.all(events.map((event) => draw(event, said.data.language)));
    return c.json({ events: drawn }, 200, { 'cache-control': 'no-store' });
  };
}

function refuse(c: Context<AppEnvironment>, code: keyof typeof REFUSALS, seconds?: number): Response {
  const { status, message } = REFUSALS[code];
  if (seconds !== undefined) c.header('retry-after', String(seconds));
  return c.json({ error: { code, message } }, status, { 'cache-control': 'no-store' });
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** What the bot does about what was said; null when it cannot now. */
async function talk(
  said: Said,
  { database, dependencies, state }: { database: Database; dependencies: Dependencies; state: State },
): Promise<readonly ChatEvent[] | null> {
  const time = dependencies.now();
  const id = time * IDS_A_MILLISECOND;
  const parsed = parseUpdate(JSON.stringify(toUpdate(said, { chat: await pageChatOf(said.session), id })));
  if (!parsed.ok) return null;
  const telegram = createPageTelegram(id + 1);
  const job = { updateId: id, body: JSON.stringify(parsed.update), receivedAt: time };
  const pause = await handleJob(
    { ...job, attempts: 1, isAgain: false, sent: 0 },
    {
      dependencies: { ...dependencies, fetch: telegram.fetch, pacer: { reserve: () => 0, block() {} } },
      settings: PAGE_SETTINGS,
      // Anybody may write here: the budget of the model is for the bot's own chats.
      model: null,
      embedding: {},
      // A page cannot be sent anything later.
      digests: null,
      database,
      state,
    },
  );
  return pause === null ? telegram.events : null;
}

/** An event as the page takes it: messages as markup, every text in it escaped. */
async function draw(event: ChatEvent, language: PageLanguage): Promise<object> {
  if (event.type !== 'message' && event.type !== 'edit') return event;
  const { type, id, message } = event;
  return { type, id, html: String(await messageMarkup(message, { id, language })) };
}
