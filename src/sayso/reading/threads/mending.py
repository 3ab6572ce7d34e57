"""Make a thread whole: every comment under what it answers, whatever is wrong with what the source says."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence

from sayso.model import Problem
from sayso.reading.problems import problem
from sayso.reading.threads.posts import Post


def mended(posts: Sequence[Post]) -> tuple[tuple[Post, ...], tuple[Problem, ...]]:
    """``posts``, in any order, as a forest in depth-first order, and what had to be mended for that.

    Every answer stands under what it answers, siblings in the order given: a reader whose source
    gives none sorts by time itself. An answer to something that is not there gets a ``missing`` post
    to stand under, one for each unknown key, on the top level where its first answer stood. A post
    that answers itself, and the earliest of those that answer each other in a circle, goes to the top
    level. Of posts with one key the first keeps it, and the answers; the others get keys of their own.
    Nothing else of a post is changed, and a forest in depth-first order comes back as it is.
    """
    whole, absent = _with_absent(posts)
    places: dict[str, int] = {}
    for place, post in enumerate(whole):
        places.setdefault(post.key, place)
    keys = _own_keys(whole, places)
    parents = [
        None if post.parent is None or post.parent == post.key else places[post.parent] for post in whole
    ]
    circles = list(_earliest_in_circles(parents))
    for place in circles:
        parents[place] = None
    counts = {
        "absent-parents": absent,
        "self-answers": sum(post.parent == post.key for post in whole),
        "circular-answers": len(circles),
        "repeated-keys": len(whole) - len(places),
    }
    tree = tuple(_rekeyed(whole[place], keys, parents, place) for place in _depth_first(parents))
    return tree, tuple(problem(code, count=count) for code, count in counts.items() if count)


def _with_absent(posts: Sequence[Post]) -> tuple[list[Post], int]:
    """``posts`` with a missing one before the first answer to each key that is not there, and how many."""
    there = {post.key for post in posts}
    whole: list[Post] = []
    for post in posts:
        if post.parent is not None and post.parent not in there:
            there.add(post.parent)
            whole.append(Post(post.parent, missing=True))
        whole.append(post)
    return whole, len(whole) - len(posts)


def _own_keys(posts: list[Post], first: dict[str, int]) -> list[str]:
    """A key for each of ``posts``, no two alike; ``first`` tells which post keeps its key."""
    taken = set(first)
    numbers = dict.fromkeys(first, 2)
    keys = []
    for place, post in enumerate(posts):
        key = post.key
        while place != first[post.key] and key in taken:
            key = f"{post.key}-{numbers[post.key]}"
            numbers[post.key] += 1
        taken.add(key)
        keys.append(key)
    return keys


def _earliest_in_circles(parents: list[int | None]) -> Iterator[int]:
    """The first place of each circle that following ``parents`` ends in."""
    seen_from: dict[int, int] = {}
    for start in range(len(parents)):
        place: int | None = start
        while place is not None and place not in seen_from:
            seen_from[place] = start
            place = parents[place]
        if place is not None and seen_from[place] == start:
            yield min(_circle(place, parents))


def _circle(start: int, parents: list[int | None]) -> Iterator[int]:
    yield start
    place = parents[start]
    while place is not None and place != start:
        yield place
        place = parents[place]


def _depth_first(parents: list[int | None]) -> Iterator[int]:
    answers: dict[int | None, list[int]] = {}
    for place, parent in enumerate(parents):
        answers.setdefault(parent, []).append(place)
    ahead = answers.get(None, [])[::-1]
    while ahead:
        place = ahead.pop()
        yield place
        ahead.extend(reversed(answers.get(place, ())))


def _rekeyed(post: Post, keys: list[str], parents: list[int | None], place: int) -> Post:
    above = parents[place]
    key, parent = keys[place], None if above is None else keys[above]
    return (
        post
        if (key, parent) == (post.key, post.parent)
        else dataclasses.replace(post, key=key, parent=parent)
    )
