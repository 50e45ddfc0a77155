-- The chats between the bot and people in Teams: ids and the address of the connector, nothing that was said.

CREATE TABLE conversations (
    tenant      TEXT NOT NULL COLLATE NOCASE,
    account     TEXT NOT NULL COLLATE NOCASE,
    user        TEXT NOT NULL,
    id          TEXT NOT NULL UNIQUE,
    service_url TEXT NOT NULL,
    PRIMARY KEY (tenant, account)
) STRICT, WITHOUT ROWID;
