"""The rules by which two ends of trails are one origin, each a function that says which, and why.

They are tried on every claim, and each merger keeps the words it rests on; docs/independence.md argues
for each. Two rules need no function here: "same source" is how sources are told (voices), and "names its
source" is how trails are followed (trails).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from sayso.model import Span
from sayso.provenance.trail import Copy, Link

from .graph import FEWEST_WORDS
from .ground import Ground, Merger
from .names import keys_of
from .passing import passed_on, same_picture
from .paths import Path, each


def same_organization(ground: Ground) -> Iterator[Merger]:
    """An organization and all who speak for it say one thing, on one authority."""
    words: dict[int, Link] = {}
    for path in each(ground.paths):
        for link, voice in zip(path.links, path.voices, strict=True):
            if link.speaks_for:
                words.setdefault(voice, link)
    for voice in ground.ends:
        source = ground.voices.all[voice]
        for organization in source.speaks_for:
            text = f"{source.name} speaks for {ground.voices.all[organization].name}"
            shown = words.get(voice)
            where = (shown.page, shown.spans) if shown else (None, ())
            yield Merger("same organization", organization, voice, text, *where)


def same_words(ground: Ground) -> Iterator[Merger]:
    """Where one page has another's words about an unnamed source, that of both is one."""
    unnamed = _unnamed(ground)
    for copy in ground.evidence.copies:
        some = [path for path in unnamed[copy.page] if _copied(copy, path)]
        for path, other in _alike(some, unnamed[copy.source]):
            text = f"pages {copy.page} and {copy.source} have the same {copy.words} words"
            spans = tuple(passage.span for passage in copy.passages)
            if not _of_two_houses(ground, path.last, other.last):
                yield Merger("same words", other.last, path.last, text, copy.page, spans)


def same_go_between(ground: Ground) -> Iterator[Merger]:
    """An unnamed source that several pages have from one outlet is that outlet's one source."""
    through: defaultdict[tuple[int, str], list[Path]] = defaultdict(list)
    for page, paths in _unnamed(ground).items():
        for path in paths:
            outlet = path.voices[-2] if len(path.voices) > 1 else ground.voices.outlet(page)
            if outlet is not None and ground.voices.all[outlet].publishes:
                through[outlet, page].append(path)
    first: dict[int, list[Path]] = {}
    for (outlet, _), paths in through.items():
        for path, other in _alike(paths, first.setdefault(outlet, paths)):
            text = f"both are the source that {ground.voices.all[outlet].name} does not name"
            if not _of_two_houses(ground, path.last, other.last):
                yield Merger("same go-between", other.last, path.last, text, path.page, path.links[-1].spans)


RULES = (same_organization, same_words, same_go_between, passed_on, same_picture)
"""In this order: what is certain first, so that no doubtful rule is named where a certain one holds."""


def _unnamed(ground: Ground) -> defaultdict[str, list[Path]]:
    """The paths of each page that end with an unnamed source."""
    found: defaultdict[str, list[Path]] = defaultdict(list)
    for path in each(ground.paths):
        if not ground.voices.all[path.last].known:
            found[path.page].append(path)
    return found


def _alike(some: list[Path], others: list[Path]) -> Iterator[tuple[Path, Path]]:
    """Those of two pages that are one: the only one of each, or else those under the same name."""
    if len({path.last for path in some}) == len({path.last for path in others}) == 1:
        yield some[0], others[0]
        return
    named = {keys_of(path.links[-1].name): path for path in others}
    for path in some:
        if other := named.get(keys_of(path.links[-1].name)):
            yield path, other


def _copied(copy: Copy, path: Path) -> bool:
    """Whether the words that name the source are among those copied, as far as both are known."""
    if copy.words < FEWEST_WORDS:
        return False
    spans, passages = path.links[-1].spans, [passage.span for passage in copy.passages]
    return not spans or not passages or any(_overlap(one, other) for one in spans for other in passages)


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _of_two_houses(ground: Ground, one: int, other: int) -> bool:
    first, second = (set(ground.voices.all[voice].speaks_for) for voice in (one, other))
    return bool(first and second and not first & second)
