const KIND = /(?:特别行政区|自治区|自治州|自治县|新区|省|市|县|区|镇|乡|街道)$/u;
const COUNTRY = /^(?:全国|我国|中国|国家|中华人民共和国)$/u;
const MASKED = /[×xX*＊某○]/u;

/** Whether a region's name is hidden in the text (XX市). */
export function isMaskedRegion(region: string): boolean {
  return MASKED.test(region);
}

/** The form regions are compared by: without its kind, one name for the country. */
export function shortRegion(region: string): string {
  if (COUNTRY.test(region)) return '全国';
  const short = region.replace(KIND, '');
  return short.length >= 2 ? short : region;
}
