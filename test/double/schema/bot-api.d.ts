import type { ApiMethods, Opts, Update } from '@grammyjs/types';

/** Stands for an uploaded file, so that the schema can tell one from an object. */
interface InputFile {
  __inputFile: true;
}

type Methods = ApiMethods<InputFile>;

/** What `generateSchema` reads: the parameters and results of all methods, and the update. */
export interface BotApi {
  parameters: Opts<InputFile>;
  results: { [Name in keyof Methods]: ReturnType<Methods[Name]> };
  update: Update;
}
