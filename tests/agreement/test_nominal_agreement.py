"""Kappas and alpha: laws first, then the examples their authors printed."""

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.agreement.nominal import Pattern, Patterns, alpha, cohen, fleiss, observed

VALUES = st.sampled_from("abc")
RATED = st.lists(st.tuples(VALUES, VALUES, VALUES), min_size=1, max_size=20)
PAIRS = st.lists(st.tuples(VALUES, VALUES), min_size=1, max_size=20)
GAPPY = st.lists(st.tuples(*[st.none() | VALUES] * 3), max_size=20)
COEFFICIENTS = (cohen, fleiss, alpha)


def counted(units: Sequence[Pattern]) -> Counter[Pattern]:
    """Count patterns as the room does."""
    return Counter(units)


@given(PAIRS)
def test_equal_values_agree_perfectly(units: list[tuple[str, str]]) -> None:
    """Annotators who always say the same, of at least two values, have 1 in each figure."""
    same = counted([(one, one) for one, _ in units] + [("a", "a"), ("b", "b")])

    assert [each(same) for each in (*COEFFICIENTS, observed)] == [1.0] * 4


@given(RATED)
def test_the_order_of_annotators_does_not_matter(units: list[tuple[str, str, str]]) -> None:
    """Fleiss and Krippendorff give one figure, in whatever order the annotators stand."""
    orders = [
        counted([tuple(u[i] for i in order) for u in units]) for order in permutations(range(3))
    ]

    for each in (fleiss, alpha):
        found = [each(one) for one in orders]
        assert found == [pytest.approx(found[0])] * 6 if found[0] is not None else [None] * 6


@given(PAIRS)
def test_cohen_is_symmetric(units: list[tuple[str, str]]) -> None:
    """Cohen's kappa is the same seen from either annotator."""
    other = cohen(counted([(two, one) for one, two in units]))

    assert cohen(counted(units)) == (None if other is None else pytest.approx(other))


@given(RATED, st.permutations("abc"))
def test_the_names_of_values_do_not_matter(
    units: list[tuple[str, str, str]], names: list[str]
) -> None:
    """Nominal values may be renamed."""
    new = dict(zip("abc", names, strict=True))
    renamed = counted([tuple(new[value] for value in unit) for unit in units])

    for each in (fleiss, alpha):
        found = each(counted(units))
        assert each(renamed) == (None if found is None else pytest.approx(found))


@given(GAPPY)
def test_nothing_is_above_one(units: list[tuple[str | None, ...]]) -> None:
    """No coefficient exceeds 1, whatever is missing."""
    for each in (fleiss, alpha, observed):
        assert (each(counted(units)) or 0) <= 1 + 1e-12


@given(GAPPY)
def test_units_with_one_value_say_nothing(units: list[tuple[str | None, ...]]) -> None:
    """Krippendorff's alpha leaves out what only one annotator valued."""
    more = [*units, ("a", None, None), (None, "c", None)]

    found = alpha(counted(units))

    assert alpha(counted(more)) == (None if found is None else pytest.approx(found))


@given(RATED, st.integers(2, 5))
def test_kappas_know_shares_only(units: list[tuple[str, str, str]], times: int) -> None:
    """The kappas are the same for any multiple of what was counted."""
    many = Counter({pattern: count * times for pattern, count in counted(units).items()})
    found = fleiss(counted(units))

    assert fleiss(many) == (None if found is None else pytest.approx(found))


@pytest.mark.parametrize("each", COEFFICIENTS)
def test_one_value_alone_is_no_agreement(each: Callable[[Patterns], float | None]) -> None:
    """Where only one value was ever given, no figure is defined."""
    assert each(Counter({("a", "a"): 9})) is None
    assert each(Counter()) is None


def test_cohens_kappa_of_the_textbook() -> None:
    """The diagnoses of two clinicians give .68.

    J. L. Fleiss, B. Levin, M. C. Paik, Statistical Methods for Rates and Proportions, 3rd
    edition (2003), table 18.1: 100 subjects, three diagnoses.
    """
    rows = {"p": (75, 1, 4), "n": (5, 4, 1), "o": (0, 0, 10)}
    table: dict[Pattern, int] = {
        (one, other): n for one, row in rows.items() for other, n in zip("pno", row, strict=True)
    }

    assert cohen(table) == pytest.approx(0.68, abs=0.005)


def test_fleiss_kappa_of_the_article() -> None:
    """Six psychiatrists on thirty patients agree with .430.

    J. L. Fleiss (1971), table 1: of six raters, how many gave each of five diagnoses.
    """
    rows = [
        "00060",
        "03003",
        "01401",
        "00006",
        "03030",
        "20400",
        "00402",
        "20310",
        "20040",
        "00006",
        "10050",
        "11040",
        "03300",
        "10050",
        "02031",
        "00501",
        "30012",
        "51000",
        "02040",
        "10203",
        "00006",
        "01050",
        "02013",
        "20040",
        "10041",
        "05010",
        "40002",
        "02040",
        "10500",
        "00006",
    ]
    units = [
        tuple(value for value, times in enumerate(row) for _ in range(int(times))) for row in rows
    ]

    assert {len(unit) for unit in units} == {6}
    assert fleiss(counted(units)) == pytest.approx(0.430, abs=0.0005)


def test_krippendorffs_alpha_of_two_observers() -> None:
    """Binary data of two observers give .095, nominal data .692.

    K. Krippendorff (2011), sections A and B.
    """
    binary = counted(list(zip("0100000010", "1110010000", strict=True)))
    nominal = counted(list(zip("aabbdcccedda", "babbbccceddd", strict=True)))

    assert alpha(binary) == pytest.approx(0.095, abs=0.0005)
    assert alpha(nominal) == pytest.approx(0.692, abs=0.0005)


def test_krippendorffs_alpha_with_missing_values() -> None:
    """Four observers, twelve units, seven values missing: .743.

    K. Krippendorff (2011), section C.
    """
    rows = ("123321412...", "1233224125.3", ".3332342251.", "12332441251.")
    units = [
        tuple(None if value == "." else value for value in unit) for unit in zip(*rows, strict=True)
    ]

    assert alpha(counted(units)) == pytest.approx(0.743, abs=0.0005)
