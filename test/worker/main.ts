import worker from '../../src/worker/main.ts';
import { consumer } from './queue-consumer.ts';

/** The Worker, but that a test may be the consumer of its queues. */
export default {
  ...worker,
  async queue(batch, bindings) {
    return consumer.handle === null ? worker.queue(batch, bindings) : consumer.handle(batch);
  },
} satisfies ExportedHandler<Record<string, unknown>>;
