-- What was handed to a mail server, by Message-ID: nothing of what it says.

CREATE TABLE mail_log (
    message_id TEXT NOT NULL PRIMARY KEY,
    request    TEXT,
    effect     TEXT,
    address    TEXT NOT NULL,
    at         INTEGER NOT NULL,
    draft      TEXT,
    handed     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
