"""The quantities a text gives, in digits and in words, each with what it counts ("eight canisters")."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.claims.clauses import looks_a_verb
from sayso.model import Span

_ONES = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen""".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SCALES = {
    "dozen": 12, "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
    "k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "tn": 1e12,
}  # fmt: skip
_VAGUE = {
    "dozens": 24.0,
    "scores": 40.0,
    "hundreds": 200.0,
    "thousands": 2e3,
    "millions": 2e6,
    "billions": 2e9,
}
_SMALL = {word: float(n) for n, word in enumerate(_ONES)} | {w: 20.0 + 10 * n for n, w in enumerate(_TENS)}
_CURRENCY = {"$": "dollar", "£": "pound", "€": "euro"}
_CURRENCY_WORD = {
    "dollars": "dollar", "dollar": "dollar", "usd": "dollar", "pounds": "pound", "euros": "euro",
}  # fmt: skip

_WORDED = rf"(?:{'|'.join(_TENS)})-(?:{'|'.join(_ONES[1:10])})|{'|'.join(_TENS)}|{'|'.join(_ONES[::-1])}"
_NUMBER = re.compile(
    rf"""(?P<currency>[$£€])?
    (?:(?<![\w.,/])(?P<digits>\d{{1,15}}(?:,\d{{3}}){{0,4}}(?:\.\d{{1,6}})?)(?:\s?(?P<short>k|mn?|bn|tn)(?!\w))?
      |\b(?P<words>{_WORDED}|half\ a|an?(?=\ (?:dozen|hundred|thousand|million|billion)\b))(?!\w)
      |\b(?P<vague>{"|".join(_VAGUE)})\ of\b)
    (?:[\s-](?P<scale>dozen|hundred|thousand|million|billion|trillion)\b)?
    (?P<percent>\s?%|\sper\ ?cent\b)?""",
    re.IGNORECASE | re.VERBOSE,
)
_SOME_ONE = re.compile(r"\b(?:no|any|every|some|each|this|that|which|the) \Z", re.IGNORECASE)
_RANGE = re.compile(r"\s?(?:-|–|to|and|or)\s?\Z")
_NO_COUNT = re.compile(r"(?:st|nd|rd|th|[:/]\d|\s?[ap]\.?m\b)", re.IGNORECASE)
_UNIT = re.compile(r"[\s-]{1,2}(?:of\s(?:the\s|its\s|their\s|his\s|her\s)?)?([a-z][a-z'’]*)", re.IGNORECASE)
_ENDS_UNIT = frozenset(
    """and or but in on at to from by with for as is are was were be been has have had who that which when
    while after before during more less than the a an his her its their it he she they i you we not if will
    would could may might ago per about over under up out""".split()
)
_UNIT_WORDS = 3


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of something: from ``low`` to ``high``, of ``units``, in any of whose words it is counted.

    ``span`` is where the number stands, ``[start, end)`` in the text it was found in. An open quantity
    ("dozens") has no upper end. ``units`` is empty where the text does not say what is counted.
    """

    span: Span
    low: float
    high: float
    units: frozenset[str]

    def same_kind(self, other: Quantity) -> bool:
        """Whether both count the same thing."""
        return not self.units.isdisjoint(other.units)

    def agrees(self, other: Quantity) -> bool:
        """Whether one and the same number can be meant; a rounding of two in a hundred is let pass."""
        slack = 0.02 * max(self.low, other.low) if max(self.low, other.low) >= 100 else 0.0
        return self.low <= other.high + slack and other.low <= self.high + slack


def quantities(text: str) -> tuple[Quantity, ...]:
    """The quantities in the text, in order; years, dates, times and ordinal numbers are none."""
    found = list(_quantities(text))
    kept: list[Quantity] = []
    for quantity in found:
        gap = text[kept[-1].span[1] : quantity.span[0]] if kept else ""
        if kept and not kept[-1].units and _RANGE.fullmatch(gap) and kept[-1].low < quantity.high:
            low = kept.pop()
            quantity = Quantity((low.span[0], quantity.span[1]), low.low, quantity.high, quantity.units)
        kept.append(quantity)
    return tuple(kept)


def _quantities(text: str) -> Iterator[Quantity]:
    for match in _NUMBER.finditer(text):
        if _NO_COUNT.match(text, match.end()) or _is_year(match) or _is_pronoun(text, match):
            continue
        low, high = _amount(match)
        units = _units(text, match)
        if units or match["digits"] or match["scale"]:
            yield Quantity(match.span(), low, high, units)


def _is_year(match: re.Match[str]) -> bool:
    digits = match["digits"] or ""
    plain = not (match["currency"] or match["scale"] or match["short"] or match["percent"])
    return plain and len(digits) == 4 and digits[:2] in ("18", "19", "20")


def _is_pronoun(text: str, match: re.Match[str]) -> bool:
    """Whether "one" stands for somebody: "no one", "this one"."""
    return (match["words"] or "").lower() == "one" and _SOME_ONE.search(
        text[: match.start()][-8:]
    ) is not None


def _amount(match: re.Match[str]) -> tuple[float, float]:
    if match["vague"]:
        return _VAGUE[match["vague"].lower()], math.inf
    if match["digits"]:
        number = float(match["digits"].replace(",", ""))
    else:
        number = _worded(match["words"].lower())
    number *= _SCALES.get((match["scale"] or "").lower(), 1) * _SCALES.get((match["short"] or "").lower(), 1)
    return number, number


def _worded(words: str) -> float:
    if words in ("a", "an"):
        return 1.0
    return 0.5 if words == "half a" else sum(_SMALL[word] for word in words.split("-"))


def _units(text: str, match: re.Match[str]) -> frozenset[str]:
    if match["percent"]:
        return frozenset(("percent",))
    if match["currency"]:
        return frozenset((_CURRENCY[match["currency"]],))
    found: list[str] = []
    at = match.end()
    while len(found) < _UNIT_WORDS and (word := _UNIT.match(text, at)):
        plain = word[1].lower().replace("’", "'").removesuffix("'s")
        if plain in _CURRENCY_WORD:
            return frozenset((_CURRENCY_WORD[plain],))
        if plain in _ENDS_UNIT or (found and looks_a_verb(plain)):
            break
        found.append(_singular(plain))
        at = word.end()
    return frozenset(found)


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word
