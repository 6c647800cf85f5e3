"""Which passages stand level."""

from hypothesis import given
from hypothesis import strategies as st

from variorum.collation.collate import collate
from variorum.collation.values import Collation, PassageLink, Relation
from variorum.text import Article, Passage, PassageKind, Span
from variorum.window.desk.rows import Beside, rows_alone, rows_of

from .conftest import Pair


def an_article(count: int) -> Article:
    """Make an article of so many one-letter paragraphs."""
    spans = [Span(number, number + 1) for number in range(count)]
    return Article("x" * count, tuple(Passage(PassageKind.PARAGRAPH, s, s) for s in spans))


@st.composite
def linkings(draw: st.DrawFn) -> tuple[Article, Article, tuple[PassageLink, ...]]:
    """Draw any links between two articles: crossing, nested, moved, one-sided."""
    counts = draw(st.integers(1, 8)), draw(st.integers(1, 8))
    free = [set(range(counts[0])), set(range(counts[1]))]
    links: list[PassageLink] = []
    for _ in range(draw(st.integers(0, 8))):
        if not all(free):
            break
        sides: list[tuple[int, ...]] = []
        for numbers in free:
            some = st.lists(st.sampled_from(sorted(numbers)), min_size=1, max_size=2, unique=True)
            chosen = sorted(draw(some))
            numbers -= set(chosen)
            sides.append(tuple(chosen))
        links.append(PassageLink(sides[0], sides[1], Relation.EDITED, draw(st.booleans())))
    return an_article(counts[0]), an_article(counts[1]), tuple(links)


def collation_of(links: tuple[PassageLink, ...], pair: Pair) -> Collation:
    """Make a collation of nothing but passage links."""
    return Collation((), links, (), (), pair.collation.summary)


@given(drawn=linkings())
def test_rows_hold_every_passage_once_in_order(
    pair: Pair, drawn: tuple[Article, Article, tuple[PassageLink, ...]]
) -> None:
    """Whatever the links, each side reads from its first passage to its last."""
    base, version, links = drawn
    rows = rows_of(base, [Beside(version, collation_of(links, pair))])
    for side, article in enumerate((base, version)):
        numbers = [number for row in rows for number in row.sides[side]]

        assert numbers == list(range(len(article.passages)))


@given(drawn=linkings())
def test_a_gap_is_where_a_side_is_empty(
    pair: Pair, drawn: tuple[Article, Article, tuple[PassageLink, ...]]
) -> None:
    """Rows with two sides have no label; rows with one have."""
    for row in rows_of(drawn[0], [Beside(drawn[1], collation_of(drawn[2], pair))]):
        assert [gap is None for gap in row.gaps] == [bool(side) for side in row.sides]


def test_links_in_order_stand_level(pair: Pair) -> None:
    """Linked passages that keep the reading order share a row."""
    rows = rows_of(pair.base.article, [Beside(pair.version.article, pair.collation)])
    for link in pair.collation.passages:
        if link.base and link.version:
            (row,) = (row for row in rows if link.base[0] in row.sides[0])

            assert list(row.sides[1]) == list(link.version)


def test_a_single_article_has_a_row_a_passage(pair: Pair) -> None:
    """Alone, nothing waits for anything."""
    rows = rows_alone(pair.base.article)

    assert len(rows) == len(pair.base.article.passages)


def test_a_replaced_headline_stands_level_with_the_one_before() -> None:
    """Two headlines without a word in common are still each other's place."""
    body = "HALVERN (Northline) -- The ferry company will raise its fares by four per cent in June."
    texts = [f"{line}\n\n{body}" for line in ("Ferry fares to rise", "Islanders pay more")]
    articles = [
        Article(
            text,
            (
                Passage(PassageKind.HEADLINE, Span(0, split), Span(0, split - 2)),
                Passage(PassageKind.PARAGRAPH, Span(split, len(text)), Span(split, len(text))),
            ),
        )
        for text in texts
        for split in [text.index(body)]
    ]
    base, version = articles

    rows = rows_of(base, [Beside(version, collate(base, version))])

    assert [row.sides for row in rows] == [(range(1), range(1)), (range(1, 2), range(1, 2))]
