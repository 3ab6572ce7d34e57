"""When a comment was written: ISO 8601 from what the page says of it, as exact as that is."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

LONGEST = 80
"""More characters than the words for a time take; what is longer is not looked at."""

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20|21)\d\d)"
_BEFORE = r"(?:(?:posted|published|commented|written|sent|said)[ :]+)?(?:on )?"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )?"
_CLOCK = (
    r"(?:[T,@– -]{1,3}(?:at )?(?P<hour>\d{1,2})[:.](?P<minute>\d\d)(?:[:.](?P<second>\d\d)(?P<part>\.\d+)?)?"
    r"(?: ?(?P<half>[ap])\.?m\.?)?(?: ?(?P<zone>Z|UTC|GMT|[+-](?:[01]\d|2[0-3]):?[0-5]\d))?)?"
)
_PLAIN = tuple(
    re.compile(_BEFORE + _WEEKDAY + date + _CLOCK, re.I | re.A)
    for date in (
        rf"{_YEAR}[-/.](?P<month>\d{{1,2}})[-/.]{_DAY}",
        rf"{_DAY}[ -]{_MONTH},?[ -]{_YEAR}",
        rf"{_MONTH} {_DAY},? {_YEAR}",
    )
)
_NUMBERS = re.compile(r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?![\d/-])", re.A)
_ASIDES = re.compile(r" ?[•·|()\[\]]+ ?")
_EDITED = re.compile(r",? ?\bedited\b.*", re.I)
_ANY_YEAR = re.compile(r"(?<!\d)(?:19|20|21)\d\d(?!\d)")
_SHORT_YEARS = re.compile(r"\byrs?\b", re.I)
_DIGIT = re.compile(r"\d")
_SECONDS = re.compile(r"\d:\d\d:\d")
_HOURS = re.compile(r"(?<=\d) h (?=\d)")
_EXACTNESS = {("year",): "%Y", ("year", "month"): "%Y-%m", ("year", "month", "day"): "%Y-%m-%d"}
_ANY_DAY = datetime(2001, 7, 18, 12)
_FROM_YEAR = {
    "PARSERS": ["absolute-time"], "REQUIRE_PARTS": ["year"], "RETURN_TIME_AS_PERIOD": True,
    "RELATIVE_BASE": _ANY_DAY,
}  # fmt: skip
_COUNTED_BACK = {"PARSERS": ["relative-time"], "RETURN_TIME_AS_PERIOD": True, "TIMEZONE": "UTC"}


def moment(words: str, published: str | None) -> str:
    """The time that ``words`` tell, in ISO 8601, or else ``words`` themselves, white space made plain.

    The result has what the words have: a year, a month, a day, or a time of day to the minute or the
    second, and the zone if they name one. ``published`` is the page's own date (ISO 8601, with or
    without a time of day): words such as "3 hours ago" are counted back from it, never from today,
    and stay words without it. If it has no time of day, only days and longer can be counted back.
    A date without its year stays words. So does one such as 03/04/2031, which two readers read
    differently; 13/04/2031 has one meaning, and with dots (03.04.2031) the day is first everywhere.
    Nothing is raised, whatever the words are.
    """
    plain = " ".join(words.split())
    if not plain or len(plain) > LONGEST:
        return plain
    told = (_plain(part) or _worded(part, published) for part in _parts(plain))
    return next(filter(None, told), plain)


def _parts(plain: str) -> Iterator[str]:
    """What can be the time, where other things are said beside it ("1 day ago • edited")."""
    for part in _ASIDES.split(plain)[:3]:
        if told := _EDITED.sub("", part).strip(" #,;:"):
            yield _NUMBERS.sub(_year_first, told)


def _year_first(date: re.Match[str]) -> str:
    first, mark, second, year = date.groups()
    if mark == "." or int(first) > 12 or first == second:
        return f"{year}-{second}-{first}"
    return f"{year}-{first}-{second}" if int(second) > 12 else date[0]


def _plain(words: str) -> str | None:
    """What the common English and numeric forms tell: quick, since a page can have 100,000 of them."""
    told = next(filter(None, (form.fullmatch(words) for form in _PLAIN)), None)
    if told is None:
        return None
    month = told["month"]
    number = int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1
    day = f"{told['year']}-{number:02}-{int(told['day']):02}"
    moment = f"{day}T{clock}" if (clock := _clock(told)) else day
    return moment if _time_of(moment) else None


def _clock(told: re.Match[str]) -> str:
    if told["hour"] is None:
        return ""
    hour = int(told["hour"])
    if half := (told["half"] or "").lower():
        hour = hour % 12 + 12 * (half == "p") if 0 < hour <= 12 else 99
    seconds = f":{told['second']}{told['part'] or ''}" if told["second"] else ""
    zone = (told["zone"] or "").upper()
    if zone[:1] in ("+", "-"):
        zone = f"{zone[:3]}:{zone[-2:]}"
    return f"{hour:02}:{told['minute']}{seconds}{'Z' if zone.isalpha() else zone}"


def _time_of(iso: str | None) -> datetime | None:
    try:
        return datetime.fromisoformat(iso.strip()) if iso else None
    except ValueError:
        return None


@functools.lru_cache(4096)
def _worded(words: str, published: str | None) -> str | None:
    """What words in any language tell, of themselves or counted back from ``published``."""
    words = _HOURS.sub("h", _SHORT_YEARS.sub("years", words))
    if _NUMBERS.search(words):
        return None
    if _ANY_YEAR.search(words):
        return _read(words, None)
    told = {_read(words, base) for base in _bases(published)}
    return told.pop() if len(told) == 1 else None


def _bases(published: str | None) -> list[datetime]:
    """The earliest and the latest time that ``published`` can be: what it tells is the same from both."""
    day = _time_of(published)
    if day is None or published is None:
        return []
    return [day] if ":" in published else [day, day.replace(hour=23, minute=59)]


def _read(words: str, base: datetime | None) -> str | None:
    """``words`` counted back from ``base``, or without one, words that have their year."""
    told = None
    if language := _language(_DIGIT.sub("1", words), base is None):
        told = _parser(language, base and base.replace(tzinfo=None)).get_date_data(words)
    if told is None or told.date_obj is None:
        return None
    if "time" not in told.parts:
        return str(told.date_obj.strftime(_EXACTNESS.get(told.parts, "%Y")))
    zone = told.date_obj.tzinfo or (base and base.tzinfo)
    exact = "seconds" if _SECONDS.search(words) else "minutes"
    return str(told.date_obj.replace(tzinfo=zone).isoformat(timespec=exact))


@functools.lru_cache(1024)
def _language(shape: str, with_year: bool) -> str | None:
    """The language that words of this ``shape`` (every digit a 1) are in, as dateparser knows it.

    It depends on nothing read before, and is kept because trying 200 languages takes its time.
    """
    found: str | None = _parser(None, None if with_year else _ANY_DAY).get_date_data(shape).locale
    return found


@functools.lru_cache(64)
def _parser(language: str | None, base: datetime | None) -> Any:
    # Imported here, since that takes a tenth of a second and many pages need none of it.
    from dateparser.date import DateDataParser

    settings = _FROM_YEAR if base is None else _COUNTED_BACK | {"RELATIVE_BASE": base}
    languages = None if language is None else [language]
    return DateDataParser(locales=languages, try_previous_locales=False, settings=settings)
