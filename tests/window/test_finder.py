"""Find words in all panes: count, walk, wrap, tint, leave."""

from PySide6.QtWidgets import QApplication

from .hands import Reader
from .story import bring_pair


def find(reader: Reader, words: str) -> str:
    """Press Ctrl+F and type; return what the bar says."""
    reader.press("Ctrl+F")
    finder = reader.window.hands.finder
    assert QApplication.focusWidget() is finder.bar.field
    reader.write(words)
    return finder.bar.count.text()


def now(reader: Reader) -> tuple[int, str]:
    """Return in which pane the hit is that one is at, and its words."""
    for number, column in enumerate(reader.window.desk.stage.columns):
        if column.passing_now is not None:
            return number, column.passing_now.of(column.text)
    return -1, ""


def test_hits_are_counted_over_all_panes(reader: Reader) -> None:
    """Both versions are searched; hits come as one reads, row by row."""
    window = bring_pair(reader)

    assert find(reader, "PER CENT") == "1 of 2"
    assert now(reader) == (0, "per cent")
    reader.press("F3")
    assert window.hands.finder.bar.count.text() == "2 of 2"
    assert now(reader) == (1, "per cent")


def test_it_goes_round(reader: Reader) -> None:
    """After the last comes the first, and the other way round; Enter does as F3."""
    window = bring_pair(reader)
    find(reader, "per cent")

    reader.press("Shift+F3")
    assert window.hands.finder.bar.count.text() == "2 of 2"
    reader.press("Return")
    assert window.hands.finder.bar.count.text() == "1 of 2"
    reader.press("Shift+Return")
    assert window.hands.finder.bar.count.text() == "2 of 2"


def test_curly_quotes_and_hard_lines_do_not_matter(reader: Reader) -> None:
    """The wire has curly quotation marks, the reprint straight ones."""
    bring_pair(reader)

    assert find(reader, '"we had') == "1 of 2"


def test_nothing_found_says_so(reader: Reader) -> None:
    """There is no 0 of 0."""
    bring_pair(reader)

    assert find(reader, "zebra") == "Not in the texts shown"
    reader.press("F3")
    assert now(reader) == (-1, "")


def test_esc_leaves_at_the_words(reader: Reader) -> None:
    """The tints go, the words one was at are selected, their pane has the keys."""
    window = bring_pair(reader)
    find(reader, "northern")
    reader.press("F3")

    reader.press("Escape")

    assert not window.hands.finder.bar.isVisible()
    assert reader.selected_words() == "northern"
    assert QApplication.focusWidget() is window.desk.panes[1]
    assert [column.passing for column in window.desk.stage.columns] == [(), ()]


def test_what_is_selected_is_looked_for(reader: Reader) -> None:
    """Ctrl+F on a selection takes it over."""
    window = bring_pair(reader)
    base = window.reading.base
    assert base is not None
    find(reader, "autumn")
    reader.press("Escape")

    reader.press("Ctrl+F")

    assert window.hands.finder.bar.field.text() == "autumn"
    assert window.hands.finder.bar.count.text() == "1 of 2"


def test_another_size_keeps_the_tints(reader: Reader) -> None:
    """The columns are built anew, the hits stay."""
    window = bring_pair(reader)
    find(reader, "per cent")

    reader.press("Ctrl++")

    assert [len(column.passing) for column in window.desk.stage.columns] == [1, 1]


def test_another_story_is_searched_as_it_comes(reader: Reader) -> None:
    """The count follows what stands in the panes."""
    window = bring_pair(reader)
    reader.drop(
        text="OSTRAVA (Northline) -- A ferry, a ferry, a ferry, and no other boat at all.\n"
    )
    find(reader, "ferry")
    assert window.hands.finder.bar.count.text() == "1 of 3"

    window.hands.turning.step(-1)
    window.hands.turning.step(1)
    reader.settle()

    assert window.hands.finder.bar.count.text() in {"1 of 2", "1 of 3"}


def test_each_pane_has_its_count(reader: Reader) -> None:
    """Beside the sum stand the panes with their own hits, from left to right."""
    window = bring_pair(reader)
    reader.press("Ctrl+F")
    reader.write("fares")

    counts = [part.strip("\u2068\u2069 ") for part in window.frame.find_bar.where.text().split(",")]
    assert [part[-1] for part in counts] == ["1", "1"]
    assert len(counts) == len(window.desk.panes)
