"""The unitizing alphas: laws first, then the example their authors printed."""

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.agreement.measuring import patterns
from variorum.agreement.nominal import alpha
from variorum.agreement.unitizing import UnitizingAlphas, unitizing_alphas
from variorum.agreement.values import GAP, Continuum, Unit
from variorum.ids import AnnotatorId

LENGTH = 24
FEW = settings(max_examples=40)
A, B, C = AnnotatorId(1), AnnotatorId(2), AnnotatorId(3)


@st.composite
def cuttings(draw: st.DrawFn) -> tuple[Unit, ...]:
    """Draw how one annotator cut a continuum up."""
    places = sorted(draw(st.sets(st.integers(0, LENGTH), max_size=8)))
    return tuple(
        Unit(start, end, draw(st.sampled_from("xyz")))
        for start, end in zip(places[::2], places[1::2], strict=False)
    )


def close(one: float | None, other: float | None) -> bool:
    """Tell whether two figures are the same but for rounding."""
    return one is other or (one is not None and other == pytest.approx(one, abs=1e-9))


def same(one: UnitizingAlphas, other: UnitizingAlphas) -> bool:
    """Tell whether two families are the same but for rounding."""
    return (
        close(one.u, other.u)
        and close(one.binary, other.binary)
        and close(one.cu, other.cu)
        and one.of_value.keys() == other.of_value.keys()
        and all(close(found, other.of_value[value]) for value, found in one.of_value.items())
    )


@FEW
@given(cuttings())
def test_the_same_units_agree_perfectly(units: tuple[Unit, ...]) -> None:
    """Who cuts out the same units, marked alike, agrees with 1, or there is nothing to agree on."""
    found = unitizing_alphas([Continuum(LENGTH, {A: units, B: units, C: units})])

    everything = [found.u, found.binary, found.cu, *found.of_value.values()]
    assert {each for each in everything if each is not None} <= {1.0}
    if units and sum(map(len, units)) < LENGTH:
        assert found.u == found.binary == 1.0


@FEW
@given(cuttings(), cuttings(), cuttings())
def test_the_order_of_annotators_does_not_matter(
    one: tuple[Unit, ...], two: tuple[Unit, ...], three: tuple[Unit, ...]
) -> None:
    """The family is the same, whoever is named first."""
    families = [
        unitizing_alphas([Continuum(LENGTH, dict(zip((A, B, C), order, strict=True)))])
        for order in permutations((one, two, three))
    ]

    assert all(same(families[0], family) for family in families)


@FEW
@given(cuttings(), cuttings())
def test_the_direction_of_reading_does_not_matter(
    one: tuple[Unit, ...], two: tuple[Unit, ...]
) -> None:
    """A continuum read from its end has the same figures."""

    def turned(units: tuple[Unit, ...]) -> tuple[Unit, ...]:
        return tuple(Unit(LENGTH - u.end, LENGTH - u.start, u.value) for u in reversed(units))

    there = unitizing_alphas([Continuum(LENGTH, {A: one, B: two})])
    back = unitizing_alphas([Continuum(LENGTH, {A: turned(one), B: turned(two)})])

    assert same(there, back)


@FEW
@given(cuttings(), cuttings(), cuttings())
def test_no_figure_is_above_one(
    one: tuple[Unit, ...], two: tuple[Unit, ...], three: tuple[Unit, ...]
) -> None:
    """Nothing agrees better than perfectly."""
    found = unitizing_alphas([Continuum(LENGTH, {A: one, B: two, C: three})])

    assert all(
        each is None or each <= 1 + 1e-12
        for each in (found.u, found.binary, found.cu, *found.of_value.values())
    )


@FEW
@given(cuttings(), cuttings(), cuttings(), cuttings())
def test_texts_laid_end_to_end_are_one_continuum(
    one: tuple[Unit, ...], two: tuple[Unit, ...], three: tuple[Unit, ...], four: tuple[Unit, ...]
) -> None:
    """Two texts give what one text of both lengths gives."""

    def moved(units: tuple[Unit, ...]) -> tuple[Unit, ...]:
        return tuple(Unit(u.start + LENGTH, u.end + LENGTH, u.value) for u in units)

    apart = unitizing_alphas(
        [Continuum(LENGTH, {A: one, B: two}), Continuum(LENGTH, {A: three, B: four})]
    )
    joined = unitizing_alphas(
        [Continuum(2 * LENGTH, {A: one + moved(three), B: two + moved(four)})]
    )

    assert same(apart, joined)


@FEW
@given(cuttings(), cuttings())
def test_units_of_one_word_are_nominal_values(one: tuple[Unit, ...], two: tuple[Unit, ...]) -> None:
    """Cut into single words, the unitizing alpha is Krippendorff's nominal alpha."""

    def words(units: tuple[Unit, ...]) -> tuple[Unit, ...]:
        return tuple(Unit(n, n + 1, u.value) for u in units for n in range(u.start, u.end))

    continuum = Continuum(LENGTH, {A: words(one), B: words(two)})

    assert close(unitizing_alphas([continuum]).u, alpha(patterns(continuum, (A, B))))


@FEW
@given(cuttings(), cuttings())
def test_patterns_say_the_value_of_every_word(one: tuple[Unit, ...], two: tuple[Unit, ...]) -> None:
    """Words counted by runs are words counted one by one; who did not read gave no value."""

    def at(units: tuple[Unit, ...], place: int) -> object:
        return next((u.value for u in units if u.start <= place < u.end), GAP)

    found = patterns(Continuum(LENGTH, {A: one, B: two}), (A, B, C))
    expected = [(at(one, n), at(two, n), None) for n in range(LENGTH)]

    assert found.total() == LENGTH
    assert found == {pattern: expected.count(pattern) for pattern in set(expected)}


def _cut(*units: tuple[int, int, str]) -> tuple[Unit, ...]:
    """Return units as the book prints them: first and last place, counted from 1."""
    return tuple(Unit(first - 1, last, value) for first, last, value in units)


def test_the_printed_example() -> None:
    """Three observers of a continuum of 60: .510 in all, .413 as binary, .724 of the coding.

    Krippendorff, Content Analysis (2019), figure 12.11. The last two come out as
    .4136 and .7256.
    """
    alex = _cut(
        (1, 7, "1"), (8, 13, "2"), (31, 32, "5"), (33, 37, "6"), (38, 44, "6"), (45, 60, "7")
    )
    paul = _cut((1, 7, "1"), (8, 13, "3"), (14, 21, "5"), (33, 44, "6"))
    suzan = _cut(
        (1, 7, "1"), (8, 13, "4"), (14, 21, "5"), (33, 37, "6"), (38, 41, "6"), (42, 44, "6")
    )

    found = unitizing_alphas([Continuum(60, {A: alex, B: paul, C: suzan})])

    assert found.u == pytest.approx(0.510, abs=0.0005)
    assert found.binary == pytest.approx(0.413, abs=0.001)
    assert found.cu == pytest.approx(0.724, abs=0.002)
    assert [found.of_value[value] for value in "156"] == [1.0] * 3
    assert [found.of_value[value] for value in "234"] == [0.0] * 3
    assert found.of_value["7"] is None
