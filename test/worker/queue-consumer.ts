/** Who takes the batches of the simulated queues; null: the Worker itself. One test at a time. */
export const consumer: { handle: ((batch: MessageBatch) => Promise<void>) | null } = { handle: null };
