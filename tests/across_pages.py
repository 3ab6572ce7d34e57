"""Pages for these tests, each made of a text and of who speaks on it."""

from __future__ import annotations

from sayso.model import Attribution, Page, Speaker, SpeakerKind
from sayso.sources.across import Decision, Index, Source, gather

STORY = "Divers from Calderhead found the ferry Petrel off Gannet Rock; the skipper Tolliver is safe."
"""Names that tell a story: two pages that have them are about the same."""

OTHER = "The Orlanese poet Ysolde Marren read from Tidewrack at the Kestrel Theatre, said Bellweather."


def person(name: str, role: str | None = None, affiliation: str | None = None) -> Speaker:
    return Speaker(name, "person", role, affiliation)


def body(name: str, kind: SpeakerKind = "organization") -> Speaker:
    return Speaker(name, kind)


def unnamed(role: str = "official", affiliation: str | None = None) -> Speaker:
    return Speaker(None, "unnamed", role, affiliation)


def page(
    id: str, *speakers: Speaker, text: str = "", url: str | None = None, outlet: str | None = None
) -> Page:
    """A page on which ``speakers`` speak, in the attributions "0", "1" and so on."""
    words = " ".join(speaker.name or speaker.role or "someone" for speaker in speakers)
    spoken = [
        Attribution(str(number), ((0, len(words)),), (), ((0, len(words)),), speaker=speaker)
        for number, speaker in enumerate(speakers)
    ]
    return Page(id, f"{words}\n{text}", url=url, outlet=outlet, attributions=tuple(spoken))


def index(*pages: Page, decisions: tuple[Decision, ...] = ()) -> Index:
    return Index(gather(pages, decisions))


def source(found: Index, page: str, attribution: str = "0") -> Source:
    id = found.source_of(page, attribution)
    assert id is not None
    return found.by_id[id]


def one(found: Index, *pages: str) -> bool:
    """Whether whoever speaks first on each of ``pages`` is one source."""
    return len({found.source_of(page, "0") for page in pages}) == 1
