import { type ApiResponse, type Incoming, type IncomingMessage, SampleBot, type Surroundings } from './sample-bot.ts';

type Parameters = Record<string, unknown>;
type Part = { message: IncomingMessage; parameters: Parameters };
type Bot = new (surroundings: Surroundings) => SampleBot;

/** The sample bot with other parameters of its messages. */
function sending(change: (parameters: Parameters, message: IncomingMessage) => Parameters): Bot {
  return class extends SampleBot {
    protected override parameters(message: IncomingMessage, text: string): Parameters {
      return change(super.parameters(message, text), message);
    }
  };
}

function bold(offset: number, length: number) {
  return { type: 'bold', offset, length };
}

/** Twenty ways in which bots go wrong, each to be caught by the double. */
export const BROKEN_BOTS: Readonly<Record<string, Bot>> = {
  'misspells a field': sending(({ text, ...rest }) => ({ ...rest, text, reply_to: 1 })),
  'nests a field that is unknown': sending((rest) => ({ ...rest, reply_parameters: { message_id: 1, quoted: 'x' } })),
  'leaves out a required field': sending(({ text: _, ...rest }) => rest),
  'sends a number as text': sending((rest) => ({ ...rest, text: 147000 })),
  'lets Telegram parse markup': sending((rest) => ({ ...rest, entities: [], parse_mode: 'HTML', text: '<b' })),
  'splits a surrogate pair': sending((rest) => ({ ...rest, text: '𠮷', entities: [bold(1, 1)] })),
  'draws beyond the end': sending((rest) => ({ ...rest, text: '一', entities: [bold(0, 5)] })),
  'draws more than a hundred entities': sending((rest) => ({
    ...rest,
    text: '一'.repeat(101),
    entities: Array.from({ length: 101 }, (_, i) => bold(i, 1)),
  })),
  'names a topic that is not there': sending((rest, { chat }) =>
    chat.type === 'supergroup' ? { ...rest, message_thread_id: 99 } : rest,
  ),
  'answers outside of the topic': sending(({ message_thread_id: _, ...rest }) => rest),
  'puts too much into a button': sending((rest) => ({
    ...rest,
    reply_markup: { inline_keyboard: [[{ text: '更多', callback_data: '长'.repeat(22) }]] },
  })),
  'sends a text that is too long': class extends SampleBot {
    protected override parts({ text }: IncomingMessage): readonly string[] {
      return [text === 'long' ? '长'.repeat(4097) : '一'];
    }
  },
  'checks no secret': class extends SampleBot {
    protected override isAuthentic(): boolean {
      return true;
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
  'replies with a JSON string': class extends SampleBot {
    protected override accepted() {
      return { status: 200, body: '{"method":"sendMessage"}' };
    }
  },
  'leaves presses unanswered': class extends SampleBot {
    protected override async answerPress(): Promise<void> {}
  },
  'answers a press twice': class extends SampleBot {
    protected override async answerPress(id: string): Promise<void> {
      await super.answerPress(id);
      await super.answerPress(id);
    }
  },
  'does not wait for retry_after': class extends SampleBot {
    protected override async handleRefusal(response: ApiResponse, part: Part): Promise<void> {
      if (response.parameters?.retry_after === undefined) return super.handleRefusal(response, part);
      await this.surroundings.call('sendMessage', { chat_id: part.message.chat.id, ...part.parameters });
    }
  },
  'goes on after it was blocked': class extends SampleBot {
    protected override async handleRefusal(response: ApiResponse, part: Part): Promise<void> {
      if (response.error_code !== 403) await super.handleRefusal(response, part);
    }
  },
  'loses a group that has moved': class extends SampleBot {
    protected override async handleRefusal(response: ApiResponse, part: Part): Promise<void> {
      if (response.parameters?.migrate_to_chat_id === undefined) await super.handleRefusal(response, part);
    }
  },
  'answers what is not for it': class extends SampleBot {
    protected override isForUs(): boolean {
      return true;
    }
  },
  'calls before it knows who asks': class extends SampleBot {
    override async receive(update: Incoming, secret: string | null) {
      await this.surroundings.call('getMe', {});
      return super.receive(update, secret);
    }
  },
};
