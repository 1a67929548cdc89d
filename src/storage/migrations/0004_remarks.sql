-- What citizens say about a published figure. Its reference is random: it tells neither how many there are nor when it came.
-- No foreign keys: a remark outlives its place and the account that answered it.
CREATE TABLE remark (
    id                 INTEGER PRIMARY KEY,
    reference          TEXT    NOT NULL UNIQUE CHECK (length(reference) = 5),
    received_at        TEXT    NOT NULL,
    place              TEXT    NOT NULL,
    text               TEXT    NOT NULL,
    notice             TEXT    NOT NULL, -- the version of the privacy notice that stood beside the form
    contact_deleted_on TEXT,
    answered_at        TEXT,
    answered_by        TEXT,
    answer             TEXT,
    CHECK ((answered_at IS NULL) = (answered_by IS NULL) AND (answered_at IS NULL) = (answer IS NULL))
) STRICT;

-- How to reach who sent it, apart from all else: deleted after a while, and never in a copy of the database. `ends_on` is the
-- day from whose beginning on it is no longer kept.
CREATE TABLE remark_contact (
    remark_id INTEGER PRIMARY KEY REFERENCES remark (id),
    contact   TEXT    NOT NULL,
    ends_on   TEXT    NOT NULL
) STRICT;
