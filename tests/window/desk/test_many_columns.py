"""Several versions beside a base: what stands level, what corresponds, where F8 goes."""

from hypothesis import given
from hypothesis import strategies as st

from variorum.collation.collate import collate
from variorum.collation.values import Collation, PassageLink, Relation, VariantClass
from variorum.ids import ArticleId
from variorum.text import Article, Passage, PassageKind, Span
from variorum.window.desk.compared import Compared
from variorum.window.desk.composed import composed
from variorum.window.desk.rows import Beside, rows_of
from variorum.window.desk.values import PaneArticle

from .conftest import Pair
from .test_rows import an_article, collation_of, linkings

ALL = frozenset(VariantClass)


@st.composite
def stories(draw: st.DrawFn) -> tuple[Article, list[tuple[Article, tuple[PassageLink, ...]]]]:
    """Draw a base with one to three versions and any links."""
    drawn = [draw(linkings()) for _ in range(draw(st.integers(1, 3)))]
    base = an_article(max(len(one[0].passages) for one in drawn))
    return base, [(version, links) for _, version, links in drawn]


@given(drawn=stories())
def test_every_column_reads_from_its_first_passage_to_its_last(
    pair: Pair, drawn: tuple[Article, list[tuple[Article, tuple[PassageLink, ...]]]]
) -> None:
    """Whatever the links of however many versions, no passage is lost, doubled or out of order."""
    base, versions = drawn
    beside = [Beside(version, collation_of(links, pair)) for version, links in versions]
    rows = rows_of(base, beside)
    for column, article in enumerate((base, *(version for version, _ in versions))):
        numbers = [number for row in rows for number in row.sides[column]]

        assert numbers == list(range(len(article.passages)))


@given(drawn=stories())
def test_a_gap_stands_only_where_a_column_is_empty(
    pair: Pair, drawn: tuple[Article, list[tuple[Article, tuple[PassageLink, ...]]]]
) -> None:
    """Every passage of the base that a version lacks has a gap there."""
    base, versions = drawn
    beside = [Beside(version, collation_of(links, pair)) for version, links in versions]
    for row in rows_of(base, beside):
        for side, gap in zip(row.sides, row.gaps, strict=True):
            assert not (side and gap)
        if row.sides[0]:
            assert all(side or gap for side, gap in zip(row.sides, row.gaps, strict=True))


def article_of(*paragraphs: str) -> Article:
    """Make an article of paragraphs."""
    text, passages = "", list[Passage]()
    for number, words in enumerate(paragraphs):
        start = len(text)
        text += words + ("\n\n" if number < len(paragraphs) - 1 else "")
        span = Span(start, len(text))
        passages.append(Passage(PassageKind.PARAGRAPH, span, Span(start, start + len(words))))
    return Article(text, tuple(passages))


LEAD = "HALVERN (Northline) -- The ferry company will raise its fares by four per cent in June."
QUOTE = "Chair Adaeze Oke told reporters on Monday that the islands had no other choice."
END = "The councils of the islands meet again in the autumn to talk about the northern piers."
CREWS = "Crews of the northern ferries said that they would wait for the talks in Halvern."

BASE = article_of(LEAD, QUOTE, END)
SIX = article_of(LEAD.replace("four", "six"), QUOTE, CREWS, END)
SEVEN = article_of(LEAD.replace("four", "seven"), CREWS, END)


def compared(*versions: Article) -> Compared:
    """Compare versions with the base as the program does."""
    articles = (BASE, *versions)
    shown = tuple(PaneArticle(ArticleId(n), one, f"Paper {n}") for n, one in enumerate(articles))
    return Compared(shown, tuple(collate(BASE, version) for version in versions))


def test_what_two_versions_added_in_the_same_words_stands_level() -> None:
    """The base has a gap beside both; each version that lacks the paragraph has none of its own."""
    rows = compared(SIX, SEVEN).rows()
    (crews,) = [row for row in rows if not row.sides[0]]

    assert crews.sides == (range(0), range(2, 3), range(1, 2))
    assert crews.gaps[0] is not None
    assert crews.gaps[0].relation is Relation.ADDED


def test_a_passage_cut_from_one_version_is_missed_there_alone() -> None:
    """The other one stands level with the base."""
    rows = compared(SIX, SEVEN).rows()
    (quote,) = [row for row in rows if row.sides[0] == range(1, 2)]

    assert quote.sides[1] == range(1, 2)
    assert quote.gaps[2] is not None
    assert quote.gaps[1] is None


def test_ribbons_between_two_versions_go_through_the_base() -> None:
    """What both made of the same words is joined, and what both added in the same words."""
    ribbons = compared(SIX, SEVEN).ribbons(1)
    joined = {ribbon.left.of(SIX.text): ribbon.right.of(SEVEN.text) for ribbon in ribbons}

    assert joined == {
        LEAD.replace("four", "six"): LEAD.replace("four", "seven"),
        END: END,
        CREWS: CREWS,
    }


def test_composing_a_comparison_with_itself_pairs_every_passage_with_itself() -> None:
    """Whatever was split or moved on the way, a version corresponds with itself."""
    collation = collate(BASE, SIX)
    found = composed(SIX, collation, SIX, collation)

    assert sorted(link.base for link in found.passages) == [(n,) for n in range(4)]
    assert all(link.base == link.version for link in found.passages)
    assert not any(link.moved for link in found.passages)


@given(drawn=stories())
def test_what_is_composed_stands_in_both_versions(
    pair: Pair, drawn: tuple[Article, list[tuple[Article, tuple[PassageLink, ...]]]]
) -> None:
    """Each end is of its own version, and goes back to a passage of the base, or to none in both."""
    _, versions = drawn
    (left, first), (right, second) = versions[0], versions[-1]
    one, other = collation_of(first, pair), collation_of(second, pair)
    found = composed(left, one, right, other)
    for link in found.passages:
        assert _bases(one, link.base) & _bases(other, link.version) or not (
            _bases(one, link.base) | _bases(other, link.version)
        )


def _bases(collation: Collation, numbers: tuple[int, ...]) -> set[int]:
    return {n for link in collation.passages if set(link.version) & set(numbers) for n in link.base}


def test_what_versions_did_to_the_same_words_is_one_stop() -> None:
    """Four became six and seven: one stop with a side in every column; each alone has its own."""
    both = compared(SIX, SEVEN)
    stops = both.stops(ALL, columns=both.columns)
    (figure,) = [stop for stop in stops if stop.sides[0] and stop.sides[0].of(BASE.text) == "four"]

    assert figure.columns == (1, 2)
    assert [side and side.of(text) for side, text in zip(
        figure.sides, (BASE.text, SIX.text, SEVEN.text), strict=True
    )] == ["four", "six", "seven"]  # fmt: skip
    alone = both.stops(ALL, columns=[2])
    assert all(stop.columns == (2,) for stop in alone)
    assert len(alone) < len(stops)


def test_stops_of_all_versions_come_in_the_order_of_the_base() -> None:
    """No stop lies before the one ahead of it."""
    both = compared(SIX, SEVEN)
    starts = [
        one.at for stop in both.stops(ALL, columns=both.columns) for _, one in stop.differences
    ]

    assert starts == sorted(starts)


def test_words_that_a_version_left_alone_are_lit_there_too() -> None:
    """A change of one version lights the same words in the others."""
    same = article_of(LEAD, QUOTE, END)
    both = compared(SIX, same)
    stop = next(iter(both.stops(ALL, columns=[1])))
    ends = both.ends_of(stop)

    assert ends[2] is not None
    assert ends[2].of(same.text) == "four"
