"""Words side by side: what is counted as shared runs, and what as put for something else."""

from hypothesis import given
from hypothesis import strategies as st

from variorum.stories.alignment import exchanged, in_runs, partings

folded = st.lists(st.sampled_from(["a", "b", "c", "d", "e", "f"]), max_size=30)
least = st.integers(1, 8)


@given(folded, least)
def test_a_text_stands_wholly_in_itself(one: list[str], least: int) -> None:
    """All of a text is one run of its own."""
    assert in_runs(one, one, least) == len(one)


@given(folded, folded, least)
def test_runs_are_no_longer_than_either_text(one: list[str], other: list[str], least: int) -> None:
    """No word is counted twice, and nothing that stands in one text alone."""
    shared = in_runs(one, other, least)

    assert 0 <= shared <= min(len(one), len(other))
    assert not shared or set(one) & set(other)


@given(folded, least)
def test_a_moved_half_is_no_less_shared(one: list[str], least: int) -> None:
    """Two halves that changed places are found by the second look."""
    first, second = [f"x{word}" for word in one], one
    if min(len(first), len(second)) >= least:
        assert in_runs(first + second, second + first, least) == 2 * len(one)


@given(folded, st.integers(2, 8))
def test_words_apart_make_no_run(one: list[str], least: int) -> None:
    """Words that a stranger parts from each other on one side are no run."""
    parted = [word for each in one for word in (each, "stranger")]

    if len(one) >= least:
        assert in_runs(one, parted, least) == 0


@given(folded, folded)
def test_exchanged_words_are_of_either_text(one: list[str], other: list[str]) -> None:
    """What stands for something else stands in its text; equal texts exchange nothing."""
    here, there = exchanged(one, other)

    assert here <= set(one)
    assert there <= set(other)
    assert bool(here) == bool(there)
    assert exchanged(one, one) == (set(), set())


@given(folded, folded)
def test_outside_the_partings_texts_are_equal(one: list[str], other: list[str]) -> None:
    """Without what parts them two texts read the same."""
    rest_one, rest_other = list(one), list(other)
    for steps in reversed(list(partings(one, other))):
        del rest_one[steps[0].src_start : steps[-1].src_end]
        del rest_other[steps[0].dest_start : steps[-1].dest_end]

    assert rest_one == rest_other
