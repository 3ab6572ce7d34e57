"""The forms that the line above a comment is written in, as a table: WordPress, Disqus, forums, others."""

from __future__ import annotations

import re
from dataclasses import dataclass

LONGEST = 160
"""More characters than a line above a comment has; longer lines are words."""

_NUMBER = r"(?:#?(?P<number>\d{1,6})(?:[.):]|(?= ))[ ·•|–-]{1,3}|\[[–—+-]\] ?|[▲*•] ?)?"
_NAME = (
    r"(?P<name>\[(?:deleted|removed)\]|(?!by )@?[^\W_][\w.'’&-]{0,39}(?: [&(]?[^\W_][\w.'’&)-]{0,29}){0,4}?)"
)
_VERB = (
    r"(?:says|said|writes|wrote|commented|replied|schreibt|schrieb|sagt|sagte|meint|dit|a dit|a écrit|écrit|"
)
_VERB += (
    r"dice|dijo|escribió|escribe|disse|diz|escreveu|ha scritto|scrive|schreef|zegt|пишет|написал|написала)"
)
_UNIT = (
    r"(?:seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|wks?|w|months?|mos?|mo|years?|yrs?|y)"
)
_CLOCK = (
    r"(?:(?:,|\.|T| at| um| à| a las| às| alle| kl\.| klo| om| в| @| –| -){0,3} ?"
    r"\d{1,2}[:.h]\d\d(?::\d\d(?:\.\d+)?)?"
    r"(?: ?[ap]\.?m\.?)?(?: Uhr| uur)?(?: ?(?:Z|(?-i:[A-Z]{3,4})|[+-]\d\d:?\d\d))?)?"
)
_WEEKDAY = (
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?|mo|di|mi|do|fr|sa|so|sonnabend|"
    r"(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|"
    r"lunes|martes|miércoles|jueves|viernes|sábado|domingo|(?:segunda|terça|quarta|quinta|sexta)-feira|"
    r"lun|mer|jeu|ven|sam|dim|mié|jue|vie|sáb|dom|пн|вт|ср|чт|пт|сб|вс)"
)
_DATE = (
    rf"(?:{_WEEKDAY}\.?,? )?"
    r"(?:[^\W\d]{3,12}\.? \d{1,2}(?:st|nd|rd|th)?,? (?:19|20|21)\d\d"
    r"|\d{1,2}(?:st|nd|rd|th|\.)?(?: de)? [^\W\d]{3,12}\.?,?(?: de)? (?:19|20|21)\d\d(?: г\.)?"
    r"|\d{1,2}[/.-]\d{1,2}[/.-](?:19|20|21)\d\d|(?:19|20|21)\d\d[/.-]\d{1,2}[/.-]\d{1,2}"
    r"|(?:19|20|21)\d\d年\d{1,2}月\d{1,2}日)" + _CLOCK
)
_AGO = (
    rf"(?:(?:about |almost |over )?(?:an?|\d{{1,3}}) ?{_UNIT}(?: ago)?"
    rf"|just now|yesterday{_CLOCK}|today{_CLOCK}"
    r"|vor (?:\d{1,3}|einem|einer) [^\W\d]{3,8}|il y a (?:\d{1,3}|une?) [^\W\d]{2,8}"
    r"|(?:hace|há) (?:\d{1,3}|una?|uma?) [^\W\d]{3,8}"
    r"|\d{1,3} [^\W\d]{2,9} (?:назад|fa|geleden|sitten|temu|sedan|siden|önce|atrás)|\d{1,3} ?[^\W\d]{1,3}前)"
)
_TIME = rf"(?P<time>{_DATE}|{_AGO})"
_END = (
    r"(?: ?[*#¶]| ?\(?edited[^|]{0,30}\)?| ?[•·] edited)?"
    r"(?: \|? ?(?:parent|root|next|prev|permalink|link|reply|hide|favorite|flag|on: [^|]{1,60}|\[[–—+-]\]))*"
    r"(?: \(\d+ (?:child|children|replies)\))?:?"
)
_TO = r"(?:(?: {2,}| ?[➤→▶↪»>] ?| in reply to | replied to )(?P<parent>@?[^\W_][\w.'’& -]{0,40}?))?"
_VOTES = r"(?:(?P<votes>[+-]?\d{1,6}) points?|\[?score hidden\]?)"
_RANK = r"(?: \[(?:OP|S|M|A)\])?"
_ON = r"(?:on|am|le|el|em|at) "
_BUTTONS = (
    r"(?:like|reply|gefällt mir|antworten|j['’]aime|répondre|me gusta|responder|curtir|mi piace|rispondi|"
    r"vind ik leuk|beantwoorden|нравится|ответить) ?[·•] ?(?:[^\W\d]['’\w ]{2,14} ?[·•] ?){0,2}"
    r"(?:\d{1,5} ?[·•] ?)?"
)
_PLACE = r"[\w.,'’ -]{2,40}"


@dataclass(frozen=True, slots=True)
class Form:
    """One way of heading a comment: the line or the two lines above it.

    A ``sure`` one is hardly ever met outside threads; of the others an article, a diary or a list of
    articles can have many. One that is ``below`` stands under the words, whose first line is the name.
    """

    name: str
    first: re.Pattern[str]
    second: re.Pattern[str] | None = None
    sure: bool = True
    below: bool = False

    @property
    def dated(self) -> bool:
        """Whether it tells the time, too."""
        return self.second is not None or "time" in self.first.groupindex


def _line(*pieces: str) -> re.Pattern[str]:
    return re.compile("".join(pieces), re.I)


_WHEN = _line(r"(?:on |am |le |el |em |posted |published |updated )?", _TIME, _END)

FORMS = (
    Form("votes", _line(_NUMBER, _NAME, _RANK, r" [•·]? ?", _VOTES, r"(?: [•·])? ", _TIME, _END)),
    Form("marked", _line(_NUMBER, _NAME, _TO, " ?[•·|(] ?", _TIME, r"\)?", _END)),
    Form("said on", _line(_NUMBER, _NAME, "(?: ", _VERB, ")?,? ", _ON, _TIME, "(?: ", _VERB, ")?", _END)),
    Form("said, when", _line(_NUMBER, _NAME, " ", _VERB, r"(?: \(?#?\d{0,6}\)?)? ?:?"), _WHEN),
    Form("ago", _line(_NUMBER, _NAME, _TO, " ", _TIME, _END), sure=False),
    Form("place, when", _line(_NUMBER, _NAME, r" \| ", _PLACE), _WHEN),
    Form("name, when", _line(_NUMBER, _NAME, _TO), _WHEN, sure=False),
    Form("dated", _line(_NUMBER, _NAME, _TO, " ?(?:,|[–—]|-(?= )) ?", _TIME, _END), sure=False),
    Form("below", _line(_BUTTONS, _TIME, r"(?: ?[·•] ?edited)?"), below=True),
    Form("numbered", _line(r"#?(?P<number>\d{1,6})[.)]? ?", _NAME, " ", _VERB, " ?:"), sure=False),
    Form("said", _line(_NAME, " ", _VERB, " ?:"), sure=False),
    Form("place", _line(_NAME, r" \| ", _PLACE), sure=False),
)  # fmt: skip
"""From the one that tells most to the one that tells least: of two that fit as often, the first counts."""
