"""The details of a statement on which reports differ: numbers, names, places, days, negation and hedges."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from sayso.attribution.hedging import hedges
from sayso.claims.quantities import Quantity, quantities
from sayso.model import Attribution, Span
from sayso.sources.lexicon import FUNCTION_WORDS, TITLES
from sayso.sources.names import GIVEN_NAMES, plain

DetailKind = Literal["number", "name", "place", "day", "negation", "hedge"]

_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_DAY = re.compile(
    rf"""\b(?:(?P<weekday>(?:mon|tues|wednes|thurs|fri|satur|sun)day)s?
    |(?P<month>{_MONTHS})(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?\.?\s(?P<date>[0-3]?\d)(?!\d)(?:st|nd|rd|th)?
    |(?P<before>[0-3]?\d)(?:st|nd|rd|th)?\s(?P<after>{_MONTHS})(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?
    |(?P<year>(?:19|20)\d\d)(?![\w%])
    |(?P<hour>[01]?\d)(?:[:.](?P<minute>[0-5]\d))?\s?(?P<half>[ap])\.?m
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_NOT = re.compile(
    r"\b(?:not|never|no|none|nobody|nothing|neither|nor|cannot|without|\w+n['’]t)\b(?!\s(?:only|just|least|doubt))",
    re.IGNORECASE,
)
_AREA = re.compile(
    r"""\b(?:village|town|city|suburb|neighbou?rhood|district|county|province|region|state|country|island|port
    |harbou?r|airport|border|camp|hospital|prison|school|hotel|street|square)\b(?!['’])""",
    re.IGNORECASE | re.VERBOSE,
)
_NAME = re.compile(
    r"(?<![\w'’-])(?:[^\W\d_a-z][\w'’.-]*)(?:\s(?:(?:of|de|bin|al|van|von)\s)?[^\W\d_a-z][\w'’.-]*){0,5}"
)
_BEFORE = re.compile(r"(\w+)\s(?:the\s)?\Z")
_WHERE = frozenset("in at near from to of outside around across off into".split())
_LONG = re.compile(r"[^\W\d_]{4,}")
_SHOUTED = 0.6
"""The share of capitals from which a headline's capitals tell no names."""


@dataclass(frozen=True, slots=True)
class Detail:
    """One detail: its ``words`` at ``span`` of the text it was found in, and the ``value`` they stand for.

    ``slot`` is what it is a detail of: what a number counts, the preposition before a name ("first" if
    the text begins with it), the unit of a day. Two details of one kind and slot are versions
    of the same thing.
    """

    kind: DetailKind
    words: str
    span: Span
    value: str
    slot: str = ""
    quantity: Quantity | None = None


@dataclass(frozen=True, slots=True)
class Agreement:
    """How two statements of one meaning compare: pairs that agree and that differ, and what one lacks."""

    agree: tuple[tuple[Detail, Detail], ...]
    differ: tuple[tuple[Detail, Detail], ...]
    only_first: tuple[Detail, ...]
    only_second: tuple[Detail, ...]


def details(text: str) -> tuple[Detail, ...]:
    """The details of a statement's text, in order; spans are ``[start, end)`` in ``text``.

    In a headline that writes most words with capitals no names are told apart.
    """
    days = list(_days(text))
    found = [*days, *_numbers(text, days), *_names(text, days), *_areas(text)]
    found += [Detail("negation", one[0], one.span(), "not") for one in _NOT.finditer(text)]
    found += [Detail("hedge", text[slice(*span)], span, text[slice(*span)].lower()) for span in _hedges(text)]
    return tuple(sorted(found, key=lambda one: (one.span, one.kind)))


def agreement(first: str, second: str) -> Agreement:
    """Which details of two texts that say the same agree, which differ, and which only one has.

    A number agrees or differs only with one that counts the same; a name agrees with any words of it
    in the other text, and differs from a name after the same preposition.
    """
    mine, theirs = details(first), details(second)
    agree = list(_pairs(mine, theirs, _alike))
    left, right = _rest(mine, (a for a, _ in agree)), _rest(theirs, (b for _, b in agree))
    left = [one for one in left if not _within(one, second)]
    right = [one for one in right if not _within(one, first)]
    differ = list(_pairs(left, right, _versions))
    return Agreement(
        tuple(agree),
        tuple(differ),
        tuple(_rest(left, (a for a, _ in differ))),
        tuple(_rest(right, (b for _, b in differ))),
    )


def _pairs(
    first: Iterable[Detail], second: Iterable[Detail], fit: Callable[[Detail, Detail], bool]
) -> Iterator[tuple[Detail, Detail]]:
    """Each detail with the first of the others that fits it and is still free."""
    free = list(second)
    for one in first:
        other = next((b for b in free if fit(one, b)), None)
        if other is not None:
            free.remove(other)
            yield one, other


def _rest(some: Iterable[Detail], without: Iterable[Detail]) -> list[Detail]:
    gone = {id(one) for one in without}
    return [one for one in some if id(one) not in gone]


def _alike(one: Detail, other: Detail) -> bool:
    if one.quantity and other.quantity:
        uncounted = not one.quantity.units and not other.quantity.units
        return (uncounted or one.quantity.same_kind(other.quantity)) and one.quantity.agrees(other.quantity)
    if one.kind != other.kind or (one.kind == "day" and one.slot != other.slot):
        return False
    if one.kind == "name":
        return not set(one.value.split()).isdisjoint(other.value.split())
    return one.value == other.value


def _versions(one: Detail, other: Detail) -> bool:
    """Whether the two say something different of the same thing."""
    if one.quantity and other.quantity:
        return one.quantity.same_kind(other.quantity)
    if one.kind != other.kind or one.kind in ("hedge", "negation"):
        return False
    if one.kind == "name" and one.slot == "first":
        return False
    return one.slot == other.slot and bool(one.slot or one.kind == "place")


def _within(one: Detail, text: str) -> bool:
    """Whether a name stands in the other text after all, perhaps without its capitals."""
    if one.kind != "name":
        return False
    return any(re.search(rf"\b{re.escape(word)}", text, re.IGNORECASE) for word in one.value.split())


def _days(text: str) -> Iterator[Detail]:
    for one in _DAY.finditer(text):
        if one["weekday"]:
            yield Detail("day", one[0], one.span(), one["weekday"].lower(), "weekday")
        elif one["year"]:
            yield Detail("day", one[0], one.span(), one["year"], "year")
        elif one["hour"]:
            value = f"{int(one['hour'])}:{one['minute'] or '00'}{one['half'].lower()}"
            yield Detail("day", one[0], one.span(), value, "hour")
        else:
            month, date = (one["month"] or one["after"]).lower(), int(one["date"] or one["before"])
            yield Detail("day", one[0], one.span(), f"{month} {date}", "date")


def _numbers(text: str, days: list[Detail]) -> Iterator[Detail]:
    for one in quantities(text):
        if not any(day.span[0] < one.span[1] and one.span[0] < day.span[1] for day in days):
            value = f"{one.low:g}" if one.low == one.high else f"{one.low:g}-{one.high:g}"
            yield Detail("number", text[slice(*one.span)], one.span, value, " ".join(sorted(one.units)), one)


def _names(text: str, days: list[Detail]) -> Iterator[Detail]:
    if _is_shouted(text):
        return
    for run in _NAME.finditer(text):
        name = run[0].rstrip(".'’-").removesuffix("'s").removesuffix("’s")
        span = (run.start(), run.start() + len(name))
        bare = [word for word in map(plain, name.split()) if _names_something(word)]
        opens = run.start() == 0 or text[max(0, run.start() - 4) : run.start()].rstrip()[-1:] in (
            ".",
            "!",
            "?",
            "“",
            '"',
        )
        known = len(bare) > 1 or not opens or (bare and bare[0] in GIVEN_NAMES)
        if bare and known and not any(d.span[0] < span[1] and span[0] < d.span[1] for d in days):
            before = _BEFORE.search(text, max(0, span[0] - 24), span[0])
            slot = before[1].lower() if before and before[1].lower() in _WHERE else ""
            yield Detail("name", name, span, " ".join(bare), slot or ("first" if span[0] < 12 else ""))


def _is_shouted(text: str) -> bool:
    long = _LONG.findall(text)[1:]
    return len(long) > 2 and sum(word[0].isupper() for word in long) > _SHOUTED * len(long)


def _names_something(word: str) -> bool:
    return len(word) > 1 and word not in FUNCTION_WORDS and word not in TITLES and not word.isdigit()


def _areas(text: str) -> Iterator[Detail]:
    for one in _AREA.finditer(text):
        if one[0].islower():
            yield Detail("place", one[0], one.span(), one[0].lower())


def _hedges(text: str) -> tuple[Span, ...]:
    whole = Attribution("", (), (), ((0, len(text)),))
    return hedges(text, [whole], [(0, len(text))])[0]
