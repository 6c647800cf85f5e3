"""Notes become HTML that can do nothing, in little time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.app.markup import note_html, note_line


def test_markdown_is_rendered() -> None:
    """Emphasis, lists, line breaks and links come out as such."""
    shown = note_html("**bold** _leaning_\nnext\n\n- one\n- two\n\n[site](https://example.org/a)")

    assert "<strong>bold</strong>" in shown
    assert "<em>leaning</em>" in shown
    assert "<br>" in shown
    assert shown.count("<li>") == 2
    assert '<a href="https://example.org/a">site</a>' in shown


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "[x](javascript:alert(1))",
        "[x](file:///etc/passwd)",
        "[x](data:text/html,hello)",
        "![x](https://example.org/pixel.png)",
        "![x](file:///etc/passwd)",
        '<img src=x onerror="alert(1)">',
        '<a href="javascript:alert(1)" onclick="x()">y</a>',
        "<iframe src='https://example.org'></iframe>",
        "<style>* { display: none }</style>",
        "[x]: javascript:alert(1)\n\n[x]",
    ],
)
def test_nothing_that_acts_gets_through(hostile: str) -> None:
    """Scripts, pictures, frames, handlers and odd addresses are words or gone."""
    shown = note_html(hostile).casefold()

    for sign in ("<script", "<img", "<iframe", "<style", "<a onclick"):
        assert sign not in shown
    for scheme in ("javascript", "file", "data"):
        assert f'<a href="{scheme}' not in shown


@pytest.mark.parametrize("heavy", ["[" * 20_000, "<a " * 5_000, "- " * 200_000, "> " * 5_000])
def test_a_heavy_note_is_shown_as_typed(heavy: str) -> None:
    """What would take minutes to render is not rendered."""
    assert note_html(heavy).startswith("<pre>")


def test_a_deep_list_is_shown_as_typed() -> None:
    """Nesting that would exhaust the stack is not rendered."""
    deep = "\n".join("    " * depth + "- x" for depth in range(300))

    assert note_html(deep).startswith("<pre>")


@given(st.text(max_size=400))
def test_any_words_can_be_shown(words: str) -> None:
    """No note makes an error, and none makes a tag that is not allowed."""
    shown = note_html(words)

    assert "<script" not in shown
    assert "<img" not in shown


@pytest.mark.parametrize(
    ("note", "line"),
    [
        ("# Lead\n\n**Cut** by _one_ paper", "Lead Cut by one paper"),
        ("- first\n- second\n\n> quoted", "first second quoted"),
        ("see [the page](https://example.org/a) & <b>this</b>", "see the page & <b>this</b>"),
        ("[[their lead|article 0b9c1d2e3f40]] was trimmed", "their lead was trimmed"),
        ("three * four, snake_case_name", "three * four, snake_case_name"),
        (" \n", ""),
    ],
)
def test_a_note_is_told_in_a_line(note: str, line: str) -> None:
    """A list shows a note's words without the marks that shape them."""
    assert note_line(note) == line
