"""HTML: the article's words in blocks, where they link to, and what the page says of itself."""

import pytest

from sayso.errors import UnreadablePage
from sayso.model import Page
from sayso.reading import read_page

FILLER = (
    "<p>The council has talked about the bridge for eleven years, and the people of Norvale have got "
    "used to hearing that a decision is near; this time, it seems, one was taken in a single night.</p>"
)

STORY = f"""<!DOCTYPE html>
<html lang="en-GB"><head>
<title>Old bridge at Norvale to close | The Tallow Post</title>
<meta property="og:site_name" content="The Tallow Post">
<meta name="author" content="Ina Brill">
<link rel="canonical" href="https://tallowpost.example/news/bridge">
<meta property="article:published_time" content="2021-03-04T08:15:00Z">
</head><body>
<nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article>
<h1>Old bridge at <em>Norvale</em> to close</h1>
<p>The bridge will close in May, the <a href="../council/minutes?a=1&amp;b=2"> council
said</a>, which <a href="https://ree.example/">Mayor Tomas Ree</a> confirmed to
<a href="mailto:x@y.example">us</a>.</p>
{FILLER}
<h2>What the engineers found</h2>
<p>Short.</p>
<figure><img src="b.jpg"><figcaption>The bridge in 1999. <b>Photo:</b> A. Tiller</figcaption></figure>
<p>"It is <b>not</b> safe," said Olu Marsh.<br>Two beams are cracked.<br><br>A third is bent.</p>
<p>The Harbour Wire continues:</p>
<blockquote><p>Ms Marsh told us that <a href="beams">eight beams</a> had failed.</p>
They <i>will</i> be replaced.<blockquote>Nobody knows when.</blockquote></blockquote>
<p>The mayor said <q>we will not wait</q>.</p>
<ul><li>Point <a href="#one">one</a> is the cost of it.</li><li><p>Point two is the time.</p></li></ul>
{FILLER.replace("eleven", "twelve")}
</article>
<footer>All rights reserved</footer>
</body></html>"""


@pytest.fixture(scope="module")
def page() -> Page:
    return read_page(STORY.encode())


def words(page: Page, kind: str) -> list[str]:
    return [page.text[slice(*block.span)] for block in page.blocks if block.kind == kind]


def article(*parts: str) -> bytes:
    return ("<html><body><article>" + "".join(parts) + FILLER * 2 + "</article></body></html>").encode()


def test_what_the_page_says_of_itself(page: Page) -> None:
    assert page.title == "Old bridge at Norvale to close"
    assert page.byline == "Ina Brill"
    assert page.outlet == "The Tallow Post"
    assert page.published == "2021-03-04T08:15:00Z"
    assert page.url == page.id == "https://tallowpost.example/news/bridge"
    assert page.language == "en"
    assert page.problems == ()


def test_the_headline_is_the_first_block(page: Page) -> None:
    assert page.text.startswith("Old bridge at Norvale to close\n\nThe bridge will close in May")
    assert words(page, "heading") == ["Old bridge at Norvale to close", "What the engineers found"]
    assert page.text.count("Old bridge at Norvale") == 1


def test_menus_and_footers_are_no_article(page: Page) -> None:
    assert "Home" not in page.text and "rights reserved" not in page.text


def test_white_space_is_plain_and_short_blocks_are_kept(page: Page) -> None:
    paragraphs = words(page, "paragraph")
    assert (
        "The bridge will close in May, the council said, which Mayor Tomas Ree confirmed to us." in paragraphs
    )
    assert "Short." in paragraphs
    assert "Point one is the cost of it." in paragraphs and "Point two is the time." in paragraphs


def test_one_line_break_stays_in_the_paragraph_and_two_end_it(page: Page) -> None:
    paragraphs = words(page, "paragraph")
    assert '"It is not safe," said Olu Marsh.\nTwo beams are cracked.' in paragraphs
    assert "A third is bent." in paragraphs


def test_quotation_marks_that_the_browser_would_write_are_written(page: Page) -> None:
    assert "The mayor said “we will not wait”." in words(page, "paragraph")


def outline(page: Page, parent: str | None) -> list[object]:
    """What lies in the block ``parent``: paragraphs as their words, quotations as lists."""
    return [
        outline(page, block.id) if block.kind == "quote" else page.text[slice(*block.span)]
        for block in page.blocks
        if block.parent == parent
    ]


def test_a_quotation_holds_its_paragraphs_and_the_quotation_in_it(page: Page) -> None:
    outer, inner = [block for block in page.blocks if block.kind == "quote"]
    inside = ["Ms Marsh told us that eight beams had failed.", "They will be replaced."]
    assert outline(page, outer.id) == [*inside, ["Nobody knows when."]]
    assert inner.parent == outer.id
    assert page.text[slice(*outer.span)] == "\n\n".join([*inside, "Nobody knows when."])
    assert page.text[slice(*inner.span)] == "Nobody knows when."


@pytest.mark.parametrize(
    ("markup", "quotations"),
    [
        ("<q>One.<q><p>Two.</p><p>Three.</p></q>Four.</q>", [["One.", ["Two.", "Three."], "Four."]]),
        ("<q>One.<div><q>Two.<br>Three.<q>Four.</q></q></div></q>", [["One.", ["Two.\nThree.", ["Four."]]]]),
        ("<q>One.<q>Two.</q><q>Three.</q></q><q>Four.</q>", [["One.", ["Two."], ["Three."]], ["Four."]]),
        ("<q>One.<q><ul><li>Two.</li><li>Three.</li></ul></q></q>", [["One.", ["Two.", "Three."]]]),
        ("<q><q>One.</q></q>", [[["One."]]]),
    ],
)  # fmt: skip
def test_quotations_keep_their_nesting(markup: str, quotations: list[object]) -> None:
    page = read_page(article(FILLER, markup.replace("q>", "blockquote>")))
    assert [item for item in outline(page, None) if isinstance(item, list)] == quotations


def test_captions_are_told_from_paragraphs(page: Page) -> None:
    assert words(page, "caption") == ["The bridge in 1999. Photo: A. Tiller"]


def test_links_are_citations_with_exact_spans_and_absolute_addresses(page: Page) -> None:
    assert [(c.text, c.url) for c in page.citations] == [
        ("council said", "https://tallowpost.example/council/minutes?a=1&b=2"),
        ("Mayor Tomas Ree", "https://ree.example/"),
        ("eight beams", "https://tallowpost.example/news/beams"),
    ]
    assert all(page.text[slice(*c.span)] == c.text for c in page.citations)


def test_blocks_are_parted_by_an_empty_line(page: Page) -> None:
    leaves = [block for block in page.blocks if block.kind != "quote"]
    assert page.text == "\n\n".join(page.text[slice(*block.span)] for block in leaves)


def test_a_known_address_stands_before_the_canonical_one() -> None:
    page = read_page(STORY.encode(), url="https://mirror.example/a/copy")
    assert page.url == page.id == "https://mirror.example/a/copy"
    assert page.citations[2].url == "https://mirror.example/a/beams"


def test_the_base_element_decides_where_links_lead() -> None:
    markup = STORY.replace("<head>", '<head><base href="https://archive.example/x/">')
    assert read_page(markup.encode()).citations[2].url == "https://archive.example/x/beams"


def test_links_without_a_known_address_are_no_citations() -> None:
    markup = article('<p>The minutes are <a href="minutes">here</a>, said the council of Norvale.</p>')
    assert read_page(markup).citations == ()


def test_a_malformed_address_is_no_citation() -> None:
    markup = article('<p>The minutes are <a href="http://[x">here</a>, said the council of Norvale.</p>')
    assert read_page(markup).citations == ()


def test_the_title_is_put_in_front_where_the_article_has_no_headline() -> None:
    markup = article().replace(b"<body>", b"<head><title>Old bridge to close</title></head><body>")
    page = read_page(markup)
    assert page.text.startswith("Old bridge to close\n\nThe council")
    assert page.blocks[0].kind == "heading"


@pytest.mark.parametrize("home", ["/", "https://tallow.example/", "/blog/", "index.html"])
def test_the_name_of_the_site_is_not_the_headline(home: str) -> None:
    markup = f"""<html><head><title>The Tallow Blog</title></head><body>
        <h1><a href="{home}">The Tallow Blog</a></h1>
        <h2 class="entry-title">Two beams are cracked</h2><div>{FILLER}{FILLER.replace("eleven", "ten")}</div>
        </body></html>"""
    assert read_page(markup.encode()).title == "Two beams are cracked"


def test_a_quotation_in_a_table_that_lays_out_the_page_is_kept() -> None:
    quotation = "<blockquote>Eight beams have failed since the spring, and more will.</blockquote>"
    markup = f"""<html><body><table><tr><td>Menu</td><td><h2>Two beams are cracked</h2>{FILLER}
        <p>Ms Marsh wrote:</p>{quotation}{FILLER.replace("eleven", "ten")}</td></tr></table></body></html>"""
    assert words(read_page(markup.encode()), "quote") == [
        "Eight beams have failed since the spring, and more will."
    ]


def test_preformatted_text_has_paragraphs() -> None:
    page = read_page(article("<pre>The bridge will close, said\nthe council.\n\nIt is old, said Ree.</pre>"))
    paragraphs = words(page, "paragraph")
    assert "The bridge will close, said the council." in paragraphs
    assert "It is old, said Ree." in paragraphs


def test_a_date_that_is_only_mentioned_is_not_the_date_of_the_page() -> None:
    page = read_page(article("<p>The bridge was built on 4 March 1999, said the council of Norvale.</p>"))
    assert page.published is None


@pytest.mark.parametrize(
    "markup",
    [
        "<html></html>",
        "<!doctype html>",
        "<html><head><title>Norvale</title></head><body><script>run()</script></body></html>",
        "<html><body>Home</body></html>",
        "<html><body><h1>The bridge at Norvale will close in May.</h1></body></html>",
        "<html><body><nav><a href='/'>Home</a><a href='/world'>World</a></nav></body></html>",
        "<html><body><ul><li><a href='/'>Home</a></li><li><a href='/u.s.'>U.S.</a></li></ul></body></html>",
        "<html><head><title>Log in</title></head><body><form><label>User name</label><input><button>Log in"
        "</button></form><p><a href='/lost'>Have you forgotten your password?</a></p></body></html>",
        "<html><head><title>The Tallow Post</title></head><body><div><p>We use cookies to make this site "
        "better for you. By going on you accept that.</p><button>Accept</button></div></body></html>",
        "<html><body><p>Please enable JavaScript in your browser to go on.</p></body></html>",
        "<html><body><p>© 2021 The Tallow Post. Nothing may be copied from here.</p></body></html>",
    ],
)
def test_a_page_without_an_article_is_unreadable(markup: str) -> None:
    with pytest.raises(UnreadablePage, match="no article found; save"):
        read_page(markup.encode())


@pytest.mark.parametrize(
    "words",
    [
        "Mayor Ree said no.",
        "The bridge will close in May, the council said. It is old.",
        "“We use cookies on our site,” the council said.",
        "The council has told sites to do without cookies.",
        "市長は橋が夏の間閉鎖されると述べ、住民は決定に同意した。",
        "นายกเทศมนตรีกล่าวว่าสะพานจะปิดในเดือนพฤษภาคม",
    ],
)
def test_a_very_short_article_is_read(words: str) -> None:
    markup = f"<html><body><nav><a href='/'>Home</a></nav><h1>Old bridge</h1><p>{words}</p></body></html>"
    assert words in read_page(markup.encode()).text


@pytest.mark.parametrize(
    "tag", ["div", "b", "span", "blockquote", "ul><li", "table><tr><td", "q", "p", "a href=x"]
)
def test_markup_nested_thousands_deep_does_not_overflow(tag: str) -> None:
    page = read_page(article(FILLER).replace(b"</article>", f"<{tag}>".encode() * 10_000 + b"Deep down."))
    assert "The council has talked" in page.text


def test_a_page_that_is_cut_short_says_so() -> None:
    page = read_page(article(FILLER, "<div>" * 10_000, "Deep down.", "</div>" * 10_000))
    assert [p.code for p in page.problems] == ["cut-short"]


def test_an_extractor_that_fails_makes_the_page_unreadable(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise AssertionError("not foreseen")

    monkeypatch.setattr("trafilatura.bare_extraction", fail)
    with pytest.raises(UnreadablePage, match="cannot be taken apart"):
        read_page(STORY.encode())


def test_the_libraries_print_no_warnings(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(UnreadablePage):
        read_page(b"<!doctype html><html><body></body></html>")
    assert capfd.readouterr() == ("", "")
