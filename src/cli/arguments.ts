import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { WenjuError } from '../core/error.ts';

type Parsed<Options extends ParseArgsOptionsConfig> = ReturnType<
  typeof parseArgs<{ options: Options; strict: true; allowPositionals: true }>
>;

/**
 * The flags and the other arguments of the command line.
 *
 * @param command name as typed after `npm run`, for the message
 * @param options as `node:util` parseArgs takes them
 * @throws WenjuError `usage` for an unknown flag or a missing value
 */
export function parseCommandLine<const Options extends ParseArgsOptionsConfig>(
  command: string,
  options: Options,
): { values: Parsed<Options>['values']; positionals: string[] } {
  try {
    return parseArgs({ args: joinNegatives(process.argv.slice(2)), options, strict: true, allowPositionals: true });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const known = Object.keys(options).map((name) => `--${name}`);
    throw new WenjuError(
      'usage',
      `${command}: ${reason}\n可用参数：${known.join(' ') || '无'}`,
      { command },
      { cause: error },
    );
  }
}

/**
 * The flags of a command that takes nothing but flags.
 *
 * @throws WenjuError `usage` for an unknown flag, a missing value or any other argument
 */
export function parseFlags<const Options extends ParseArgsOptionsConfig>(
  command: string,
  options: Options,
): Parsed<Options>['values'] {
  const { values, positionals } = parseCommandLine(command, options);
  const [extra] = positionals;
  if (extra !== undefined) throw new WenjuError('usage', `${command}: 多余的参数 ${extra}`, { command });
  return values;
}

/**
 * Runs a command and sets the exit code: the number that `main` returns (0 for anything else), 2 for wrong usage, 1 for any
 * other failure. A failure is told in its message on standard error, without a stack.
 */
export async function runCommand(name: string, main: () => unknown): Promise<void> {
  try {
    const code = await main();
    process.exitCode = typeof code === 'number' ? code : 0;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${message.startsWith(name) ? message : `${name}: ${message}`}\n`);
    process.exitCode = error instanceof WenjuError && error.code === 'usage' ? 2 : 1;
  }
}

/** `--chat -100` as `--chat=-100`: parseArgs takes the number for a flag. */
function joinNegatives(args: readonly string[]): string[] {
  const joined: string[] = [];
  for (const arg of args) {
    const last = joined.at(-1);
    const isValue = /^-\d/u.test(arg) && last !== undefined && /^--[^=]+$/u.test(last);
    if (isValue) joined[joined.length - 1] = `${last}=${arg}`;
    else joined.push(arg);
  }
  return joined;
}
