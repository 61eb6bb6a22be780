import { createVocabulary } from '../build/vocabulary/create-vocabulary.ts';
import { readDictionary } from '../build/vocabulary/dictionary.ts';
import { WenjuError } from '../core/error.ts';
import { fold } from '../core/fold.ts';
import { createTokenizer } from '../core/tokenizer.ts';
import { parseCommandLine, runCommand } from './arguments.ts';
import type { Engine } from './bench/engines/engine.ts';
import { flexSearch } from './bench/engines/flexsearch.ts';
import { miniSearch } from './bench/engines/minisearch.ts';
import { ownFused, ownText, ownVector } from './bench/engines/own-engines.ts';
import { createSqliteFts } from './bench/engines/sqlite-fts.ts';
import { stockOrama } from './bench/engines/stock-orama.ts';
import { textbookBm25 } from './bench/engines/textbook-bm25.ts';
import { type EngineScore, measureEngine } from './bench/measure-engine.ts';
import { readRetrievalSet } from './bench/retrieval-set.ts';
import { formatTable } from './bench/table.ts';

const COMMAND = 'bench:retrieval';

function showScore({ name, recall, mrr, median, p99, build, bytes }: EngineScore): string[] {
  const shares = [recall.at1, recall.at3, recall.at10, mrr].map((share) => (100 * share).toFixed(1));
  return [name, ...shares, median.toFixed(2), p99.toFixed(2), build.toFixed(0), (bytes / 1000).toFixed(0)];
}

/** `npm run bench:retrieval`: search engines over the same passages and questions, all with our tokenizer. */
async function benchRetrieval(): Promise<void> {
  const { values, positionals } = parseCommandLine(COMMAND, { json: { type: 'boolean', default: false } });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) {
    throw new WenjuError('usage', `${COMMAND}: 请给出一个文件\n用法：npm run ${COMMAND} -- 文件.json [--json]`, {
      command: COMMAND,
    });
  }
  const set = await readRetrievalSet(file);
  const tokenize = createTokenizer(createVocabulary(set.passages.map(fold), await readDictionary()));
  const sqliteFts = createSqliteFts();
  const engines: Engine[] = [ownText, ownVector, ownFused, textbookBm25, miniSearch, flexSearch, stockOrama];
  if (sqliteFts !== null) engines.push(sqliteFts);
  const scores: EngineScore[] = [];
  for (const engine of engines) scores.push(await measureEngine(engine, { set, tokenize }));
  if (values.json) {
    process.stdout.write(`${JSON.stringify(scores)}\n`);
    return;
  }
  const head = ['engine', 'R@1', 'R@3', 'R@10', 'MRR@10', 'median ms', 'p99 ms', 'build ms', 'index kB'];
  process.stdout.write(`${set.passages.length} passages, ${set.queries.length} questions\n`);
  process.stdout.write(`${formatTable(head, scores.map(showScore))}\n`);
  if (sqliteFts === null) process.stdout.write('SQLite FTS5: this Node has none\n');
}

await runCommand(COMMAND, benchRetrieval);
