import type { WebhookResponse } from '../delivery/webhook.ts';

/** Calls a method of the Bot API and gives the parsed response; rejects when the connection is cut. */
export type CallApi = (method: string, parameters: object) => Promise<ApiResponse>;
export interface ApiResponse {
  readonly ok: boolean;
  readonly result?: unknown;
  readonly description?: string;
  readonly error_code?: number;
  readonly parameters?: { readonly retry_after?: number; readonly migrate_to_chat_id?: number };
}

export interface Incoming {
  readonly update_id: number;
  readonly message?: IncomingMessage;
  readonly edited_message?: IncomingMessage;
  readonly callback_query?: { readonly id: string; readonly data?: string };
  readonly inline_query?: { readonly id: string };
}
export interface IncomingMessage {
  readonly message_id: number;
  readonly chat: { readonly id: number; readonly type: string };
  readonly from?: { readonly id: number };
  readonly sender_chat?: { readonly id: number };
  readonly text: string;
  readonly message_thread_id?: number;
}

export interface Surroundings {
  readonly call: CallApi;
  readonly secret: string;
  /** Lets so many seconds pass. */
  readonly pass: (seconds: number) => void;
}

export type Parameters = Record<string, unknown>;
export interface Part {
  readonly message: IncomingMessage;
  readonly parameters: Parameters;
}

const GROUP_ANONYMOUS = 1087968824;
const ANSWER = '14.7万人𠮷';

/** A small bot that does everything right; the broken ones are this one with a part replaced. */
export class SampleBot {
  protected readonly seen = new Set<number>();
  protected readonly gone = new Set<number>();
  protected readonly moved = new Map<number, number>();
  /** Identifiers of answers, by chat and question. */
  protected readonly answers = new Map<string, number>();
  protected readonly surroundings: Surroundings;

  constructor(surroundings: Surroundings) {
    this.surroundings = surroundings;
  }

  async start(): Promise<void> {
    await this.surroundings.call('setWebhook', this.webhook());
  }

  protected webhook(): Parameters {
    return { url: 'https://bot.example/telegram', secret_token: this.surroundings.secret };
  }

  async receive(update: Incoming, secret: string | null): Promise<WebhookResponse> {
    if (!this.isAuthentic(secret)) return { status: 401, body: null };
    if (!this.isNew(update)) return this.accepted(update);
    try {
      await this.handle(update);
    } catch {
      return this.failed(update);
    }
    return this.accepted(update);
  }

  protected isAuthentic(secret: string | null): boolean {
    return secret === this.surroundings.secret;
  }

  protected isNew({ update_id }: Incoming): boolean {
    if (this.seen.has(update_id)) return false;
    this.seen.add(update_id);
    return true;
  }

  protected accepted(_: Incoming): WebhookResponse {
    return { status: 200, body: { ok: true } };
  }

  protected failed(update: Incoming): WebhookResponse {
    return this.accepted(update);
  }

  protected async handle(update: Incoming): Promise<void> {
    const { message, edited_message: edited, callback_query: press, inline_query: query } = update;
    if (press !== undefined) return this.answerPress(press.id);
    if (query !== undefined) return this.answerInline(query.id);
    if (edited !== undefined) return this.answerAnew(edited);
    if (message?.text === undefined || !this.isForUs(message)) return;
    if (message.text === 'poison') throw new TypeError('poison');
    if (message.text.startsWith('/set') && !(await this.mayChange(message))) return;
    await this.reply(message);
  }

  protected isForUs({ chat, text }: IncomingMessage): boolean {
    return chat.type === 'private' || text.includes('@wenju_test_bot');
  }

  /** Asked at each change, since rights come and go. */
  protected async mayChange({ chat, from, sender_chat }: IncomingMessage): Promise<boolean> {
    if (sender_chat !== undefined) return from?.id === GROUP_ANONYMOUS && sender_chat.id === chat.id;
    const { result } = await this.surroundings.call('getChatMember', { chat_id: chat.id, user_id: from?.id });
    const { status } = (result ?? {}) as { readonly status?: string };
    return status === 'creator' || status === 'administrator';
  }

  protected async answerPress(id: string): Promise<void> {
    await this.surroundings.call('answerCallbackQuery', { callback_query_id: id });
  }

  protected async answerInline(id: string): Promise<void> {
    await this.surroundings.call('answerInlineQuery', { inline_query_id: id, results: this.results() });
  }

  protected results(): readonly object[] {
    const content = { message_text: ANSWER };
    return ['1', '2'].map((id) => ({ type: 'article', id, title: '答', input_message_content: content }));
  }

  protected async answerAnew(message: IncomingMessage): Promise<void> {
    const answer = this.answers.get(`${message.chat.id} ${message.message_id}`);
    if (answer === undefined) return;
    const { reply_parameters: _, message_thread_id: __, ...rest } = this.parameters(message, '15万人');
    await this.surroundings.call('editMessageText', { chat_id: message.chat.id, message_id: answer, ...rest });
  }

  protected async reply(message: IncomingMessage): Promise<void> {
    for (const text of this.parts(message)) await this.send(message, this.parameters(message, text));
  }

  /** Texts of at most 4096 code points. */
  protected parts({ text }: IncomingMessage): readonly string[] {
    return text === 'long' ? ['长'.repeat(4096), '长'] : [ANSWER];
  }

  protected parameters(message: IncomingMessage, text: string): Parameters {
    const { message_id, message_thread_id } = message;
    return {
      text,
      entities: [{ type: 'bold', offset: 0, length: text.length }],
      reply_parameters: { message_id, quote: message.text.slice(0, 4), allow_sending_without_reply: true },
      ...(message_thread_id !== undefined && { message_thread_id }),
      reply_markup: { inline_keyboard: [[{ text: '更多', callback_data: 'm:1' }]] },
    };
  }

  protected async send(message: IncomingMessage, parameters: Parameters): Promise<void> {
    const chat = this.moved.get(message.chat.id) ?? message.chat.id;
    if (this.gone.has(chat)) return;
    let response: ApiResponse;
    try {
      response = await this.surroundings.call('sendMessage', { chat_id: chat, ...parameters });
    } catch {
      return this.handleCut({ message, parameters });
    }
    if (!response.ok) return this.handleRefusal(response, { message, parameters });
    const { message_id } = response.result as { readonly message_id: number };
    this.answers.set(`${message.chat.id} ${message.message_id}`, message_id);
  }

  /** Whether the message stands there nobody knows: it is not sent again. */
  protected async handleCut(_: Part): Promise<void> {}

  protected async handleRefusal(response: ApiResponse, { message, parameters }: Part): Promise<void> {
    const { error_code, description = '', parameters: details } = response;
    if (error_code === 403 || description.includes('not enough rights')) this.gone.add(message.chat.id);
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
