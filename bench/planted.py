"""Pages with passages copied into them from others, words changed, sentences dropped and moved: the gold."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.model import Page, Span

_SENTENCE = re.compile(r"[^\s.!?][^.!?\n]*(?:[.!?]+[\"”’')]*|(?=\n)|\Z)")
_WORD = re.compile(r"\w+(?:['’]\w+)*")
_SENTENCES = (2, 12)
_WHOLE, _DROPPED, _MOVED = 0.1, 0.15, 0.4
"""The share of copies that take the whole page; of sentences dropped; of copies with one moved."""


@dataclass(frozen=True, slots=True)
class Planted:
    """A passage of ``source`` that was put into ``host``: the share of its words that were changed, and
    where its sentences stand on the one page and on the other."""

    host: str
    source: str
    rate: float
    spans: tuple[Span, ...]
    originals: tuple[Span, ...]


def planted(texts: dict[str, str], seed: int, rates: Sequence[float]) -> tuple[list[Page], list[Planted]]:
    """Pages made of ``texts``, and what was planted in them.

    The texts are dealt into hosts and sources at random. Every second host gets a passage of a source
    that no other host has one of; the others are left as they are.
    """
    chance = random.Random(seed)
    ids = chance.sample(sorted(texts), len(texts))
    hosts, sources = ids[: len(ids) // 2], ids[len(ids) // 2 :]
    vocabulary = [word for id in ids for word in _WORD.findall(texts[id])]
    made, gold = dict(texts), []
    for number, (host, source) in enumerate(zip(hosts[::2], sources[::2], strict=False)):
        rate = rates[number % len(rates)]
        one = _plant(host, texts[host], source, texts[source], rate, vocabulary, chance)
        if one:
            made[host], copied = one
            gold.append(copied)
    return [Page(id, text) for id, text in sorted(made.items())], gold


def sentences_of(text: str) -> list[Span]:
    """Where the sentences of ``text`` stand, as far as stops tell; those of a word or three left out."""
    return [found.span() for found in _SENTENCE.finditer(text) if len(_WORD.findall(found[0])) > 3]


def edited(sentence: str, rate: float, vocabulary: Sequence[str], chance: random.Random) -> str:
    """``sentence`` with the share ``rate`` of its words replaced, deleted or followed by another."""
    out, at = [], 0
    for word in _WORD.finditer(sentence):
        out.append(sentence[at : word.start()])
        how = chance.randrange(3) if chance.random() < rate else None
        out.append({None: word[0], 0: chance.choice(vocabulary), 1: ""}.get(how, word[0]))
        if how == 2:
            out.append(f" {chance.choice(vocabulary)}")
        at = word.end()
    return "".join(out) + sentence[at:]


def _plant(
    host: str, text: str, source: str, from_: str, rate: float, vocabulary: list[str], chance: random.Random
) -> tuple[str, Planted] | None:
    originals = _chosen(from_, chance)
    if not originals:
        return None
    places = [0, *(gap.end() for gap in re.finditer(r"\n\s*", text)), len(text)]
    at = chance.choice(places)
    spans, pieces, end = [], ["\n\n"], at + 2
    for start, stop in originals:
        sentence = edited(from_[start:stop], rate, vocabulary, chance)
        spans.append((end, end + len(sentence)))
        pieces += [sentence, " "]
        end += len(sentence) + 1
    whole = f"{text[:at]}{''.join(pieces)}\n\n{text[at:]}"
    return whole, Planted(host, source, rate, tuple(spans), tuple(originals))


def _chosen(text: str, chance: random.Random) -> list[Span]:
    """The sentences of a passage of ``text``, some left out, perhaps one moved."""
    sentences = sentences_of(text)
    count = len(sentences) if chance.random() < _WHOLE else chance.randint(*_SENTENCES)
    if len(sentences) < max(count, 2):
        return []
    first = chance.randint(0, len(sentences) - count)
    taken = sentences[first : first + count]
    kept = [one for one in taken if chance.random() >= _DROPPED] if count > 2 else taken
    if len(kept) < 2:
        kept = taken
    if len(kept) > 2 and chance.random() < _MOVED:
        kept.insert(chance.randrange(len(kept)), kept.pop(chance.randrange(len(kept))))
    return kept
