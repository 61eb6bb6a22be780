import type { BotCommand } from '@grammyjs/types';
import type { BotState } from '../bot-state.ts';
import { type Played, refuse, succeed } from '../outcome.ts';
import type { Parameters } from '../parameters.ts';

const MAX_COMMANDS = 100;
/** In code points, by field (Bot API, setMyName and the like). */
const LENGTHS = { name: 64, description: 512, short_description: 120 } as const;

type ProfileField = keyof typeof LENGTHS;

export function setMyCommands({ commands, scope, language_code }: Parameters, state: BotState): Played {
  const list = commands as BotCommand[];
  if (list.length > MAX_COMMANDS) return { outcome: refuse('BOT_COMMANDS_TOO_MUCH') };
  if (list.some(({ command }) => !/^[a-z0-9_]{1,32}$/u.test(command)))
    return { outcome: refuse('BOT_COMMAND_INVALID') };
  if (list.some(({ description }) => description === '' || [...description].length > 256)) {
    return { outcome: refuse('BOT_COMMAND_DESCRIPTION_INVALID') };
  }
  state.setCommands({ scope, language: language_code }, list);
  return succeed(true);
}

export function getMyCommands({ scope, language_code }: Parameters, state: BotState): Played {
  return succeed(state.commands(scope, language_code));
}

export function deleteMyCommands({ scope, language_code }: Parameters, state: BotState): Played {
  state.setCommands({ scope, language: language_code }, []);
  return succeed(true);
}

/** `setMyName`, `setMyDescription` and `setMyShortDescription`. */
export function setProfile(field: ProfileField) {
  return function setField(parameters: Parameters, state: BotState): Played {
    const value = String(parameters[field] ?? '');
    if ([...value].length > LENGTHS[field]) return { outcome: refuse(`bot ${field.replace('_', ' ')} is too long`) };
    state.profile.set(profileKey(field, parameters), value);
    return succeed(true);
  };
}

export function getProfile(field: ProfileField) {
  return function getField(parameters: Parameters, state: BotState): Played {
    return succeed({ [field]: state.profile.get(profileKey(field, parameters)) ?? '' });
  };
}

function profileKey(field: ProfileField, { language_code }: Parameters): string {
  return `${field} ${String(language_code ?? '')}`;
}
