"""The map of a story: every passage has its place, and its fate is what the collation says."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.app.story_map import Edition, Fate, StoryMap, in_order_of_time, story_map
from variorum.collation.collate import collate
from variorum.ids import ArticleId, StoryId
from variorum.library.queries.rows import VersionRow
from variorum.text import Article, Moment
from variorum.wire.reader import read

SENTENCES = (
    "The harbour of Halvern will close for nine days in October.",
    "Masters of the tugs were told on Monday by letter.",
    "The works will cost 14 million crowns, the council said.",
    "Two cranes have stood idle since the storm of last winter.",
    "Fishermen asked for a berth at the northern mole.",
    "A spokeswoman for the pilots declined to comment.",
)
OWN = "Bakers of the old town expect a quiet autumn without the sailors."


def article(*paragraphs: str, published: Moment | None = None) -> Article:
    """Read paragraphs as an article."""
    return replace(read("\n\n".join(paragraphs) + "\n"), published=published)


def edition(number: int, text: Article) -> Edition:
    """Return an article as a version of a story."""
    row = VersionRow(
        article=ArticleId(number),
        story=StoryId(1),
        is_base=number == 1,
        chosen_by_hand=False,
        title="Harbour",
        headline=None,
        source=f"Desk {number}",
        published=text.published,
        words=1,
        highlights=0,
        notes=0,
        why="",
        text_sha256="",
    )
    return Edition(row, text, f"Desk {number}")


def mapped(base: Article, *versions: Article) -> StoryMap:
    """Return the map of a story."""
    editions = [edition(number, text) for number, text in enumerate((base, *versions), start=1)]
    found = [collate(base, version) for version in versions]
    return story_map(editions[0], editions[1:], found)


def fates(found: StoryMap, column: int = 0) -> list[Fate]:
    """Return what stands in a column, from the top."""
    return [line.squares[column].fate for line in found.lines]


PARAGRAPHS = st.lists(st.sampled_from((*SENTENCES, OWN)), min_size=1, max_size=6, unique=True)


@given(PARAGRAPHS, st.lists(PARAGRAPHS, min_size=1, max_size=3))
def test_every_passage_stands_in_exactly_one_row(base: list[str], others: list[list[str]]) -> None:
    """The base's passages are all there, in their order; so is all that versions added."""
    first = article(*base)
    versions = [article(*other) for other in others]
    found = mapped(first, *versions)

    kept = [line.place for line in found.lines if not line.is_added]
    assert kept == [passage.words for passage in first.passages]
    for column, version in enumerate(versions):
        collation = collate(first, version)
        wanted = [
            version.passages[n].words
            for link in collation.passages
            if not link.base
            for n in link.version
        ]
        squares = [line.squares[column] for line in found.lines]
        added = [square.place for square in squares if square.fate is Fate.ADDED]
        assert sorted(added) == sorted(wanted)


@given(PARAGRAPHS, PARAGRAPHS)
def test_every_cell_leads_to_words(base: list[str], other: list[str]) -> None:
    """What a cell leads to are the words of a passage of its version, or of the base."""
    texts = {1: article(*base), 2: article(*other)}
    found = mapped(texts[1], texts[2])

    for line in found.lines:
        for square in line.squares:
            words = [passage.words for passage in texts[square.article].passages]
            assert square.place in words


@pytest.mark.parametrize(
    ("before", "after", "fate"),
    [
        (SENTENCES[2], SENTENCES[2], Fate.KEPT),
        (SENTENCES[2], SENTENCES[2].replace("14", "40"), Fate.SUBSTANCE),
        (
            "“We did not ask,” the harbour master said.",
            '"We did not ask," the harbour master said.',
            Fate.QUIET,
        ),
        (f"{SENTENCES[3]} {SENTENCES[4]}", SENTENCES[3], Fate.PARTLY),
        (SENTENCES[3], f"{SENTENCES[3]} {OWN}", Fate.PARTLY),
    ],
)
def test_a_cell_says_what_reaches_farthest(before: str, after: str, fate: Fate) -> None:
    """The loudest thing that happened to a passage is its fate."""
    found = mapped(
        article(SENTENCES[0], before, SENTENCES[1]), article(SENTENCES[0], after, SENTENCES[1])
    )

    assert fates(found) == [Fate.KEPT, fate, Fate.KEPT]


def test_what_was_cut_leads_to_the_base() -> None:
    """Of a passage that a version lacks one sees the words of the base."""
    base = article(*SENTENCES[:3])
    found = mapped(base, article(SENTENCES[0], SENTENCES[2]))
    square = found.lines[1].squares[0]

    assert (square.fate, square.article) == (Fate.CUT, ArticleId(1))
    assert square.place.of(base.text) == SENTENCES[1]


def test_versions_that_added_the_same_share_a_row() -> None:
    """An added passage has one row, in its place, with a cell for each that has it."""
    base = article(*SENTENCES[:3])
    more = article(SENTENCES[0], OWN, *SENTENCES[1:3])
    found = mapped(base, more, article(*SENTENCES[:3]), more)
    added = [line for line in found.lines if line.is_added]

    assert [line.words for line in added] == [OWN]
    assert found.lines.index(added[0]) == 1
    assert [square.fate for square in added[0].squares] == [Fate.ADDED, Fate.ABSENT, Fate.ADDED]


def test_columns_stand_in_order_of_time() -> None:
    """Whatever the order of import, the earlier printed version stands first."""
    days = [dt.date(2021, 3, day) for day in (4, 9, 6)]
    texts = [article(*SENTENCES[:3], published=day) for day in days]
    found = mapped(texts[0], *texts[1:])

    assert [one.row.published for one in found.versions] == [days[2], days[1]]


def test_the_order_of_time_forgets_nobody() -> None:
    """Each version has its place, dated or not."""
    base = article(SENTENCES[0])
    versions = [article(SENTENCES[0], published=day) for day in (None, dt.date(2021, 1, 2), None)]

    assert sorted(in_order_of_time(base, versions)) == [0, 1, 2]
    assert in_order_of_time(base, []) == []


def test_the_descent_speaks_of_the_columns() -> None:
    """Numbers of ancestors are places of columns, after they were put in order."""
    base = article(*SENTENCES, published=dt.date(2021, 3, 1))
    first = article(*SENTENCES[:4], OWN, published=dt.date(2021, 3, 2))
    second = article(
        *SENTENCES[:2], SENTENCES[2].replace("14", "40"), SENTENCES[3], OWN,
        published=dt.date(2021, 3, 3),
    )  # fmt: skip
    found = mapped(base, second, first)

    assert [one.id for one in found.versions] == [3, 2]
    assert found.descents[1].ancestor == 0
    assert found.edition(found.descents[1].ancestor).article == first


def test_totals_count_the_story_only() -> None:
    """The foot counts passages of the story, furniture not."""
    base = article(*SENTENCES[:3], "©2021 Northline")
    found = mapped(base, article(SENTENCES[0], SENTENCES[2].replace("14", "40"), OWN))

    total = found.totals[0]
    assert (total.substance, total.cut, total.added) == (1, 1, 1)
