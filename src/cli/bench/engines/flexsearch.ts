import { Index } from 'flexsearch';
import type { Engine } from './engine.ts';

/** FlexSearch with our tokenizer. Without `suggest` it would find only passages that hold every term. */
export const flexSearch: Engine = {
  name: 'FlexSearch',
  build(passages, tokenize) {
    const index = new Index({ tokenize: 'strict', encode: tokenize });
    passages.forEach((text, id) => {
      index.add(id, text);
    });
    let bytes = 0;
    index.export((_key, data) => {
      bytes += Buffer.byteLength(data);
    });
    return {
      bytes,
      search: (question, limit) => index.search(question, { limit, suggest: true }).map(Number),
    };
  },
};
