import type { TelegramSettings } from '../environment.ts';
import type { State } from './state/state.ts';

/**
 * Private chats that take place on our own page. Their identifiers begin where those of Telegram end: a user's has at most
 * 40 bits (tdlib/td, td/telegram/UserId.h), a chat's at most 52 significant ones (Bot API, Chat).
 */
const FIRST = 2 ** 52;

/** Where calls for these chats go: an address that cannot exist, read by the page itself and never by a network. */
const API_ROOT = 'https://page.invalid';

/** Questions answered a day on all pages: their dozen writes each stay well below the 100,000 a day of the Free plan. */
const DAILY_LIMIT = 2000;

/** Whether a chat is one of the page. Nothing is ever sent to Telegram for it. */
export function isPageChat(chat: number): boolean {
  return chat >= FIRST;
}

/** Whether calls go to a page instead of to Telegram. */
export function isPage({ apiRoot }: Pick<TelegramSettings, 'apiRoot'>): boolean {
  return apiRoot === API_ROOT;
}

/** The chat of a page's session, which nobody can tell without knowing the session. */
export async function pageChatOf(session: string): Promise<number> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`page chat ${session}`));
  const view = new DataView(digest);
  return FIRST + (view.getUint32(0) % 2 ** 20) * 2 ** 32 + view.getUint32(4);
}

/** The bot's settings on the page: no token, everybody may ask, nobody owns it, and links begin at our own root. */
export const PAGE_SETTINGS: TelegramSettings = {
  token: '0:page',
  secret: '',
  username: null,
  apiRoot: API_ROOT,
  publicUrl: '',
  allowed: null,
  owners: new Set(),
  dailyLimit: DAILY_LIMIT,
};

/** What is remembered of a page's chat: as of any, but it counts against a daily limit of its own and has no inbox. */
export function pageState(state: State): State {
  return {
    ...state,
    inbox: { ...state.inbox, countSent: async () => undefined },
    usage: { ...state.usage, count: (scope, period) => state.usage.count(scope === 'all' ? 'pages' : scope, period) },
  };
}
