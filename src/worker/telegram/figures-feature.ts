import { Composer, type Context } from 'grammy';
import type { InlineKeyboardButton } from 'grammy/types';
import { MAX_QUOTE_LENGTH } from '../../answer/quote/make-quote.ts';
import { contains, overlaps } from '../../core/span.ts';
import type { Dependencies } from '../dependencies.ts';
import { quoteReply } from '../evidence.ts';
import { checkedMessages } from './checked-messages.ts';
import { sendMessages } from './send.ts';
import type { UpdateContext } from './update-context.ts';

/** Prefix of the buttons: report and section by their index, and how many passages to skip. */
export const BROWSE = 'b:';
/** Passages shown, and buttons of a menu. */
const SHOWN = 4;
const MENU = 30;
/** Longest button text, in UTF-16 code units: more does not fit a telephone. */
const LONGEST_LABEL = 40;

type Keyboard = InlineKeyboardButton[][];

/** /figures: browse what figures the reports hold, by report and section. */
export function figuresFeature(context: UpdateContext): Composer<Context> {
  const feature = new Composer();
  feature.command('figures', async (ctx) => {
    const { reports } = context.dependencies.artefact;
    const keyboard = reports
      .slice(0, MENU)
      .map(({ title }, i) => [{ text: label(title), callback_data: `${BROWSE}${i}` }]);
    await sendMessages(ctx, [{ text: context.words.chooseReport, entities: [], keyboard }], context);
  });
  return feature;
}

/** A press in the browser: a report's sections, or a section's passages with figures. */
export async function browse(ctx: Context, argument: string, context: UpdateContext): Promise<string | undefined> {
  const { dependencies, words } = context;
  const [report, section, skip] = argument.split(':').map(Number);
  const chosen = dependencies.artefact.reports[report ?? -1];
  if (chosen === undefined) return words.expired;
  if (section === undefined) {
    const keyboard = sectionMenu(dependencies, { report: chosen.id, index: report ?? 0 });
    if (keyboard.length === 0) return words.noMore;
    await sendMessages(ctx, [{ text: words.chooseSection, entities: [], keyboard }], context);
    return undefined;
  }
  return sendPassages(ctx, { section, skip: skip ?? 0, prefix: `${BROWSE}${report}:${section}` }, context);
}

function label(text: string): string {
  return text.length <= LONGEST_LABEL ? text : `${text.slice(0, LONGEST_LABEL - 1).replace(/[\uD800-\uDBFF]$/u, '')}…`;
}

/** Positions of the passages of a section that hold figures. */
function passagesWithFigures({ artefact }: Dependencies, section: number): number[] {
  const span = artefact.sections[section];
  if (span === undefined) return [];
  return artefact.passages.flatMap((passage, i) => {
    const isInside = passage.report === span.report && contains(span, passage);
    const isQuotable = passage.end - passage.start <= MAX_QUOTE_LENGTH;
    const isWhole = !artefact.damage(passage.report).garbled.some((garbled) => overlaps(garbled, passage));
    return isInside && isQuotable && isWhole && artefact.figuresIn(i).length > 0 ? [i] : [];
  });
}

function sectionMenu(dependencies: Dependencies, { report, index }: { report: string; index: number }): Keyboard {
  return dependencies.artefact.sections
    .flatMap((section, i) => {
      const isListed = section.report === report && section.heading !== '' && section.level <= 2;
      if (!isListed || passagesWithFigures(dependencies, i).length === 0) return [];
      return [[{ text: label(section.heading), callback_data: `${BROWSE}${index}:${i}:0` }]];
    })
    .slice(0, MENU);
}

async function sendPassages(
  ctx: Context,
  { section, skip, prefix }: { section: number; skip: number; prefix: string },
  context: UpdateContext,
): Promise<string | undefined> {
  const { dependencies, settings, words } = context;
  const { artefact } = dependencies;
  const all = passagesWithFigures(dependencies, section);
  const places = all.slice(skip, skip + SHOWN).flatMap((i) => artefact.passages[i] ?? []);
  if (places.length === 0) return words.noMore;
  const reply = quoteReply(artefact, { heading: '报告原文：', places });
  const messages = checkedMessages(reply, { dependencies, settings });
  const next = skip + SHOWN;
  const keyboard = [[{ text: words.more, callback_data: `${prefix}:${next}` }]];
  const last = messages.length - 1;
  const shown = messages.map((message, i) => (i === last && next < all.length ? { ...message, keyboard } : message));
  await sendMessages(ctx, shown, context);
  return undefined;
}
