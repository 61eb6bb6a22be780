-- Times are in milliseconds since 1970.

-- The daily digest of a chat, or of one topic of a forum. topic_id is 0 for the chat itself.
CREATE TABLE digest (
  chat_id INTEGER NOT NULL,
  topic_id INTEGER NOT NULL,
  is_on INTEGER NOT NULL DEFAULT 0,
  -- Minutes after midnight, on the clock of the zone.
  minute INTEGER NOT NULL,
  -- IANA name.
  zone TEXT NOT NULL,
  -- One bit a day of the week, Monday the lowest.
  days INTEGER NOT NULL,
  -- JSON arrays of names: only these topics; these first.
  topics TEXT NOT NULL,
  follows TEXT NOT NULL,
  silent INTEGER NOT NULL,
  -- Whether yesterday's questions without an answer are listed.
  lists_unanswered INTEGER NOT NULL,
  paused_until INTEGER,
  -- What is new is new since then, until the first digest.
  started_at INTEGER NOT NULL,
  -- When the next one is due; absent while it is off.
  due_at INTEGER,
  PRIMARY KEY (chat_id, topic_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX digest_due ON digest (due_at) WHERE due_at IS NOT NULL;

-- What became of each digest: one row a chat, topic, local day and part, each sent at most once.
CREATE TABLE digest_send (
  chat_id INTEGER NOT NULL,
  topic_id INTEGER NOT NULL,
  -- ISO date where the chat is.
  day TEXT NOT NULL,
  part INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('pending', 'sending', 'sent', 'dead', 'unknown', 'skipped')),
  -- When it was to go out, and when its text was frozen.
  due_at INTEGER NOT NULL,
  frozen_at INTEGER NOT NULL,
  -- The message as JSON; emptied when nobody will send it any more.
  body TEXT,
  -- Keys of what it shows, a JSON array; whether with it everything begins anew.
  items TEXT NOT NULL,
  restarts INTEGER NOT NULL,
  -- Not to be sent before: Telegram has asked for patience.
  not_before INTEGER NOT NULL DEFAULT 0,
  -- Put into the queue again from then on, lest a message of the queue was lost.
  announce_at INTEGER NOT NULL,
  -- Whoever sends it has it until then.
  lease_until INTEGER NOT NULL DEFAULT 0,
  attempts INTEGER NOT NULL DEFAULT 0,
  message_id INTEGER,
  -- Why it was skipped, is dead or unknown, or waits.
  reason TEXT,
  changed_at INTEGER NOT NULL,
  PRIMARY KEY (chat_id, topic_id, day, part)
) STRICT, WITHOUT ROWID;
CREATE INDEX digest_send_changed ON digest_send (changed_at);
CREATE INDEX digest_send_open ON digest_send (state, announce_at) WHERE state IN ('pending', 'sending');

-- Every text of a report that the index has held, to tell what is new.
CREATE TABLE digest_report (
  report TEXT NOT NULL,
  hash TEXT NOT NULL,
  seen_at INTEGER NOT NULL,
  PRIMARY KEY (report, hash)
) STRICT, WITHOUT ROWID;

-- Some chats only want to see their questions themselves.
ALTER TABLE unanswered ADD COLUMN for_owners INTEGER NOT NULL DEFAULT 1;
CREATE INDEX unanswered_chat ON unanswered (chat_id, asked_at);
