/** The IANA name of a time zone as it is written, or null when there is none of that name. */
export function findZone(typed: string): string | null {
  const name = typed.trim();
  // Offsets like +08:00 and abbreviations are taken for zones too, but know no daylight saving.
  if (!/^(?:[A-Za-z_]+(?:\/[A-Za-z0-9_+-]+)+|UTC)$/iu.test(name)) return null;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}
