/**
 * The first to the last brace of a text, read as JSON: models wrap what they were asked for in prose and code fences.
 *
 * @returns undefined when there is no JSON object
 */
export function parseJsonLeniently(text: string): unknown {
  const [start, end] = [text.indexOf('{'), text.lastIndexOf('}')];
  if (start < 0 || end < start) return undefined;
  try {
    return JSON.parse(text.slice(start, end + 1));
  } catch {
    return undefined;
  }
}
