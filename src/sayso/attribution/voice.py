"""Tell from a paragraph whether the page has taken the word back from the outlet it handed it to.

Flat text marks no end, so this weighs what a careful reader goes by: the outlet named in the third
person, the page's "we", the connectives of commentary, a question, another outlet. The longer the
other has had the word, the less it takes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.attribution.handover import HandOver
from sayso.attribution.handover_words import NAMING
from sayso.attribution.prose import quotations
from sayso.attribution.spans import outside
from sayso.model import Span
from sayso.outlet_words import GENERIC

LONGEST = {"outlet": 3, "document": 3, "person": 1}
"""Paragraphs that are given to a voice where nothing on the page tells more."""
LONGEST_IN_FULL = 12

_LONGEST_SIGNATURE = 60
_READ_AT_MOST = 3000
_LAST_CHANCE = 3
_MEDIUM = (
    rf"(?:{'|'.join(sorted(GENERIC - {'daily', 'weekly'}))}"
    r"|agency|report|article|account|story|piece|post|letter|statement|document|e-?mail|memo|message|note)"
)
_BACK_REFERENCE = re.compile(rf"(?:According to )?(?:the|that|this) {_MEDIUM}\b(?! of )", re.IGNORECASE)
_FIRST_PERSON = re.compile(r"\b(?:[Ww]e|[Oo]ur|us|I|[Mm]y)\b(?!\.)")
_COMMENTARY = re.compile(
    r"(?:Such an?\b|It (?:also )?(?:appears|seems|remains|is (?:clear|worth|notable|hard|difficult"
    r"|unclear|not clear|telling))\b"
    r"|All (?:of )?(?:this|that)\b|In other words|To be sure|Of course|Needless to say|Interestingly"
    r"|Notably|Unsurprisingly"
    r"|Predictably|Tellingly|Curiously|Ironically|Clearly|That said|In short|Bottom line|Put (?:simply"
    r"|differently|another)"
    r"|The (?:question|irony|problem|point|takeaway) is|What (?:this|is|all)\b|Whatever\b|Whether or not"
    r"|So far, so"
    r"|Readers\b|As (?:noted|reported|mentioned|previously)|Considering\b|Given (?:all|that|this)\b"
    r"|Recall that"
    r"|Remember\b|If (?:true|confirmed|so)\b|Either way|In any case|One (?:wonders|might|could)"
    r"|There is (?:no|little) reason"
    r"|(?:But |Yet )?(?:it appears|it seems)\b|Editor['’]s note|Related\b|Read more|Also on|Follow\b"
    r"|Sign up|Subscribe|Watch\b)"
)
_TURN = re.compile(
    r"(?:However|But|Yet|Still|Meanwhile|Elsewhere|Separately|On the other hand|By contrast|Nevertheless"
    r"|Nonetheless|Indeed"
    r"|Perhaps|Maybe|Now|So|Earlier|Last (?:week|month|year)|To this day|This (?:is|was|comes|means)"
    r"|Critics|Others"
    r"|Other (?:outlets|media|reports|papers))\b"
)
_ELSEWHERE = re.compile(
    rf"\b(?:told|according to|reported by) (?:the )?(?:[A-Z][\w.&-]+ )*(?:{NAMING}|Agency|[A-Z]{{2,6}})\b"
)
_TONE = re.compile(r"\bso-called\b|\?(?:\s|\Z)|!(?:\s|\Z)|\bhowever, it['’]s\b")
_SIGNATURE = re.compile(
    r"(?:Yours|Sincerely|Signed|Kind regards|Best (?:wishes|regards)|Respectfully|Regards)\b"
)
_SAID = re.compile(r"\b(?:said|says|told|added)\b")
_PLAIN_WORDS = frozenset(
    "the a an news agency tv radio online daily weekly mr mrs ms dr its his her their of and for in on "
    "at".split()
)


class Listener:
    """Follows one hand-over in flat text, paragraph by paragraph."""

    def __init__(self, text: str, handover: HandOver) -> None:
        self._text = text
        self._voice = handover.voice
        self._in_full = handover.in_full and handover.voice != "person"
        self._name = _name_pattern("" if handover.source is None else text[slice(*handover.source)])
        self._heard = 0
        self._speaks_as_we = False
        self._signed = False

    def hears(self, paragraph: Span) -> bool:
        """Whether the paragraph still belongs to whom the word was given; asked in reading order."""
        start, end = paragraph[0], min(paragraph[1], paragraph[0] + _READ_AT_MOST)
        bare = " ".join(
            self._text[a:b] for a, b in outside((start, end), quotations(self._text, [(start, end)]))
        )
        bare = bare.strip()
        if self._heard and not self._goes_on(bare, end - start):
            return False
        self._heard += 1
        self._speaks_as_we = self._speaks_as_we or _FIRST_PERSON.search(bare) is not None
        self._signed = self._signed or (self._in_full and _SIGNATURE.match(bare) is not None)
        return True

    def _goes_on(self, bare: str, length: int) -> bool:
        if self._heard >= (LONGEST_IN_FULL if self._in_full else LONGEST[self._voice]):
            return False
        if self._signed:
            return length < _LONGEST_SIGNATURE and not bare.endswith((".", "!", "?"))
        quoting = length > len(bare) + 1
        if self._in_full:
            return self._points(bare, quoting, personal=False) < 2
        needed = max(1, _LAST_CHANCE - self._heard)
        return self._points(bare, quoting, personal=not self._speaks_as_we) < needed

    def _points(self, bare: str, quoting: bool, personal: bool) -> int:
        """How strongly the paragraph, its quotations aside, speaks with the page's own voice."""
        strong = [
            self._name is not None and self._name.search(bare),
            _BACK_REFERENCE.match(bare) and not (self._in_full and bare.startswith("This")),
            personal and _FIRST_PERSON.search(bare),
            not self._in_full and _COMMENTARY.match(bare),
            self._in_full and quoting and _SAID.search(bare),
        ]
        weak = [_TURN.match(bare), _ELSEWHERE.search(bare), _TONE.search(bare)]
        return 2 * sum(map(bool, strong)) + sum(map(bool, weak))


def _name_pattern(source: str) -> re.Pattern[str] | None:
    """Finds the source named in the third person; None if it has no name."""
    words: Sequence[str] = [word.strip(".,'’\"") for word in source.split()]
    names = [re.sub(r"['’]s$", "", word) for word in words if word[:1].isupper()]
    names = [name for name in names if name.lower() not in _PLAIN_WORDS]
    if not names:
        return None
    wanted = names[-1] if len(names) > 1 and len(names) == len(words) else " ".join(names)
    if len(names) == 1 < len(words) and not wanted.isupper() and words[-1][:1].isupper():
        wanted = " ".join(words[-2:])  # "Coastal" alone may be anything; "Coastal Radio" is not
    return re.compile(rf"\b{re.escape(wanted)}\b")
