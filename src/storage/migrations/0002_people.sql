-- People who sign in. Names differ by more than case; `password` is a PHC string (Argon2id, with its salt), never
-- the password. An account is disabled, never deleted: its name stands in the change log.

CREATE TABLE user (
    id          INTEGER PRIMARY KEY,
    name        TEXT    NOT NULL UNIQUE COLLATE NOCASE,
    role        TEXT    NOT NULL CHECK (role IN ('admin', 'editor', 'district_head')),
    area_id     INTEGER REFERENCES area (id),
    password    TEXT    NOT NULL CHECK (password LIKE '$argon2id$%'),
    created_at  TEXT    NOT NULL,
    disabled_at TEXT,
    seen_change INTEGER NOT NULL DEFAULT 0, -- the newest change that this person has seen, and when
    seen_at     TEXT,
    CHECK ((role = 'district_head') = (area_id IS NOT NULL))
) STRICT;

-- Who is signed in. The key is the SHA-256 of the token in the cookie: a copy of this table opens nothing.
-- `since_…` is what the person had seen when they signed in.
CREATE TABLE session (
    token_hash   BLOB    PRIMARY KEY CHECK (length(token_hash) = 32),
    user_id      INTEGER NOT NULL REFERENCES user (id),
    started_at   TEXT    NOT NULL,
    last_seen_at TEXT    NOT NULL,
    since_change INTEGER NOT NULL,
    since_at     TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX session_by_user ON session (user_id);

-- What was answered to something sent under a key, so that sending it again is answered alike and stored once.
CREATE TABLE submission (
    key     TEXT    NOT NULL,
    user_id INTEGER NOT NULL REFERENCES user (id),
    answer  TEXT    NOT NULL,
    at      TEXT    NOT NULL,
    PRIMARY KEY (user_id, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX change_log_by_which ON change_log (which);
