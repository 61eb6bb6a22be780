import type { InlineKeyboardMarkup } from '@grammyjs/types';

const MAX_DATA_BYTES = 64;
const MAX_COPIED = 256;
const MAX_BUTTONS = 100;

/** Why Telegram would not take a keyboard, in its words; null when it would. */
export function keyboardFault(keyboard: InlineKeyboardMarkup | undefined): string | null {
  const buttons = keyboard?.inline_keyboard?.flat() ?? [];
  if (buttons.length > MAX_BUTTONS) return 'reply markup is too long';
  for (const button of buttons) {
    if (button.text === '') return 'text buttons are unallowed in the inline keyboard';
    if ('callback_data' in button) {
      const bytes = new TextEncoder().encode(button.callback_data).length;
      if (bytes < 1 || bytes > MAX_DATA_BYTES) return 'BUTTON_DATA_INVALID';
    }
    if ('copy_text' in button) {
      const { length } = [...button.copy_text.text];
      if (length < 1 || length > MAX_COPIED) return 'BUTTON_COPY_TEXT_INVALID';
    }
    if ('url' in button && !URL.canParse(button.url)) return 'BUTTON_URL_INVALID';
  }
  return null;
}
