"""Three versions compared, substance stepped through, a move followed, right-to-left read.

All by real keys and clicks on the window, with stories of our own.
"""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from tests.window.hands import Reader

from variorum.app.story_map import StoryMap
from variorum.assets import resources
from variorum.collation.values import VariantClass
from variorum.window.desk.header import Header
from variorum.window.desk.ribbons import Tone
from variorum.window.main_window import MainWindow

SAMPLES = resources() / "samples"

OPENING = "HALVERN (Northline) -- The ferry company will raise its fares by four per cent in June."
QUOTE = "“We had no choice,” chair Adaeze Oke told reporters on Monday in the harbour office."
COUNCILS = "The councils of the islands meet again in the autumn to talk about the northern piers."
FILLING = [
    f"Pier {name} of the outer islands was closed for {days} days after the storms of the winter."
    for days, name in enumerate(
        ("Asker", "Brenn", "Corran", "Dunlin", "Esker", "Farrow", "Garrick", "Hallin", "Innis",
         "Jorvik", "Kestrel", "Lorne", "Marrow", "Norrin"), start=11
    )
]  # fmt: skip


def drop(reader: Reader, *texts: str) -> MainWindow:
    """Open a window with one story in so many versions."""
    window = reader.open()
    for text in texts:
        reader.drop(text=text)
    assert len(window.reading.versions) == len(texts)
    window.desk.take_focus()
    return window


def sample(reader: Reader, name: str) -> MainWindow:
    """Open a window with the versions of one of our sample stories."""
    window = reader.open()
    reader.drop(sorted((SAMPLES / name).iterdir()))
    window.desk.take_focus()
    return window


def head(window: MainWindow, place: int) -> Header:
    """Return the head of a pane."""
    found = [one for one in window.desk.findChildren(Header) if one.isVisible()]
    return sorted(found, key=lambda one: one.x())[place]


def button(window: MainWindow, words: str) -> QPushButton:
    """Return a button of the row below the menus."""
    found = window.frame.tools.findChildren(QPushButton)
    return next(one for one in found if one.text() == words)


def row_of_lit(window: MainWindow, number: int) -> int:
    """Return in which row of the desk the words stand that are lit in a pane."""
    pane = window.desk.panes[number]
    assert pane.lit is not None
    block = pane.column.block_at(pane.lit.start)
    assert block is not None
    return window.desk.stage.levels.row_of(number, block.number)


def test_three_versions_are_compared(reader: Reader) -> None:
    """The reader opens a third pane, sees at one stop what each paper made of a figure, closes it."""
    six, seven = OPENING.replace("four", "six"), OPENING.replace("four", "seven")
    window = drop(
        reader,
        f"{OPENING}\n\n{QUOTE}\n\n{COUNCILS}",
        f"{six}\n\n{QUOTE}\n\n{COUNCILS}",
        f"{seven}\n\n{COUNCILS}",
    )

    QTest.mouseClick(button(window, "3"), Qt.MouseButton.LeftButton)
    reader.settle()
    assert len(window.desk.panes) == 3
    window.desk.focus_pane_of(window.reading.panes[0])
    reader.press("F8")

    lit = [pane.lit.of(pane.column.text) if pane.lit else "" for pane in window.desk.panes]
    assert lit[0] == "four"
    assert set(lit[1:]) == {"six", "seven"}
    assert len({row_of_lit(window, number) for number in range(3)}) == 1
    last = head(window, 2)
    QTest.mouseClick(last, Qt.MouseButton.LeftButton, pos=last.cross.center().toPoint())
    reader.settle()
    assert len(window.reading.panes) == 2


def test_substance_alone_is_stepped_through(reader: Reader) -> None:
    """With the quiet classes and wording hidden, every variant that F8 stops at is of substance."""
    window = sample(reader, "pilots-strike")
    reader.press("Ctrl+4")
    reader.press("S")
    reader.press("Alt+4")
    window.desk.focus_pane_of(window.reading.panes[0])
    count = window.desk.difference_count
    seen: set[VariantClass] = set()
    for number in range(1, count + 1):
        reader.press("F8")
        assert window.desk.difference_place == (number, count)
        if window.desk.chosen is not None:
            seen.add(window.desk.chosen.variant_class)

    assert seen == {VariantClass.SUBSTANCE}


def test_a_move_is_followed(reader: Reader) -> None:
    """A paragraph that went to the end has a stub in the gutter; a click and a key lead along it."""
    window = drop(
        reader,
        "\n\n".join((OPENING, QUOTE, *FILLING, COUNCILS)),
        "\n\n".join((OPENING, *FILLING, COUNCILS, QUOTE)),
    )
    window.resize(1100, 560)
    reader.settle()
    (gutter,) = window.desk.gutters
    (moved,) = [ribbon for ribbon in gutter.ribbons if ribbon.tone is Tone.MOVED]
    assert not window.desk.stage.is_in_view(1, moved.right)
    point = next(
        QPointF(4, y) for y in range(gutter.height()) if gutter.ribbon_at(QPointF(4, y)) is moved
    )
    QTest.mouseClick(gutter, Qt.MouseButton.LeftButton, pos=point.toPoint())
    reader.settle()
    assert window.desk.stage.is_in_view(1, moved.right)

    base, version = window.reading.sides
    reader.select(base.id, moved.left)
    window.desk.focus_pane_of(base.id)
    reader.press("J")

    assert window.desk.caret() == (version.id, moved.right.start)
    assert window.desk.stage.is_in_view(1, moved.right)


def test_right_to_left_is_read(reader: Reader) -> None:
    """In one pane and in two: Left goes on, the caret begins at the right, gaps stand there."""
    window = sample(reader, "port-agreement")
    for count in (2, 1):
        reader.press(f"Ctrl+{count}")
        pane = window.desk.panes[0]
        window.desk.focus_pane_of(window.reading.panes[0])
        reader.press("Ctrl+Home")
        start = pane.caret.place
        right = pane.caret_rect(start).x()
        reader.press("Left", times=3)

        assert pane.caret.place == start + 3
        assert pane.caret_rect(pane.caret.place).x() < right
        assert right > pane.text_left + window.desk.stage.width / 2


def test_a_version_opens_beside_the_one_it_was_made_from(reader: Reader) -> None:
    """A click on a version in the descent shows base, ancestor and version side by side."""
    window = sample(reader, "pilots-strike")
    reader.press("Ctrl+Shift+M")
    found = window.hands.map.mapping.map
    assert isinstance(found, StoryMap)
    number, descent = next(
        (n, one) for n, one in enumerate(found.descents) if one.ancestor is not None
    )
    rows = window.hands.map.page.lineage.rows
    row = next(row for row in rows if row.knot.version == number)
    QTest.mouseClick(
        row, Qt.MouseButton.LeftButton, pos=row.rect().center() + QPoint(row.width() // 3, 0)
    )
    reader.settle()

    assert window.reading.panes == (
        found.base.id, found.edition(descent.ancestor).id, found.edition(number).id
    )  # fmt: skip
