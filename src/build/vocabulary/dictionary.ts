import { readFile } from 'node:fs/promises';
import { WenjuError } from '../../core/error.ts';

/** The dictionary of nodejieba, and its own cut to compare with. */
export interface Dictionary {
  /** Frequency of each word in nodejieba's training text. */
  readonly frequencies: ReadonlyMap<string, number>;
  /** Sum of the frequencies of the main dictionary. */
  readonly total: number;
  /** Smallest frequency of the main dictionary: what an unknown character gets. */
  readonly minimum: number;
  /** nodejieba's words of a run in search mode, without its hidden Markov model (which invents words). */
  cutForSearch(run: string): string[];
}

interface Nodejieba {
  readonly DEFAULT_DICT: string;
  readonly DEFAULT_USER_DICT: string;
  cutForSearch(sentence: string, useModel: boolean): string[];
}

/** Not imported by its name, so that the project compiles where the optional dependency is missing. */
const NODEJIEBA = 'nodejieba';

/**
 * The dictionary that nodejieba segments with.
 *
 * @param packageName of nodejieba, or of what stands in for it
 * @throws {WenjuError} `missing_dependency` if nodejieba is not installed or was installed without its native part.
 */
export async function readDictionary(packageName = NODEJIEBA): Promise<Dictionary> {
  const nodejieba = await loadNodejieba(packageName);
  const main = parseEntries(await readFile(nodejieba.DEFAULT_DICT, 'utf8'));
  const sorted = main.map(({ frequency }) => frequency ?? 0).sort((a, b) => a - b);
  // cppjieba gives a user word without a frequency the median of the main dictionary (DictTrie.hpp, WordWeightMedian).
  const median = sorted[Math.floor(sorted.length / 2)] ?? 1;
  const user = parseEntries(await readFile(nodejieba.DEFAULT_USER_DICT, 'utf8'));
  return {
    frequencies: new Map([...main, ...user].map(({ word, frequency }) => [word, frequency ?? median])),
    total: sorted.reduce((sum, frequency) => sum + frequency, 0),
    minimum: sorted[0] ?? 1,
    cutForSearch: (run) => nodejieba.cutForSearch(run, false),
  };
}

async function loadNodejieba(packageName: string): Promise<Nodejieba> {
  try {
    const { default: nodejieba }: { default: Nodejieba } = await import(packageName);
    nodejieba.cutForSearch('', false);
    return nodejieba;
  } catch (error) {
    const message = '无法加载 nodejieba（生成索引要用它的词典）。请在能运行其安装脚本的机器上重新执行 npm ci';
    throw new WenjuError('missing_dependency', message, { name: packageName }, { cause: error });
  }
}

/** Lines `word frequency tag`, in the user dictionary also `word tag` or `word`. */
function parseEntries(text: string): { word: string; frequency: number | null }[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [word = '', frequency, tag] = line.split(' ');
      return { word, frequency: tag === undefined ? null : Number(frequency) };
    });
}
