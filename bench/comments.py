"""How well comments are read from web pages, beside what is asked: words, reply edges, speed.

    python -m bench.comments [--json]

Needs the corpus of pages (see `bench/README.md`). The pages fall into two halves by a hash of their
id: rules were chosen on the first only, the second was only ever scored. Comments are scored as their
blocks, which have the page's own title, author and time above the words, as most of the gold has;
`words` are the words alone.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
import time
from collections.abc import Iterator
from typing import Any

from lxml import html

from bench.corpora import SHARED, rows, scorer
from sayso.errors import UnreadablePage
from sayso.model import Page
from sayso.reading import read_page
from sayso.reading.encoding import decode

COMMENTS = SHARED / "data" / "comments"
ASKED = {"article": 0.92, "comments": 0.90, "parents": 0.98}
_ASKED_SECONDS = {10_000: 5.0}
_SIZES = (100, 1_000, 10_000, 100_000)
_LIMIT = 200_000_000
_ADDRESS = "https://tribune.example/story"
_OWN = re.compile(r"(?:^|[-_])(?:comment|tree|c)[-_]?(\d+)\Z")
_DEPTH = re.compile(r"(?:^|\s)depth-(\d+)(?:\s|$)")

Edges = dict[str, str | None]


def chosen_on(id: str) -> bool:
    """Whether the page ``id`` is in the half that rules were chosen on."""
    return hashlib.sha256(id.encode()).digest()[0] % 2 == 0


def read(id: str, data: bytes) -> tuple[dict[str, str], Page | None]:
    """What the scorer compares, and the page; None where it has no article."""
    try:
        page = read_page(data, id=id, url=_ADDRESS, limit=_LIMIT)
    except UnreadablePage:
        return {"id": id, "article": "", "comments": "", "words": ""}, None
    shown = [page.text[slice(*block.span)] for block in page.blocks if block.kind == "comment"]
    words = [page.text[slice(*comment.words)] for comment in page.comments if comment.words]
    row = {"id": id, "article": page.article.text, "comments": "\n".join(shown), "words": "\n".join(words)}
    return row, page


def stated_edges(markup: str) -> Edges:
    """For each comment's number the number of its parent, where classes and lists state them.

    Gold, so it shares nothing with the reader: an element of class ``comment`` with a number in its
    id answers the last of one depth less where it has a class ``depth-N``, else the nearest such
    element around it.
    """
    tree = html.document_fromstring(markup.encode(), parser=html.HTMLParser(encoding="utf-8"))
    edges: Edges = {}
    number: dict[Any, str] = {}
    path: dict[int, str] = {}
    named = "contains(concat(' ', normalize-space(@class), ' '), ' comment ') or contains(@class, 'depth-')"
    for element in tree.xpath(f"//*[{named}][@id]"):
        own = _OWN.search(element.get("id"))
        if not own or own[1] in edges:
            continue
        depth = _DEPTH.search(element.get("class"))
        if depth:
            edges[own[1]] = path.get(int(depth[1]) - 1)
            path[int(depth[1])] = own[1]
        else:
            edges[own[1]] = next((number[up] for up in element.iterancestors() if up in number), None)
        number[element] = own[1]
    return edges if any(edges.values()) else {}


def found_edges(page: Page | None) -> Edges:
    """The reader's edges, by the numbers in the addresses of comments."""
    if page is None:
        return {}
    numbers = {c.id: (re.findall(r"\d+", c.url or "") or [c.id])[-1] for c in page.comments}
    return {numbers[c.id]: numbers[c.parent] if c.parent else None for c in page.comments}


def page_of(count: int) -> str:
    """A page with a story and ``count`` comments, some of them answers, up to 6 deep."""
    day = "<p>The harbour council of Port Calder met again on day {} of the strike.</p>"
    story = "".join(day.format(number) for number in range(9))
    body, depth = [], 0
    for i in range(count):
        deeper = i % 7
        while depth > deeper or (depth and depth == deeper):
            body.append("</li></ul>")
            depth -= 1
        body.append("<ul class='children'>" if depth else "<ul class='commentlist'>")
        depth += 1
        body.append(
            f"<li class='comment depth-{depth}' id='comment-{i}'><div class='comment-author vcard'>"
            f"<cite class='fn'>Reader {i % 97}</cite> <span class='says'>says:</span></div>"
            f"<div class='comment-meta'>"
            f"<a href='#comment-{i}'>March {1 + i % 28}, 2031 at {1 + i % 12}:{i % 60:02} pm</a></div>"
            f"<p>I was at the pier number {i}, and what the Tribune prints is not what I saw there.</p>"
            f"<div class='reply'><a href='?replytocom={i}'>Reply</a></div>"
        )
    body.extend("</li></ul>" for _ in range(depth))
    head = f"<html><head><title>Strike</title></head><body><article><h1>Strike</h1>{story}</article>"
    return f"{head}<div id='comments'>{''.join(body)}</div></body></html>"


def seconds(count: int) -> float:
    """How long it takes to read a page with ``count`` comments."""
    markup = page_of(count).encode()
    start = time.perf_counter()
    read_page(markup, limit=_LIMIT)
    return time.perf_counter() - start


def pages() -> Iterator[tuple[dict[str, Any], bytes]]:
    for row in rows(COMMENTS / "gold.jsonl"):
        yield row, (COMMENTS / "pages" / f"{row['id']}.html").read_bytes()


def figures() -> dict[str, float]:
    """Each figure by its name."""
    gold: dict[str, Any] = {}
    guess: dict[str, Any] = {}
    right, answers = [], []
    for row, data in pages():
        gold[row["id"]] = row
        guess[row["id"]], page = read(row["id"], data)
        stated, found = stated_edges(decode(data, html=True)[0]), found_edges(page)
        hits = [(parent, key in found and found[key] == parent) for key, parent in stated.items()]
        right += [hit for _, hit in hits]
        answers += [hit for parent, hit in hits if parent is not None]
    result = _scores(gold, guess)
    result["parents"] = sum(right) / len(right)
    result["parents.answers"] = sum(answers) / len(answers)
    return {f"pages.{name}": value for name, value in result.items()}


def _scores(gold: dict[str, Any], guess: dict[str, Any]) -> dict[str, float]:
    """F1 of articles and comments, over all pages and over each half."""
    score = scorer("score_comments").score
    halves = {
        "": gold,
        ".chosen-on": {id: row for id, row in gold.items() if chosen_on(id)},
        ".held-out": {id: row for id, row in gold.items() if not chosen_on(id)},
    }
    result: dict[str, float] = {}
    for half, part in halves.items():
        for kind in ("comments", "words"):
            rows_ = {id: {"article": guess[id]["article"], "comments": guess[id][kind]} for id in part}
            found = score(part, rows_)
            result[f"article{half}"] = found["article"]["f1"]
            result[f"{kind}{half}"] = found["comments"]["f1"]
    return result


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    if not COMMENTS.is_dir():
        parser.exit(2, "the corpus of pages with comments is not here (see bench/README.md)\n")
    found = figures()
    times = {count: seconds(count) for count in _SIZES}
    if args.json:
        print(json.dumps(found | {f"seconds.{count}": value for count, value in times.items()}, indent=1))
        return 0
    print("| figure | found | asked |\n| --- | --- | --- |")
    for name, value in found.items():
        print(f"| {name} | {value:.3f} | {ASKED.get(name.split('.')[1], '')} |")
    for count, value in times.items():
        print(f"| seconds for {count:,} comments | {value:.2f} | {_ASKED_SECONDS.get(count, '')} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
