-- The first schema. Dates are ISO texts (2023-11-10), instants RFC 3339 in UTC, shares basis points.
-- `version` counts the edits of what people edit; what is only ever added has none.

CREATE TABLE area (
    id                  INTEGER PRIMARY KEY,
    slug                TEXT    NOT NULL UNIQUE,
    name                TEXT    NOT NULL,
    kind                TEXT    NOT NULL CHECK (kind IN ('municipality', 'district', 'commercial_area', 'build_area')),
    parent_id           INTEGER REFERENCES area (id),
    schematic           INTEGER NOT NULL CHECK (schematic IN (0, 1)),
    outline             TEXT    CHECK (outline IS NULL OR json_valid(outline)), -- GeoJSON geometry, WGS 84
    valid_from          TEXT,
    valid_to            TEXT,
    source_name         TEXT    NOT NULL,
    source_published_on TEXT,
    version             INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE operator (
    id      INTEGER PRIMARY KEY,
    slug    TEXT    NOT NULL UNIQUE,
    name    TEXT    NOT NULL,
    version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE campaign (
    id                  INTEGER PRIMARY KEY,
    slug                TEXT    NOT NULL UNIQUE,
    name                TEXT    NOT NULL,
    operator_id         INTEGER NOT NULL REFERENCES operator (id),
    unit                TEXT    NOT NULL CHECK (unit IN ('households', 'dwellings', 'companies', 'buildings')),
    target_kind         TEXT    NOT NULL CHECK (target_kind IN ('share', 'count', 'operator_decision')),
    target_value        INTEGER CHECK ((target_value IS NULL) = (target_kind = 'operator_decision')),
    evaluation          TEXT    NOT NULL CHECK (evaluation IN ('per_area', 'pooled')),
    opened_on           TEXT,
    source_name         TEXT    NOT NULL,
    source_published_on TEXT,
    version             INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE campaign_area (
    campaign_id INTEGER NOT NULL REFERENCES campaign (id),
    area_id     INTEGER NOT NULL REFERENCES area (id),
    position    INTEGER NOT NULL,
    PRIMARY KEY (campaign_id, area_id)
) STRICT, WITHOUT ROWID;

-- The history of deadlines: a moved deadline is a new row.
CREATE TABLE deadline (
    id                  INTEGER PRIMARY KEY,
    campaign_id         INTEGER NOT NULL REFERENCES campaign (id),
    day                 TEXT    NOT NULL,
    announced_on        TEXT    NOT NULL,
    reason              TEXT,
    source_name         TEXT    NOT NULL,
    source_published_on TEXT
) STRICT;

CREATE TABLE tally (
    id                  INTEGER PRIMARY KEY,
    campaign_id         INTEGER NOT NULL REFERENCES campaign (id),
    as_of               TEXT    NOT NULL,
    reached             INTEGER NOT NULL CHECK (reached >= 0),
    of_areas            INTEGER NOT NULL CHECK (of_areas >= reached),
    source_name         TEXT    NOT NULL,
    source_published_on TEXT
) STRICT;

-- Households (companies …) of an area. A better figure is a new row; readings keep the one they used.
CREATE TABLE base (
    id                  INTEGER PRIMARY KEY,
    area_id             INTEGER NOT NULL REFERENCES area (id),
    count               INTEGER NOT NULL CHECK (count > 0),
    unit                TEXT    NOT NULL CHECK (unit IN ('households', 'dwellings', 'companies', 'buildings')),
    as_of               TEXT,
    estimated_by        TEXT,
    source_name         TEXT    NOT NULL,
    source_published_on TEXT
) STRICT;

CREATE TABLE reading (
    id                  INTEGER PRIMARY KEY AUTOINCREMENT,
    campaign_id         INTEGER NOT NULL REFERENCES campaign (id),
    area_id             INTEGER NOT NULL REFERENCES area (id),
    as_of               TEXT    NOT NULL,
    stage               TEXT    NOT NULL CHECK (stage IN ('reported', 'checked', 'net')),
    measure             TEXT    NOT NULL CHECK (measure IN ('contracts', 'percent', 'not_reported')),
    exactness           TEXT    CHECK (exactness IN ('exact', 'about', 'at_least', 'less_than', 'range')),
    low                 INTEGER CHECK (low >= 0),      -- contracts, or basis points of a percentage
    high                INTEGER CHECK (high > low),    -- the upper end of a range
    base_id             INTEGER REFERENCES base (id),
    source_name         TEXT    NOT NULL,
    source_published_on TEXT,
    note                TEXT,
    sample              INTEGER NOT NULL CHECK (sample IN (0, 1)),
    corrects_id         INTEGER UNIQUE REFERENCES reading (id),
    reason              TEXT,
    recorded_at         TEXT    NOT NULL,
    recorded_by         TEXT    NOT NULL,
    CHECK ((measure = 'not_reported') = (exactness IS NULL)),
    CHECK ((exactness IS NULL) = (low IS NULL)),
    CHECK ((high IS NOT NULL) = (exactness IS NOT NULL AND exactness = 'range')),
    CHECK ((corrects_id IS NULL) = (reason IS NULL)),
    FOREIGN KEY (campaign_id, area_id) REFERENCES campaign_area (campaign_id, area_id)
) STRICT;
CREATE INDEX reading_by_area ON reading (campaign_id, area_id, as_of);
CREATE TRIGGER reading_is_only_added BEFORE UPDATE ON reading
BEGIN SELECT RAISE(ABORT, 'readings are only added; correct one by a new one'); END;
CREATE TRIGGER reading_is_never_deleted BEFORE DELETE ON reading
BEGIN SELECT RAISE(ABORT, 'readings are only added; correct one by a new one'); END;

CREATE TABLE outcome (
    id                  INTEGER PRIMARY KEY,
    campaign_id         INTEGER NOT NULL REFERENCES campaign (id),
    area_id             INTEGER REFERENCES area (id),
    kind                TEXT    NOT NULL,
    occurred            TEXT    NOT NULL,
    known_on            TEXT    NOT NULL,
    note                TEXT,
    source_name         TEXT    NOT NULL,
    source_published_on TEXT
) STRICT;

CREATE TABLE phase (
    id                  INTEGER PRIMARY KEY,
    campaign_id         INTEGER NOT NULL REFERENCES campaign (id),
    area_id             INTEGER REFERENCES area (id),
    kind                TEXT    NOT NULL,
    planned_start       TEXT,
    planned_end         TEXT,
    actual_start        TEXT,
    actual_end          TEXT,
    known_on            TEXT    NOT NULL,
    source_name         TEXT    NOT NULL,
    source_published_on TEXT
) STRICT;

CREATE TABLE measure (
    id                  INTEGER PRIMARY KEY,
    kind                TEXT    NOT NULL,
    occurred            TEXT    NOT NULL,
    known_on            TEXT    NOT NULL,
    note                TEXT,
    source_name         TEXT    NOT NULL,
    source_published_on TEXT
) STRICT;

CREATE TABLE agreement (
    id                  INTEGER PRIMARY KEY,
    kind                TEXT    NOT NULL,
    partner_id          INTEGER NOT NULL REFERENCES operator (id),
    signed              TEXT    NOT NULL,
    ends_on             TEXT,
    known_on            TEXT    NOT NULL,
    note                TEXT,
    source_name         TEXT    NOT NULL,
    source_published_on TEXT
) STRICT;

CREATE TABLE decision (
    id                  INTEGER PRIMARY KEY,
    day                 TEXT    NOT NULL,
    body                TEXT    NOT NULL,
    text                TEXT    NOT NULL,
    document            TEXT,
    source_name         TEXT    NOT NULL,
    source_published_on TEXT
) STRICT;

CREATE TABLE event (
    id                  INTEGER PRIMARY KEY,
    occurred            TEXT    NOT NULL,
    known_on            TEXT    NOT NULL,
    text                TEXT    NOT NULL,
    source_name         TEXT    NOT NULL,
    source_published_on TEXT
) STRICT;

-- Which areas a measure, agreement or event is about; none means all.
CREATE TABLE measure_area (
    record_id INTEGER NOT NULL REFERENCES measure (id),
    area_id   INTEGER NOT NULL REFERENCES area (id),
    PRIMARY KEY (record_id, area_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE agreement_area (
    record_id INTEGER NOT NULL REFERENCES agreement (id),
    area_id   INTEGER NOT NULL REFERENCES area (id),
    PRIMARY KEY (record_id, area_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE event_area (
    record_id INTEGER NOT NULL REFERENCES event (id),
    area_id   INTEGER NOT NULL REFERENCES area (id),
    PRIMARY KEY (record_id, area_id)
) STRICT, WITHOUT ROWID;

-- Every change, written in the transaction of the change. `chain` is the SHA-256 of the entry and of
-- the chain before it, so that a later hand on the file is noticed. No foreign keys: an entry outlives
-- what it tells of.
CREATE TABLE change_log (
    id    INTEGER PRIMARY KEY AUTOINCREMENT,
    at    TEXT NOT NULL,
    who   TEXT NOT NULL,
    what  TEXT NOT NULL,
    which TEXT NOT NULL,
    old   TEXT,
    new   TEXT,
    why   TEXT,
    chain TEXT NOT NULL
) STRICT;
CREATE TRIGGER change_log_is_only_added BEFORE UPDATE ON change_log
BEGIN SELECT RAISE(ABORT, 'the change log is only added to'); END;
CREATE TRIGGER change_log_is_never_deleted BEFORE DELETE ON change_log
BEGIN SELECT RAISE(ABORT, 'the change log is only added to'); END;

-- Facts about this data folder, such as the day that a demonstration shows.
CREATE TABLE setting (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
