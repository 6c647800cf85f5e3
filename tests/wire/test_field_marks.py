"""What a file's fields say of an item's descent: its status and its note to editors."""

import pytest

from variorum.text import Lineage, LineageKind, Span
from variorum.wire import field_marks


def kinds(*, status: str | None = None, note: str | None = None) -> set[LineageKind]:
    """Return the kinds of the marks that fields alone give."""
    return {mark.kind for mark in field_marks.with_fields((), status=status, note=note)}


@pytest.mark.parametrize("status", ["canceled", "Cancelled", "killed", "recalled", "withdrawn"])
def test_a_cancelled_item_is_withdrawn(status: str) -> None:
    """Every standard's word for an item that must not be used is a withdrawal."""
    assert kinds(status=status) == {LineageKind.WITHDRAWAL}


@pytest.mark.parametrize("status", ["withheld", "Embargoed", "held"])
def test_a_withheld_item_is_on_hold(status: str) -> None:
    """What must not be used for now is no withdrawal."""
    assert kinds(status=status) == {LineageKind.HOLD}


@pytest.mark.parametrize("status", ["usable", "draft", "", None])
def test_other_states_leave_no_mark(status: str | None) -> None:
    """An item that may be used has no mark of its state."""
    assert kinds(status=status) == set()


@pytest.mark.parametrize(
    ("note", "kind"),
    [
        ("CORRECTS spelling of chair's name in par 2", LineageKind.CORRECTION),
        ("Eds: Updates with fares. With photos.", LineageKind.UPDATE),
        ("Repeats for extra customers", LineageKind.REPEAT),
    ],
)
def test_a_note_to_editors_is_read_as_in_copy(note: str, kind: LineageKind) -> None:
    """A note in a field says what it would say above the story."""
    assert kinds(note=note) == {kind}


def test_the_marks_of_fields_stand_nowhere() -> None:
    """A mark of a field has no span; one of the text keeps its own."""
    own = Lineage(LineageKind.UPDATE, 2, Span(0, 8))
    marks = field_marks.with_fields((own,), status="canceled", note="Adds a quote")
    assert own in marks
    assert all(mark.span is None for mark in marks if mark != own)
