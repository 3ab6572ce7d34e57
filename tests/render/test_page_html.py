from __future__ import annotations

import base64
import dataclasses
import hashlib
import re
from collections.abc import Iterator
from importlib.resources import files
from itertools import product
from typing import cast

import pytest
from harbour import harbour
from lxml import html

from sayso.model import Attribution, Page, Problem, Speaker, Stance
from sayso.render.page_html import page_html


def document(*pages: Page) -> html.HtmlElement:
    return html.document_fromstring("".join(page_html(pages)))


def hostile() -> Page:
    text = "<script>alert(1)</script> said “<img src=x onerror=alert(2)>” & \u202eleft\u202c; it's </p></div>"
    said = text.index("said")
    evil = '"><script>alert(3)</script>'
    return Page(
        id=evil,
        text=text,
        url=f"javascript:alert(4){evil}",
        outlet=evil,
        title=f"</title>{evil}",
        language=evil,
        attributions=(
            Attribution(
                'x" onclick="alert(5)', ((0, said - 1),), ((said, said + 4),), ((said + 5, len(text)),),
                speaker=Speaker(evil, "person", evil, evil), chain=(evil,), stance=cast(Stance, evil),
            ),
        ),
        problems=(Problem(evil, evil),),
    )  # fmt: skip


def test_every_attribution_is_marked_and_has_its_chain() -> None:
    page = harbour()
    tree = document(page)
    marked = {element.get("data-of") for element in tree.xpath("//*[@data-of]")}
    assert marked == {f"p0-{attribution.id}" for attribution in page.attributions}
    entry = tree.get_element_by_id("p0-1").text_content()
    assert [name for name in ("Vessia's Ministry of Transport", "Meridian News") if name in entry]
    assert entry.index("Vessia's Ministry of Transport") < entry.index("Meridian News")
    assert "according to … the ministry" in entry


def test_each_stop_of_the_keyboard_is_described_by_a_chain() -> None:
    tree = document(harbour(), harbour())
    stops = tree.xpath("//*[@tabindex]")
    assert len(stops) == 16
    for stop in stops:
        assert tree.get_element_by_id(stop.get("aria-describedby")).tag == "li"
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))


def test_it_needs_nothing_from_elsewhere() -> None:
    whole = "".join(page_html([harbour()]))
    tree = html.document_fromstring(whole)
    assert not tree.xpath("//@src | //link | //iframe | //form | //@href[not(starts-with(., '#'))]")
    assert "url(" not in whole
    assert "@import" not in whole


def test_the_policy_lets_just_its_own_style_and_script_run() -> None:
    tree = document(hostile())
    policy = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert "default-src 'none'" in policy
    for element in ("style", "script"):
        (content,) = tree.xpath(f"//{element}/text()")
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{element}-src 'sha256-{digest}'" in policy
    assert "unsafe" not in policy


def test_hostile_text_stays_text() -> None:
    tree = document(hostile())
    assert len(tree.xpath("//script")) == 1
    assert not tree.xpath("//img")
    assert not tree.xpath("//@onclick | //@onerror")
    assert not tree.xpath("//a")
    assert hostile().text in tree.xpath("//div[@class='text']")[0].text_content()


def test_marks_that_turn_the_text_are_fenced_in() -> None:
    style = files("sayso.render").joinpath("page.css").read_text()
    assert re.search(r"\.text p.*unicode-bidi: isolate", style)


def test_the_text_is_given_word_for_word() -> None:
    page = harbour()
    shown = document(page).xpath("//div[@class='text']")[0].text_content()
    assert shown.split() == page.article.text.split()


def test_problems_come_last_and_in_words() -> None:
    assert document(harbour()).xpath("string(//*[@class='problems'])").split()[-1] == "not-english"


def test_a_page_without_attributions_says_so() -> None:
    page = dataclasses.replace(harbour(), attributions=())
    assert "Nobody is said to say anything here." in document(page).text_content()


def test_pages_are_taken_one_at_a_time() -> None:
    taken = 0

    def pages() -> Iterator[Page]:
        nonlocal taken
        for _ in range(3):
            taken += 1
            yield harbour()

    written = ""
    for piece in page_html(pages()):
        written += piece
        assert taken <= written.count("<article") + 1
    assert written.count("<article") == 3


def luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
def test_everything_can_be_read_in_both_themes(theme: int) -> None:
    style = files("sayso.render").joinpath("page.css").read_text()
    colours = dict(re.findall(r"--(\w+): (#\w{6})", re.findall(r":root \{(.*?)\}", style, re.S)[theme]))
    grounds = ("paper", "panel", "tint1", "tint2", "tint3", "picked")
    for ink, ground in [*product(["ink"], grounds), *product(["quiet"], grounds[:-1])]:
        assert contrast(colours[ink], colours[ground]) >= 4.5, (ink, ground)
    for ground in grounds:
        assert contrast(colours["accent"], colours[ground]) >= 3, ground
