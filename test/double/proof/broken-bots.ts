import type { WebhookResponse } from '../delivery/webhook.ts';
import {
  type ApiResponse,
  type Incoming,
  type IncomingMessage,
  type Parameters,
  type Part,
  SampleBot,
} from './sample-bot.ts';
import type { CreateBot } from './stage.ts';

/** The sample bot with other parameters of its messages. */
function sending(change: (parameters: Parameters, message: IncomingMessage) => Parameters): CreateBot {
  return class extends SampleBot {
    protected override parameters(message: IncomingMessage, text: string): Parameters {
      return change(super.parameters(message, text), message);
    }
  };
}

function drawing(text: string, ...entities: readonly object[]): CreateBot {
  return sending((rest) => ({ ...rest, text, entities }));
}

function withButton(button: object): CreateBot {
  return sending((rest) => ({ ...rest, reply_markup: { inline_keyboard: [[{ text: '更多', ...button }]] } }));
}

function bold(offset: number, length: number) {
  return { type: 'bold', offset, length };
}

/** With other words to Telegram about its webhook. */
function beginning(change: (webhook: Parameters) => Parameters): CreateBot {
  return class extends SampleBot {
    protected override webhook(): Parameters {
      return change(super.webhook());
    }
  };
}

/** Says something else to each delivery, once it has handled it. */
function responding(response: Partial<WebhookResponse>): CreateBot {
  return class extends SampleBot {
    protected override accepted(): WebhookResponse {
      return { status: 200, body: null, ...response };
    }
  };
}

function resultsOf(...results: readonly object[]): CreateBot {
  return class extends SampleBot {
    protected override results(): readonly object[] {
      return results.map((result) => ({ ...super.results()[0], ...result }));
    }
  };
}

/** Does nothing about some refusals. */
function ignoring(isIgnored: (response: ApiResponse) => boolean): CreateBot {
  return class extends SampleBot {
    protected override async handleRefusal(response: ApiResponse, part: Part): Promise<void> {
      if (!isIgnored(response)) await super.handleRefusal(response, part);
    }
  };
}

/** Takes some for people who may change settings, and the others for what they are. */
function admitting(isTaken: (message: IncomingMessage) => boolean): CreateBot {
  return class extends SampleBot {
    protected override async mayChange(message: IncomingMessage): Promise<boolean> {
      return isTaken(message) || super.mayChange(message);
    }
  };
}

/** Wrong in what it sends. */
const SENDERS: Readonly<Record<string, CreateBot>> = {
  'misspells a field': sending(({ text, ...rest }) => ({ ...rest, text, reply_to: 1 })),
  'nests a field that is unknown': sending((rest) => ({ ...rest, reply_parameters: { message_id: 1, quoted: 'x' } })),
  'leaves out a required field': sending(({ text: _, ...rest }) => rest),
  'sends a number as text': sending((rest) => ({ ...rest, text: 147000 })),
  'sends nothing but what nobody sees': drawing('\u200b'),
  'lets Telegram parse HTML': sending((rest) => ({ ...rest, entities: [], parse_mode: 'HTML', text: '<b' })),
  'lets Telegram parse Markdown': sending((rest) => ({ ...rest, entities: [], parse_mode: 'MarkdownV2', text: '1.' })),
  'lets Telegram parse what is right': sending((rest) => ({ ...rest, entities: [], parse_mode: 'HTML' })),
  'splits a surrogate pair': drawing('𠮷', bold(1, 1)),
  'draws beyond the end': drawing('一', bold(0, 5)),
  'draws white space': drawing('一 二', bold(1, 1)),
  'draws across': drawing('一二三', bold(0, 2), { type: 'italic', offset: 1, length: 2 }),
  'draws a quotation in a quotation': drawing(
    '一二三',
    { type: 'blockquote', offset: 0, length: 3 },
    { type: 'blockquote', offset: 1, length: 1 },
  ),
  'draws on code': drawing('一二三', { type: 'code', offset: 0, length: 3 }, bold(0, 1)),
  'links to nowhere': drawing('一', { type: 'text_link', offset: 0, length: 1, url: '原文' }),
  'draws more than a hundred entities': drawing('一'.repeat(101), ...Array.from({ length: 101 }, (_, i) => bold(i, 1))),
  'sends a text that is too long': drawing('长'.repeat(4097)),
  'names a topic that is not there': sending((rest, { chat }) =>
    chat.type === 'supergroup' ? { ...rest, message_thread_id: 99 } : rest,
  ),
  'answers outside of the topic': sending(({ message_thread_id: _, ...rest }) => rest),
  'quotes what nobody said': sending((rest, { message_id }) => ({
    ...rest,
    reply_parameters: { message_id, quote: '没说过' },
  })),
  'replies to what is gone': sending((rest) => ({ ...rest, reply_parameters: { message_id: 1 } })),
  'puts too much into a button': withButton({ callback_data: '长'.repeat(22) }),
  'copies too much': withButton({ copy_text: { text: '长'.repeat(257) } }),
  'links a button to nowhere': withButton({ url: '原文' }),
  'gives a button a field that there is not': withButton({ data: 'm:1' }),
  'gives inline results one identifier': resultsOf({ id: '1' }, { id: '1' }),
  'leaves an inline result without title': resultsOf({ title: '' }),
  'sends too long an inline result': resultsOf({ input_message_content: { message_text: '长'.repeat(4097) } }),
};

/** Wrong in how it takes updates. */
const RECEIVERS: Readonly<Record<string, CreateBot>> = {
  'checks no secret': class extends SampleBot {
    protected override isAuthentic(): boolean {
      return true;
    }
  },
  'compares the secret loosely': class extends SampleBot {
    protected override isAuthentic(secret: string | null): boolean {
      return super.isAuthentic(secret?.trim() ?? null);
    }
  },
  'answers an update twice': class extends SampleBot {
    protected override isNew(): boolean {
      return true;
    }
  },
  'fails on poison for ever': class extends SampleBot {
    protected override isNew(update: Incoming): boolean {
      return update.message?.text === 'poison' || super.isNew(update);
    }
    protected override failed() {
      return { status: 500, body: null };
    }
  },
  'redirects deliveries': responding({ status: 302 }),
  'says that it is gone': responding({ status: 410 }),
  'takes more than a minute': responding({ seconds: 61 }),
  'replies with a JSON string': responding({ body: '{"method":"sendMessage"}' }),
  'misspells a method in its reply': responding({ body: { method: 'sendMesage', chat_id: 5, text: '答' } }),
  'misspells a field in its reply': responding({ body: { method: 'sendMessage', chat_id: 5, texts: '答' } }),
  'calls before it knows who asks': class extends SampleBot {
    override async receive(update: Incoming, secret: string | null) {
      await this.surroundings.call('getMe', {});
      return super.receive(update, secret);
    }
  },
  'answers what is not for it': class extends SampleBot {
    protected override isForUs(): boolean {
      return true;
    }
  },
  'sets a webhook without TLS': beginning((webhook) => ({ ...webhook, url: 'http://bot.example/' })),
  'sets a webhook on a strange port': beginning((webhook) => ({ ...webhook, url: 'https://bot.example:8080/' })),
  'sets a secret with a space': beginning((webhook) => ({ ...webhook, secret_token: 'two words' })),
  'asks for updates that there are not': beginning((webhook) => ({ ...webhook, allowed_updates: ['messages'] })),
  'sets its webhook twice at once': class extends SampleBot {
    override async start(): Promise<void> {
      await super.start();
      await super.start();
    }
  },
  'fetches updates beside its webhook': class extends SampleBot {
    override async start(): Promise<void> {
      await super.start();
      await this.surroundings.call('getUpdates', {});
    }
  },
};

/** Wrong in what it does when something happens. */
const HANDLERS: Readonly<Record<string, CreateBot>> = {
  'leaves presses unanswered': class extends SampleBot {
    protected override async answerPress(): Promise<void> {}
  },
  'answers a press twice': class extends SampleBot {
    protected override async answerPress(id: string): Promise<void> {
      await super.answerPress(id);
      await super.answerPress(id);
    }
  },
  'answers a press too late': class extends SampleBot {
    protected override async answerPress(id: string): Promise<void> {
      this.surroundings.pass(16);
      await super.answerPress(id);
    }
  },
  'answers an inline query too late': class extends SampleBot {
    protected override async answerInline(id: string): Promise<void> {
      this.surroundings.pass(16);
      await super.answerInline(id);
    }
  },
  'answers no inline query': class extends SampleBot {
    protected override async answerInline(): Promise<void> {}
  },
  'answers an edit with another message': class extends SampleBot {
    protected override async answerAnew(message: IncomingMessage): Promise<void> {
      await this.reply(message);
    }
  },
  'edits an answer to what it was': class extends SampleBot {
    protected override async answerAnew(message: IncomingMessage): Promise<void> {
      await super.answerAnew(message);
      await super.answerAnew(message);
    }
  },
  'edits the question': class extends SampleBot {
    protected override async answerAnew(message: IncomingMessage): Promise<void> {
      const { chat, message_id } = message;
      await this.surroundings.call('editMessageText', { chat_id: chat.id, message_id, text: '答' });
    }
  },
  'does not wait for retry_after': class extends SampleBot {
    protected override async handleRefusal(response: ApiResponse, part: Part): Promise<void> {
      if (response.parameters?.retry_after === undefined) return super.handleRefusal(response, part);
      await this.surroundings.call('sendMessage', { chat_id: part.message.chat.id, ...part.parameters });
    }
  },
  'drops what came too fast': ignoring(({ parameters }) => parameters?.retry_after !== undefined),
  'sends again what was cut off': class extends SampleBot {
    protected override async handleCut({ message, parameters }: Part): Promise<void> {
      await this.send(message, parameters);
    }
  },
  'goes on after it was blocked': ignoring(({ error_code }) => error_code === 403),
  'goes on where it may not write': ignoring(({ description = '' }) => description.includes('not enough rights')),
  'loses a group that has moved': ignoring(({ parameters }) => parameters?.migrate_to_chat_id !== undefined),
  'lets everybody change settings': admitting(() => true),
  'takes a channel for an anonymous administrator': admitting(({ sender_chat }) => sender_chat !== undefined),
  'takes linked posts for administrators': admitting(({ from }) => from?.id === 777000),
  'remembers rights for ever': class extends SampleBot {
    readonly #trusted = new Set<number | undefined>();
    protected override async mayChange(message: IncomingMessage): Promise<boolean> {
      const id = message.from?.id;
      if (message.sender_chat === undefined && this.#trusted.has(id)) return true;
      const may = await super.mayChange(message);
      if (may) this.#trusted.add(id);
      return may;
    }
  },
  'refuses anonymous administrators': class extends SampleBot {
    protected override async mayChange(message: IncomingMessage): Promise<boolean> {
      return message.sender_chat === undefined && super.mayChange(message);
    }
  },
};

/** Ways in which bots go wrong, each to be caught by the double. */
export const BROKEN_BOTS: Readonly<Record<string, CreateBot>> = { ...SENDERS, ...RECEIVERS, ...HANDLERS };
