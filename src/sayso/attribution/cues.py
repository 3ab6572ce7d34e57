"""Read a cue: which stance it shows, and whether the saying itself is negated."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from sayso.attribution.stance_words import NOUNS, VERBS, forms
from sayso.model import Attribution, Span, Stance

_MOST_WORDS = 40
_REACH = 80
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_CLAUSE_MARK = re.compile(r"[.!?;:“”\"()\n]|''|['’](?=\s)")

_STANCE_OF_VERB: dict[str, Stance] = {
    form: stance for stance, verbs in VERBS.items() for verb in verbs.split() for form in forms(verb)
}
for _other in ("regarding", "direct", "record", "experience", "back"):
    del _STANCE_OF_VERB[_other]  # "a speech regarding", "on record", "walk back": mostly no verb of these
_STANCE_OF_NOUN: dict[str, Stance] = {
    form: stance for stance, nouns in NOUNS.items() for noun in nouns.split() for form in forms(noun)[:2]
}

_IDIOM_OF: tuple[tuple[Stance, str], ...] = (
    (
        "says",
        r"(?:respon[ds]|repl[yi]|answer|return)\w* (?:\w+ ){0,5}?(?:requests?|inquir\w+|enquir\w+|calls?)",
    ),
    ("asks", r"(?:the|a|this|that|another|big|real) questions?"),
    ("doubts", r"(?:difficult|hard|impossible) to (?:understand|see|believe|imagine)"),
    ("believes", r"reasons? to (?:suspect|believe|think|suppose)"),  # its "no" is counted as a negation
    ("says", r"offer\w* (?:\w+ ){0,3}(?:advice|account|explanation|view|details|insights?)"),
    ("denies", r"plead\w* not guilty|rul\w+ out|shot down|play\w* down|(?:brush|shrug)\w* (?:off|aside)"),
    ("denies", r"turn\w* down|t(?:ake|ook|akes|aking) issue|push\w* back"),
    ("confirms", r"plead\w* guilty|no doubt"),
    ("orders", r"call(?:s|ed|ing)? (?:up)?on|calls? for|call(?:ed|ing) for|ask(?:s|ed|ing)? for"),
    ("denies", r"walk\w* back|struck down|distanc\w* \w+sel\w+"),
    ("accuses", r"lash\w* out|call(?:s|ed|ing)? out|(?:go\w*|went) after"),
    ("accuses", r"t(?:ake|ook|akes|aking) aim|(?:tear|tore)\w* into|out against"),
    ("supports", r"st(?:and|ood|ands|anding) (?:by|with|behind)|in favou?r"),
    ("promises", r"agree(?:s|d|ing)? to"),
    ("wants", r"would (?:like|love|rather|prefer)|look\w* forward"),
    ("expects", r"(?:is|are|was|were|be|been|s|re) set to"),
    (
        "says",
        r"ma[dk]\w+ (?:it )?(?:\w+ )?clear|point\w* (?:out|to)|known (?:as|for)|call(?:s|ed|ing)? it",
    ),
    ("says", r"\w+ back|weigh\w* in"),
    ("doubts", r"(?:not|\w+n't) (?:\w+ )?(?:clear|sure|certain|convinced)"),
    ("believes", r"(?:am|is|are|was|were|be|been|remain\w*|\w+'(?:m|re|s)) (?:\w+ )?(?:convinced|persuaded)"),
)
_IDIOMS = tuple((stance, re.compile(rf"\b(?:{pattern})\b")) for stance, pattern in _IDIOM_OF)
_AFTER_SAYING = frozenset(
    "in on at during after before from via through by when while as of about with to for since under "
    "like".split()
)
_LIGHT = frozenset(
    f for verb in "express voice make give issue put cast lay air release".split() for f in forms(verb)
)
_RAISING = frozenset(f for verb in ("appear", "seem", "tend", "try", "attempt") for f in forms(verb))
_REFUSALS = frozenset(f for verb in ("decline", "refuse", "fail", "omit") for f in forms(verb))
_REFUSED_TO_SAY = frozenset("be provide give go speak answer elaborate make take get".split())
_COMMENTS = frozenset(("comment", "comments"))
_ORDERING = frozenset(f for verb in ("tell", "ask") for f in forms(verb))
_FUTURE = frozenset("expected likely due scheduled poised slated".split())
_NEGATIONS = frozenset("not never neither cannot without unable nor".split())
_NOTHINGS = frozenset("no nothing none nobody".split())
_NOT_AT_ALL = [[word] for word in "only just merely simply surprisingly doubt but".split()]
_PARTICLES = frozenset(
    """am is are was were be been being do does did has have had having will would shall should can could may
    might must to also yet ever so far even still again once either just now since already both of short
    stopped stops stop it""".split()
)
_INVERTED = re.compile(r"\b(?:nor|neither|never|not once|at no time)\s+\w+\s+\Z", re.IGNORECASE)
_INFINITIVE = re.compile(r"[“\"‘']?(?:not )?to [“\"‘']?[a-z]", re.IGNORECASE)
_OTHERS_TO_ACT = re.compile(
    r"(?!(?:whether|if|why|how|what|when|where|who|which|about|that)\b)(?:[\w’'.-]+ ){1,5}to [“\"‘']?[a-z]",
    re.IGNORECASE,
)


def stance_and_negation(text: str, attribution: Attribution) -> tuple[Stance, bool]:
    """The stance of the attribution's cue, and whether what is said is that it is *not* said.

    "Refused to confirm" confirms, negated; "denied" denies, not negated; two negations cancel out.
    """
    before = _words_before(text, attribution)
    cue = [word for span in attribution.cue for word in _words(text, span)][:_MOST_WORDS]
    after = _words_after(text, attribution)
    head, stance = _head(cue, after)
    negations = _negations(before, cue, head) + _from_source(text, attribution)
    refused = _refusal(cue, after)
    if refused is not None:
        stance, counts = refused
        negations += counts
    elif any(word in _FUTURE for word in before):
        stance = "expects"
    elif head is not None and cue[head] in _ORDERING:
        stance = _told_or_asked(text, attribution, stance)
    return stance, negations % 2 == 1


def is_verb(word: str) -> bool:
    """Whether the word, in lower case, is a verb that shows a stance."""
    return word in _STANCE_OF_VERB


def _words(text: str, span: Span) -> list[str]:
    start, end = span[0], min(span[1], span[0] + 40 * _MOST_WORDS)
    return [match[0].lower().replace("’", "'") for match in _WORD.finditer(text, start, end)]


def _words_before(text: str, attribution: Attribution) -> list[str]:
    """The particles, adverbs and negations directly before the cue ("has not yet publicly")."""
    if not attribution.cue:
        return []
    end = attribution.cue[0][0]
    start = max([0, end - _REACH, *(stop for _, stop in attribution.source if stop <= end)])
    for mark in _CLAUSE_MARK.finditer(text, start, end):
        start = mark.end()
    attached = list(takewhile(_is_attached, reversed(_words(text, (start, end)))))
    return attached[::-1]


def _is_attached(word: str) -> bool:
    known = word in _PARTICLES or word in _NEGATIONS or word in _REFUSALS or word in _FUTURE
    return known or word.endswith(("ly", "n't"))


def _words_after(text: str, attribution: Attribution) -> list[str]:
    if not attribution.cue:
        return []
    start = attribution.cue[-1][1]
    return _words(text, (start, min(start + _REACH, len(text))))[:4]


def _head(cue: Sequence[str], after: Sequence[str]) -> tuple[int | None, Stance]:
    """Which word of the cue carries its stance, and the stance: a verb before a noun, any before "says"."""
    phrase = " ".join(cue) + " " + " ".join(after[:1])
    for stance, idiom in _IDIOMS:
        match = idiom.search(phrase)
        if match and match.start() < len(" ".join(cue)):
            return phrase.count(" ", 0, match.start()), stance
    said: int | None = None
    for n, word in enumerate(cue):
        stance_of = _STANCE_OF_VERB.get(word)
        if said is not None and word in _AFTER_SAYING:
            break
        if stance_of == "says":
            said = n if said is None else said
        elif stance_of is not None and not _only_raises(cue, n) and word not in _REFUSALS:
            return n, stance_of
    if said is not None and cue[said] not in _LIGHT:
        return said, "says"
    nouns = ((n, _STANCE_OF_NOUN[word]) for n, word in enumerate(cue) if word in _STANCE_OF_NOUN)
    return next(nouns, (said, "says"))


def _only_raises(cue: Sequence[str], n: int) -> bool:
    """Whether the word only leads to another verb of the cue ("appeared to confirm")."""
    return cue[n] in _RAISING and any(word in _STANCE_OF_VERB for word in cue[n + 1 :])


def _refusal(cue: Sequence[str], after: Sequence[str]) -> tuple[Stance, int] | None:
    """For "declined to say", the stance of "say", negated once; for "refused to leave", a denial."""
    at = next((n for n, word in enumerate(cue) if word in _REFUSALS), None)
    if at is None:
        return None
    following = [*cue[at + 1 :], *after]
    if not _COMMENTS.isdisjoint(following[:3]):
        return "says", 1  # "declined comment", "refused any comment"
    if following[:1] != ["to"]:
        return ("denies", 0) if cue[at][:4] in ("decl", "refu") else None
    verb = [word for word in following[1:] if is_verb(word) or not word.endswith("ly")][:3]  # "reply"
    head, stance = _head(verb, ())
    if head == 0:
        return stance, 1
    return ("says", 1) if verb[:1] and verb[0] in _REFUSED_TO_SAY else ("denies", 0)


def _negations(before: Sequence[str], cue: Sequence[str], head: int | None) -> int:
    """How often the saying is negated, refusals in the cue aside."""
    leading = [*before, *(cue if head is None else cue[:head])]
    count = sum(word in _REFUSALS for word in before)
    count += leading[-2:] == ["yet", "to"] or "short" in leading
    count += sum(word in _NEGATIONS or word.endswith("n't") for word in _meant_to_negate(leading))
    return count + sum(word in _NOTHINGS for word in _meant_to_negate(cue))


def _meant_to_negate(words: Sequence[str]) -> list[str]:
    """The words without a "not" or "no" that is followed by "only", "just", "doubt" and the like."""
    return [word for n, word in enumerate(words) if words[n + 1 : n + 2] not in _NOT_AT_ALL]


def _from_source(text: str, attribution: Attribution) -> int:
    """Negations that stand in or before the source: "no official has said", "nor has the mayor said"."""
    if not attribution.source:
        return 0
    start, end = attribution.source[0]
    first = _words(text, (start, min(end, start + 20)))[:1]
    inverted = _INVERTED.search(text, max(0, start - 40), start)
    return int(first in (["no"], ["nobody"], ["none"], ["neither"])) + (inverted is not None)


def _told_or_asked(text: str, attribution: Attribution, stance: Stance) -> Stance:
    """Whether somebody is told or asked to act, rather than told a thing or asked a question."""
    if not attribution.content:
        return stance
    start, end = attribution.content[0][0], attribution.content[-1][1]
    if attribution.cue and start < attribution.cue[0][0]:
        return stance
    if _INFINITIVE.match(text, start, end):
        return "orders"
    asked = stance == "asks" and _OTHERS_TO_ACT.match(text, start, min(end, start + _REACH))
    return "orders" if asked and "?" not in text[start : min(end, start + 500)] else stance
