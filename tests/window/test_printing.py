"""What is read, on paper: where pages end, and what a PDF holds."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdfium2 import PdfDocument

from variorum.window.printing.breaks import pages_of

from .hands import Reader
from .story import UPDATE, bring_pair, highlight

HEIGHT = 100.0


@st.composite
def scrolls(draw: st.DrawFn) -> tuple[list[float], list[tuple[float, float]]]:
    """Draw rows of one or two columns, each of lines of its own height."""
    ends: list[float] = []
    lines: list[tuple[float, float]] = []
    top = 0.0
    for _ in range(draw(st.integers(0, 12))):
        bottoms = [top + 4.0]
        for _ in range(draw(st.integers(1, 2))):
            leading, y = float(draw(st.integers(5, 30))), top
            for _ in range(draw(st.integers(0, 12))):
                lines.append((y, y + leading))
                y += leading
            bottoms.append(y)
        top = max(bottoms) + 3.0
        ends.append(top)
    return ends, lines


@given(scrolls())
def test_pages_tile_what_is_printed(drawn: tuple[list[float], list[tuple[float, float]]]) -> None:
    """Nothing is left out, nothing is printed twice, no page is taller than there is room."""
    ends, lines = drawn
    pages = pages_of(ends, lines, height=HEIGHT)

    assert [top for top, _ in pages[1:]] == [bottom for _, bottom in pages[:-1]]
    assert (pages[0][0] if pages else 0.0) == 0.0
    assert (pages[-1][1] if pages else 0.0) == (ends[-1] if ends else 0.0)
    assert all(0 < bottom - top <= HEIGHT for top, bottom in pages)


def test_a_page_ends_below_a_row() -> None:
    """What does not fit begins the next page."""
    ends = [40.0, 80.0, 140.0]

    assert pages_of(ends, [(0.0, 10.0)], height=HEIGHT) == [(0.0, 80.0), (80.0, 140.0)]


def test_a_tall_row_ends_between_its_lines() -> None:
    """No line of any column is cut."""
    lines = [(float(y), float(y + 30)) for y in range(0, 240, 30)]
    lines += [(float(y), float(y + 20)) for y in range(0, 240, 20)]

    assert pages_of([240.0], lines, height=HEIGHT)[0] == (0.0, 60.0)


def words_of(path: Path) -> str:
    """Return all words of a PDF, in one line."""
    with PdfDocument(path) as found:
        return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in found)


@pytest.mark.parametrize("count", [1, 2, 3])
def test_a_pdf_holds_all_panes_and_the_details(reader: Reader, tmp_path: Path, count: int) -> None:
    """The words of every shown version are in it, then its figures and the reader's marks."""
    window = bring_pair(reader)
    reader.drop(text=UPDATE)
    highlight(reader, "four per cent")
    window.desk.take_focus()
    reader.press(f"Ctrl+{count}")
    path = tmp_path / "story.pdf"
    reader.answers.path = path

    reader.press("Ctrl+P")

    words = words_of(path)
    assert "four" in words
    assert ("six" in words or "seven" in words) == (count > 1)
    assert "“four per cent”" in words
    assert words.count("sentences added") == count - 1
    assert path.name in window.messages.text


def test_a_page_holds_all_panes(reader: Reader, tmp_path: Path) -> None:
    """Saved as a page, each version stands beside the base."""
    window = bring_pair(reader)
    reader.drop(text=UPDATE)
    window.desk.take_focus()
    reader.press("Ctrl+3")
    path = tmp_path / "story.html"
    reader.answers.path = path

    reader.press("Ctrl+P")

    page = path.read_text(encoding="utf-8")
    assert "six" in page
    assert "seven" in page


def test_a_pdf_that_cannot_be_saved_says_why(reader: Reader, tmp_path: Path) -> None:
    """The bar tells it; nothing is left half done."""
    window = bring_pair(reader)
    reader.answers.path = tmp_path / "no" / "folder.pdf"

    reader.press("Ctrl+P")

    assert "could not be saved" in window.messages.text
