import type { DigestPart } from '../../answer/digest/create-digest.ts';
import { linkDigest } from '../../answer/model/link-digest.ts';
import type { Dependencies } from '../dependencies.ts';
import type { TelegramBindings } from '../environment.ts';
import { createModelTools } from '../model/model-tools.ts';

/** Milliseconds for all digests of one sweep: the digests behind them go out on time, without a sentence. */
const PATIENCE = 10_000;

/** Puts a sentence by the optional model in front of a digest. */
export type DigestLinker = (parts: readonly DigestPart[]) => Promise<readonly DigestPart[]>;

/** A linker for one sweep; without a model it changes nothing. */
export function createDigestLinker({
  dependencies,
  bindings: { model, database },
}: {
  readonly dependencies: Dependencies;
  readonly bindings: Pick<TelegramBindings, 'model' | 'database'>;
}): DigestLinker {
  if (model === null) return async (parts) => parts;
  const { complete, record } = createModelTools({ model, database, dependencies, shares: [] });
  const signal = AbortSignal.timeout(PATIENCE);
  const { check, prompts } = dependencies;
  return async function link(parts) {
    if (signal.aborted) return parts;
    const linked = await linkDigest(parts, { complete, prompt: prompts.digest, signal, check });
    if (linked.step !== null) await record([linked.step]);
    return linked.parts;
  };
}
