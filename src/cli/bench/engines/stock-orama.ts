import { create, insert, save, search } from '@orama/orama';
import { type Engine, jsonBytes } from './engine.ts';

/** 1 finds passages that hold any of the terms; 0 would ask for all of them. */
const ANY_TERM = 1;

/** Orama as it comes, with our tokenizer in place of its own, which cannot read Chinese. */
export const stockOrama: Engine = {
  name: 'Orama, stock index',
  build(passages, tokenize) {
    const database = create({
      schema: { text: 'string' },
      components: { tokenizer: { language: 'chinese', normalizationCache: new Map(), tokenize } },
    });
    passages.forEach((text, id) => {
      insert(database, { id: String(id), text });
    });
    return {
      bytes: jsonBytes(save(database)),
      search(question, limit) {
        const results = search(database, { term: question, limit, threshold: ANY_TERM });
        if (results instanceof Promise) throw new TypeError('Orama searched asynchronously');
        return results.hits.map(({ id }) => Number(id));
      },
    };
  },
};
