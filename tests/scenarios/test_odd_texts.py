"""Odd characters go from the clipboard to the desk, into a mark, to the disk and back."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.window.hands import Reader

from variorum.text import Span

ODD = (
    "\N{GRINNING FACE}",
    "\N{MAN}\N{ZERO WIDTH JOINER}\N{WOMAN}",
    "\r\n",
    "\N{NO-BREAK SPACE}",
    "\N{LINE SEPARATOR}",
    "\N{SOFT HYPHEN}",
    "\N{ZERO WIDTH NO-BREAK SPACE}",
    "\N{RIGHT-TO-LEFT OVERRIDE}",
    "اتفاق على توسيع الميناء",
    "שלום",
    "e\N{COMBINING ACUTE ACCENT}",
    "\n\n",
    "\t",
)

texts = st.lists(
    st.sampled_from([*ODD, "Ferry ", "fares ", "rise. "]), min_size=3, max_size=30
).map(lambda pieces: "Harbour " + "".join(pieces) + " end.")


@given(text=texts, data=st.data())
@settings(
    max_examples=12,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_a_mark_stays_on_its_words(
    prepared: QApplication, qtbot: QtBot, text: str, data: st.DataObject
) -> None:
    """Whatever the text holds: text[start:end] is the quotation, also after a restart."""
    assert prepared
    with TemporaryDirectory() as folder:
        reader = Reader(qtbot, Path(folder))
        try:
            _mark_and_reopen(reader, text, data)
        finally:
            reader.close()


def _mark_and_reopen(reader: Reader, text: str, data: st.DataObject) -> None:
    window = reader.open()
    reader.drop(text=text)
    base = window.reading.base
    assert base is not None
    kept = base.article.text
    start = data.draw(st.integers(0, len(kept) - 1))
    end = data.draw(st.integers(start + 1, len(kept)))
    reader.select(base.id, Span(start, end))
    assert reader.selected_words() == kept[start:end]

    reader.press("H")
    reader.close()
    window = reader.open()

    (mark,) = window.marks.highlights
    side = window.marks.side_of(mark.article)
    assert side is not None
    assert side.article.text == kept
    assert mark.span == Span(start, end)
    assert mark.span.of(side.article.text) == mark.anchor.exact == kept[start:end]


def test_a_megabyte_is_read_marked_and_kept(
    prepared: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    """A text of a million characters goes the same way as any other."""
    assert prepared
    file = tmp_path / "long.txt"
    words = "The ferry left the northern pier at six. " * 24
    file.write_text("\n\n".join([words] * 1050), encoding="utf-8")
    reader = Reader(qtbot, tmp_path)
    window = reader.open()
    try:
        reader.drop([file])
        base = window.reading.base
        assert base is not None
        assert len(base.article.text) > 1_000_000
        span = Span(900_000, 900_120)
        reader.select(base.id, span)
        reader.press("H")
        reader.close()
        window = reader.open()

        (mark,) = window.marks.highlights

        assert mark.span == span
        assert mark.anchor.exact == file.read_text(encoding="utf-8")[900_000:900_120]
    finally:
        reader.close()
