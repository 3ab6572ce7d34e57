"""What a case's pages are to each other: their sources, what they copied, their stories and claims."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from sayso.case import Case
from sayso.case.relations import (
    Row,
    copy_from,
    copy_rows,
    mention_rows,
    reference_from,
    reference_rows,
    source_rows,
    sources_from,
)
from sayso.claims.grouping import Claim, claims_in
from sayso.claims.meaning import encode, features, stories
from sayso.claims.statements import Statement, statements
from sayso.model import Page
from sayso.provenance.copies import Signature, copies, signature
from sayso.provenance.references import references
from sayso.provenance.trail import Copy, Reference
from sayso.sources.across import Decision, Index, gather

_KEPT = 256
_FEWEST = 2


def relate(case: Case, told: Callable[[str], None] = lambda step: None) -> None:
    """Compute again what rests on all pages of ``case`` together, if pages or decisions changed since.

    ``told`` is called with each step before it begins. When it returns the case holds sources, copies,
    links between pages, stories and claims; trails are left to be traced when somebody asks for them.
    """
    if set(case.stale()) <= {"trails"}:
        return
    mark = case.fingerprint()
    told("sources")
    seen = _Seen()
    sources = gather(seen.looking_at(case.pages()), decided(case))
    told("copies")
    page_of = lru_cache(maxsize=_KEPT)(case.page)
    copied = copies(seen.signatures, page_of)
    linked = references(seen.linking)
    told("claims")
    about = seen.about
    story = stories(about.items())
    claims, stated = _claims(case.page, story)
    case.replace_derived(
        {
            "sources": source_rows(sources),
            "mentions": mention_rows(sources),
            "page_features": (
                {"page": id, "features": blob, "story": story[id]} for id, blob in about.items()
            ),
            "claims": claims,
            "statements": stated,
            "copies": copy_rows(copied),
            "page_references": reference_rows(linked),
            "trails": (),
        },
        computed_from=mark,
    )


def decided(case: Case) -> list[Decision]:
    """What people decided of sources: two are the same, or apart."""
    found: list[Decision] = []
    for one in case.decisions_in_force():
        if one.kind == "same source":
            found.append(("same", _party(one.payload["one"]), _party(one.payload["other"])))
        elif one.kind == "other source":
            found.append(("apart", _party(one.payload["one"]), _party(one.payload["other"])))
    return found


def index_of(case: Case) -> Index:
    """The sources of a case, as they were last computed."""
    return Index(sources_from(case.derived("sources"), case.derived("mentions")))


def copies_of(case: Case) -> tuple[Copy, ...]:
    """What the pages of a case have of each other's words, as it was last computed."""
    return tuple(map(copy_from, case.derived("copies")))


def references_of(case: Case) -> tuple[Reference, ...]:
    """The links between the pages of a case, as they were last computed."""
    return tuple(map(reference_from, case.derived("page_references")))


def _party(value: str | Sequence[str]) -> str | tuple[str, str]:
    return value if isinstance(value, str) else (value[0], value[1])


@dataclass(slots=True)
class _Seen:
    """What is kept of each page as all of them go by once, so that none is taken from the file again."""

    signatures: list[Signature] = field(default_factory=list)
    linking: list[Page] = field(default_factory=list)
    about: dict[str, bytes] = field(default_factory=dict)

    def looking_at(self, pages: Iterable[Page]) -> Iterator[Page]:
        for page in pages:
            self.signatures.append(signature(page))
            self.linking.append(_bare(page))
            self.about[page.id] = features(page)
            yield page


def _bare(page: Page) -> Page:
    """The page without what links do not need, so that many fit in memory."""
    article = page.article
    return Page(page.id, "", url=page.url, citations=article.citations)


def _claims(page_of: Callable[[str], Page], story: dict[str, str]) -> tuple[list[Row], list[Row]]:
    members: defaultdict[str, list[str]] = defaultdict(list)
    for id, head in story.items():
        members[head].append(id)
    claims: list[Row] = []
    stated: list[Row] = []
    for head, ids in sorted(members.items()):
        if len(ids) < _FEWEST:
            continue
        pages = {id: page_of(id) for id in sorted(ids)}
        said = [one for page in pages.values() for one in statements(page)]
        for claim in claims_in(said, encode([one.text for one in said])):
            if len(claim.pages) >= _FEWEST:
                row = _claim_row(claim, head, pages)
                claims.append(row)
                stated += _statement_rows(row["id"], [said[n] for n in claim.statements])
    return claims, stated


def _claim_row(claim: Claim, story: str, pages: dict[str, Page]) -> Row:
    times = sorted(time for id in claim.pages if (time := pages[id].published))
    id = hashlib.sha256("\x1f".join((story, claim.text)).encode()).hexdigest()[:10]
    first = times[0] if times else None
    return {"id": id, "text": claim.text, "story": story, "reports": len(claim.pages), "first_seen": first}


def _statement_rows(claim: str, some: Iterable[Statement]) -> Iterator[Row]:
    for one in some:
        yield {
            "claim": claim,
            "page": one.page,
            "attribution": one.attribution,
            "kind": one.kind,
            "spans": one.spans,
            "text": one.text,
        }
