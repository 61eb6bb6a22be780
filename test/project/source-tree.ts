import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative, sep } from 'node:path';

/** One TypeScript file of the project, path relative to the root with forward slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  /** Paths of the project files it imports at run time (type-only imports left out). */
  readonly imports: readonly string[];
  /** Package and built-in names it imports at run time or for types. */
  readonly packages: readonly string[];
}

const IMPORT = /^(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s*)?['"]([^'"]+)['"]/gmu;

function parseImports(path: string, text: string): Pick<SourceFile, 'imports' | 'packages'> {
  const imports: string[] = [];
  const packages: string[] = [];
  for (const [, typeOnly, specifier] of text.matchAll(IMPORT)) {
    if (specifier === undefined) continue;
    if (!specifier.startsWith('.')) packages.push(specifier);
    else if (typeOnly === undefined)
      imports.push(
        normalize(join(dirname(path), specifier))
          .split(sep)
          .join('/'),
      );
  }
  return { imports, packages };
}

/** Every .ts file under `folder`, read with its imports. */
export function readSourceTree(root: string, folder: string): SourceFile[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => {
      const path = relative(root, join(entry.parentPath, entry.name)).split(sep).join('/');
      const text = readFileSync(join(root, path), 'utf8');
      return { path, text, ...parseImports(path, text) };
    });
}
