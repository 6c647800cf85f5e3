"""Names are found by the words that are typed, as the file has them now."""

from hypothesis import given
from hypothesis import strategies as st

from variorum.library.library import Library
from variorum.library.search.matching import Term
from variorum.library.search.name_index import NameIndex
from variorum.library.search.names import languages, sources, sources_that_fit

from .making import bring_in, read

_PIECES = (
    "Ost",
    "Ostrava",
    "ÉMILE",
    "saint",
    "-",
    " ",
    " ",
    "’",
    "港口",
    "港",
    "Straße",
    "İ",
    "ﬁ",
    "co\u00adop",
    "coop",
)
names = st.lists(st.sampled_from(_PIECES), min_size=1, max_size=5).map("".join)


@given(held=st.lists(names, max_size=8), typed=names, begins=st.booleans())
def test_an_index_finds_what_each_name_would_say_itself(
    held: list[str], typed: str, *, begins: bool
) -> None:
    """To ask an index is to ask every name, one after the other."""
    term = Term(typed, typed, begins)

    found = NameIndex(held).fitting(term)

    assert found == [name for name in held if term.fits(name)]


def test_a_soft_hyphen_parts_no_name() -> None:
    """What was copied from a page with hyphenation is found by its word."""
    assert NameIndex(["Co\u00adop Press"]).fitting(Term("coop", "coop", begins=False)) == [
        "Co\u00adop Press"
    ]


def test_names_that_came_later_are_found(library: Library) -> None:
    """What was remembered of names holds no longer than the file stays as it is."""
    bring_in(library, read("One.", source="Northline"))
    before = sources(library.reader)

    bring_in(library, read("Two.", source="Island Post"))

    assert before == ["Northline"]
    assert sources_that_fit(library.reader, Term("isl", "isl", begins=True)) == ["Island Post"]


def test_languages_are_named_once(library: Library) -> None:
    """A language that no article has is none."""
    bring_in(library, read("One."), read("Two."))

    assert languages(library.reader) == []
