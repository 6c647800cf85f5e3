"""The codebook by mouse and keyboard: a tree, its dialogs, its keys."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QMenu

from variorum.annotations.values import Code
from variorum.window.action_row import ActionId
from variorum.window.codebook.choosing import MergeDialog, SplitDialog
from variorum.window.codebook.editor import CodeEditor
from variorum.window.main_window import MainWindow

from .hands import Reader
from .story import bring_pair, highlight


def add(reader: Reader, *names: str) -> MainWindow:
    """Add codes by the key, each as the reader names it."""
    for name in names:
        reader.answers.line = name
        reader.press("Ctrl+Shift+K")
    return reader.window


def tree(window: MainWindow) -> list[str]:
    """Return the names as the tree shows them, set in by their depth."""
    depth: dict[object, int] = {None: -1}
    found: list[str] = []
    for row in window.codes.rows:
        depth[row.code.id] = depth[row.code.parent] + 1
        found.append("-" * depth[row.code.id] + row.code.name)
    return found


def choose(window: MainWindow, name: str) -> Code:
    """Choose a code in the tree, with the keys."""
    code = next(row.code for row in window.codes.rows if row.code.name == name)
    window.codes.choose(code.id)
    window.codes.take_focus()
    return code


def do(reader: Reader, action: ActionId) -> None:
    """Do what an action of the menus does."""
    assert reader.window.bar[action].isEnabled()
    reader.window.bar[action].trigger()
    reader.settle()


def test_codes_are_moved_by_the_arrows(reader: Reader) -> None:
    """Alt and an arrow move the chosen code: up, down, below the one above, and out again."""
    window = reader.open()
    add(reader, "A", "B", "C")
    choose(window, "C")

    reader.press("Alt+Up")
    assert tree(window) == ["A", "C", "B"]
    reader.press("Alt+Right")
    assert tree(window) == ["A", "-C", "B"]
    reader.press("Alt+Left")
    assert tree(window) == ["A", "C", "B"]
    reader.press("Alt+Down")
    assert tree(window) == ["A", "B", "C"]
    assert window.codes.current() is not None
    reader.press("Ctrl+Z", times=4)
    assert tree(window) == ["A", "B", "C"]


def drop(window: MainWindow, name: str, target: str, *, at: float) -> None:
    """Drag a code over another, and let it go at a share of that row's height."""
    choose(window, target)
    view = window.codes.tree
    rect = view.visualRect(view.currentIndex())
    choose(window, name)
    place = QPointF(rect.left() + 20, rect.top() + at * rect.height())
    mime = view.model().mimeData([view.currentIndex()])
    move, left, none = (
        Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    view.dragMoveEvent(QDragMoveEvent(place.toPoint(), move, mime, left, none))
    view.dropEvent(QDropEvent(place, move, mime, left, none))


def test_codes_are_dragged_to_another_place(reader: Reader) -> None:
    """On a code, it stands below it then; between two, beside them; on the free ground, last."""
    window = reader.open()
    add(reader, "A", "B", "C")

    drop(window, "C", "A", at=0.5)
    reader.settle()
    assert tree(window) == ["A", "-C", "B"]

    drop(window, "B", "A", at=0.05)
    reader.settle()
    assert tree(window) == ["B", "A", "-C"]

    drop(window, "B", "C", at=0.95)
    reader.settle()
    assert tree(window) == ["A", "-C", "-B"]


def test_all_of_a_code_is_said_in_its_dialog(reader: Reader) -> None:
    """F4 opens it; what is saved is one step of undo."""
    window = reader.open()
    add(reader, "A", "B")
    choose(window, "B")

    reader.press("F4")
    dialog = window.hands.coding.dialog
    assert isinstance(dialog, CodeEditor)
    dialog.name.setText("Claim")
    dialog.sign.setText("Q")
    dialog.description.setPlainText("what is said")
    dialog.key.setCurrentIndex(1)
    dialog.parent_code.setCurrentIndex(1)
    dialog.accept()
    reader.settle()

    code = choose(window, "Claim")
    assert (code.sign, code.description, code.key) == ("Q", "what is said", 1)
    assert tree(window) == ["A", "-Claim"]
    do(reader, ActionId.UNDO)
    assert tree(window) == ["A", "B"]
    assert choose(window, "A").key == 1


def test_a_code_without_a_name_is_not_saved(reader: Reader) -> None:
    """The dialog says so and stays."""
    window = reader.open()
    add(reader, "A")
    choose(window, "A")
    reader.press("F4")
    dialog = window.hands.coding.dialog
    assert isinstance(dialog, CodeEditor)

    dialog.name.setText("  ")
    dialog.accept()

    assert dialog.isVisible()
    assert dialog.trouble.text()
    dialog.reject()


def test_a_code_cannot_be_put_below_itself_in_the_dialog(reader: Reader) -> None:
    """Neither it nor what is below it is offered."""
    window = reader.open()
    add(reader, "A", "B", "C")
    drop(window, "B", "A", at=0.5)
    reader.settle()
    choose(window, "A")
    reader.press("F4")
    dialog = window.hands.coding.dialog
    assert isinstance(dialog, CodeEditor)

    offered = [dialog.parent_code.itemText(n) for n in range(dialog.parent_code.count())]

    assert offered[1:] == ["C"]
    dialog.reject()


def test_a_number_key_goes_to_the_code_that_the_reader_gives_it(reader: Reader) -> None:
    """The menu of a code gives it a key; the key marks with it then."""
    window = bring_pair(reader)
    add(reader, "A", "B")
    code = choose(window, "B")
    menu = window.codes.menu_for(code)
    keys = next(inner for inner in menu.findChildren(QMenu) if inner.title() == "Number key")
    keys.actions()[1].trigger()
    reader.settle()
    menu.close()

    highlight(reader, "four per cent")
    reader.press("1")

    (mark,) = window.marks.highlights
    assert [one.name for one in window.marks.codes_of(mark.codes)] == ["B"]


def test_a_retired_code_stays_on_its_marks_and_is_given_no_more(reader: Reader) -> None:
    """Its key does nothing; Enter on it says why; brought back it is given again."""
    window = bring_pair(reader)
    add(reader, "A")
    highlight(reader, "four per cent")
    reader.press("1")
    choose(window, "A")

    do(reader, ActionId.RETIRE_CODE)
    highlight(reader, "councils")
    reader.press("1")

    first, second = window.marks.highlights
    assert (len(first.codes), len(second.codes)) == (1, 0)
    choose(window, "A")
    reader.press("Return")
    assert "retired" in window.messages.text
    do(reader, ActionId.RETIRE_CODE)
    assert window.codes.rows[0].code.is_offered


def test_codes_are_merged_by_the_menu(reader: Reader) -> None:
    """The chosen code goes into the one that the reader names, with its marks."""
    window = bring_pair(reader)
    add(reader, "A", "B")
    highlight(reader, "four per cent")
    reader.press("1")
    choose(window, "A")

    do(reader, ActionId.MERGE_CODE)
    dialog = window.hands.coding.dialog
    assert isinstance(dialog, MergeDialog)
    dialog.accept()
    reader.settle()

    assert [(row.code.name, row.highlights) for row in window.codes.rows] == [("B", 1)]
    assert "merge of codes" in window.bar[ActionId.UNDO].text()
    do(reader, ActionId.UNDO)
    assert tree(window) == ["A", "B"]


def test_a_code_is_split_by_ticking_quotations(reader: Reader) -> None:
    """What is ticked gets the new code; without a name or a tick nothing can be split."""
    window = bring_pair(reader)
    add(reader, "A")
    for words in ("four per cent", "councils"):
        highlight(reader, words)
        reader.press("1")
    choose(window, "A")

    do(reader, ActionId.SPLIT_CODE)
    dialog = window.hands.coding.dialog
    assert isinstance(dialog, SplitDialog)
    dialog.accept()
    assert dialog.isVisible()
    dialog.name.setText("A2")
    item = dialog.quotations.item(1)
    assert item is not None
    item.setCheckState(Qt.CheckState.Checked)
    dialog.accept()
    reader.settle()

    names = [[c.name for c in window.marks.codes_of(m.codes)] for m in window.marks.highlights]
    assert names == [["A"], ["A2"]]


def test_del_in_the_codebook_deletes_the_code_and_no_mark(reader: Reader) -> None:
    """The key that removes the mark at the caret is the codebook's own there."""
    window = bring_pair(reader)
    add(reader, "A")
    highlight(reader, "four per cent")
    reader.press("1")
    choose(window, "A")

    reader.press("Del")

    assert window.codes.rows == ()
    assert len(window.marks.highlights) == 1


def test_what_is_folded_stays_folded(reader: Reader) -> None:
    """A new mark changes a count, and neither the fold nor what is chosen."""
    window = bring_pair(reader)
    add(reader, "A", "B")
    drop(window, "B", "A", at=0.5)
    reader.settle()
    choose(window, "A")
    window.codes.tree.collapseAll()

    highlight(reader, "four per cent")
    reader.press("2")

    assert [(r.highlights, r.with_below) for r in window.codes.rows] == [(0, 1), (1, 1)]
    item = window.codes.tree.topLevelItem(0)
    assert item is not None
    assert not item.isExpanded()
    code = window.codes.current()
    assert code is not None
    assert code.name == "A"


def test_a_library_that_is_only_read_changes_no_code(reader: Reader) -> None:
    """A key in the tree is answered with a sentence."""
    reader.open()
    add(reader, "A", "B")
    reader.close()
    window = reader.open(read_only=True)
    choose(window, "B")

    reader.press("Alt+Up")

    assert tree(window) == ["A", "B"]
    assert "only be read" in window.messages.text
