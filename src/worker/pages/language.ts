export const PAGE_LANGUAGES = ['zh', 'en'] as const;
/** What the pages speak around the reports, which stay in the language they were written in. */
export type PageLanguage = (typeof PAGE_LANGUAGES)[number];

interface Wish {
  /** `?lang=`, which a reader chose. */
  readonly chosen: string | undefined;
  /** The header Accept-Language. */
  readonly accepted: string | undefined;
}

/** The language of a page: the one chosen in the address, else the first that the browser accepts, else Chinese. */
export function languageOf({ chosen, accepted }: Wish): PageLanguage {
  return PAGE_LANGUAGES.find((language) => language === chosen) ?? firstAccepted(accepted ?? '') ?? 'zh';
}

function firstAccepted(header: string): PageLanguage | undefined {
  const ranges = header.split(',').map((range) => {
    const [tag = '', ...parameters] = range.trim().toLowerCase().split(';');
    const weight = parameters.find((parameter) => parameter.trim().startsWith('q='))?.trim();
    return { tag, weight: weight === undefined ? 1 : Number(weight.slice('q='.length)) };
  });
  return ranges
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .flatMap(({ tag }) => PAGE_LANGUAGES.filter((language) => tag === language || tag.startsWith(`${language}-`)))[0];
}
