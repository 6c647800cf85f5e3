"""Every place of a word, by keyboard: ask, sort, open, export, go back."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from variorum.library.search.concordance import LineOrder
from variorum.library.search.matching import plain_words
from variorum.window.concordance.hand import Concordances
from variorum.window.concordance.model import Column

from .hands import Reader
from .story import bring_pair


def ask(reader: Reader, words: str) -> Concordances:
    """Open the concordance and type."""
    if not reader.window.hands.concordance.is_open:
        reader.press("Ctrl+Alt+C")
    page = reader.window.hands.concordance.page
    page.query.setFocus(Qt.FocusReason.OtherFocusReason)
    page.query.selectAll()
    reader.write(words)
    reader.press("Return")
    return reader.window.hands.concordance


def lines(hand: Concordances, column: Column) -> list[str]:
    """Return what stands in a column."""
    model = hand.page.model
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def test_every_place_comes_in_a_line(reader: Reader) -> None:
    """Both versions have the word; the page says how often it stands where."""
    bring_pair(reader)

    hand = ask(reader, "councils OR ferry")

    assert sorted(lines(hand, Column.WORD)) == ["councils", "councils", "ferry", "ferry"]
    assert hand.page.count.text() == "4 places in 2 texts"
    assert QApplication.focusWidget() is hand.page.view


def test_lines_are_sorted_as_wanted(reader: Reader) -> None:
    """By what follows at first, then by what goes before."""
    bring_pair(reader)
    hand = ask(reader, "the")
    assert [after.split()[0] for after in lines(hand, Column.RIGHT)] == sorted(
        after.split()[0] for after in lines(hand, Column.RIGHT)
    )

    hand.page.order.setCurrentIndex(hand.page.order.findData(LineOrder.LEFT.value))
    hand.page.order.activated.emit(hand.page.order.currentIndex())

    before = [plain_words(words)[-1:] for words in lines(hand, Column.LEFT)]
    assert before == sorted(before)


def test_a_line_opens_at_its_words(reader: Reader) -> None:
    """Enter shows the words in their text; the action brings the lines back as they were."""
    window = bring_pair(reader)
    hand = ask(reader, '"six per cent"')

    reader.press("Return")

    assert not hand.is_open
    assert reader.selected_words() == "six per cent"
    reader.press("Ctrl+Alt+C")
    assert hand.is_open
    assert lines(hand, Column.WORD) == ["six per cent"]
    reader.press("Esc")
    assert not hand.is_open
    assert QApplication.focusWidget() in window.desk.panes


def test_the_words_of_the_search_are_taken_over(reader: Reader) -> None:
    """What is asked for in the search field is what the lines are of."""
    bring_pair(reader)
    reader.press("Ctrl+K")
    reader.write("piers")
    reader.settle()

    reader.press("Ctrl+Alt+C")

    hand = reader.window.hands.concordance
    assert lines(hand, Column.WORD) == ["piers", "piers"]


def test_what_is_not_understood_is_said(reader: Reader) -> None:
    """A field that there is not is named, and so is a word that stands nowhere."""
    bring_pair(reader)

    assert "There is no field sorce:" in ask(reader, "sorce:northline").page.nothing.text()
    assert "“zebra” stands in no text" in ask(reader, "zebra").page.nothing.text()


def test_lines_are_exported_as_they_stand(reader: Reader, tmp_path: Path) -> None:
    """The table has a row for each line."""
    bring_pair(reader)
    hand = ask(reader, "piers")
    reader.answers.path = tmp_path / "piers.csv"

    hand.export()
    reader.settle()

    rows = reader.answers.path.read_text("utf-8-sig").splitlines()
    assert rows[0].startswith("article,story,source,published,start,end,left,word,right")
    assert len(rows) == 3
