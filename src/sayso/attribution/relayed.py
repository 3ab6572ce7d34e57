"""Let a report that goes on, sentence after sentence, stay with its source.

"The ministry reported that a plot was under way. Eight canisters had been delivered." In a stretch that
an outlet was given the word for, nothing is the page's own: a sentence there without a source of its
own goes on with the report before it in its paragraph.
"""

from __future__ import annotations

import dataclasses
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence

from sayso.attribution.cues import stance_and_negation
from sayso.attribution.prose import quotations, sentences
from sayso.attribution.spans import merged, near, trimmed
from sayso.model import Attribution, Page, Span

DOUBT = 0.6
"""What is left of the first sentence's confidence for those that go on with it: the page does not say so."""
OPENING = 26
"""A source this many characters into a sentence still opens it: "Earlier on Wednesday, the ..."."""
REPORTING = frozenset({"says", "confirms", "warns", "accuses", "finds"})


def with_relayed(page: Page, attributions: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """The attributions, with one more for each run of sentences that goes on with a report in a scope.

    It has the source and cue of the report it goes on with, the sentences as its content, and less
    confidence; new ones are called "r0", "r1", ...
    """
    reports: dict[str | None, list[Attribution]] = defaultdict(list)
    for a in sorted((a for a in attributions if a.within == "scope"), key=_cue_place):
        reports[a.parent].append(a)
    stretches = [(a.id, span) for a in attributions if a.id in reports for span in a.content]
    taken = merged(span for a in attributions if a.id not in reports for span in (*a.cue, *a.content))
    added: list[Attribution] = []
    for scope, stretch in stretches:
        for report, run in _runs(page.text, stretch, reports[scope], taken):
            added.append(_going_on(f"r{len(added)}", report, run))
    return attributions + tuple(added)


def _cue_place(attribution: Attribution) -> int:
    return attribution.cue[0][0] if attribution.cue else -1


def _runs(
    text: str, stretch: Span, reports: Sequence[Attribution], taken: Sequence[Span]
) -> Iterator[tuple[Attribution, Span]]:
    """Each of the ``reports``, sorted by cue, with the sentences of the stretch that go on with it."""
    report: Attribution | None = None
    run: Span | None = None
    for start, end in sentences(text, [stretch], quotations(text, [stretch])):
        if report is not None and not near((start, end), taken):
            run = (run[0] if run else start, end)
            continue
        if report is not None and run is not None:
            yield report, trimmed(text, run)
        first, last = (bisect_left(reports, place, key=_cue_place) for place in (start, end))
        own = reports[first:last]
        report, run = (own[0] if len(own) == 1 and _is_report(text, own[0], start) else None), None
    if report is not None and run is not None:
        yield report, trimmed(text, run)


def _is_report(text: str, attribution: Attribution, start: int) -> bool:
    """Whether the sentence from ``start`` on opens with its source, who reports something as a fact."""
    stance, negated = stance_and_negation(text, attribution)
    opens = bool(attribution.source) and attribution.source[0][0] - start < OPENING
    return opens and stance in REPORTING and not negated


def _going_on(identity: str, report: Attribution, run: Span) -> Attribution:
    confidence = round(report.confidence * DOUBT, 3)
    return dataclasses.replace(report, id=identity, content=(run,), hedges=(), confidence=confidence)
