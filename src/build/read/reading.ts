/** What reading one file gave: its text, or why there is none. The reason completes `FILE …` and says what to do. */
export type Reading = { readonly text: string } | { readonly reason: string };
