"""Tables of a case with its pages: the bytes, what was read from them, and the words to search in."""

from __future__ import annotations

PAGES = """
CREATE TABLE originals (
    number INTEGER PRIMARY KEY,
    hash TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    form TEXT,
    url TEXT,
    charset TEXT,
    fetched TEXT,
    size INTEGER NOT NULL,
    added TEXT NOT NULL,
    raw BLOB NOT NULL
) STRICT;

CREATE TRIGGER originals_stay_as_they_are BEFORE UPDATE ON originals
BEGIN SELECT RAISE(ABORT, 'what a page was read from is never changed'); END;

CREATE TRIGGER originals_are_kept BEFORE DELETE ON originals
BEGIN SELECT RAISE(ABORT, 'what a page was read from is never deleted'); END;

CREATE TABLE repeats (
    hash TEXT NOT NULL,
    page TEXT NOT NULL REFERENCES pages(id),
    name TEXT NOT NULL,
    added TEXT NOT NULL,
    PRIMARY KEY (hash, page)
) STRICT;

CREATE TABLE failures (
    name TEXT PRIMARY KEY,
    reason TEXT NOT NULL,
    mend TEXT NOT NULL,
    time TEXT NOT NULL
) STRICT;

CREATE TABLE pages (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    own_id TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    replaces TEXT UNIQUE REFERENCES pages(id),
    original INTEGER NOT NULL REFERENCES originals(number),
    position INTEGER NOT NULL,
    checksum TEXT NOT NULL,
    text_hash TEXT NOT NULL,
    url TEXT,
    outlet TEXT,
    title TEXT,
    byline TEXT,
    published TEXT,
    language TEXT,
    problems TEXT NOT NULL,
    text TEXT NOT NULL,
    UNIQUE (original, position)
) STRICT;

CREATE INDEX pages_by_own_id ON pages(own_id);
CREATE INDEX pages_by_url ON pages(url, text_hash);
CREATE INDEX pages_by_state ON pages(number, id, checksum, replaces);

CREATE VIEW current_pages AS
SELECT * FROM pages WHERE id NOT IN (SELECT replaces FROM pages WHERE replaces IS NOT NULL);

CREATE TABLE blocks (
    page TEXT NOT NULL REFERENCES pages(id),
    position INTEGER NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    parent TEXT,
    PRIMARY KEY (page, position)
) STRICT;

CREATE TABLE attributions (
    page TEXT NOT NULL REFERENCES pages(id),
    position INTEGER NOT NULL,
    id TEXT NOT NULL,
    parent TEXT,
    within TEXT,
    source TEXT NOT NULL,
    cue TEXT NOT NULL,
    content TEXT NOT NULL,
    speaker TEXT,
    speaker_kind TEXT,
    role TEXT,
    affiliation TEXT,
    chain TEXT NOT NULL,
    manner TEXT NOT NULL,
    stance TEXT NOT NULL,
    hedges TEXT NOT NULL,
    negated INTEGER NOT NULL,
    comment TEXT,
    confidence REAL NOT NULL,
    PRIMARY KEY (page, position)
) STRICT;

CREATE TABLE comments (
    page TEXT NOT NULL REFERENCES pages(id),
    position INTEGER NOT NULL,
    id TEXT NOT NULL,
    block TEXT,
    start INTEGER,
    stop INTEGER,
    words_start INTEGER,
    words_stop INTEGER,
    parent TEXT,
    author TEXT,
    time TEXT,
    subject TEXT,
    url TEXT,
    votes INTEGER,
    missing INTEGER NOT NULL,
    stance TEXT,
    quotations TEXT NOT NULL,
    confidence REAL NOT NULL,
    PRIMARY KEY (page, position)
) STRICT;

CREATE TABLE citations (
    page TEXT NOT NULL REFERENCES pages(id),
    position INTEGER NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    url TEXT NOT NULL,
    text TEXT NOT NULL,
    shortened INTEGER NOT NULL,
    PRIMARY KEY (page, position)
) STRICT;

CREATE VIEW who_says_what AS
SELECT page, pages.title, attributions.id, speaker, affiliation, stance,
    (SELECT group_concat(substr(text, value ->> 0 + 1, (value ->> 1) - (value ->> 0)), ' … ')
        FROM json_each(source)) AS source,
    (SELECT group_concat(substr(text, value ->> 0 + 1, (value ->> 1) - (value ->> 0)), ' … ')
        FROM json_each(content)) AS content,
    confidence
FROM attributions JOIN pages ON pages.id = attributions.page;
"""

SEARCH = """
CREATE VIRTUAL TABLE page_search USING fts5(
    title, text, content='pages', content_rowid='number', tokenize='porter unicode61 remove_diacritics 2'
);

CREATE TRIGGER page_search_gains AFTER INSERT ON pages BEGIN
    INSERT INTO page_search(rowid, title, text) VALUES (new.number, new.title, new.text);
END;

CREATE TRIGGER page_search_loses AFTER DELETE ON pages BEGIN
    INSERT INTO page_search(page_search, rowid, title, text)
    VALUES ('delete', old.number, old.title, old.text);
END;

CREATE TRIGGER page_search_changes AFTER UPDATE OF number, title, text ON pages BEGIN
    INSERT INTO page_search(page_search, rowid, title, text)
    VALUES ('delete', old.number, old.title, old.text);
    INSERT INTO page_search(rowid, title, text) VALUES (new.number, new.title, new.text);
END;
"""
