"""The forms in which a page names its sources and says through whom it has a thing.

A pattern's group ``who`` is the name, or the description, that it is about.
"""

from __future__ import annotations

import re

from sayso import outlet_words

_DAY = r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)"
_HOST = r"[\w-]{2,40}\.(?:com|net|org|es|de|co|info|tv|news|ru|fr|example)\b"
_WORD = rf"(?:{_DAY}[A-Z0-9@](?:[\w@&-]|\.(?=\w)|['’](?!s\b)(?=\w))*|{_HOST})"
NAME = rf"{_WORD}(?: (?:of |de |al |& |- )?{_WORD}){{0,6}}"
"""A run of words with capitals, a few small words in between; or a host."""
WHO = rf"(?:the |a |an )?[“\"'‘]?(?P<who>{NAME})"

_SPEECH = "statement|message|letter|e-?mail|memo|communiqu[eé]|release|declaration|announcement"
_ARTICLE = "report|article|story|piece|column|blog ?post|editorial"
_TEXT = rf"{_SPEECH}|tweet|post|posting|note|{_ARTICLE}"
_SITE = "site|website|blog|newspaper|magazine|tabloid|outlet|news service|paper|channel"

ARTICLE = re.compile(rf"\b(?:{_ARTICLE}|{_SITE})\Z", re.IGNORECASE)
"""What stands for the outlet it is in: "the article says"."""
SPEECH = re.compile(rf"\b(?:{_SPEECH})s?\b", re.IGNORECASE)
"""What carries its author's words rather than being a source of its own."""
TEXT_BY = re.compile(
    rf"\b(?:{_TEXT})s?(?: attributed| published| posted| released| issued| provided| written| sent| put out"
    rf"| that appeared| on a \w+)? (?:to|from|by|of|in|on|at) {WHO}"
)
OWN_TEXT = re.compile(rf"(?P<who>{NAME}?)(?:['’]s?)? (?:[a-z-]+ ){{0,3}}(?:{_TEXT})s?\b")
AUTHORED = re.compile(
    rf"\b(?P<what>{_SPEECH})(?: attributed| published| posted| released| issued| provided| written| sent)?"
    rf" (?:to|from|by|of) {WHO}"
    rf"|\b(?!(?:An?|The|This|That|His|Her|Its|Their|In)\b)(?P<owner>{NAME}?)(?:['’]s?)?"
    rf" (?:[a-z-]+ ){{0,2}}(?P<owned>{_SPEECH})\b"
)

HOST = re.compile(rf"{_HOST}\Z", re.IGNORECASE)
OUTLET = re.compile(
    rf"\b(?:{'|'.join(sorted(outlet_words.NAMING | outlet_words.BY_THEMSELVES))})\b", re.IGNORECASE
)
AS_OUTLETS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?:told|tells|[Vv]ia|[Hh]/[Tt]|[Pp]er) {WHO}",
        rf"(?P<who>{NAME}) (?:is |was |has |first )?(?:reports|reported|reporting)\b",
        rf"\b(?:[Rr]ead|[Mm]ore|[Ff]ull)\b[^.\n]{{0,60}}? (?:at|on|from) {WHO}",
        rf"\b(?:{_SITE}),?(?: called)? {WHO}",
        rf"(?P<who>{NAME})['’]s? (?:[a-z]+ )?(?:{_ARTICLE}|website|site|blog)\b",
        rf"(?P<who>{NAME}) (?:{_ARTICLE}|readers?)\b",
        rf"\b(?:{_ARTICLE}) (?:by|from|in|on|at) {WHO}",
    )
)
"""Where a name stands as an outlet's does; a person's may too, so a person's name is not taken."""
PART_OF_OUTLET = re.compile(rf"(?P<who>{NAME})['’]s (?P<part>{NAME})")
CALLED = re.compile(
    rf"(?:(?:the|a|an) )?(?:[“\"']?[\w-]+[”\"']? ){{0,3}}?(?:{_SITE})(?: called)? [“\"']?(?P<who>{NAME})"
)
_WRITER = r"(?:news |staff |senior )?(?:writer|reporter|editor|columnist|journalist|blogger|correspondent)"
JOURNALIST = re.compile(rf",? (?:an? |the )?(?:[\w-]+ ){{0,2}}{_WRITER}\b")
WRITER = re.compile(rf"(?:['’]s|(?:\.com)?['’]s| {_WRITER}) (?P<who>{NAME})")
"""What follows an outlet's name where its writer is named: "the Tribune's Bo Marsh"."""
WRITTEN_BY = re.compile(rf"\bwritten by (?:[\w’']+ ){{0,6}}?(?:{_WRITER} )?(?P<who>{NAME})")
EMPLOYER = re.compile(
    rf"(?P<who>{NAME})['’]s (?P<person>{NAME})(?P<writes> (?:\w+ )?(?:reports|reported|writes|wrote|notes"
    r"|noted|points? out|pointed out|puts? it|argues|argued|explains|explained)\b|:)?"
)

_LISTENERS = (
    "workers?|medics?|police|officers?|doctors?|staff|investigators?|paramedics?|deputies|detectives?"
    "|nurses?|authorities|court|judge|lawmakers|parliament"
)
TOLD = re.compile(
    r"\b(?:told|tells?|telling|(?:an? )?(?:[\w-]+ )?interview with|(?:statement|e-?mail|message|query"
    r"|comment)(?: provided| sent| given)? to|spoke (?:to|with)|speaking (?:to|with)|(?:said|confirmed|denied"
    r"|refuted)(?: [\w-]+){0,3} to|answered) (?:the )?"
    rf"(?P<who>{NAME}|(?:[a-z-]+ ){{0,2}}(?:{_LISTENERS})\b|(?:news)?paper\b|magazine\b|network\b|station\b)"
)
POSTING = re.compile(r"\btweet\w*|\bTwitter\b|\bFacebook\b", re.IGNORECASE)
"""What a writer says there is the writer's own word, not the paper's."""
FILED = re.compile(
    r"\b[Ii]n (?:an?|the|his|her|their|its) (?:[\w-]+ ){0,2}?(?P<who>complaint|lawsuit|affidavit|filing"
    r"|petition|indictment|memoir|autobiography|testimony)\b"
)
IN_PIECE = re.compile(rf"\bin (?:an?|the|his|her|their) (?P<who>{NAME}) (?:{_ARTICLE})\b")
VIA = re.compile(rf"(?:[Vv]ia|[Aa]ccording to|[Pp]er) {WHO},")
CITING = re.compile(r"\b(?:citing|quoting|which (?:cites|cited|quotes|quoted)) (?P<who>[^,.;:\n“”\"]{3,80})")
BASIS = re.compile(
    r"\b(?:his|her|their|its|the|this|that) (?:information|account|story|claim|report|news|tip)s?"
    rf" (?:comes?|came|is based|was based|rests?|rested) (?:from|on) {WHO}"
)
CHANNEL = re.compile(
    r"\b(?:posted|published|appeared|distributed|released|circulated|disseminated|shared|uploaded)"
    r"(?: online)? (?:on|by|in|to|through|via) (?:the |a |an |several |some )?"
    r"(?P<who>(?:[\w’'-]+ ){0,3}?(?:websites?|sites?|forums?|accounts?|users|supporters|channels?|pages?)\b"
    rf"|{NAME})"
)
"""Where a statement came out."""

_IT = rf"(?:{_ARTICLE}|rumou?r|claim|hoax|photo|picture|image|video|news|joke|prank)s?"
FIRST_IN = re.compile(
    rf"\b{_IT}(?: \w+){{0,3}}? (?:came|comes|originat\w+|stems?|stemmed|started|began|surfaced|broken|pulled"
    r"|posted|published|reported|made|created)(?: \w+){0,4}? (?:from|by|on|at|in) "
    rf"(?:the |a |an )?(?:[“\"'‘]?\w+[”\"'’]? ){{0,3}}?(?:called )?[“\"'‘]?(?P<who>{NAME})"
)
SPREADS = re.compile(
    rf"(?P<who>{NAME}) (?:also )?(?:posted|published|ran|carried|spread|reported|printed|aired|pulled)"
    rf" (?:a|an|the|this) (?:[\w’'-]+ ){{0,4}}?{_IT}\b"
)
FULL_STORY = re.compile(
    rf"\b(?:[Rr]ead (?:more|the (?:full|rest|whole)\b[^.\n]{{0,30}}?)|[Ff]ull (?:{_ARTICLE}|account)\b"
    rf"[^.\n]{{0,60}}?) (?:at|on|from|in) {WHO}"
)
CREDITS = (
    re.compile(rf"(?<!hoto )(?<!mage )(?<!ideo )\b(?:[Vv]ia|[Hh]/[Tt]|[Hh]at tip(?: to)?)[: ]+{WHO}"),
    re.compile(rf"^(?:Source|From|Credit)[: ]+{WHO}", re.MULTILINE),
    re.compile(rf"\bfirst (?:reported|published|revealed) (?:by|in|on) {WHO}"),
)
"""Credits that stand in a short line of their own."""
REPRINTED = re.compile(
    rf"\b(?:originally|first) (?:appeared|published|posted|ran|printed) (?:on|in|at|by) {WHO}"
)

EXHIBIT = re.compile(
    r"\b(?P<what>(?:video |audio |cctv )?(?:clip|footage|recording|tape|video)"
    r"|photo|photograph|picture|image|screenshot|selfie)s?\b",
    re.IGNORECASE,
)
MOVING = re.compile(r"video|clip|footage|tape|recording", re.IGNORECASE)
SUBJECT = re.compile(rf"(?P<who>{NAME})\b")
