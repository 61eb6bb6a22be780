import { type Complete, ModelFailure, type ModelMessage } from '../../answer/model/complete.ts';
import { toBase64Url } from '../telegram/state/citations.ts';
import type { BudgetShare, ModelLedger } from './model-ledger.ts';

export interface Budget {
  readonly ledger: ModelLedger;
  readonly shares: readonly BudgetShare[];
  /** Version of the index, name of the model: another one gives other texts. */
  readonly edition: string;
}

/** Tokens of a text where the provider does not count them: Chinese takes about one a character, rather too many than too few. */
function estimate(messages: readonly ModelMessage[], text: string): number {
  return messages.reduce((sum, { content }) => sum + content.length, text.length);
}

async function keyOf(edition: string, messages: readonly ModelMessage[]): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify([edition, messages]));
  return toBase64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

/**
 * The same model, asked once for the same request, within the caps of the day. Prompt, question and evidence are all in the
 * messages, so that a new prompt, index or question has a new key.
 */
export function budgeted(complete: Complete, { ledger, shares, edition }: Budget): Complete {
  return async function completeWithin(messages, options) {
    const key = await keyOf(edition, messages);
    const known = await ledger.recall(key);
    if (known !== null) return known;
    if (!(await ledger.spendCall(shares))) throw new ModelFailure('over_budget');
    const completion = await complete(messages, options);
    const tokens = completion.tokens ?? estimate(messages, completion.text);
    await ledger.spendTokens(shares, tokens);
    await ledger.keep(key, completion);
    return { ...completion, tokens };
  };
}
