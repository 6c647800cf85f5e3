"""How the width is given away to texts: all that fits, and else the least that can be read."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from variorum.exchange.wording import ENGLISH
from variorum.window.desk.arrangement import arrange
from variorum.window.desk.styles import MEASURE, DeskStyle, Face, desk_style
from variorum.window.theme import Theme

LEAST_CHARACTERS = 16

widths = st.integers(280, 4_000)
counts = st.integers(1, 4)


@pytest.fixture(scope="module", params=[17, 34], ids=["usual", "double"])
def style(request: pytest.FixtureRequest, qapp: QApplication) -> DeskStyle:  # noqa: ARG001
    """Return lengths for a size of text."""
    return desk_style(Theme.load("light"), ENGLISH, face=Face(size=request.param))


@given(width=widths, count=counts)
def test_no_text_is_too_narrow_to_be_read(style: DeskStyle, width: int, count: int) -> None:
    """A line has room for a long word, and is never longer than the measure."""
    plan = arrange(width, count, style)

    least = int(LEAST_CHARACTERS * style.measure / MEASURE)
    assert least <= plan.text_width <= style.measure
    assert plan.width >= width


@given(width=widths, count=counts)
def test_nothing_lies_over_anything(style: DeskStyle, width: int, count: int) -> None:
    """Panes follow one another, and each holds its text."""
    plan = arrange(width, count, style)

    assert len(plan.panes) == count
    assert all(one.header_right == other.left for one, other in pairwise(plan.panes))
    assert all(
        room.left <= room.text and room.text + plan.text_width <= room.right for room in plan.panes
    )


@given(width=st.integers(700, 4_000), count=counts)
def test_what_cannot_be_scrolled_stays_in_the_room(
    style: DeskStyle, width: int, count: int
) -> None:
    """Paper has no more room than it has."""
    assert arrange(width, count, style, is_scrolled=False).width == width


def test_texts_are_scrolled_only_where_they_have_no_room(style: DeskStyle) -> None:
    """One text more makes each narrower first; only then is all wider than the room."""
    wide = [arrange(1_200, count, style).width > 1_200 for count in (1, 2, 3, 4)]

    assert wide == sorted(wide)
    assert not wide[1]
