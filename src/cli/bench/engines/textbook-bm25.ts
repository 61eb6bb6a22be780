import { type Engine, jsonBytes } from './engine.ts';

const K1 = 1.2;
const B = 0.75;

/**
 * BM25 as in the textbook (Robertson and Zaragoza 2009, formula 3.15), written apart from `src/core` to compare it with.
 * Its inverse document frequency has the 1 of Lucene, which keeps it positive.
 */
export const textbookBm25: Engine = {
  name: 'textbook BM25',
  build(passages, tokenize) {
    const documents = passages.map(tokenize);
    const postings = new Map<string, Map<number, number>>();
    documents.forEach((terms, document) => {
      for (const term of terms) {
        const posting = postings.get(term) ?? new Map<number, number>();
        posting.set(document, (posting.get(document) ?? 0) + 1);
        postings.set(term, posting);
      }
    });
    const meanLength = documents.reduce((sum, terms) => sum + terms.length, 0) / documents.length;
    return {
      bytes: jsonBytes([...postings].map(([term, posting]) => [term, [...posting]])),
      search(question, limit) {
        const scores = new Map<number, number>();
        for (const term of tokenize(question)) {
          const posting = postings.get(term) ?? new Map<number, number>();
          const idf = Math.log(1 + (documents.length - posting.size + 0.5) / (posting.size + 0.5));
          for (const [document, count] of posting) {
            const norm = K1 * (1 - B + (B * documents[document]!.length) / meanLength);
            scores.set(document, (scores.get(document) ?? 0) + (idf * count * (K1 + 1)) / (count + norm));
          }
        }
        const ranked = [...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
        return ranked.slice(0, limit).map(([document]) => document);
      },
    };
  },
};
