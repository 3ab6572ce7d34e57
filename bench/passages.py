"""The tokenized passages that published PolNeAR results use: read as pages, answered as one label a token.

The passages of one article are put together again, with the spacing of ordinary print, so that the
program reads what a person would; each token's place in that text is known.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import groupby

import sayso
from bench.corpora import Row
from sayso import Page

ROLES = ("content", "source", "cue")
"""In the order they are written: where two attributions claim a token, the later role has it."""
PRINTED = {"``": "“", "''": "”", "`": "‘", "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "--": "—"}
NO_SPACE_BEFORE = {",", ".", ";", ":", "?", "!", ")", "]", "%", "”", "n't"}
NO_SPACE_AFTER = {"(", "[", "$", "“", "‘", "#"}


def labelled(passages: Iterable[Row]) -> list[Row]:
    """For each passage, the labels that the program gives its tokens."""
    result: list[Row] = []
    for name, group in groupby(passages, key=lambda passage: passage["id"]):
        text, places = printed([passage["tokens"] for passage in group])
        page = sayso.read(json.dumps({"id": name, "text": text}).encode())
        result.extend({"labels": _labels(tokens, page)} for tokens in places)
    return result


def printed(passages: list[list[str]]) -> tuple[str, list[list[tuple[int, int]]]]:
    """The passages as one text, a paragraph each, and the span of each token in it."""
    text = ""
    places = []
    for tokens in passages:
        text += "\n\n" if text else ""
        before = None
        spans = []
        for token in tokens:
            shown = PRINTED.get(token, token)
            glued = before is None or before in NO_SPACE_AFTER or shown in NO_SPACE_BEFORE or shown[0] in "'’"
            text += shown if glued else f" {shown}"
            spans.append((len(text) - len(shown), len(text)))
            before = shown
        places.append(spans)
    return text, places


def _labels(tokens: list[tuple[int, int]], page: Page) -> list[str]:
    labels = ["O"] * len(tokens)
    outermost = [a for a in page.attributions if a.parent is None or a.within == "scope"]
    for role in ROLES:
        for attribution in outermost:
            for start, end in getattr(attribution, role):
                inside = [n for n, (a, b) in enumerate(tokens) if a < end and start < b]
                for n in inside:
                    labels[n] = f"I-{role}"
                if inside:
                    labels[inside[0]] = f"B-{role}"
    return labels
