"""What is said of a difference: values only."""

from variorum.collation.values import VariantClass
from variorum.exchange.wording import ENGLISH
from variorum.window.desk.compared import Compared
from variorum.window.desk.explained import Explained, explain, shortened

from .conftest import Pair


def said(pair: Pair) -> list[Explained]:
    """Return what is said of each stop of the pair."""
    compared = Compared((pair.base, pair.version), (pair.collation,))
    stops = compared.stops(frozenset(VariantClass), columns=[1])
    return [one for stop in stops for one in explain(stop, compared, ENGLISH)]


def test_each_stop_is_said(pair: Pair) -> None:
    """Nothing is stepped to in silence."""
    assert all(one.head and one.line.startswith(one.head) for one in said(pair))


def test_what_became_of_a_passage_is_said_with_its_words(pair: Pair) -> None:
    """What one side alone has needs no arrow."""
    lines = [one.line for one in said(pair) if one.variant_class is None]

    assert lines == [
        "promo cut · Island Ferries Run Late Again as Crews Threaten a Strike",
        "cut · Two more sailings a week were promised. Nobody has seen them.",
        "added · The paper's own reporter counted eleven passengers.",
        "correction not carried · (Corrects the name of the council in the first paragraph.)",
        "contact line cut · To contact the reporter on this story: A. Writer in Halvern at desk@example.org",
        "copyright line cut · ©2019 Northline",
    ]


def test_a_variant_is_said_with_class_rule_both_sides_and_reason(pair: Pair) -> None:
    """A side without words has a sign."""
    (figure,) = [one for one in said(pair) if one.words == ("four", "six")]
    (preposition,) = [one for one in said(pair) if one.words == ("", "on")]

    assert figure.line.startswith("substance · figure · four → six · ")
    assert "∅ → on" in preposition.line


def test_long_words_are_cut_in_one_line() -> None:
    """Line breaks are spaces."""
    assert shortened("one\ntwo three", 7) == "one two…"
    assert shortened(" \n", 7) == "∅"
