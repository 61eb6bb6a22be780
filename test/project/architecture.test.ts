import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSourceTree, type SourceFile } from './source-tree.ts';

const ROOT = join(import.meta.dirname, '../..');
const FILES = readSourceTree(ROOT, 'src');
const MAX_LINES = 300;

/** build -> core <- answer <- worker; cli may use all. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  core: ['core'],
  build: ['build', 'core'],
  answer: ['answer', 'core'],
  worker: ['worker', 'answer', 'core'],
  cli: ['cli', 'worker', 'answer', 'build', 'core'],
};
const PURE_PACKAGES = /^(?:zod\/mini|@orama\/orama)$/u;

function layerOf(path: string): string {
  return path.split('/')[1] ?? '';
}

function findCycle(files: readonly SourceFile[]): readonly string[] | null {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const done = new Set<string>();
  function visit(path: string, trail: readonly string[]): readonly string[] | null {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path];
    if (done.has(path)) return null;
    for (const next of byPath.get(path)?.imports ?? []) {
      const cycle = visit(next, [...trail, path]);
      if (cycle) return cycle;
    }
    done.add(path);
    return null;
  }
  for (const file of files) {
    const cycle = visit(file.path, []);
    if (cycle) return cycle;
  }
  return null;
}

describe('source tree', () => {
  it('imports only in the allowed directions', () => {
    const wrong = FILES.flatMap((file) =>
      file.imports
        .filter((target) => target.startsWith('src/') && !ALLOWED[layerOf(file.path)]?.includes(layerOf(target)))
        .map((target) => `${file.path} -> ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('lets build and worker meet only in index/', () => {
    const readers = FILES.filter((file) => file.imports.some((target) => target.startsWith('index/')));
    expect(readers.map((file) => file.path).filter((path) => !path.startsWith('src/worker/'))).toEqual([]);
  });

  it('keeps core and answer pure: zod/mini and Orama are all they import', () => {
    const wrong = FILES.filter((file) => ['core', 'answer'].includes(layerOf(file.path))).flatMap((file) =>
      file.packages.filter((name) => !PURE_PACKAGES.test(name)).map((name) => `${file.path} -> ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  it('uses node: in build and cli alone', () => {
    const wrong = FILES.filter((file) => file.packages.some((name) => name.startsWith('node:')))
      .map((file) => file.path)
      .filter((path) => !['build', 'cli'].includes(layerOf(path)));
    expect(wrong).toEqual([]);
  });

  it('has no import cycle', () => {
    expect(findCycle(FILES)).toBeNull();
  });

  it(`has no file over ${MAX_LINES} lines`, () => {
    const all = [...FILES, ...readSourceTree(ROOT, 'test')];
    expect(all.filter((file) => file.text.split('\n').length > MAX_LINES + 1).map((file) => file.path)).toEqual([]);
  });
});

describe('findCycle()', () => {
  it('names a cycle when there is one', () => {
    const file = (path: string, imports: readonly string[]): SourceFile => ({ path, text: '', imports, packages: [] });
    expect(findCycle([file('a', ['b']), file('b', ['c']), file('c', ['b'])])).toEqual(['b', 'c', 'b']);
  });
});
