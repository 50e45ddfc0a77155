-- Lists by production and by approver, each in the order of lists, so that a page of them costs what is on it.

-- The name as SummaryQuery.KeyOf makes it equal: SQLite knows the case of ASCII letters alone.
ALTER TABLE summaries ADD COLUMN production_key TEXT NOT NULL DEFAULT '';
UPDATE summaries SET production_key = production_key(production);
CREATE INDEX summaries_production ON summaries (production_key, closed, urgency, age, request);

-- A row for each person with an open question or a decision in a request, at the request's place in the order of lists.
CREATE TABLE summaries_approvers (
    person  TEXT    NOT NULL,
    closed  INTEGER NOT NULL,
    urgency INTEGER NOT NULL,
    age     INTEGER NOT NULL,
    request TEXT    NOT NULL,
    PRIMARY KEY (person, closed, urgency, age, request)
) STRICT, WITHOUT ROWID;

CREATE INDEX summaries_approvers_request ON summaries_approvers (request);

INSERT INTO summaries_approvers (person, closed, urgency, age, request)
SELECT DISTINCT involved.person, s.closed, s.urgency, s.age, s.request
FROM summaries AS s JOIN (
    SELECT request, json ->> '$.by.id' AS person FROM events WHERE type = 'decision-made'
    UNION
    SELECT asked.request, asked.json ->> '$.event.candidate.person.id' FROM events AS asked
    WHERE asked.type = 'person-asked' AND NOT EXISTS (
        SELECT 1 FROM events AS retired
        WHERE retired.request = asked.request AND retired.type = 'ask-retired'
          AND retired.json ->> '$.event.ask' = asked.json ->> '$.event.ask')
) AS involved USING (request);
