import { Api } from 'grammy';
import * as z from 'zod/mini';
import { Paced } from '../telegram/pacer.ts';
import { createChats } from '../telegram/state/chats.ts';
import { createDigestLedger, type DigestKey, type DigestLedger, type Settled } from './digest-ledger.ts';
import type { DigestMessage } from './digest-message.ts';
import { createDigestSettings } from './digest-settings.ts';
import { judgeSend, type SendFailure } from './judge-send.ts';
import { announceDigests, type DigestTools } from './sweep-digests.ts';

const KEY = z.object({ chat: z.int(), topic: z.int(), day: z.string(), part: z.int() });

/** A message of the queue. */
export interface DeliveredDigest {
  /** Unchecked. */
  readonly body: unknown;
  ack(): void;
  retry(options: { readonly delaySeconds: number }): void;
}

/** Seconds after which a call to Telegram is given up. */
const TIMEOUT_SECONDS = 20;
/** Seconds after which everything is tried again while Telegram or the database cannot be reached. */
const OUTAGE = 30;

/** Sends the digests that a batch of the queue names, one after another. Telegram must answer a harmless call first. */
export async function sendDigests(messages: readonly DeliveredDigest[], tools: DigestTools): Promise<void> {
  const { log } = tools.dependencies;
  const sender = createSender(tools);
  for (const message of messages) {
    const key = KEY.safeParse(message.body);
    if (!key.success) {
      log({ event: 'queue_failed', name: 'digest' });
      message.ack();
      continue;
    }
    let seconds: number | null;
    try {
      seconds = await sender.send(key.data);
    } catch (error) {
      log({ event: 'queue_failed', name: error instanceof Error ? error.name : typeof error });
      seconds = OUTAGE;
    }
    if (seconds === null) message.ack();
    else message.retry({ delaySeconds: Math.max(1, Math.ceil(seconds)) });
  }
}

interface Sender {
  /** Sends a digest if it waits to be sent. Returns the seconds to wait for another attempt, or null. */
  send(key: DigestKey): Promise<number | null>;
}

function createSender(tools: DigestTools): Sender {
  const { dependencies, bindings } = tools;
  const { token, apiRoot } = bindings.settings;
  const api = new Api(token, { apiRoot, fetch: dependencies.fetch, timeoutSeconds: TIMEOUT_SECONDS });
  const ledger = createDigestLedger(bindings.database, dependencies.now);
  /** Whether Telegram has answered since it last did not. */
  let isReachable = false;

  /** A digest that meets a dead line is lost, so the line is tried before. */
  async function reach(): Promise<boolean> {
    isReachable ||= await api.getMe().then(
      () => true,
      () => false,
    );
    return isReachable;
  }

  return {
    async send(key) {
      const waiting = await ledger.findPending(key);
      if (waiting === null) return null;
      const early = (waiting.notBefore - dependencies.now()) / 1000;
      if (early > 0) return early;
      if (!(await reach())) return OUTAGE;
      const pause = reserve(key, tools);
      if (pause.isTooLong) return pause.seconds;
      await dependencies.sleep(pause.seconds * 1000);
      // Nothing comes between the claim and the call: who ends after it has sent it, as far as anybody can know.
      if (!(await ledger.claim(key))) return null;
      const failure = await call(api, key, { message: waiting.message, ledger });
      if (failure === null) return null;
      dependencies.log({ event: 'digest_send_failed', name: failure.settled.state, detail: reasonOf(failure.settled) });
      isReachable &&= failure.settled.state !== 'unknown';
      return settleFailure(key, failure, { tools, ledger });
    },
  };
}

function reserve(
  { chat }: DigestKey,
  { dependencies }: DigestTools,
): { readonly isTooLong: boolean; readonly seconds: number } {
  try {
    return { isTooLong: false, seconds: dependencies.pacer.reserve(chat) / 1000 };
  } catch (error) {
    if (!(error instanceof Paced)) throw error;
    return { isTooLong: true, seconds: error.seconds };
  }
}

/** Sends it and writes that down; null when it has gone well. */
async function call(
  api: Api,
  key: DigestKey,
  { message, ledger }: { readonly message: DigestMessage; readonly ledger: DigestLedger },
): Promise<SendFailure | null> {
  let sent: { readonly message_id: number };
  try {
    sent = await api.sendMessage(key.chat, message.text, {
      ...(message.entities.length > 0 && { entities: [...message.entities] }),
      ...(key.topic !== 0 && { message_thread_id: key.topic }),
      ...(message.silent && { disable_notification: true }),
      link_preview_options: { is_disabled: true },
    });
  } catch (error) {
    return judgeSend(error);
  }
  await ledger.settle(key, { state: 'sent', message: sent.message_id });
  return null;
}

function reasonOf(settled: Settled): string {
  return settled.state === 'sent' ? '' : settled.reason;
}

async function settleFailure(
  key: DigestKey,
  { settled, switchOff, movedTo }: SendFailure,
  { tools, ledger }: { readonly tools: DigestTools; readonly ledger: DigestLedger },
): Promise<number | null> {
  const { dependencies, bindings } = tools;
  const { database } = bindings;
  if (switchOff !== null) {
    const settings = createDigestSettings(database, dependencies.now);
    await settings.switchOff(switchOff === 'chat' ? { chat: key.chat } : key);
    if (switchOff === 'chat') await createChats(database, dependencies.now).markGone(key.chat);
  }
  if (settled.state === 'pending' && settled.reason === '429') dependencies.pacer.block(key.chat, settled.seconds);
  await ledger.settle(key, settled);
  if (movedTo !== null) {
    await createChats(database, dependencies.now).migrate(key.chat, movedTo);
    await announceDigests([{ ...key, chat: movedTo }], tools);
    return null;
  }
  return settled.state === 'pending' ? settled.seconds : null;
}
