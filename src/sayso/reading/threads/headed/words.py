"""The words that stand around comments and are not theirs: headings of threads, buttons, deleted comments."""

from __future__ import annotations

import re

_HEADING = re.compile(
    r"(?:\d[\d., ]* )?(?:reader |all |the )?"
    r"(?:comments?|responses?|replies|thoughts?|kommentare?|kommentarer|"
    r"commentaires?|comentarios?|comentários?|commenti|reacties|комментари(?:и|ев|й|я)|"
    r"komentarze|komentáře|yorumlar|评论|コメント|تعليقات)"
    r"(?: ?\(\d[\d., ]*\)| \d[\d., ]*)?(?: (?:to|on|zu|sur|à|auf|en|su|op|к) .{1,200})?:?",
    re.I,
)
_BUTTONS = frozenset(
    (
        "reply|replies|like|likes|dislike|share|report|report abuse|flag|permalink|link|parent|root|"
        "next|prev|edit|edited|quote|upvote|downvote|recommend|recommended|vote|save|hide|"
        "hide replies|show replies|view replies|report this comment|log in to reply|reply to this|"
        "reply to this comment|see more|follow|love|helpful|embed|unlike|copy link|avatar|like this|"
        "thumbs up|thumbs down|context|give award|top commenter|pinned|author|antworten|melden|teilen|"
        "gefällt mir|zitieren|répondre|signaler|partager|j'aime|citer|responder|compartir|me gusta|"
        "denunciar|curtir|compartilhar|rispondi|mi piace|condividi|segnala|reageren|beantwoorden|"
        "delen|ответить|пожаловаться|поделиться|нравится|цитировать|odpowiedz|svara|svar|rapporter|"
        "cevapla|回复|返信"
    ).split("|")
)
_COUNTED = re.compile(
    r"[▲▼△▽↑↓👍👎❤♥+-]*\s*[+-]?\d{1,6}\s*"
    r"(?:points?|likes?|votes?|upvotes?|recommends?|replies|reply|reactions?|people like this)?\s*[▲▼👍👎]*"
)
_VOTED = re.compile(
    r"(?<![\w+-])(?P<votes>[+-]?\d{1,6})"
    r"(?: ?(?:points?|likes?|votes?|upvotes?|recommends?)\b|\s*[•·|]\s*reply\b)"
    r"|[▲👍❤♥] ?(?P<after>\d{1,6})\b",
    re.I,
)
_BETWEEN_BUTTONS = re.compile(r"[·•|›»▲▼↑↓👍👎,()\[\]–—…-]|\s{2,}")
_DELETED = re.compile(
    r"\[?(?:deleted|removed|flagged|dead)\]?|"
    r"[\[(]?(?:this|the)? ?(?:comment|post|message) (?:was|has been|is|were)? ?(?:deleted|removed|withdrawn)"
    r"(?: (?:by|because|for|as) .{1,160})?[.\])]*|"
    r"(?:dieser |der )?(?:kommentar|beitrag) wurde .{0,60}(?:gelöscht|entfernt)[.\]]*|"
    r"(?:ce )?commentaire (?:a été )?(?:supprimé|retiré).{0,60}|"
    r"(?:este )?comentario (?:ha sido |fue )?(?:eliminado|borrado).{0,60}|"
    r"(?:este )?comentário (?:foi )?(?:removido|apagado).{0,60}|"
    r"комментарий (?:был )?удал[её]н.{0,60}",
    re.I,
)
_LONGEST_BUTTONS, _LONGEST_HEADING = 160, 240


def heads_thread(line: str) -> bool:
    """Whether ``line`` says that comments follow: "42 comments", "3 thoughts on …", "12 Responses to …"."""
    return len(line) <= _LONGEST_HEADING and _HEADING.fullmatch(line) is not None


def is_furniture(line: str) -> bool:
    """Whether ``line`` is nothing but buttons and counts ("3 • Reply • Share ›")."""
    if len(line) > _LONGEST_BUTTONS:
        return False
    parts = [part.strip().casefold().replace("’", "'") for part in _BETWEEN_BUTTONS.split(line)]
    return all(_is_button(part) or all(map(_is_button, part.split())) for part in parts)


def _is_button(part: str) -> bool:
    return not part or part in _BUTTONS or _COUNTED.fullmatch(part) is not None


def has_button(line: str) -> bool:
    """Whether ``line`` is furniture with a button in it, not only a count or a mark."""
    return is_furniture(line) and any(char.isalpha() for char in line)


def votes_in(line: str) -> int | None:
    """The votes that a line of furniture tells."""
    told = _VOTED.search(line)
    return int(told["votes"] or told["after"]) if told else None


def says_deleted(words: str) -> bool:
    """Whether ``words`` stand in the place of a comment that is gone."""
    return len(words) <= 240 and _DELETED.fullmatch(words.strip()) is not None
