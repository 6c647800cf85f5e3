"""What a reader types is read as a query: laws for all input, examples for each sign."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.collation.values import VariantClass
from variorum.library.search.language import (
    AllOf,
    AnyOf,
    Ask,
    Near,
    Not,
    TroubleKind,
    Words,
    leaves,
    read_query,
    terms_asked_for,
)
from variorum.library.search.matching import Field
from variorum.library.search.values import Dated, Kinded, Numbered

typing = st.lists(
    st.sampled_from(
        ["(", ")", "-", " ", " OR ", "NOT ", " NEAR ", " NEAR/3 ", "NEAR(", ", 4)", '"', "*", "a",
         "b c", "code:", "date:", "2019", "..", "versions:>", "2", "http://", "x:y", "|", "é"]
    ),
    max_size=14,
).map("".join)  # fmt: skip


def said(ask: Ask | None) -> str:
    """Return what was understood, in one line."""
    match ask:
        case None:
            return ""
        case Words(term):
            name = f"{term.field}:" if term.field else ""
            return f"{name}{term.words}{'*' if term.begins else ''}"
        case Near(terms, distance):
            return f"near {distance} [{' '.join(term.words for term in terms)}]"
        case Not(one):
            return f"not {said(one)}"
        case AllOf(asks):
            return f"({' & '.join(map(said, asks))})"
        case AnyOf(asks):
            return f"({' / '.join(map(said, asks))})"
        case Dated(_, since, until):
            return f"{since}<={until}"
        case Numbered(_, least, most):
            return f"{least}..{most}"
        case Kinded(_, kind):
            return kind.value


@given(st.text(max_size=40) | typing)
def test_no_input_is_an_error(typed: str) -> None:
    """Whatever is typed is read, and reading it again gives the same."""
    assert read_query(typed) == read_query(typed)
    assert read_query(typed, complete_last=False).troubles == read_query(typed).troubles


@given(st.lists(st.from_regex(r"[a-z]{1,6}", fullmatch=True), min_size=1, max_size=6))
def test_plain_words_are_all_asked_for(words: list[str]) -> None:
    """Words without signs are the terms of the query, in their order."""
    assert [term.words for term in terms_asked_for(read_query(" ".join(words)).ask)] == words


@given(typing)
def test_what_is_ruled_out_is_not_asked_for(typed: str) -> None:
    """A minus before brackets leaves nothing of them to be looked for."""
    once = typed.replace("NOT", "").translate(str.maketrans("", "", '()-"'))
    ask = read_query(f"-({once})").ask

    assert list(leaves(ask)) == []


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("harbour pilots", "(harbour & pilots)"),
        ('"harbour pilots"', "harbour pilots"),
        ("harb*", "harb*"),
        ('"harbour pil"*', "harbour pil*"),
        ("harbour -pilots", "(harbour & not pilots)"),
        ('harbour NOT "night watch"', "(harbour & not night watch)"),
        ("NOT NOT harbour", "harbour"),
        ("harbour OR quay pilots", "(harbour / (quay & pilots))"),
        ("(harbour | quay) pilots", "((harbour / quay) & pilots)"),
        ("harbour AND pilots", "(harbour & pilots)"),
        ("harbour NEAR pilots", "near 10 [harbour pilots]"),
        ('harbour NEAR/3 "two pilots" NEAR/3 strike', "near 3 [harbour two pilots strike]"),
        ('NEAR(harbour "two pilots", 5)', "near 5 [harbour two pilots]"),
        ("NEAR(harbour)", "harbour"),
        ("Kim-Putin", "Kim-Putin"),
        ("Paris - Lyon", "(Paris & Lyon)"),
        ("source:northline", "source:northline"),
        ('SOURCE:"island post"', "source:island post"),
        ("-source:northline", "not source:northline"),
        ("code:(claim OR figure)", "(code:claim / code:figure)"),
        ("lang:fr", "language:fr"),
        ("date:2019", "2019<=2019~"),
        ("date:2019-04..2019-05", "2019-04<=2019-05~"),
        ("date:2019-04..", "2019-04<="),
        ("date:<2019", "<=2019"),
        ("date:>2019-04-16", "2019-04-16~<="),
        ("versions:3", "3..3"),
        ("versions:>2", "3..None"),
        ("versions:2..4", "2..4"),
        ("class:subst", "substance"),
        ("has:note", "has:note"),
        ("source: ferry", "ferry"),
        ("versions:> ferry", "ferry"),
        ("OR ferry", "ferry"),
        ("ferry OR", "ferry"),
        ("((ferry", "ferry"),
        ("ferry)", "ferry"),
        ("see https://example.org now", "(see & https://example.org & now)"),
        ("at 12:30", "(at & 12:30)"),
        ("", ""),
        ("( ) - OR", ""),
    ],
)
def test_signs_are_understood(typed: str, understood: str) -> None:
    """Each sign of the language says what the manual says of it."""
    query = read_query(typed)

    assert said(query.ask) == understood
    assert not query.troubles


@pytest.mark.parametrize(
    ("typed", "kind", "field"),
    [
        ("sorce:northline", TroubleKind.FIELD, None),
        ("date:soon", TroubleKind.DATE, Field.DATE),
        ("date:2019-13", TroubleKind.DATE, Field.DATE),
        ("date:2019-04-32", TroubleKind.DATE, Field.DATE),
        ("date:04-2019", TroubleKind.DATE, Field.DATE),
        ("date:2019-02-30", TroubleKind.DATE, Field.DATE),
        ("date:0000", TroubleKind.DATE, Field.DATE),
        ("date:2019-05..2019-04", TroubleKind.BACKWARDS, Field.DATE),
        ("date:2020..2019-12-31", TroubleKind.BACKWARDS, Field.DATE),
        ("versions:4..2", TroubleKind.BACKWARDS, Field.VERSIONS),
        ("versions:<0", TroubleKind.BACKWARDS, Field.VERSIONS),
        ("versions:many", TroubleKind.NUMBER, Field.VERSIONS),
        ("class:luck", TroubleKind.WORD, Field.CLASS),
        ("has:luck", TroubleKind.WORD, Field.HAS),
        ("is:luck", TroubleKind.WORD, Field.IS),
        ("status:luck", TroubleKind.WORD, Field.STATUS),
    ],
)
def test_what_cannot_be_understood_is_told(
    typed: str, kind: TroubleKind, field: Field | None
) -> None:
    """The term is named as it was typed; the others are read."""
    query = read_query(f"ferry {typed}")

    (trouble,) = query.troubles
    assert (trouble.kind, trouble.typed, trouble.field) == (kind, typed, field)
    assert said(query.ask) == "ferry"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("sorce:northline", Field.SOURCE),
        ("SOUCRE:northline", Field.SOURCE),
        ("headlines:ferry", Field.HEADLINE),
        ("title:ferry", Field.HEADLINE),
        ("outlet:northline", Field.SOURCE),
        ("after:2019", Field.DATE),
        ("tags:figure", Field.CODE),
        ("version:2", Field.VERSIONS),
        ("zzzz:ferry", None),
    ],
)
def test_a_field_with_another_name_is_guessed(typed: str, meant: Field | None) -> None:
    """A slip of the finger, and what other programs say, name the field that is meant."""
    (trouble,) = read_query(typed).troubles

    assert trouble.meant is meant


def test_the_last_word_may_go_on() -> None:
    """While one types, the last word is a beginning, also inside brackets and near others."""
    for typed, understood in [
        ("ferry harb", "(ferry & harb*)"),
        ("ferry OR harb", "(ferry / harb*)"),
        ("ferry NEAR harb", "near 10 [ferry harb]"),
        ("-harb", "not harb"),
        ("ferry ", "ferry"),
    ]:
        assert said(read_query(typed, complete_last=False).ask) == understood


def test_a_class_is_one_of_ours() -> None:
    """A beginning of its name is enough."""
    (found,) = leaves(read_query("class:typo").ask)

    assert isinstance(found, Kinded)
    assert found.kind is VariantClass.TYPOGRAPHY


def test_a_very_long_query_ends_somewhere() -> None:
    """Neither brackets nor words without end break the reading."""
    read_query("(" * 5000 + "a" + ")" * 5000)
    assert len(terms_asked_for(read_query("a " * 5000).ask)) <= 100
