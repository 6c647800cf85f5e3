"""The tree of codes, and the letters that tell codes apart."""

from hypothesis import given
from hypothesis import strategies as st

from variorum.annotations.codebook import sign_for, tree_order

parents = st.lists(st.one_of(st.none(), st.integers(0, 12)), max_size=12)


@given(parents)
def test_a_tree_has_each_item_once_each_below_its_parent(found: list[int | None]) -> None:
    """Whatever stands below whatever, rings and unknown ones too, nothing is lost or doubled."""
    items = [*enumerate(found)]

    ordered = tree_order(items, id_of=lambda item: item[0], parent_of=lambda item: item[1])

    assert sorted(item for item, _ in ordered) == items
    line: list[int] = []
    for (number, parent), depth in ordered:
        assert depth <= len(line)
        line = [*line[:depth], number]
        assert depth == 0 or line[depth - 1] == parent


def test_siblings_keep_their_order() -> None:
    """The tree is walked from the top; each code before those below it."""
    items = [("b", None), ("b2", "b"), ("a", None), ("b1", "b"), ("b2x", "b2")]

    ordered = tree_order(items, id_of=lambda item: item[0], parent_of=lambda item: item[1])

    assert [(name, depth) for (name, _), depth in ordered] == [
        ("b", 0), ("b2", 1), ("b2x", 2), ("b1", 1), ("a", 0),
    ]  # fmt: skip


@given(st.lists(st.text(max_size=4), max_size=30))
def test_no_two_codes_have_the_same_sign(names: list[str]) -> None:
    """Letters are found for any name, and are no others', whatever their case."""
    taken: list[str] = []
    for name in names:
        taken.append(sign_for(name, taken))

    assert len({sign.casefold() for sign in taken}) == len(names)
    assert all((sign and len(sign) <= 2) or sign.isdigit() for sign in taken)


def test_a_sign_is_the_first_letter_then_the_initials() -> None:
    """Letters of the name come before numbers."""
    assert sign_for("Lost attribution", []) == "L"
    assert sign_for("Lost attribution", ["l"]) == "La"
    assert sign_for("¿?", []) == "1"
