-- Instants are UTC, counted in ticks of 100 ns since 0001-01-01, so that they keep their full precision and sort.

CREATE TABLE events (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    request  TEXT    NOT NULL,
    sequence INTEGER NOT NULL,
    type     TEXT    NOT NULL,
    version  INTEGER NOT NULL,
    json     TEXT    NOT NULL,
    hash     TEXT    NOT NULL,
    UNIQUE (request, sequence)
) STRICT;

-- Also keeps INSERT OR REPLACE from replacing an event, which fires no trigger for the row it deletes.
CREATE TRIGGER events_follow_each_other BEFORE INSERT ON events
WHEN NEW.sequence <> 1 + (SELECT COALESCE(MAX(sequence), 0) FROM events WHERE request = NEW.request)
BEGIN
    SELECT RAISE(ABORT, 'An event must follow the last one of its request.');
END;

CREATE TRIGGER events_are_never_changed BEFORE UPDATE ON events
BEGIN
    SELECT RAISE(ABORT, 'Events are never changed.');
END;

CREATE TRIGGER events_are_never_deleted BEFORE DELETE ON events
BEGIN
    SELECT RAISE(ABORT, 'Events are never deleted.');
END;

-- Effects that are not done; a done one is deleted by the append that says so. Position is the order of cause.
CREATE TABLE outbox (
    position   INTEGER PRIMARY KEY AUTOINCREMENT,
    key        TEXT    NOT NULL UNIQUE,
    request    TEXT    NOT NULL,
    lane       TEXT    NOT NULL,
    type       TEXT    NOT NULL,
    json       TEXT    NOT NULL,
    attempts   INTEGER NOT NULL DEFAULT 0,
    next_at    INTEGER NOT NULL,
    last_error TEXT,
    dead       INTEGER NOT NULL DEFAULT 0 CHECK (dead IN (0, 1))
) STRICT;

CREATE INDEX outbox_due ON outbox (next_at) WHERE dead = 0;
CREATE INDEX outbox_dead ON outbox (position) WHERE dead = 1;
CREATE INDEX outbox_request ON outbox (request, lane, position);

CREATE TABLE alarms (
    request TEXT    PRIMARY KEY,
    due_at  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX alarms_due ON alarms (due_at);

-- One row for each request, made again from its events at any time.
CREATE TABLE summaries (
    id           INTEGER PRIMARY KEY,
    request      TEXT    NOT NULL UNIQUE,
    title        TEXT    NOT NULL,
    production   TEXT    NOT NULL,
    submitter    TEXT    NOT NULL,
    status       TEXT    NOT NULL,
    tier         TEXT,
    outcome      TEXT,
    waiting_for  TEXT    NOT NULL,
    limit_at     INTEGER,
    submitted_at INTEGER NOT NULL,
    changed_at   INTEGER NOT NULL,
    search_text  TEXT    NOT NULL,
    -- The order of lists: open before closed, nearest limit first and none last, then newest, then any fixed order.
    closed       INTEGER NOT NULL GENERATED ALWAYS AS (status = 'Closed') VIRTUAL,
    urgency      INTEGER NOT NULL GENERATED ALWAYS AS (COALESCE(limit_at, 9223372036854775807)) VIRTUAL,
    age          INTEGER NOT NULL GENERATED ALWAYS AS (-submitted_at) VIRTUAL
) STRICT;

CREATE INDEX summaries_order ON summaries (closed, urgency, age, request);

CREATE VIRTUAL TABLE summaries_words USING fts5 (
    request, title, production, submitter, search_text,
    content = 'summaries', content_rowid = 'id', tokenize = "unicode61 remove_diacritics 2"
);

CREATE TRIGGER summaries_words_added AFTER INSERT ON summaries
BEGIN
    INSERT INTO summaries_words (rowid, request, title, production, submitter, search_text)
    VALUES (NEW.id, NEW.request, NEW.title, NEW.production, NEW.submitter, NEW.search_text);
END;

CREATE TRIGGER summaries_words_changed AFTER UPDATE ON summaries
WHEN (OLD.title, OLD.production, OLD.submitter, OLD.search_text)
     IS NOT (NEW.title, NEW.production, NEW.submitter, NEW.search_text)
BEGIN
    INSERT INTO summaries_words (summaries_words, rowid, request, title, production, submitter, search_text)
    VALUES ('delete', OLD.id, OLD.request, OLD.title, OLD.production, OLD.submitter, OLD.search_text);
    INSERT INTO summaries_words (rowid, request, title, production, submitter, search_text)
    VALUES (NEW.id, NEW.request, NEW.title, NEW.production, NEW.submitter, NEW.search_text);
END;

CREATE TABLE quarantine (
    sha256            TEXT    PRIMARY KEY,
    received_at       INTEGER NOT NULL,
    sender            TEXT    NOT NULL,
    subject           TEXT    NOT NULL,
    reason            TEXT    NOT NULL,
    released          INTEGER CHECK (released IN (0, 1)),
    settled_at        INTEGER,
    settled_by        TEXT,
    settlement_reason TEXT
) STRICT;

CREATE INDEX quarantine_waiting ON quarantine (received_at) WHERE released IS NULL;

CREATE TABLE codes (
    purpose    TEXT    PRIMARY KEY,
    hash       TEXT    NOT NULL,
    expires_at INTEGER NOT NULL,
    attempts   INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
