"""The words and forms with which a page hands the word over, and those that only look like it."""

from __future__ import annotations

import re

from sayso import outlet_words
from sayso.attribution.stance_words import forms

_REPORTING = (
    "say tell report write add continue note explain state announce declare claim argue read tweet post "
    "reply respond "
    "comment describe reveal publish conclude observe warn confirm quote recall elaborate issue release "
    "share "
    "go put send begin remark insist answer recount summarize summarise complain advise"
).split()
_SEEN_AS_NOUNS = frozenset(
    "report note state claim tweet post reply comment issue release share answer read remark remarks quote "
    "quotes".split()
)
_VERB = "|".join(
    sorted({form for verb in _REPORTING for form in forms(verb) if form not in _SEEN_AS_NOUNS} | {"read"})
)
DOCUMENT = (
    r"(?:letter|statement|e-?mail|memo|memorandum|post|tweet|message|note|release|transcript|declaration"
    r"|article|text"
    r"|editorial|column|excerpt|extract|passage|complaint|ruling|notice|reply|response|leaflet|petition"
    r"|summary|bulletin|excerpts|extracts)"
)
_ADJUNCT = (
    r"(?:in|on|at|to|as|of|about|by|via|through|after|before|for|from|with|it|out|up|this|the following"
    r"|further|below"
    r"|here|earlier|later|today|yesterday|tonight|last|next|also|again|thus|simply|the same day|\w+day"
    r"|(?<=told\ )[\w’']+"
    rf"|(?:an?|its|his|her|their|the|another)\ (?:[\w-]+\ ){{0,3}}{DOCUMENT})"
)
_END = r"\s*(?::[-–—]?|[.!])\s*"
TAIL = re.compile(
    rf"\b(?P<verb>{_VERB})\b(?:\ {_ADJUNCT}\b(?:\ [^\s,;:()“”\"]{{1,40}}){{0,9}})?{_END}\Z"
    rf"|\b(?P<long>{_VERB})\b,?\ [^;:“”\"]{{0,60}}?(?:in full|in part|as follows|the following){_END}\Z",
)
INVERTED = re.compile(rf"(?P<verb>(?i:{_VERB}))\ (?P<who>(?:the\ )?[A-Z][^,;:“”\"]{{0,60}}?){_END}\Z")
ACCORDING = re.compile(
    r"(?P<cue>According to|In the words of|Per(?=\ (?:the"
    r"|[A-Z])))\ (?P<who>[^,;:“”\"]{2,80})(?:,[^“”\"?]*)?:[-–—]?\s*\Z"
)
FROM = re.compile(r"(?P<cue>From|Via)\ (?P<who>(?:the\ )?[A-Z][^,;:“”\"]{1,80}):[-–—]?\s*\Z")
CITED = re.compile(
    r"\b(?P<cue>quotes?|quotations?|passages?|lines?|excerpts?|extracts?|words)\ (?:from|by|of)\ "
    r"(?P<who>(?:the\ )?[A-Z][^,;:“”\"]{1,80}):[-–—]?\s*\Z"
)
QUOTING = re.compile(
    r"\b(?:me|us|to|I|we|I['’]ll)\ (?P<cue>quote|cite)\ "
    r"(?P<who>(?:the\ )?[A-Z][\w.&’'-]*(?:\ [A-Z][\w.&’'-]*)*)"
    r"[^:;“”\"]{0,60}:[-–—]?\s*\Z"
)
HERE = re.compile(
    rf"(?P<cue>(?:Here|Below|Following|This)(?:\ (?:is|are)|['’]s)|(?:Read"
    rf"|See))\ (?P<who>[^,;:“”\"]{{0,80}}\b{DOCUMENT}\b)"
    rf"[^;:?“”\"]{{0,60}}:[-–—]?\s*\Z"
)
TITLED = re.compile(
    rf"(?P<who>(?:(?:The|Its|His|Her|Their|Our|Full|An?"
    rf"|[A-Z][\w.&-]*['’]s)\ )(?:[\w'’-]+\ ){{0,4}}?{DOCUMENT}"
    rf"(?:\ (?:by|from|of|to)\ [^,;:]{{1,40}}?)?)(?:,?\ (?P<cue>in full|in part|follows"
    rf"|below))?\s*:[-–—]?\s*\Z"
)
IN_FULL = re.compile(
    rf"\bin full\b|\bfull (?:text|{DOCUMENT})\b|\bas follows\b|\bthe following {DOCUMENT}|^(?:Here|Below"
    rf"|Following)\b"
)
ASKING = re.compile(
    r"(?:What|Who|When|Where|Why|How)\ (?:did|do|does|is|was|are|were|has|have|can|will|would|should)\b"
)
CLAUSE = re.compile(
    r"[,;:—–(]\s*|\b(?:that|as|because|while|and|but|what|how|when|where)\s+|\s-+\s", re.IGNORECASE
)
LEAD_IN = re.compile(
    r"(?:Concerning|Regarding"
    r"|On|In|At|After|During|Before|Last|This|Earlier|Later|Meanwhile|Then|But|And|Yet|So|Still|Also"
    r"|Today|Yesterday|Now"
    r"|Elsewhere|Since|By|With|For)\b"
)
DETERMINERS = frozenset("the a an its his her their one another some he she it they".split())
PREPOSITIONS = frozenset("of for at in on to from by with and during after before".split())
DATE = re.compile(
    r"\w+day\b|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
LEADING_NAME = re.compile(r"(?:[Tt]he )?[A-Z][\w.&’'-]*(?: (?:of |and |the )?[A-Z][\w.&’'-]*)*")
ING = re.compile(r"\w+ing\b")
BE = re.compile(r"\b(?:is|are|was|were|be|been|being|to)\s+\Z")
HELPERS = re.compile(
    r"(?:(?:\s|^)(?:has|had|have|also|then|later|further|earlier|once|again|now|recently|simply|just|went"
    r"|on|to|would"
    r"|(?!daily|weekly)[a-z]+ly))+\s*\Z"
)
OWN_VOICE = frozenset("i we you there let please watch listen read see click follow".split())
PERSON = re.compile(
    r"(?:he|she|they|who|one user|another)\Z|.*\b(?:Mr|Mrs|Ms|Dr|Sir|Sen|President|Minister|Mayor"
    r"|minister|mayor|president"
    r"|spokes\w+|secretary|director|officer|chief|leader|chair\w*|owner|founder|resident|witness|lawyer"
    r"|father|mother|user"
    r"|critic|analyst|professor|teacher|coach|captain)\b",
    re.DOTALL,
)
NAMING = "|".join(sorted({form for word in outlet_words.NAMING for form in (word.title(), word.upper())}))
_GENERIC = "|".join(sorted(outlet_words.GENERIC))
_BY_THEMSELVES = "|".join(sorted(outlet_words.BY_THEMSELVES))
OUTLET = re.compile(
    rf"\b(?:{NAMING}|{_GENERIC}|[Aa]gency|Report)\b|^(?:[A-Z]{{2,6}}|(?:[Tt]he\ )?(?i:{_BY_THEMSELVES}))$"
)
NAME = re.compile(r"(?:[Tt]he )?[A-Z][\w.&’'-]*\Z")
RELAYING = frozenset(("reports", "continues", "according to", "from", "via", "per"))
STATING = ("says", "confirms", "finds")
MOST_WORDS = 14
LONGEST = 600
