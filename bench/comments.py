"""How well comments are read from web pages, beside what is asked: words, reply edges, speed.

    python -m bench.comments [--json]

Needs the corpus of pages (see `bench/README.md`). The pages fall into two halves by a hash of their
id: rules were chosen on the first only, the second was only ever scored. Comments are scored as their
subject, the page's own words for author and time, and their words, which is what most of the gold
has; `body` is the words alone.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import trafilatura
from lxml import html

from bench.corpora import SHARED, rows, scorer
from sayso.errors import UnreadablePage
from sayso.reading import read_page
from sayso.reading.encoding import decode
from sayso.reading.threads.markup import Thread, thread_of

COMMENTS = SHARED / "data" / "comments"
ASKED = {"article": 0.92, "comments": 0.90, "parents": 0.98}
_ASKED_SECONDS = {10_000: 5.0}
_SIZES = (100, 1_000, 10_000, 100_000)
_LIMIT = 200_000_000
_OWN = re.compile(r"(?:^|[-_])(?:comment|tree|c)[-_]?(\d+)\Z")
_DEPTH = re.compile(r"(?:^|\s)depth-(\d+)(?:\s|$)")

Edges = dict[str, str | None]


def chosen_on(id: str) -> bool:
    """Whether the page ``id`` is in the half that rules were chosen on."""
    return hashlib.sha256(id.encode()).digest()[0] % 2 == 0


def thread_in(markup: str) -> Thread:
    """The thread of a page."""
    tree = trafilatura.load_html(markup if "html" in markup[:50].lower() else f"<!DOCTYPE html>\n{markup}")
    return Thread() if tree is None else thread_of(tree, url=None, published=None)


def read(id: str, markup: str) -> tuple[dict[str, str], Thread]:
    """What the scorer compares, and the thread."""
    thread = thread_in(markup)
    words = ["\n".join(passage.text for passage in post.body) for post in thread.posts]
    shown = [
        f"{post.subject or ''}\n{credit}\n{body}"
        for post, credit, body in zip(thread.posts, thread.credits, words, strict=True)
    ]
    named = [
        f"{p.subject or ''}\n{p.author or ''}\n{body}" for p, body in zip(thread.posts, words, strict=True)
    ]
    row = {"id": id, "article": _article(id), "comments": "\n".join(shown)}
    return row | {"named": "\n".join(named), "body": "\n".join(words)}, thread


def _article(id: str) -> str:
    try:
        page = read_page(_path(id), id=id)
    except UnreadablePage:
        return ""
    first = min((comment.span[0] for comment in page.comments if comment.span), default=len(page.text))
    return page.text[:first]


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


def found_edges(thread: Thread) -> Edges:
    """The reader's edges by the numbers in the keys."""
    numbers = {post.key: (re.findall(r"\d+", post.key) or [post.key])[-1] for post in thread.posts}
    return {numbers[p.key]: numbers.get(p.parent) if p.parent else None for p in thread.posts}


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


def pages() -> Iterator[tuple[dict[str, Any], str]]:
    """Each row of the gold with its page's markup."""
    for row in rows(COMMENTS / "gold.jsonl"):
        yield row, decode(_path(row["id"]).read_bytes(), html=True)[0]


def _path(id: str) -> Path:
    return COMMENTS / "pages" / f"{id}.html"


def figures() -> dict[str, float]:
    """Each figure by its name."""
    gold: dict[str, Any] = {}
    guess: dict[str, Any] = {}
    right, answers = [], []
    for row, markup in pages():
        gold[row["id"]] = row
        guess[row["id"]], thread = read(row["id"], markup)
        stated, found = stated_edges(markup), found_edges(thread)
        hits = [(parent, key in found and found[key] == parent) for key, parent in stated.items()]
        right += [hit for _, hit in hits]
        answers += [hit for parent, hit in hits if parent is not None]
    result = _scores(gold, guess)
    result["parents"] = sum(right) / len(right)
    result["parents.answers"] = sum(answers) / len(answers)
    return result


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
        for kind in ("comments", "named", "body"):
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
        print(f"| {name} | {value:.3f} | {ASKED.get(name.partition('.')[0], '')} |")
    for count, value in times.items():
        print(f"| seconds for {count:,} comments | {value:.2f} | {_ASKED_SECONDS.get(count, '')} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
