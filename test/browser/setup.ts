import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { startLocalWorker } from '../../src/cli/local-worker.ts';
import { findChromium } from './find-chromium.ts';

/** Where the browser tests meet a browser and the site. */
export interface Stage {
  /** Address of the browser's debugging socket. */
  readonly browser: string;
  /** The Worker with the index of this project, without a final slash. */
  readonly site: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    /** Null where there is no browser: the tests are skipped then. */
    stage: Stage | null;
  }
}

/** One browser and one Worker for all browser tests. Without a browser they are skipped, unless WENJU_BROWSER is `required`. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const executablePath = findChromium(process.env);
  if (executablePath === null) {
    const message = 'No Chromium found (CHROMIUM or the path): the browser tests are skipped';
    if (process.env.WENJU_BROWSER === 'required') throw new Error(message);
    process.stderr.write(`${message}\n`);
    project.provide('stage', null);
    return async () => undefined;
  }
  const state = await mkdtemp(join(tmpdir(), 'browser-'));
  const [worker, server] = await Promise.all([
    startLocalWorker({ port: 0, vars: {}, state }),
    // Chromium refuses to sandbox for root, which is who runs tests in a container.
    chromium.launchServer({ executablePath, chromiumSandbox: process.getuid?.() !== 0 }),
  ]);
  project.provide('stage', { browser: server.wsEndpoint(), site: worker.url });
  return async function tearDown() {
    await server.close();
    await worker.stop();
    await rm(state, { recursive: true, force: true });
  };
}
