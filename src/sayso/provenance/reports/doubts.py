"""The forms in which a page passes on what nobody owns, and in which it denies a thing."""

from __future__ import annotations

import re

_UNSURE = (
    "online|internet|web|media|social media|twitter|facebook|local|news|unconfirmed|unverified|multiple"
    "|several|some|numerous|many|early|initial|widespread|conflicting|earlier|recent|persistent|viral"
)
HEARSAY = re.compile(
    rf"(?P<who>\b(?:(?:{_UNSURE}) ){{0,3}}(?<!['’]s )(?:rumou?rs?|reports|speculation|chatter|gossip)"
    r"|\bwhispers|\bsocial media)\b(?P<place>(?: (?:are|were|have been))?(?: circulating| spreading| swirling"
    r"| swirled)? on (?:the )?(?P<where>(?-i:[A-Z])\w+|social media|internet))?"
    r"(?= (?:that|swept|of|about|claim\w*|say\w*|suggest\w*|swirl\w*|circulat\w*|are|were|have|had"
    r"|spread\w*|online)\b)",
    re.IGNORECASE,
)
"""Reports and rumours without an owner, with the place they are on."""
SAID_TO_BE = re.compile(
    r"\b(?:is|are|was|were|has been|have been) (?:widely |also )?"
    r"(?:said|reported|claimed|alleged|rumou?red|believed|thought)(?= (?:to|that)\b)"
    r"|\bit (?:is|was|has been) (?:reported|claimed|alleged|said)\b"
)
REPORTEDLY = re.compile(r"\b(?:reportedly|allegedly|purportedly)\b", re.IGNORECASE)
HEDGED_CUE = re.compile(
    r"(?:(?:was|is|were|are|has|have) )?(?:reportedly|allegedly|purportedly)\b", re.IGNORECASE
)
RUMOUR = re.compile(r"\b(?:rumou?rs?|speculation|gossip)\b", re.IGNORECASE)

NEGATED = re.compile(
    r"\b(?:no|not|never|nor|none|neither|nothing|nowhere|cannot|without|\w+n[’']t|(?:non|un)-\w+)\b",
    re.IGNORECASE,
)
_FALSE = (
    "false|fake|untrue|bogus|baseless|unfounded|inaccurate|incorrect|erroneous|wrong|doctored|fabricated"
    "|photoshopped|debunked|a hoax|a joke|a prank|nonsense|illogical|unlikely|unverified|unconfirmed"
)
DENIED = re.compile(
    r"\b(?:erroneous|false|inaccurate|bogus|unfounded|baseless) (?:[\w’']+ )?(?:reports|rumou?rs|claims"
    r"|stories)\b"
    r"|\b(?:ruled? out|alive|hoax|contrary to|debunk\w*|refut\w+|disput\w+"
    r"|no (?:such|evidence|indication|proof)|there (?:is|was|were|are|has been) (?:no|never|not))\b"
    r"|\b(?:no|not|never|cannot|unable|\w+n[’']t)\b[^.\n]{0,60}? (?:evidence|confirm\w*|verif\w+"
    r"|corroborat\w+|substantiat\w+|proof|true|real|accurate|correct|the case)\b"
    rf"|\b(?:is|are|was|were|as|['’]s|['’]re|called)\b[^.\n]{{0,20}}? (?:{_FALSE})\b",
    re.IGNORECASE,
)
"""Words that deny whatever they stand with, whichever way a claim is put."""
THE_CLAIM = re.compile(
    r"\b(?:claims?|reports?|rumou?rs?|story|stories|allegations?|hoax|suggestions?|accusations?|assertions?"
    r"|info\w*)\b",
    re.IGNORECASE,
)
"""How a page refers to what is going round."""
IT = re.compile(r"(?:it|this|that|them|those|the same)\W*\Z", re.IGNORECASE)
