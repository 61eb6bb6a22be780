import type { ChatMember } from '@grammyjs/types';

const NOTHING_WRITTEN = {
  can_send_messages: false,
  can_send_audios: false,
  can_send_documents: false,
  can_send_photos: false,
  can_send_videos: false,
  can_send_video_notes: false,
  can_send_voice_notes: false,
  can_send_polls: false,
  can_send_other_messages: false,
  can_add_web_page_previews: false,
  can_react_to_messages: false,
  can_edit_tag: false,
  can_change_info: false,
  can_invite_users: false,
  can_pin_messages: false,
  can_manage_topics: false,
};
const USUAL_RIGHTS = {
  is_anonymous: false,
  can_be_edited: false,
  can_manage_chat: true,
  can_delete_messages: true,
  can_manage_video_chats: false,
  can_restrict_members: true,
  can_promote_members: false,
  can_change_info: true,
  can_invite_users: true,
  can_post_stories: false,
  can_edit_stories: false,
  can_delete_stories: false,
  can_send_welcome_messages: false,
};
const DETAILS: Readonly<Record<ChatMember['status'], object>> = {
  creator: { is_anonymous: false },
  administrator: USUAL_RIGHTS,
  member: {},
  restricted: { ...NOTHING_WRITTEN, is_member: true, until_date: 0 },
  left: {},
  kicked: { until_date: 0 },
};

/**
 * Somebody of that standing: an administrator with the usual rights, a restricted member who may write nothing.
 *
 * @param rights instead of those
 */
export function standing(id: number, status: ChatMember['status'], rights: object = {}): ChatMember {
  const user = { id, is_bot: false, first_name: 'Reader' };
  return { status, user, ...DETAILS[status], ...rights } as ChatMember;
}
