"""The words by which web pages name the parts of a thread, in their markup and to their readers' eyes."""

from __future__ import annotations

import re

_PIECES = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")

_STEM = re.compile(r"(comments?|kommentare?|comentarios?|commentaires?)")

ITEM = frozenset(
    (
        "annotation answer cmnt cmt cmts com comentario comentarios comentrio comment commentaire "
        "commentary commento comments coms discussion disqus dsq feedback fyre kommentar kommentare "
        "livefyre opinion reactie reaction reply respon responder response responses talkback"
    ).split()
)
AROUND = frozenset(
    (
        "area block comments coms container footer form header intro list number respond responses section "
        "thread"
    ).split()
)
"""Words for what holds the comments, or stands before them."""
FORUM = frozenset("message msg post posting posts topic".split())
AUTHOR = frozenset(
    (
        "auteur author authors autor autore by byline cite commenter creator displayname fn fullname handle "
        "hnuser login member name nick nickname owner persona poster profile screenname submitter user "
        "userlink username vcard who writer"
    ).split()
)
NO_AUTHOR = re.compile(r"comment-?author-|bypostauthor|byuser|.*(?:avatar|photo|picture)", re.I)
"""Names that tell of an author without standing at one's name."""
TIME = frozenset(
    (
        "age ago created date dated dateline datetime datum day posted published time timeago timestamp when"
    ).split()
)
BODY = frozenset(
    (
        "bd blod body bodycopy commentbody commenttext commtext content contents copy entry formattedtext "
        "inner main md message msg paragraph preview quote richtext said text txt usertext"
    ).split()
)
CONTROL = frozenset(
    (
        "abuse action actions admin avatar avatars badge badges btn button buttons collapse collapser "
        "control controls count counter delete edit expand expander flag follow footer form gravatar icon "
        "like likes link links menu meta metadata moderation nav navigation navs num number options "
        "permalink permlink photo pic picture pts rank rate rating reblog recommend reply replybox report "
        "score sep separator share sig signature social spam sprite stars stats subscribe thumb thumbs "
        "toggle toolbar tools upvote vote votes voting"
    ).split()
)
VOTES = frozenset(
    "karma like likes points pts rating recommend recs score thumbs up upvotes vote votes".split()
)
ASIDE = frozenset(
    (
        "aside carousel latest live liveblog most newest popular promo recent recentcomments related"
        " sidebar sponsored teaser ticker trending tweet twitter widget widgets"
    ).split()
)

_MONTHS = (
    "jan feb mar apr may jun jul aug sep oct nov dec"  # as most languages of Europe begin them
    " mär mai okt dez ene abr ago dic fev avr mei juin juil août déc gen mag giu lug set ott out maj lis"
    " янв фев мар апр мая июн июл авг сен окт ноя дек"
)
_MONTH = f"(?:{'|'.join(_MONTHS.split())})"
_UNIT = (
    "(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|wks?|months?|mos?|years?|yrs?|[smhdwy]"
    "|sekunden?|minuten?|stunden?|tag(?:en?)?|wochen?|monat(?:en?)?|jahr(?:en?)?"
    "|heures?|jours?|semaines?|mois|ans?|horas?|días?|semanas?|meses|años?|ore|giorni)"
)
_WHEN = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th|\.)?[ -](?:of |de )?{_MONTH}\w*\b"
    rf"|\b{_MONTH}[\w.]* \d{{1,2}}(?:st|nd|rd|th)?\b"
    r"|\b\d{1,4}[./-]\d{1,2}[./-]\d{2,4}\b|\b\d{1,2}:\d{2}\b"
    rf"|\b(?:\d+|an?|one|vor|hace|il y a)(?: \d+)? ?{_UNIT}(?: and \d+ {_UNIT}|, \d+ {_UNIT})? ago\b"
    rf"|\b(?:vor|hace|il y a) \S+ {_UNIT}\b|\b\d+ (?:[смчднгл]\w+) назад"
    r"|(?<!\d)\d+ ?(?:年|月|分钟?前|小时前|時間前|日前|天前)"
    r"|\b(?:yesterday|just now|today at)\b",
    re.I,
)
_PERHAPS = re.compile(r"\d|\bago\b|yesterday|now\b|today|vor |hace |il y a", re.I)


def when(text: str, start: int = 0) -> re.Match[str] | None:
    """The first date or time of day in ``text``, as threads show them."""
    return _WHEN.search(text, start) if _PERHAPS.search(text, start) else None


SAYS = re.compile(
    r"(?:^|\s)(?:says?|said|wrote|writes|replied|commented|responded|schrieb|schreibt|sagt|dice|dijo|dit|disse"
    r"|ha scritto|a écrit|escribió|escreveu|пишет|написал\w?)(?: (?:am|on|at|le|el|il|em))?\s*[:.,…]*\s*\Z"
    r"|^\s*(?:(?:posted|comment|commented|submitted|written|left|reply)\s+)?(?:by|von|par|por)\b:?",
    re.I,
)
"""The words around a comment's author."""


def pieces(name: str) -> frozenset[str]:
    """The words that a class or an id is made of, in lower case: "commentMeta-2" is comment, meta."""
    found = (piece.lower() for piece in _PIECES.findall(name))
    return frozenset(part for piece in found for part in _STEM.split(piece) if part)


_CLICKED = frozenset(
    (
        "a abuse action actions all and antworten as awaiting award by cancel collapse comment comments "
        "context delete discuss dislike down downvote edit email embed expand facebook flag follow full "
        "give helpful hide history if in inappropriate is it less like likes link log login mail moderated "
        "moderation moderator more next offensive on or parent permalink permanent point points post prev "
        "previous profile pt pts quote rate rating read rec recommend recommended recs register replies "
        "reply report respond responder rispondi root répondre save score share show sign spam the this "
        "thumb thumbs to top translate tweet twitter unlike up upvote view vote votes you your ответить"
    ).split()
)
_WORD = re.compile(r"[^\W\d_]+")


def is_control(text: str) -> bool:
    """Whether ``text`` is what threads say around a comment for those who use the page, or no words."""
    return all(word in _CLICKED for word in _WORD.findall(text.lower()))


GONE = re.compile(
    r"\W*(?:this |the )?(?:comment|post|message|user)?\s*(?:was |has been |is )?"
    r"(?:deleted|removed|flagged|hidden|unavailable)"
    r"(?: (?:by|for|due|because|from|as|and|the|its|a|an|of|our|user|author|moderators?|administrators?"
    r"|admins?|blog|site|violat\w+|community|guidelines|rules|staff|poster|owner|reason|terms))*\W*",
    re.I,
)
"""What stands in the place of a comment that is gone."""
