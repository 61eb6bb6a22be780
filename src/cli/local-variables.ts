import { randomBytes } from 'node:crypto';
import { parseEnv } from 'node:util';
import { requireTelegramSettings } from './telegram-settings.ts';

type Variables = Readonly<Record<string, string | undefined>>;

const CREDENTIALS = ['TELEGRAM_TOKEN', 'TELEGRAM_SECRET'] as const;
const OTHERS = [
  ...(['TELEGRAM_BOT_USERNAME', 'TELEGRAM_API_ROOT', 'PUBLIC_URL'] as const),
  ...(['ALLOWED_IDS', 'OWNER_IDS', 'DAILY_LIMIT'] as const),
];

export interface LocalVariables {
  /** To be given to the Worker besides those that it reads itself. */
  readonly vars: Readonly<Record<string, string>>;
  /** Whether they are a real bot's. */
  readonly isReal: boolean;
}

/**
 * Variables for a Worker on this machine: what the developer has set in `.dev.vars` or else in the environment. With neither
 * token nor secret both are made up anew, so that `/telegram` runs and calls an address where nobody listens.
 *
 * @param devVars contents of `.dev.vars`, which the Worker reads itself; null when there is none
 * @throws {WenjuError} `missing_dependency`, naming the first variable that is missing or wrong
 */
export function localVariables(environment: Variables, devVars: string | null): LocalVariables {
  const given: Variables = devVars === null ? environment : parseEnv(devVars);
  const isReal = CREDENTIALS.some((name) => (given[name] ?? '') !== '');
  const madeUp = {
    TELEGRAM_TOKEN: '1:local',
    TELEGRAM_SECRET: randomBytes(16).toString('hex'),
    TELEGRAM_API_ROOT: 'http://127.0.0.1:9',
  };
  const names = isReal ? [...CREDENTIALS, ...OTHERS] : OTHERS;
  const set = Object.fromEntries(
    names.flatMap((name) => {
      const value = given[name];
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
  const all = isReal ? set : { ...madeUp, ...set };
  requireTelegramSettings(all);
  if (devVars === null) return { vars: all, isReal };
  return { vars: isReal ? {} : madeUp, isReal };
}
