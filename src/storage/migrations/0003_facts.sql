-- Dated facts about a subject ("stadt", "einrichtungen/oken-gymnasium"), only ever added. `body` is the record as JSON,
-- in the form of the domain's own type; `what` says which type.

CREATE TABLE fact (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    subject  TEXT    NOT NULL,
    what     TEXT    NOT NULL,
    body     TEXT    NOT NULL CHECK (json_valid(body)),
    known_on TEXT    NOT NULL
) STRICT;
CREATE TRIGGER fact_is_only_added BEFORE UPDATE ON fact
BEGIN SELECT RAISE(ABORT, 'facts are only added; a later one takes the place of an earlier one'); END;
CREATE TRIGGER fact_is_never_deleted BEFORE DELETE ON fact
BEGIN SELECT RAISE(ABORT, 'facts are only added; a later one takes the place of an earlier one'); END;

-- Decisions are the first of them.
INSERT INTO fact (subject, what, body, known_on)
SELECT 'stadt', 'decision',
       json_object('day', day, 'body', body, 'text', text, 'document', document,
                   'source', json_object('name', source_name, 'published_on', source_published_on)),
       day
FROM decision ORDER BY id;
DROP TABLE decision;
