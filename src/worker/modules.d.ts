/** The files of index/, as the rules of wrangler.toml import them. */
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
