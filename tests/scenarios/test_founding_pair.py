"""From two dropped files to a marked comparison that outlives the window, by keyboard alone."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from tests.window.hands import Reader

from variorum.assets import resources
from variorum.collation.values import VariantClass
from variorum.library.queries import stories as queries

NOTE = "Only **one** source?"


@pytest.fixture(params=["founding pair", "twin"])
def pair(request: pytest.FixtureRequest) -> tuple[Path, Path]:
    """Return a wire story and its reprint: the founding pair, and our own twin of it."""
    if request.param == "twin":
        folder = resources() / "samples" / "fisheries-talks"
        return folder / "1-meridian.txt", folder / "2-channel-post.txt"
    return request.getfixturevalue("seeds")


@pytest.mark.parametrize("step", [1, -1], ids=["in order", "reversed"])
def test_two_files_become_a_comparison(reader: Reader, pair: tuple[Path, Path], step: int) -> None:
    """Two dropped files are one story of two versions, with the wire copy as the base."""
    window = reader.open()

    reader.drop(pair[::step])

    assert window.workspace.stories.rowCount() == 1
    assert len(window.reading.versions) == 2
    assert window.reading.base is not None
    assert window.reading.base.article.text == pair[0].read_text(encoding="utf-8")
    assert [pane.column.shown.article_id for pane in window.desk.panes] == [
        side.id for side in window.reading.sides
    ]
    assert "2 articles imported into 1 story" in window.messages.text


def test_what_the_second_paper_did_stands_above_the_desk(
    reader: Reader, pair: tuple[Path, Path]
) -> None:
    """The strip says: no substance, no sentence cut, the quotation verbatim, no correction."""
    window = reader.open()

    reader.drop(pair)

    collation = window.reading.collation
    assert collation is not None
    assert collation.summary.by_class.get(VariantClass.SUBSTANCE, 0) == 0
    said = [chip.said() for chip in window.strip.told()]
    assert "0 substance · 0 of 11 sentences cut" in said
    assert "1 of 1 quotes verbatim" in said
    (others,) = [words for words in said if "other passages" in words]
    assert "7 cut" in others or others == "7 other passages cut"
    assert "Correction not carried" in said


def test_the_sum_takes_one_row_and_keeps_its_height(
    reader: Reader, pair: tuple[Path, Path]
) -> None:
    """A window of 1440 pixels holds it with a correction lost, and a step moves nothing."""
    window = reader.open()
    window.resize(1440, 900)
    reader.drop(pair)
    reader.settle()
    tops = {
        chip.mapTo(window.strip, QPoint()).y() for chip in window.strip.chips() if chip.isVisible()
    }
    height = window.strip.height()

    reader.press("F8", times=3)

    assert len(tops) == 1
    assert window.strip.height() == height


def mark_by_keyboard(reader: Reader) -> str:
    """Make a code, highlight three words with it and write a note, without the mouse."""
    reader.answers.line = "Sourcing"
    reader.press("Ctrl+Shift+K")
    reader.press("F6", times=2)
    reader.press("Ctrl+Home")
    reader.press("Down", times=3)
    reader.press("Ctrl+Shift+Right", times=3)
    words = reader.selected_words()
    reader.press("1")
    reader.press("N")
    reader.write(NOTE)
    reader.press("Ctrl+Return")
    return words


def test_a_mark_by_keyboard_is_undone_redone_and_there_after_a_restart(
    reader: Reader, pair: tuple[Path, Path]
) -> None:
    """A coded highlight with a note goes and comes back, and stands where its words are."""
    window = reader.open()
    reader.drop(pair)

    words = mark_by_keyboard(reader)

    assert len(words.split()) == 3
    assert [mark.anchor.exact for mark in window.marks.highlights] == [words]
    reader.press("Ctrl+Z", times=2)
    assert window.marks.highlights == ()
    reader.press("Ctrl+Shift+Z", times=2)
    assert [mark.anchor.exact for mark in window.marks.highlights] == [words]

    reader.close()
    window = reader.open()

    (mark,) = window.marks.highlights
    (card,) = window.notes.cards
    side = window.marks.side_of(mark.article)
    assert side is not None
    assert mark.span.of(side.article.text) == mark.anchor.exact == words
    assert [code.name for code in window.marks.codes_of(mark.codes)] == ["Sourcing"]
    assert card.mark.text == NOTE


def test_undo_reaches_back_across_a_restart(reader: Reader, pair: tuple[Path, Path]) -> None:
    """What was done before the window was closed can be taken back after it is opened again."""
    reader.open()
    reader.drop(pair)
    mark_by_keyboard(reader)
    reader.close()
    window = reader.open()

    reader.press("Ctrl+Z", times=3)

    assert window.marks.highlights == ()
    assert window.marks.codebook == ()
    assert queries.story_count(window.session.library.reader) == 1
