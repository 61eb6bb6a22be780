import type { UserFromGetMe } from 'grammy/types';
import type { TelegramSettings } from '../environment.ts';

/**
 * What grammY must know of the bot. Given to it so that it never asks with getMe, which it would do before our route has
 * a say. A token begins with the bot's identifier.
 */
export function botInfo({ token, username }: TelegramSettings): UserFromGetMe {
  return {
    id: Number(token.slice(0, token.indexOf(':'))),
    is_bot: true,
    first_name: '问据',
    username: username ?? '',
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_inline_queries: true,
    can_connect_to_business: false,
    has_main_web_app: false,
    has_topics_enabled: false,
    allows_users_to_create_topics: false,
    can_manage_bots: false,
    supports_join_request_queries: false,
  };
}
