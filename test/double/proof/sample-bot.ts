import type { WebhookResponse } from '../delivery/webhook-delivery.ts';

/** Calls a method of the Bot API and gives the parsed response. */
export type CallApi = (method: string, parameters: object) => Promise<ApiResponse>;
export interface ApiResponse {
  readonly ok: boolean;
  readonly error_code?: number;
  readonly parameters?: { readonly retry_after?: number; readonly migrate_to_chat_id?: number };
}

export interface Incoming {
  readonly update_id: number;
  readonly message?: IncomingMessage;
  readonly callback_query?: { readonly id: string; readonly data: string };
}
export interface IncomingMessage {
  readonly message_id: number;
  readonly chat: { readonly id: number; readonly type: string };
  readonly text: string;
  readonly message_thread_id?: number;
}

export interface Surroundings {
  readonly call: CallApi;
  readonly secret: string;
  /** Lets so many seconds pass. */
  readonly pass: (seconds: number) => void;
}

/** A small bot that does everything right; the broken ones are this one with a part replaced. */
export class SampleBot {
  protected readonly seen = new Set<number>();
  protected readonly gone = new Set<number>();
  protected readonly moved = new Map<number, number>();
  protected readonly surroundings: Surroundings;

  constructor(surroundings: Surroundings) {
    this.surroundings = surroundings;
  }

  async receive(update: Incoming, secret: string | null): Promise<WebhookResponse> {
    if (!this.isAuthentic(secret)) return { status: 401, body: null };
    if (!this.isNew(update)) return this.accepted();
    try {
      await this.handle(update);
    } catch {
      return this.failed();
    }
    return this.accepted();
  }

  protected isAuthentic(secret: string | null): boolean {
    return secret === this.surroundings.secret;
  }

  protected isNew({ update_id }: Incoming): boolean {
    if (this.seen.has(update_id)) return false;
    this.seen.add(update_id);
    return true;
  }

  protected accepted(): WebhookResponse {
    return { status: 200, body: { ok: true } };
  }

  protected failed(): WebhookResponse {
    return this.accepted();
  }

  protected async handle({ message, callback_query: press }: Incoming): Promise<void> {
    if (press !== undefined) return this.answerPress(press.id);
    if (message === undefined || !this.isForUs(message)) return;
    if (message.text === 'poison') throw new TypeError('poison');
    await this.reply(message);
  }

  protected isForUs({ chat, text }: IncomingMessage): boolean {
    return chat.type === 'private' || text.startsWith('@wenju_test_bot');
  }

  protected async answerPress(id: string): Promise<void> {
    await this.surroundings.call('answerCallbackQuery', { callback_query_id: id });
  }

  protected async reply(message: IncomingMessage): Promise<void> {
    for (const text of this.parts(message)) await this.send(message, this.parameters(message, text));
  }

  /** Texts of at most 4096 code points. */
  protected parts({ text }: IncomingMessage): readonly string[] {
    if (text !== 'long') return ['14.7万人𠮷'];
    return ['长'.repeat(4096), '长'];
  }

  protected parameters(message: IncomingMessage, text: string): Record<string, unknown> {
    const { message_id, message_thread_id } = message;
    return {
      text,
      entities: [{ type: 'bold', offset: 0, length: text.length }],
      reply_parameters: { message_id, allow_sending_without_reply: true },
      ...(message_thread_id !== undefined && { message_thread_id }),
      reply_markup: { inline_keyboard: [[{ text: '更多', callback_data: 'm:1' }]] },
    };
  }

  protected async send(message: IncomingMessage, parameters: Record<string, unknown>): Promise<void> {
    const chat = this.moved.get(message.chat.id) ?? message.chat.id;
    if (this.gone.has(chat)) return;
    const response = await this.surroundings.call('sendMessage', { chat_id: chat, ...parameters });
    if (!response.ok) await this.handleRefusal(response, { message, parameters });
  }

  protected async handleRefusal(
    { error_code, parameters: details }: ApiResponse,
    { message, parameters }: { message: IncomingMessage; parameters: Record<string, unknown> },
  ): Promise<void> {
    if (error_code === 403) this.gone.add(message.chat.id);
    if (details?.migrate_to_chat_id !== undefined) {
      this.moved.set(message.chat.id, details.migrate_to_chat_id);
      await this.send(message, parameters);
    }
    if (details?.retry_after !== undefined) {
      this.surroundings.pass(details.retry_after);
      await this.send(message, parameters);
    }
  }
}
