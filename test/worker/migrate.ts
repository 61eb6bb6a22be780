import { applyD1Migrations } from 'cloudflare:test';
import { bindingsOfTest } from './test-bindings.ts';

const { DB, MIGRATIONS } = bindingsOfTest();
await applyD1Migrations(DB, [...MIGRATIONS]);
