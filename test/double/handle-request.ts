import type { BotApi } from './bot-api.ts';
import type { Wait } from './delivery/update-queue.ts';
import type { Fault } from './fault.ts';
import { type Outcome, refusal } from './outcome.ts';
import type { Parameters } from './parameters.ts';
import { readParameters } from './read-parameters.ts';

/** What goes back over the network, and what the network does to it. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** A cut or a delay; anything else is in the answer already. */
  readonly fault: Fault | null;
}

const CALL = /^\/bot(?<token>[^/]*)\/(?<method>\w+)$/u;

/** Plays a request to `/bot<token>/<method>`; the network, real or not, is the business of the caller. */
export async function handleRequest(api: BotApi, request: Request): Promise<HttpAnswer> {
  const path = decodeURIComponent(new URL(request.url).pathname);
  const { token, method } = CALL.exec(path)?.groups ?? {};
  if (token === undefined || method === undefined) return answer(refusal(404, 'Not Found'));
  const read = await readParameters(request);
  if (!read.ok) {
    const violations = [read.refusal.description];
    return answer(api.record({ method, parameters: {} }, { outcome: read.refusal, violations }).response);
  }
  const { parameters } = read;
  if (method.toLowerCase() === 'getupdates' && (await waitForUpdates(api, parameters)) === 'conflict') {
    const reason = 'terminated by other getUpdates request; make sure that only one bot instance is running';
    const outcome = refusal(409, `Conflict: ${reason}`);
    return answer(api.record({ method, parameters }, { outcome, violations: ['two getUpdates at once'] }).response);
  }
  const { response, fault } = api.receive({ token, method, parameters });
  return fault?.kind === 'page' ? page(fault.status) : { ...answer(response), fault };
}

/** Holds a call of `getUpdates` while there is nothing to give, for as long as it asks. */
async function waitForUpdates({ state, faults }: BotApi, parameters: Parameters): Promise<Wait> {
  const { updates, webhook } = state;
  if (webhook.url || faults.has('getUpdates', parameters)) return 'end';
  updates.confirm(Number(parameters.offset ?? 0));
  const seconds = Number(parameters.timeout ?? 0);
  return seconds > 0 && updates.pending.length === 0 ? updates.wait(seconds * 1000) : 'end';
}

function answer(outcome: Outcome): HttpAnswer {
  const retry = outcome.ok ? undefined : outcome.parameters?.retry_after;
  return {
    status: outcome.ok ? 200 : outcome.error_code,
    headers: { 'content-type': 'application/json', ...(retry !== undefined && { 'retry-after': String(retry) }) },
    body: JSON.stringify(outcome),
    fault: null,
  };
}

function page(status: number): HttpAnswer {
  const body = `<html><head><title>${status}</title></head><body><center><h1>${status}</h1></center></body></html>`;
  return { status, headers: { 'content-type': 'text/html' }, body, fault: null };
}
