-- Times are in milliseconds since 1970.

-- Updates from Telegram: each is accepted once, and the updates of one queue_key are handled one after another.
CREATE TABLE inbox (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  update_id INTEGER NOT NULL UNIQUE,
  queue_key TEXT NOT NULL,
  -- The update as JSON; emptied when it has been handled.
  body TEXT,
  received_at INTEGER NOT NULL,
  -- Not to be handled before.
  due_at INTEGER NOT NULL,
  -- Whoever handles it has it until then.
  lease_until INTEGER NOT NULL DEFAULT 0,
  attempts INTEGER NOT NULL DEFAULT 0,
  -- Messages of its answer that have reached Telegram, so that a second attempt goes on where the first broke off.
  sent INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX inbox_waiting ON inbox (queue_key, seq) WHERE body IS NOT NULL;
CREATE INDEX inbox_received ON inbox (received_at);

-- What a person asked in a chat and topic, for follow-up questions.
CREATE TABLE turn (
  conversation TEXT NOT NULL,
  message_id INTEGER NOT NULL,
  question TEXT NOT NULL,
  asked_at INTEGER NOT NULL,
  PRIMARY KEY (conversation, message_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX turn_asked ON turn (asked_at);

-- Answers that were sent, for their buttons, for edited questions and for replies that continue them.
CREATE TABLE answer (
  id TEXT PRIMARY KEY,
  chat_id INTEGER NOT NULL,
  user_id INTEGER,
  question_message_id INTEGER NOT NULL,
  question TEXT NOT NULL,
  -- Earlier questions, a JSON array.
  history TEXT NOT NULL,
  answered_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX answer_question ON answer (chat_id, question_message_id);
CREATE INDEX answer_answered ON answer (answered_at);
CREATE TABLE answer_message (
  chat_id INTEGER NOT NULL,
  message_id INTEGER NOT NULL,
  answer TEXT NOT NULL,
  part INTEGER NOT NULL,
  PRIMARY KEY (chat_id, message_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX answer_message_answer ON answer_message (answer, part);

-- Spans of the reports by short identifier, for buttons and deep links.
CREATE TABLE citation (
  id TEXT PRIMARY KEY,
  report TEXT NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Buttons that were pressed, each by the update that did it first.
CREATE TABLE press (
  chat_id INTEGER NOT NULL,
  message_id INTEGER NOT NULL,
  data TEXT NOT NULL,
  update_id INTEGER NOT NULL,
  pressed_at INTEGER NOT NULL,
  PRIMARY KEY (chat_id, message_id, data)
) STRICT, WITHOUT ROWID;

CREATE TABLE feedback (
  answer TEXT NOT NULL,
  user_id INTEGER NOT NULL,
  -- 1 helpful, -1 not.
  value INTEGER NOT NULL,
  given_at INTEGER NOT NULL,
  PRIMARY KEY (answer, user_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE chat (
  chat_id INTEGER PRIMARY KEY,
  -- zh, zh-hant or en; absent: the asker's own.
  language TEXT,
  -- Whether questions without an answer may be kept for the owners to read.
  consents INTEGER NOT NULL DEFAULT 0,
  -- When Telegram first said that nothing reaches the chat any more.
  gone_at INTEGER
) STRICT;

-- Questions that found no answer, from chats that consent.
CREATE TABLE unanswered (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  chat_id INTEGER NOT NULL,
  user_id INTEGER,
  question TEXT NOT NULL,
  asked_at INTEGER NOT NULL
) STRICT;

-- Questions counted by who asked (user:5, chat:-100, all) and period.
CREATE TABLE usage (
  scope TEXT NOT NULL,
  period TEXT NOT NULL,
  count INTEGER NOT NULL,
  counted_at INTEGER NOT NULL,
  PRIMARY KEY (scope, period)
) STRICT, WITHOUT ROWID;
