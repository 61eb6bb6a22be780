import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Names that distributions give it. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The Chromium of this machine: what CHROMIUM names, else the first of the usual names on the path; null when there is none. */
export function findChromium({ CHROMIUM, PATH = '' }: NodeJS.ProcessEnv): string | null {
  const places = PATH.split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...(CHROMIUM ? [CHROMIUM] : []), ...places].find(isExecutable) ?? null;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
