"""A thread is made whole, whatever is wrong with what the source says of it."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.reading.passages import Passage
from sayso.reading.threads.mending import mended
from sayso.reading.threads.posts import Post

KEYS = st.sampled_from(["1", "2", "3", "4", "1-2", "1-2-2", ""])
POSTS = st.lists(st.builds(Post, KEYS, st.none() | KEYS, author=st.uuids().map(str)), max_size=12)


def tree(*answers: str) -> tuple[Post, ...]:
    """Posts from ``"key"`` or ``"key parent"``."""
    pairs = (answer.partition(" ") for answer in answers)
    return tuple(Post(key, parent or None) for key, _, parent in pairs)


def shape(posts: tuple[Post, ...]) -> list[str]:
    """The keys of ``posts``, indented by depth, missing ones in brackets."""
    depths: dict[str | None, int] = {None: -1}
    lines = []
    for post in posts:
        depths[post.key] = depths[post.parent] + 1
        lines.append("  " * depths[post.key] + (f"({post.key})" if post.missing else post.key))
    return lines


def codes(*answers: str) -> dict[str, str]:
    """What had to be mended in the posts, and how often."""
    return {p.code: p.message.rsplit(" ", 1)[-1] for p in mended(tree(*answers))[1]}


def mended_shape(*answers: str) -> list[str]:
    return shape(mended(tree(*answers))[0])


def test_answers_are_put_under_what_they_answer_in_the_order_given() -> None:
    assert mended_shape("c a", "a", "d", "b a", "e c") == ["a", "  c", "    e", "  b", "d"]
    assert codes("c a", "a", "d", "b a", "e c") == {}


def test_what_is_answered_but_not_there_gets_one_place_where_its_first_answer_stood() -> None:
    answers = ("a", "b gone", "c", "d gone", "e b")
    assert mended_shape(*answers) == ["a", "(gone)", "  b", "    e", "  d", "c"]
    assert codes(*answers) == {"absent-parents": "1"}


def test_an_answer_to_itself_goes_to_the_top() -> None:
    answers = ("a", "b b", "c b")
    assert mended_shape(*answers) == ["a", "b", "  c"]
    assert codes(*answers) == {"self-answers": "1"}


def test_a_circle_is_cut_at_its_earliest_post() -> None:
    answers = ("x c", "b a", "c b", "a c", "y z", "z y")
    assert mended_shape(*answers) == ["b", "  c", "    x", "    a", "y", "  z"]
    assert codes(*answers) == {"circular-answers": "2"}


def test_the_second_post_with_a_key_gets_its_own_and_the_first_keeps_the_answers() -> None:
    answers = ("a", "a", "b a", "a b", "a-2")
    assert mended_shape(*answers) == ["a", "  b", "    a-4", "a-3", "a-2"]
    assert codes(*answers) == {"repeated-keys": "2"}


def test_one_problem_a_kind() -> None:
    assert codes("a x", "b y", "c c", "d d", "a", "a") == {
        "absent-parents": "2",
        "self-answers": "2",
        "repeated-keys": "2",
    }


def test_all_else_of_a_post_is_kept() -> None:
    post = Post("7", "gone", "Ina Brill", "2031-04-02", "Bridge", "u", 3, body=(Passage("paragraph", "No."),))
    assert mended([post])[0][1] is post


def test_nothing_is_a_thread_too() -> None:
    assert mended(()) == ((), ())


def test_a_thread_far_deeper_than_the_stack() -> None:
    chain = [Post(str(n), str(n - 1) if n else None) for n in range(20_000)]
    assert mended(chain[::-1])[0] == tuple(chain)


@given(POSTS)
def test_any_posts_give_a_forest_with_each_of_them_once(posts: list[Post]) -> None:
    whole, _ = mended(posts)
    made = [post for post in whole if post.missing]
    assert sorted(p.author or "" for p in whole if not p.missing) == sorted(p.author or "" for p in posts)
    assert {post.key for post in made}.isdisjoint(post.key for post in posts)
    assert len({post.key for post in whole}) == len(whole)
    path: list[str] = []
    for post in whole:  # depth-first: each answers the last one, or one that the last one stands under
        while path and path[-1] != post.parent:
            path.pop()
        assert path or post.parent is None
        path.append(post.key)


@given(POSTS)
def test_a_whole_thread_comes_back_unchanged(posts: list[Post]) -> None:
    whole, _ = mended(posts)
    assert mended(whole) == (whole, ())


@given(st.lists(KEYS, unique=True))
def test_only_what_is_wrong_is_changed(keys: list[str]) -> None:
    posts = [Post(key, keys[n // 2] if n else None) for n, key in enumerate(keys)]
    assert {post.key: post for post in mended(posts[::-1])[0]} == {post.key: post for post in posts}
