import type { Complete } from '../../answer/model/complete.ts';
import type { ModelStep } from '../../answer/model/model-trace.ts';
import type { Database } from '../database.ts';
import type { Dependencies } from '../dependencies.ts';
import { budgeted } from './budgeted.ts';
import { createComplete } from './create-complete.ts';
import { type BudgetShare, createModelLedger } from './model-ledger.ts';
import type { ModelProvider, ModelSettings } from './model-settings.ts';
import { promptVersion } from './prompt-version.ts';

export interface ModelSurroundings {
  readonly model: ModelSettings;
  readonly database: Database;
  readonly dependencies: Dependencies;
  /** Whose shares of the budget are used, the smallest first; everybody's is among them always. */
  readonly shares: readonly BudgetShare[];
}

/** The configured model within its budget, and where it is told what became of its work. */
export interface ModelTools {
  readonly complete: Complete;
  /** To the log and the owners. Never throws: nothing of it holds an answer up. */
  record(steps: readonly ModelStep[]): Promise<void>;
}

export function createModelTools({ model, database, dependencies, shares }: ModelSurroundings): ModelTools {
  const { log, prompts } = dependencies;
  const { caps, provider } = model;
  const ledger = createModelLedger(database, dependencies.now);
  return {
    complete: budgeted(createComplete(provider, dependencies.fetch), {
      ledger,
      shares: [...shares, { scope: 'all', caps: caps.all }],
      edition: editionOf(provider, dependencies),
    }),
    async record(steps) {
      const prompt = await promptVersion(prompts);
      for (const { task, outcome, reason } of steps)
        log({ event: 'model_asked', name: task, detail: reason === null ? outcome : `${outcome} ${reason}`, prompt });
      await ledger.record(steps).catch(() => log({ event: 'database_failed', name: 'model' }));
    },
  };
}

function editionOf(provider: ModelProvider, { artefact }: Dependencies): string {
  const place = provider.type === 'openai' ? provider.url : provider.type;
  return `${artefact.manifest.version} ${place} ${provider.name}`;
}
