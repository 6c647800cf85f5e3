"""What is out of sight, over, or too wide: no key, message or page outgrows its place."""

from variorum.text import Span
from variorum.window.action_row import ActionId

from .hands import Reader
from .story import bring_pair, highlight


def test_no_key_marks_words_behind_a_page(reader: Reader) -> None:
    """What is selected cannot be highlighted while the story map lies over it."""
    window = bring_pair(reader)
    base = window.reading.base
    assert base is not None
    reader.select(base.id, Span(0, 7))
    window.bar[ActionId.STORY_MAP].trigger()
    reader.settle()

    reader.press("H")

    assert not window.marks.highlights
    assert not window.bar[ActionId.HIGHLIGHT].isEnabled()
    reader.press("Escape")
    assert window.bar[ActionId.HIGHLIGHT].isEnabled()


def test_an_offered_undo_goes_with_what_it_would_undo(reader: Reader) -> None:
    """After the bin was undone, its message cannot take back the deed before."""
    window = bring_pair(reader)
    highlight(reader, "ferry")
    window.bar[ActionId.MOVE_TO_BIN].trigger()
    reader.settle()
    assert "moved to the bin" in window.messages.text
    assert window.messages.isVisible()

    reader.press("Ctrl+Z")

    assert not window.messages.isVisible()


def test_the_status_line_forgets_what_left_the_desk(reader: Reader) -> None:
    """The difference at the caret is not said any more when its story is gone."""
    window = bring_pair(reader)
    base = window.reading.base
    assert base is not None
    at = base.article.text.index("four per cent")
    reader.select(base.id, Span(at, at))
    assert window.status.found

    window.bar[ActionId.MOVE_TO_BIN].trigger()
    reader.settle()

    assert not window.status.found


def test_the_status_line_forgets_a_difference_that_is_none_any_more(reader: Reader) -> None:
    """A sentence is parted from its partner: what differed in it is not said any more."""
    window = bring_pair(reader)
    base = window.reading.base
    assert base is not None
    at = base.article.text.index("four per cent")
    reader.select(base.id, Span(at, at))
    window.desk.take_focus()
    assert window.status.found

    reader.press("U")

    assert not window.status.found


def test_no_page_over_the_desk_widens_a_small_window(reader: Reader) -> None:
    """The page of agreement fits where the texts do."""
    window = bring_pair(reader)
    window.resize(1024, 700)
    reader.settle()

    window.bar[ActionId.AGREEMENT].trigger()
    reader.settle()

    assert window.frame.page is not None
    assert window.width() == 1024


def test_a_note_is_saved_though_its_pane_is_closed(reader: Reader) -> None:
    """The words typed last are kept when the text they are on leaves the desk."""
    window = bring_pair(reader)
    side = window.reading.sides[1]
    reader.select(side.id, Span(0, 7))
    reader.press("H")
    reader.press("N")
    reader.write("asks for a source")

    window.bar[ActionId.CLOSE_PANE].trigger()
    reader.settle()

    assert len(window.reading.sides) == 1
    assert window.bar[ActionId.UNDO].text() == "Undo: note"
