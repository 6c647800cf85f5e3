"""The page that stands alone: whole, harmless, readable without colour and without script."""

import re
from html.parser import HTMLParser

from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.assets import resources
from variorum.collation.collate import collate
from variorum.collation.values import VariantClass
from variorum.exchange.comparison import Comparison, Edition, StorySheet
from variorum.exchange.html import comparison_page, page
from variorum.text import PassageKind
from variorum.wire.reader import read

VOID = {"meta", "br", "!doctype"}


class Outline(HTMLParser):
    """Read a page as a browser does: its elements, its words, its nesting."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[str] = []
        self.words = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element that opens."""
        self.tags.append(tag)
        self.attributes += [name for name, _ in attrs]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Check that the element closed is the one opened last."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Note the words."""
        self.words += data


def rendered(sheet: StorySheet) -> str:
    """Return the page of a story."""
    return "".join(page([sheet], title="Test"))


def test_the_page_is_well_nested(sheet: StorySheet) -> None:
    """Every element is closed where it was opened."""
    assert Outline(rendered(sheet)).open == []


def test_words_of_a_story_stay_words(sheet: StorySheet) -> None:
    """Markup in a story, a note, a code or a title is shown, never obeyed."""
    outline = Outline(rendered(sheet))

    assert not {"b", "i", "walk", "them"} & set(outline.tags) - {"b"}
    for words in ("<b>Pilots’ Guild</b>", "<i>who</i>", "Pilots <walk> out", "Who counted <them>?"):
        assert words in outline.words


def test_the_page_needs_no_script_and_no_network(sheet: StorySheet) -> None:
    """It forbids itself both."""
    html = rendered(sheet)
    outline = Outline(html)

    assert not {"script", "link", "img", "iframe", "a"} & set(outline.tags)
    assert not [name for name in outline.attributes if name.startswith("on")]
    assert "default-src 'none'" in html


def test_variants_are_underlined_by_class(sheet: StorySheet) -> None:
    """A changed figure is underlined as substance on both sides."""
    html = rendered(sheet)

    assert re.findall(r'<span class="v substance" [^>]*>([^<]*)</span>', html) == ["14", "17"]


def test_gaps_and_notes_are_told(sheet: StorySheet) -> None:
    """What was cut leaves a label; every note stands on the page."""
    words = Outline(rendered(sheet)).words

    for expected in (
        "— cut —",
        "— credit cut —",
        "On the story.",
        "On the article.",
        "Ask *her*.",
        "Quotations",
    ):
        assert expected in words


def test_a_story_with_one_version_is_shown_alone() -> None:
    """Without a comparison the text itself is the page."""
    edition = Edition(read("A lone story about a ferry."), "The Beacon")

    assert "A lone story about a ferry." in Outline(rendered(StorySheet("Alone", edition))).words


def test_the_style_sheet_knows_every_class_and_furniture() -> None:
    """A class of variants without a line of its own would go unseen."""
    css = (resources() / "export" / "page.css").read_text(encoding="utf-8")

    lines = [re.findall(rf"\.{kind} \{{ ([^}}]*)", css) for kind in VariantClass]
    assert all(lines)
    assert len({line[-1] for line in lines}) == len(VariantClass)
    assert {PassageKind.HEADLINE, PassageKind.CROSSHEAD} <= set(re.findall(r"\.(\w+)", css))


@settings(max_examples=40)
@given(st.text(max_size=80), st.text(max_size=80))
def test_any_text_can_be_shown(base: str, version: str) -> None:
    """Whatever two texts hold, their page is well nested and holds no element of theirs."""
    one, other = (Edition(read(text), "<x>") for text in (base, version))

    outline = Outline(comparison_page(Comparison(one, other, collate(one.article, other.article))))

    assert outline.open == []
    assert not {"x", "script"} & set(outline.tags)


def test_every_colour_of_the_page_is_in_the_themes(sheet: StorySheet) -> None:
    """A colour that no theme names would leave words unseen."""
    html = rendered(sheet)

    used = set(re.findall(r"var\(--([\w-]+)\)", html))
    defined = set(re.findall(r"--([\w-]+):", html))
    assert used <= defined
