import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { findFreePort } from '../../free-port.ts';
import { workerdPath } from './bundle-worker.ts';

const NANOSECONDS_IN_MILLISECOND = 1e6;
const KILOBYTES_IN_MEGABYTE = 1024;
const FIRST_PORT = 18_700;
/** Milliseconds without use of the CPU after which a process is taken to be idle. */
const IDLE = 60;
const PATIENCE = 60_000;

/** A bundled Worker in a workerd with nothing else in it, so that the CPU of the process is that of the Worker. Linux only. */
export interface BareWorker {
  readonly url: string;
  /** CPU of the process so far, in milliseconds, all threads. */
  cpu(): number;
  /** Resident memory, in megabytes. */
  memory(): number;
  /** Waits until background threads rest. */
  rest(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a bundle and waits until it listens and rests: all CPU used by then is that of the start. */
export async function startBareWorker(bundle: string): Promise<BareWorker> {
  const port = (await findFreePort(FIRST_PORT, 1000)) ?? FIRST_PORT;
  const flags = ['serve', join(bundle, 'config.capnp'), '--socket-addr', `http=127.0.0.1:${port}`];
  const child = spawn(workerdPath(), flags, { stdio: ['ignore', 'ignore', 'inherit'] });
  const worker = control(child, `http://127.0.0.1:${port}`);
  await untilListening(child, port);
  await worker.rest();
  return worker;
}

function control(child: ChildProcess, url: string): BareWorker {
  const folder = `/proc/${child.pid}`;
  function cpu(): number {
    const threads = readdirSync(`${folder}/task`).map((thread) =>
      readFileSync(`${folder}/task/${thread}/schedstat`, 'utf8'),
    );
    return threads.reduce((sum, line) => sum + Number(line.split(' ')[0]), 0) / NANOSECONDS_IN_MILLISECOND;
  }
  /** Whether a thread works or waits for a processor: on a busy machine it may get none for long. */
  function isBusy(): boolean {
    return readdirSync(`${folder}/task`).some((thread) =>
      /\) R /u.test(readFileSync(`${folder}/task/${thread}/stat`, 'utf8')),
    );
  }
  return {
    url,
    cpu,
    memory: () => Number(/VmRSS:\s*(\d+)/u.exec(readFileSync(`${folder}/status`, 'utf8'))?.[1]) / KILOBYTES_IN_MEGABYTE,
    async rest() {
      for (let before = -1, now = cpu(); now - before > 0.1 || isBusy(); ) {
        await setTimeout(IDLE);
        before = now;
        now = cpu();
      }
    },
    async stop() {
      if (child.exitCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

async function untilListening(child: ChildProcess, port: number): Promise<void> {
  const deadline = performance.now() + PATIENCE;
  while (performance.now() < deadline && child.exitCode === null) {
    if (await accepts(port)) return;
    await setTimeout(10);
  }
  throw new Error(`workerd does not listen (exit code ${child.exitCode})`);
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
