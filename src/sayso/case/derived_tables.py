"""Tables of a case with what was computed from pages and decisions together: sources, claims, trails."""

from __future__ import annotations

DERIVED_TABLES = """
CREATE TABLE computed (
    relation TEXT PRIMARY KEY,
    computed_from TEXT NOT NULL,
    time TEXT NOT NULL
) STRICT;

CREATE TABLE sources (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    names TEXT NOT NULL,
    roles TEXT NOT NULL,
    affiliations TEXT NOT NULL,
    speaks_for TEXT NOT NULL,
    domain TEXT,
    agency INTEGER NOT NULL,
    reasons TEXT NOT NULL
) STRICT;

CREATE TABLE mentions (
    source TEXT NOT NULL REFERENCES sources(id) ON DELETE CASCADE,
    page TEXT NOT NULL REFERENCES pages(id),
    attribution TEXT
) STRICT;

CREATE INDEX mentions_by_source ON mentions(source);
CREATE INDEX mentions_by_page ON mentions(page, attribution);

CREATE TABLE page_features (
    page TEXT PRIMARY KEY REFERENCES pages(id),
    features BLOB NOT NULL,
    story TEXT NOT NULL
) STRICT;

CREATE INDEX page_features_by_story ON page_features(story);

CREATE TABLE claims (
    id TEXT PRIMARY KEY,
    text TEXT NOT NULL,
    story TEXT NOT NULL,
    reports INTEGER NOT NULL,
    first_seen TEXT
) STRICT;

CREATE TABLE statements (
    claim TEXT NOT NULL REFERENCES claims(id) ON DELETE CASCADE,
    page TEXT NOT NULL REFERENCES pages(id),
    attribution TEXT,
    kind TEXT NOT NULL,
    spans TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT;

CREATE INDEX statements_by_claim ON statements(claim);
CREATE INDEX statements_by_page ON statements(page);

CREATE TABLE copies (
    page TEXT NOT NULL REFERENCES pages(id),
    source_page TEXT NOT NULL REFERENCES pages(id),
    words INTEGER NOT NULL,
    quoted INTEGER NOT NULL,
    credited INTEGER NOT NULL,
    agency TEXT,
    passages TEXT NOT NULL,
    confidence REAL NOT NULL DEFAULT 1.0,
    PRIMARY KEY (page, source_page)
) STRICT;

CREATE INDEX copies_by_source_page ON copies(source_page);

CREATE TABLE page_references (
    page TEXT NOT NULL REFERENCES pages(id),
    to_page TEXT NOT NULL REFERENCES pages(id),
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    confidence REAL NOT NULL DEFAULT 1.0
) STRICT;

CREATE INDEX page_references_by_page ON page_references(page);
CREATE INDEX page_references_by_to_page ON page_references(to_page);

CREATE TABLE trails (
    claim TEXT PRIMARY KEY REFERENCES claims(id) ON DELETE CASCADE,
    independent_origins INTEGER NOT NULL,
    independent_denials INTEGER NOT NULL,
    trail TEXT NOT NULL
) STRICT;
"""
