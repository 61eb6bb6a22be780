const LINK = /^(?:(?<scheme>https?):\/\/)?(?<host>(?:[^/?#@]*@)?[^/?#\s:]+)(?<port>:\d{1,5})?(?<rest>[/?#].*)?$/iu;

/** A link as Telegram writes it, with scheme and path; null when it would drop it (TDLib, LinkManager::check_link). */
export function checkLink(url: string): string | null {
  if (/^(?:tg|ton):(?:\/\/)?[\w-]/iu.test(url)) return url;
  const { scheme = 'http', host = '', port = '', rest = '' } = LINK.exec(url)?.groups ?? {};
  if (!/[^.]\.[^.]/u.test(host)) return null;
  return `${scheme.toLowerCase()}://${host.toLowerCase()}${port}${rest.startsWith('/') ? '' : '/'}${rest}`;
}

/** The person that a link of the form `tg://user?id=5` names. */
export function linkedUser(url: string): number | null {
  const id = /^tg:(?:\/\/)?user\?(?:.*&)?id=(?<id>\d+)/iu.exec(url)?.groups?.id;
  return id === undefined ? null : Number(id);
}
