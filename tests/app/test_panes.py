"""Which versions stand on the desk."""

from hypothesis import given
from hypothesis import strategies as st

from variorum.app.panes import (
    MOST,
    Panes,
    added,
    closed,
    counted,
    exchanged,
    filled,
    moved,
    opened,
    stepped,
)
from variorum.ids import ArticleId

BASE, FIRST, SECOND, THIRD, FOURTH = (ArticleId(number) for number in range(10, 15))
ALL = (BASE, FIRST, SECOND, THIRD, FOURTH)


@st.composite
def deeds(draw: st.DrawFn) -> tuple[Panes, Panes]:
    """Draw a story, open it, and do anything with its panes; return its versions and the panes."""
    versions = ALL[: draw(st.integers(1, 5))]
    one = st.sampled_from(versions)
    shown = opened(versions, count=draw(st.integers(1, MOST)), wanted=draw(st.none() | one))
    for _ in range(draw(st.integers(0, 6))):
        here = draw(st.sampled_from(shown))
        match draw(st.integers(0, 6)):
            case 0:
                shown = added(shown, versions)
            case 1:
                shown = closed(shown, here)
            case 2:
                shown = exchanged(shown, old=here, new=draw(one))
            case 3:
                shown = stepped(shown, versions, at=here, by=draw(st.sampled_from((1, -1))))
            case 4:
                shown = moved(shown, article=here, to=draw(st.integers(0, MOST)))
            case 5:
                shown = counted(shown, versions, count=draw(st.integers(1, MOST)), keep=here)
            case _:
                shown = filled(shown, versions, count=draw(st.integers(1, MOST)))
    return versions, shown


@given(deeds())
def test_the_base_is_first_and_nothing_is_shown_twice(drawn: tuple[Panes, Panes]) -> None:
    """Whatever is done: one to four panes of the story, each once, the base first among several."""
    versions, shown = drawn

    assert 1 <= len(shown) <= MOST
    assert len(set(shown)) == len(shown)
    assert set(shown) <= set(versions)
    assert len(shown) == 1 or shown[0] == versions[0]


def test_the_version_asked_for_stands_beside_the_base() -> None:
    """The others follow in the story's order, as many as are wished."""
    assert opened(ALL, count=3, wanted=THIRD) == (BASE, THIRD, FIRST)


def test_one_pane_shows_what_was_asked_for() -> None:
    """Alone may stand any version."""
    assert opened(ALL, count=1, wanted=SECOND) == (SECOND,)


def test_fewer_panes_keep_the_one_in_use() -> None:
    """What goes is the last of the others."""
    assert counted((BASE, FIRST, SECOND, THIRD), ALL, count=2, keep=SECOND) == (BASE, SECOND)
    assert counted((BASE, FIRST, SECOND), ALL, count=1, keep=FIRST) == (FIRST,)


def test_more_panes_after_one_alone_bring_the_base_back() -> None:
    """The version that was read alone stands beside it."""
    assert counted((SECOND,), ALL, count=2, keep=SECOND) == (BASE, SECOND)


def test_stepping_passes_over_what_is_shown() -> None:
    """The next version is one that no other pane has."""
    assert stepped((BASE, FIRST, SECOND), ALL, at=FIRST, by=1) == (BASE, THIRD, SECOND)
    assert stepped((BASE, FIRST, SECOND), ALL, at=FIRST, by=-1) == (BASE, FOURTH, SECOND)


def test_a_version_that_is_shown_trades_places() -> None:
    """Choosing it in another pane puts each in the other's place."""
    assert exchanged((BASE, FIRST, SECOND), old=FIRST, new=SECOND) == (BASE, SECOND, FIRST)


def test_the_base_stays_while_versions_stand_beside_it() -> None:
    """With one version left beside it, closing the base leaves that version alone."""
    assert closed((BASE, FIRST, SECOND), BASE) == (BASE, FIRST, SECOND)
    assert closed((BASE, FIRST), BASE) == (FIRST,)


def test_a_pane_is_dragged_among_the_versions() -> None:
    """The place is counted from the base; before the base there is none."""
    assert moved((BASE, FIRST, SECOND, THIRD), article=THIRD, to=0) == (BASE, THIRD, FIRST, SECOND)
    assert moved((BASE, FIRST, SECOND, THIRD), article=FIRST, to=3) == (BASE, SECOND, THIRD, FIRST)
