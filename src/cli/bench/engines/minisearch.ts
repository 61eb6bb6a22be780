import MiniSearch from 'minisearch';
import { type Engine, jsonBytes } from './engine.ts';

/** MiniSearch with its defaults (BM25+, any term) and our tokenizer. */
export const miniSearch: Engine = {
  name: 'MiniSearch',
  build(passages, tokenize) {
    const index = new MiniSearch<{ id: number; text: string }>({
      fields: ['text'],
      tokenize,
      processTerm: (term) => term,
    });
    index.addAll(passages.map((text, id) => ({ id, text })));
    return {
      bytes: jsonBytes(index),
      search: (question, limit) =>
        index
          .search(question)
          .slice(0, limit)
          .map(({ id }) => Number(id)),
    };
  },
};
