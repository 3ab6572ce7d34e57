"""What in a story shows whether it asserts a claim, denies it, or reports it without doing either."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.attribution.prose import paragraphs, quotations, sentences
from sayso.attribution.spans import merged, near, shared, trimmed
from sayso.model import Attribution, Page, Span, SpeakerKind, Stance

_TOKEN = re.compile(r"\w+(?:'\w+)*|[?!]")
_STRAIGHT = str.maketrans("’‘“”", "''\"\"")
_COMMON = frozenset(
    """the a an of to in on at is are was were be been and or for with that this it its as by from has have
    had will he she they his her""".split()
)
_KINDS = {
    "refute": """hoax hoaxes hoaxed fake fakes faked fakery false falsely debunk debunks debunked debunking
        untrue bogus satire satirical spoof parody fabricated fictional fiction myth fooled duped
        misleading misled incorrect inaccurate erroneous wrong mistaken retracted retraction
        correction withdrawn prank staged photoshopped unfounded baseless lie lies disproved refuted
        refutes refute""",
    "deny": """denies denied deny denying denial rejected rejects dismissed dismisses dismiss disputed
        disputes contradicted contradicts""",
    "not": """not no never none nothing without cannot isn't wasn't aren't weren't didn't doesn't don't
        won't wouldn't hasn't haven't hadn't can't couldn't""",
    "truth": "actually really true real truth fact reality turns turned despite but however",
    "hedge": """reportedly allegedly alleged apparently apparent supposedly supposed purportedly purported
        purports suspected unconfirmed unverified seems seem seemingly appears appeared appear
        probably perhaps possibly maybe believed thought""",
    "modal": "may might could would",
    "rumour": """rumor rumors rumored rumour rumours rumoured speculation speculated gossip buzz whispers
        leak leaked""",
    "claim": "claim claims claimed claiming alleges alleging accused accuses accusation",
    "report": "report reports reported reporting according sources source told cited citing newspaper",
    "say": "said says say saying told tells added",
    "confirm": """confirmed confirms confirm confirming confirmation official officially verified verify
        authenticity authentic independently""",
    "unsure": """unclear unknown investigating investigation investigate whether if cannot yet doubt doubts
        skeptical sceptical question questions""",
    "announce": "announced announces announcement statement revealed reveals showed shows admitted",
    "media": """video photo image images photos footage picture pictures youtube posted viral facebook
        twitter instagram""",
    "plan": "will plans planning expected likely talks deal upcoming",
    "web": "website site blog internet online story article viral shared",
    "asks": "?",
    "calls": "!",
}
_LEXICA = {kind: frozenset(words.split()) for kind, words in _KINDS.items()}
_AGAINST = ("refute", "deny", "not", "truth")
_STANCES: tuple[Stance, ...] = (
    "denies", "doubts", "confirms", "believes", "asks", "expects", "says", "finds",
)  # fmt: skip
_SPEAKERS: tuple[SpeakerKind, ...] = ("person", "organization", "outlet", "unnamed", "group", "document")
_LONGEST = 40_000
"""Characters of a page that are looked at; what it thinks of a claim it says before that."""


@dataclass(frozen=True, slots=True)
class Told:
    """A page as the signs need it: its sentences' spans and words, and its attributions."""

    spans: tuple[Span, ...]
    words: tuple[tuple[str, ...], ...]
    attributions: tuple[Attribution, ...]


def told(page: Page) -> Told:
    """The sentences of a page's article, the headline aside."""
    article = page.article
    stretches = [span for span in paragraphs(article) if span[0] < _LONGEST]
    found = sentences(article.text, stretches, quotations(article.text, stretches))
    spans = [trimmed(article.text, span) for span in found]
    both = [(span, tokens(article.text[slice(*span)])) for span in spans]
    kept = [(span, words) for span, words in both if words]
    return Told(tuple(s for s, _ in kept), tuple(w for _, w in kept), article.attributions)


def tokens(text: str) -> tuple[str, ...]:
    """Lower-case words and question and exclamation marks."""
    return tuple(_TOKEN.findall(text.translate(_STRAIGHT).lower()))


def signs(claim: str, page: Told) -> dict[str, float]:
    """Numbers by name, in a fixed order: words of each kind in parts of the page, and who is quoted there.

    Words of the claim itself do not count. If the claim itself refutes ("no shark was seen"), what speaks
    against it is given with its sign turned as well.
    """
    asked = tokens(claim)
    key = frozenset(_stem(word) for word in asked if word not in _COMMON)
    likeness = [len(key & {_stem(word) for word in words}) / max(1, len(key)) for words in page.words]
    order = sorted(range(len(likeness)), key=lambda n: (-likeness[n], n))
    close = [n for n in order if likeness[n] >= 0.5][:6] or order[:1]
    parts = _parts(page.words, order, close)
    found = {name: number for part, words in parts.items() for name, number in _of_part(part, words, key)}
    found |= dict(_of_related(page.words, likeness, key))
    found |= dict(_of_place(likeness, order))
    found |= dict(_of_quoted(page, [page.spans[n] for n in close]))
    turned = -1.0 if any(map(_speaks_against, asked)) else 1.0
    found["turned"] = turned
    for part in ("lead", "near", "best", "all"):
        found |= {f"{part}.{kind}.turned": turned * found[f"{part}.{kind}"] for kind in _AGAINST}
    return found


def _stem(word: str) -> str:
    for end in ("ing", "ed", "es", "s", "'s"):
        if word.endswith(end) and len(word) - len(end) >= 3:
            return word[: -len(end)]
    return word


def _speaks_against(word: str) -> bool:
    return word.endswith("n't") or any(word in _LEXICA[kind] for kind in ("refute", "deny", "not"))


def _parts(
    words: Sequence[Sequence[str]], order: Sequence[int], close: Sequence[int]
) -> dict[str, list[str]]:
    beside = sorted({m for n in close for m in (n - 1, n + 1) if 0 <= m < len(words)} - set(close))
    everything = range(len(words))
    places = {"lead": everything[:2], "near": close, "best": order[:1], "around": beside}
    places |= {"end": everything[-3:], "all": everything}
    return {part: [word for n in some for word in words[n]] for part, some in places.items()}


def _of_part(part: str, words: Sequence[str], key: frozenset[str]) -> Iterable[tuple[str, float]]:
    own = words if part == "all" else [word for word in words if _stem(word) not in key]
    count = Counter(own)
    for kind, lexicon in _LEXICA.items():
        number = sum(count[word] for word in lexicon)
        yield f"{part}.{kind}", math.log1p(number)
        if part == "all":
            yield f"all.{kind}.rate", min(0.1, number / max(20, len(words))) * 30
    yield f"{part}.length", math.log1p(len(words))
    yield f"{part}.likeness", len({_stem(word) for word in words} & key) / max(1, len(key))


def _of_related(
    words: Sequence[Sequence[str]], likeness: Sequence[float], key: frozenset[str]
) -> Iterable[tuple[str, float]]:
    """In how many of the sentences that touch on the claim there are words of each kind."""
    related = [{w for w in words[n] if _stem(w) not in key} for n in range(len(words)) if likeness[n] >= 0.3]
    for kind in ("refute", "deny", "not", "hedge", "rumour", "claim", "report", "confirm", "modal", "unsure"):
        number = sum(not some.isdisjoint(_LEXICA[kind]) for some in related)
        yield f"related.{kind}.share", number / max(1, len(related))
        yield f"related.{kind}", math.log1p(number)


def _of_place(likeness: Sequence[float], order: Sequence[int]) -> Iterable[tuple[str, float]]:
    yield "likest", max(likeness, default=0.0)
    yield "like", math.log1p(sum(one >= 0.5 for one in likeness))
    yield "place", math.log1p(order[0]) if order else 0.0


def _of_quoted(page: Told, close: Sequence[Span]) -> Iterable[tuple[str, float]]:
    """Who is quoted, on the page and where the claim is spoken of, and how much is others' words."""
    spans = sorted(close)
    touching = [one for one in page.attributions if any(near(span, spans) for span in one.content)]
    for part, some in (("quoted", page.attributions), ("quoted near", touching)):
        number = max(1, len(some))
        stances, speakers = (
            Counter(a.stance for a in some),
            Counter(a.speaker and a.speaker.kind for a in some),
        )
        yield from ((f"{part}.{stance}", stances[stance] / number) for stance in _STANCES)
        yield from ((f"{part}.{stance}.any", float(stances[stance] > 0)) for stance in _STANCES)
        yield from ((f"{part}.{kind}", speakers[kind] / number) for kind in _SPEAKERS)
        yield from ((f"{part}.{kind}.any", float(speakers[kind] > 0)) for kind in _SPEAKERS)
        yield f"{part}.hedged", sum(bool(one.hedges) for one in some) / number
        yield f"{part}.negated", sum(one.negated for one in some) / number
        yield f"{part}.deep", sum(len(one.chain) > 1 for one in some) / number
    covered = merged(span for one in page.attributions for span in one.content)
    for part, stretch in (
        ("near", spans),
        ("best", close[:1]),
        ("lead", page.spans[:2]),
        ("all", page.spans),
    ):
        inside = sum(end - start for span in stretch for start, end in shared(span, covered))
        yield f"{part}.in others' words", inside / max(1, sum(end - start for start, end in stretch))
