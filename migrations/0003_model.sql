-- The optional language model. Days are counted from 1970-01-01, UTC.

-- Calls and tokens spent: by everybody (all), a chat (chat -100) and a user (user 5).
CREATE TABLE model_usage (
  scope TEXT NOT NULL,
  day INTEGER NOT NULL,
  calls INTEGER NOT NULL,
  tokens INTEGER NOT NULL,
  PRIMARY KEY (scope, day)
) STRICT, WITHOUT ROWID;

-- What became of what was asked, for the owners.
CREATE TABLE model_outcome (
  day INTEGER NOT NULL,
  task TEXT NOT NULL,
  outcome TEXT NOT NULL,
  -- Empty where there is none.
  reason TEXT NOT NULL,
  count INTEGER NOT NULL,
  tokens INTEGER NOT NULL,
  PRIMARY KEY (day, task, outcome, reason)
) STRICT, WITHOUT ROWID;

-- What the model wrote, by the hash of all that it was given. It is checked anew each time it is used.
CREATE TABLE model_text (
  key TEXT PRIMARY KEY,
  text TEXT NOT NULL,
  day INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
