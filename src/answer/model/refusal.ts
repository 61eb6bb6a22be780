/** Why a draft of the model is not sent. One code a check, so that the log tells what models get wrong. */
export type RefusalReason =
  /** No JSON object in what it wrote. */
  | 'not_json'
  /** Not of the shape the prompt asks for. */
  | 'wrong_schema'
  | 'too_long'
  /** A sentence that cites nothing, or not the quote its figure stands in. */
  | 'no_citation'
  /** A figure or quote that it was not shown. */
  | 'unknown_placeholder'
  /** A digit, a numeral or a word for a quantity outside placeholders. */
  | 'number'
  | 'link'
  | 'markup'
  /** Control and format characters, variation selectors. */
  | 'hidden_character'
  /** Quotation marks or a title outside placeholders. */
  | 'quotation'
  /** Neither a Han character nor plain punctuation: homoglyphs, emoji, other scripts. */
  | 'foreign_character'
  /** 增长, 下降: not where its source says so. */
  | 'direction'
  /** 高于, 首位: not where its source says so. */
  | 'comparison'
  /** A name or another word that its source does not hold. */
  | 'unsupported_word'
  /** Words of one figure beside another. */
  | 'wrong_figure'
  /** A word that its source has and that changes what is said (累计, 计划, 未) was left out. */
  | 'lost_qualifier'
  /** What it made of the question names a place, a time or a number that was not asked. */
  | 'changed_question'
  /** One of the two gates on the finished reply. */
  | 'gate';
