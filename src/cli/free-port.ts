import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * The first port from `start` on that nobody listens on at 127.0.0.1.
 *
 * @param count how many to try
 * @returns null if all are taken
 */
export async function findFreePort(start: number, count: number): Promise<number | null> {
  for (let port = start; port < start + count; port++) {
    if (await isFree(port)) return port;
  }
  return null;
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  try {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    server.close();
    await once(server, 'close');
    return true;
  } catch {
    return false;
  }
}
