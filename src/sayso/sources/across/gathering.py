"""Gather the sources of many pages: each person, organization and outlet once, under all its names."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import cast

from sayso.model import Page, SpeakerKind
from sayso.sources.names import is_acronym
from sayso.sources.roles import role_words

from .bodies import settle_bodies
from .context import ties_by_context
from .deciding import decide
from .identity import identify
from .joining import Joined
from .outlets import BUILT_IN, Table
from .seen import Counts, Keys, Seen, digest
from .source import Decision, Merge, Source
from .stories import Stories
from .ties import Tie, ties_by_name

_SPEAKING = frozenset(
    "spokesperson ambassador minister premier president head chair secretary commissioner governor mayor "
    "representative official commander general chancellor leader authorities".split()
)
"""Roles in which one speaks for a body, as :func:`role_words` gives them; a mere member does not."""


def gather(
    pages: Iterable[Page], decisions: Sequence[Decision] = (), table: Table = BUILT_IN
) -> tuple[Source, ...]:
    """The sources of ``pages``, whose ids differ, in the order of their names.

    ``decisions`` are in the order in which they were made; they hold over all that the pages tell. The
    answer does not depend on the order of pages. Two sources without a name are one only by decision.
    """
    keys = Keys()
    digests = {one.page: one for one in (digest(page, table, keys) for page in pages)}
    found = sorted((one for part in digests.values() for one in part.seen), key=lambda one: one.place)
    seen = settle_bodies(found, table)
    joined = Joined(seen)
    told_apart = decide(seen, joined, decisions)
    stories = Stories({page: part.telling for page, part in digests.items()})
    explained = {page: part.explained for page, part in digests.items()}
    joined.join((*ties_by_name(seen, explained, stories), *ties_by_context(seen, stories, keys, told_apart)))
    return _sources(seen, joined, keys)


def _sources(seen: Sequence[Seen], joined: Joined, keys: Keys) -> tuple[Source, ...]:
    clusters = {root: [seen[number] for number in numbers] for root, numbers in joined.clusters().items()}
    best = {root: _best(members) for root, members in clusters.items()}
    ids = identify({root: [one for one in clusters[root] if one.key == best[root].key] for root in clusters})
    bodies = {
        (one.page, one.key): ids[root] for root, members in clusters.items() for one in members if one.key
    }
    merges: dict[int, list[Merge]] = defaultdict(list)
    for tie in joined.ties:
        merges[joined.root(tie.one)].append(_merge(seen, tie))
    found = []
    for root, members in clusters.items():
        spoken_for = {bodies[one.page, keys[body]] for one in members for body in _spoken_for(one)}
        found.append(_source(ids[root], best[root], members, spoken_for - {ids[root]}, merges[root]))
    return tuple(sorted(found, key=lambda one: (not one.names, keys[one.name] if one.names else (), one.id)))


def _best(members: Sequence[Seen]) -> Seen:
    """Whose name the source goes by: a whole name rather than a short form, then what most pages have."""
    if len(members) == 1:
        return members[0]
    pages = Counter(one.key for one in members)
    return max(members, key=lambda one: (one.whole, not is_acronym(one.name), pages[one.key], one.place))


def _source(
    id: str, best: Seen, members: Sequence[Seen], spoken_for: set[str], merges: list[Merge]
) -> Source:
    outlet = next((one.outlet for one in members if one.outlet), None)
    kinds = _commonest([one.kinds for one in members])
    same = _commonest([one.names for one in members if one.key == best.key])
    return Source(
        id=id,
        name=outlet.name if outlet else same[0] if same else best.name,
        kind="outlet" if outlet else cast(SpeakerKind, kinds[0]) if kinds else best.kind,
        names=_commonest([one.names for one in members]),
        roles=_commonest([one.roles for one in members]),
        affiliations=_commonest([one.affiliations for one in members]),
        speaks_for=tuple(sorted(spoken_for)),
        mentions=tuple(sorted((one.page, mention) for one in members for mention in one.mentions)),
        published=tuple(sorted(one.page for one in members if one.publishes)),
        domain=outlet.domains[0] if outlet and outlet.domains else None,
        agency=outlet is not None and outlet.kind == "agency",
        merges=tuple(merges),
    )


def _commonest(counts: Sequence[Counts]) -> tuple[str, ...]:
    some = [count for count in counts if count]
    if len(some) == 1 == len(some[0]):
        return tuple(some[0])
    total: Counter[str] = Counter()
    for count in some:
        total.update(count)
    return tuple(sorted(total, key=lambda name: (-total[name], name)))


def _spoken_for(one: Seen) -> Iterable[str]:
    """The bodies on the page that a source speaks for: a document for whoever issued it, too."""
    if not one.affiliations:
        return ()
    speaks = one.kind == "document" or any(role_words(role) & _SPEAKING for role in one.roles)
    return one.affiliations if speaks else ()


def _merge(seen: Sequence[Seen], tie: Tie) -> Merge:
    one, other = seen[tie.one], seen[tie.other]
    left, right = (one.page, one.name), (other.page, other.name)
    return Merge(tie.rule, left, right, tie.text, tie.page, tie.spans, tie.confidence)
