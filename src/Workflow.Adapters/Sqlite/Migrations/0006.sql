-- Who wants no digests.

CREATE TABLE digests_off (address TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
