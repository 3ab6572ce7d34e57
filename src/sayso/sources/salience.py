"""Keep, while a page is read, who is being talked about: the more lately and centrally, the more salient."""

from __future__ import annotations

from .entities import Entity

SPEAKER, SUBJECT, OBJECT, OBLIQUE, QUOTED = 3.0, 2.0, 1.0, 0.7, 0.3
_FADING = 0.55
_ADDING = 0.3
_FORGOTTEN = 0.04
_MOST_IN_MIND = 64

Ranking = list[tuple[float, Entity]]


class Salience:
    """How salient each entity is; every sentence that passes lets it fade."""

    def __init__(self) -> None:
        self._scores: dict[int, tuple[float, int, Entity]] = {}

    def mention(self, entity: Entity, weight: float, sentence: int) -> None:
        """The page speaks of ``entity`` in this sentence."""
        before = self.score(entity, sentence)
        score = max(before, weight) + _ADDING * min(before, weight)
        self._scores[id(entity)] = (score, sentence, entity)
        if len(self._scores) > 2 * _MOST_IN_MIND:
            kept = self.ranking(sentence)[:_MOST_IN_MIND]
            self._scores = {id(one): (score, sentence, one) for score, one in kept}

    def score(self, entity: Entity, sentence: int) -> float:
        """How salient ``entity`` is in this sentence."""
        known = self._scores.get(id(entity))
        return _faded(known[0], known[1], sentence) if known else 0.0

    def ranking(self, sentence: int) -> Ranking:
        """All that is not yet forgotten, the most salient first; of two alike, the one named first."""
        scored = [(_faded(score, last, sentence), one) for score, last, one in self._scores.values()]
        ranked = [pair for pair in scored if pair[0] >= _FORGOTTEN]
        ranked.sort(key=lambda pair: (-pair[0], pair[1].first, pair[1].name))
        return ranked


def _faded(score: float, last: int, sentence: int) -> float:
    return score * _FADING ** (sentence - last) if sentence > last else score
