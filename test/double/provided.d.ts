import type { BotApiSchema } from './schema/schema.ts';

declare module 'vitest' {
  interface ProvidedContext {
    botApiSchema: BotApiSchema;
  }
}
