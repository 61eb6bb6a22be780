/** Files that the rules of wrangler.toml import as text or bytes: those of index/, and what the Worker serves as it is. */
declare module '*.json' {
  const text: string;

  export default text;
}
declare module '*.txt' {
  const text: string;

  export default text;
}
declare module '*.bin' {
  const bytes: ArrayBuffer;

  export default bytes;
}
declare module '*.css' {
  const text: string;

  export default text;
}
declare module '*.svg' {
  const text: string;

  export default text;
}
declare module '*/client/source.js' {
  const text: string;

  export default text;
}
declare module '*/chat.js' {
  const text: string;

  export default text;
}
declare module '*.md' {
  const text: string;

  export default text;
}
declare module '*/client/figures.js' {
  const text: string;

  export default text;
}
