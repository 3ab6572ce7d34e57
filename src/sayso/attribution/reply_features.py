"""What shows how a comment stands to what it answers: its words, its questions, what the two share."""

from __future__ import annotations

import itertools
import math
import re
from dataclasses import dataclass
from zlib import crc32

BUCKETS = 1 << 14
"""How many numbers words and pairs of words are hashed to."""

_ADDRESS = re.compile(r"https?://\S+|www\.\S+")
_NAME = re.compile(r"(?<!\w)@\w+")
_TOKEN = re.compile(r"\w+(?:'\w+)*|\?+|!+|\.\.+|[^\w\s]")
_REPEAT = re.compile(r"(?<!\w)[RM]T(?!\w)|\"\s?@")
_STRAIGHT = str.maketrans("’‘“”", "''\"\"")
_LONGEST = 5_000

_ASKING = "what who where when why how which whose what's who's where's how's"
_OPENING = """is are was were do does did can could would will has have had any should isn't aren't don't
    didn't doesn't"""
_DENYING = """not no never none nothing nobody neither nor cannot cant can't don't dont doesn't doesnt didn't
    didnt isn't isnt aren't arent wasn't wasnt weren't won't wont wouldn't shouldn't couldn't hasn't
    haven't hadn't ain't"""
_KINDS = (
    """agree agreed agrees yes yeah yep yup exactly indeed right true correct absolutely definitely
    totally certainly same thanks thank confirmed confirms confirm precisely well sure ok okay""",
    """false fake hoax lie lies lying liar lied rumor rumors rumour rumours untrue wrong incorrect
    nonsense bullshit bs crap debunked debunk denied denies deny misleading mistaken misinformation
    speculation speculating speculate unconfirmed doubt disagree rubbish photoshopped propaganda
    disproved actually nope facts""",
    _DENYING,
    """source sources link links proof evidence confirm confirmed confirmation confirming true verify
    verified reliable legit real sure""",
    _ASKING,
    _OPENING,
    """sad sadly prayers pray praying rip peace thoughts hope hoping wish god omg horrible terrible awful
    tragic shocking heartbreaking love sorry condolences bless scary damn safe families family heart
    poor disgusting sick wow lol haha""",
    """maybe perhaps might may possibly probably seems seem looks likely think guess suppose apparently
    allegedly could i'd believe heard""",
    "you your you're youre u ur yourself you've you'll you'd yours",
    "i i'm im my me i've mine we our us we're",
    """breaking update updates report reports reported reporting says said police via rt mt confirmed
    confirms according official officials sources news live just statement spokesman dead killed""",
    "idiot idiots stupid moron dumb fool ignorant clueless shut troll ridiculous joke pathetic",
    "should must need needs let let's get them they their those these",
    "but however although though except yet instead rather unless",
    "they them he she his her him",
)
_COMMON = frozenset(
    """the a an of to in on at is are was were be been and or for with that this it its as by from has
    have had will i you he she they we""".split()
)
_LEXICA = tuple(frozenset(words.split()) for words in _KINDS)
_AGREE, _DENY, _NOT, _PROOF, _ASK, _OPEN, _FEEL = _LEXICA[:7]
_YOU, _REPORT = _LEXICA[8], _LEXICA[10]


@dataclass(frozen=True, slots=True)
class Heard:
    """A ``text``, its lower-case ``tokens`` but for addresses and names, and those that are ``words``."""

    text: str
    tokens: tuple[str, ...]
    words: tuple[str, ...]

    @property
    def asks(self) -> bool:
        """Whether there is a question mark in it."""
        return any(token[0] == "?" for token in self.tokens)


def heard(text: str) -> Heard:
    """The words of a text; of a very long one, those of its first 5,000 characters."""
    text = text[:_LONGEST].translate(_STRAIGHT)
    plain = _NAME.sub(" ", _ADDRESS.sub(" ", text)).lower()
    tokens = tuple(_TOKEN.findall(plain))
    return Heard(text, tokens, tuple(token for token in tokens if token[0].isalnum()))


def pieces(comment: Heard) -> list[int]:
    """The bucket of each word and pair of words, and of how the comment begins and ends, each once."""
    tokens = [_plain(token) for token in comment.tokens]
    found = {f"w {token}" for token in tokens}
    found.update(f"w {a} {b}" for a, b in itertools.pairwise(tokens))
    found.update(f"< {' '.join(tokens[:count])}" for count in (1, 2, 3))
    found.update(f"> {token}" for token in tokens[-1:])
    return sorted({crc32(piece.encode("utf-8", "surrogatepass")) % BUCKETS for piece in found})


def _plain(token: str) -> str:
    if token.isdigit():
        return "0"
    return token[0] if token[0] in "?!" else token


def signs(comment: Heard, answered: Heard) -> list[float]:
    """Numbers in a fixed order: questions, look, likeness, kinds of words, what is answered."""
    own = frozenset(comment.words) - frozenset(answered.words)
    found = _questions(comment) + _look(comment) + _likeness(comment, answered)
    found += [number for lexicon in _LEXICA for number in _of_kind(lexicon, comment.words, own)]
    return [float(number) for number in found + _of_answered(comment, answered)]


def _questions(comment: Heard) -> list[float]:
    words = set(comment.words)
    first = comment.words[0] if comment.words else ""
    marks = [token for token in comment.tokens if token[0] == "?"]
    last = comment.tokens[-1:] == tuple(marks[-1:]) != ()
    asked = [bool(words & kind) for kind in (_ASK, _PROOF, _YOU, _NOT)]
    whole: list[float] = [
        bool(marks),
        min(len(marks), 3),
        last,
        max(map(len, marks), default=0) > 1,
        bool(marks) and not last,
    ]
    begins = [
        first in _ASK,
        first in _OPEN,
        first in _ASK and not marks,
        bool(marks) and len(comment.words) <= 8,
    ]
    return whole + begins + [bool(marks) and yes for yes in asked]


def _look(comment: Heard) -> list[float]:
    text, count = comment.text, len(comment.words)
    letters = sum(map(str.isalpha, text))
    loud = sum(len(token) for token in comment.tokens if token[0] == "!")
    capitals = sum(map(str.isupper, text)) / max(1, letters) if count > 2 else 0.0
    marks = [loud > 0, min(loud, 4), any(token[:2] == ".." for token in comment.tokens), capitals]
    links = [bool(_ADDRESS.search(text)), bool(_REPEAT.search(text)), text.lstrip(".")[:1] == "@"]
    tags = [min(text.count("#"), 3), min(len(_NAME.findall(text)), 4)]
    return marks + links + tags + [math.log1p(count), count <= 3, count == 0]


def _likeness(comment: Heard, answered: Heard) -> list[float]:
    said, before = set(comment.words) - _COMMON, set(answered.words) - _COMMON
    both = len(said & before)
    repeats, repeated = both / max(1, len(said)), both / max(1, len(before))
    known = set(answered.words)
    own = sum(word not in known for word in comment.words)
    numbers, others = ({w for w in some if any(map(str.isdigit, w))} for some in (said, before))
    figures = [bool(numbers), bool(others and numbers - others), bool(numbers & others)]
    copied = [repeats > 0.7 and len(comment.words) > 5, repeated > 0.7]
    return [repeats, repeated, *copied, math.log1p(own), *figures]


def _of_kind(lexicon: frozenset[str], words: tuple[str, ...], own: frozenset[str]) -> list[float]:
    """Whether the comment has words of a kind, how many, among its first two, and of its own."""
    count = sum(word in lexicon for word in words)
    return [count > 0, min(count, 3) / 3, not lexicon.isdisjoint(words[:2]), not lexicon.isdisjoint(own)]


def _of_answered(comment: Heard, answered: Heard) -> list[float]:
    words, text = set(answered.words), answered.text
    denies, denied = (not _NOT.isdisjoint(some.words) for some in (comment, answered))
    kinds = [bool(words & kind) for kind in (_REPORT, _FEEL, _DENY, _AGREE)]
    look = [bool(_ADDRESS.search(text)), text.lstrip(".")[:1] == "@", bool(_REPEAT.search(text))]
    against = [denies != denied, denied, denies and len(comment.words) < 8]
    asks = [answered.asks, answered.asks and not comment.asks]
    return [*asks, math.log1p(len(words)), *kinds, *look, *against]
