"""Parts of all articles, held by what is in them or by what is not, are reckoned with as sets are."""

from hypothesis import given
from hypothesis import strategies as st

from variorum.library.search.portion import Portion, in_all, in_any

_EVERY = frozenset(range(12))
ids = st.lists(st.sampled_from(sorted(_EVERY)), max_size=12)
portions = st.builds(Portion, ids, st.booleans())


def meant(portion: Portion) -> frozenset[int]:
    """Return the articles that a portion means, of twelve."""
    held = frozenset(portion.ids)
    return _EVERY - held if portion.is_rest else held


@given(parts=st.lists(portions, min_size=1, max_size=4))
def test_all_and_any_are_those_of_sets(parts: list[Portion]) -> None:
    """What is in all, and what is in any, is the intersection and the union."""
    sets = [meant(part) for part in parts]

    assert meant(in_all(parts)) == _EVERY.intersection(*sets)
    assert meant(in_any(parts)) == frozenset[int]().union(*sets)


@given(part=portions)
def test_the_others_are_what_is_left(part: Portion) -> None:
    """The others of a portion are all that it does not mean."""
    assert meant(part.others()) == _EVERY - meant(part)


def test_of_nothing_asked_for_all_is_every_article_and_any_is_none() -> None:
    """No condition is met by every article, no choice by none."""
    assert meant(in_all([])) == _EVERY
    assert meant(in_any([])) == frozenset()
