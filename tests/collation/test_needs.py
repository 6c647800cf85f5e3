"""A proof that a block's words rule out beforehand would have proved nothing."""

from collections.abc import Iterator

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from variorum.collation.linking.alignment import Block, align
from variorum.collation.linking.linking import link
from variorum.collation.proofs.features import features_of
from variorum.collation.proofs.judgement import JUDGES
from variorum.collation.proofs.needs import Choice
from variorum.collation.proofs.ordered import ACROSS, CAME_OR_WENT, CHANGED, EDGES, IN_QUOTES
from variorum.collation.proofs.proof import Pair
from variorum.collation.proofs.unlike import UNLIKE
from variorum.collation.reading.analysis import analyse
from variorum.collation.reading.forms import form_of
from variorum.collation.reading.side import side_of
from variorum.text import Article

from .collation_helpers import article
from .test_minimal_pairs import PAIRS, WEDNESDAY, sides

ROWS = st.lists(
    st.sampled_from(
        [
            "the",
            "a",
            "of",
            "to",
            "on",
            "in",
            "and",
            "that",
            "which",
            "who",
            "said",
            "says",
            "told",
            "according",
            "about",
            "some",
            "more",
            "than",
            "will",
            "would",
            "has",
            "been",
            "was",
            "be",
            "closed",
            "closing",
            "left",
            "leaves",
            "he",
            "it",
            "its",
            "they",
            "two",
            "here",
            "company",
            "company's",
            "the-port",
            "port",
            "ports",
            "Mr",
            "Ms",
            "Dr",
            "Gov.",
            "Governor",
            "president",
            "ex-president",
            "former",
            "Orla",
            "Finch",
            "Finch's",
            "M.",
            "Lund",
            "Lund's",
            "Reyle-Varde",
            "Inc",
            "Inc.",
            "Co",
            "&",
            "U.S.",
            "US",
            "American",
            "Britain",
            "Burma",
            "Myanmar",
            "WHO",
            "ADA",
            "5",
            "12",
            "12th",
            "five",
            "million",
            "half",
            "2/3",
            "two-thirds",
            "a.m.",
            "17:00",
            "noon",
            "Monday",
            "tomorrow",
            "March",
            "Jan.",
            "Jan-March",
            "2015",
            "'15",
            "1990s",
            "$5",
            "$0.50",
            "50",
            "cents",
            "percent",
            "per",
            "cent",
            "feet",
            "ft",
            "tonne",
            "metric",
            "ton",
            "don't",
            "do",
            "not",
            "cannot",
            "II",
            "Second",
            "healthcare",
            "health-care",
            "health",
            "care",
            "Mueller",
            "Müller",
            "Qureyda",
            "Quraydah",
            "St.",
            "Street",
            "No",
            "No.",
            "led",
            "headed",
            "aged",
            "30-year-old",
            "year",
            "old",
            "recieved",
            "received",
            "(",
            ")",
            "[",
            "]",
            "<",
            ">",
            ",",
            ".",
            ";",
            ":",
            "-",
            '"',
            "'",
            "…",
            "(LMC.L)",
            "LMC.L",
        ]
    ),
    max_size=4,
)


def pairs_of(base: Article, version: Article) -> Iterator[Pair]:
    """Yield the linked sentences of two articles."""
    one, other = analyse(base), analyse(version)
    for tie in link(one.units, other.units):
        yield Pair(side_of(one, tie.base), side_of(other, tie.version))


def left_out(pair: Pair, block: Block) -> Iterator[str]:
    """Yield the proofs, and the rules of substance, that hold for a block and are not asked of it."""
    one, other = features_of(pair.base_forms(block)), features_of(pair.version_forms(block))
    lists = (
        (IN_QUOTES, CHANGED, ACROSS, UNLIKE)
        if block.base_start < block.base_end and block.version_start < block.version_end
        else (IN_QUOTES, CAME_OR_WENT, EDGES)
    )
    for prove in {p for each in lists for p in each.proofs if p not in each.of(one, other)}:
        if prove(pair, block) is not None:
            yield getattr(prove, "__name__", "")
    for rule, differs, needed in JUDGES:
        rows = pair.base_forms(block), pair.version_forms(block)
        if not needed & (one | other) and differs(pair, block, *rows):
            yield rule.value


@given(ROWS, ROWS)
def test_what_is_not_asked_of_any_words_proves_nothing(base: list[str], version: list[str]) -> None:
    """Whatever words take the place of others, no proof holds that was left out."""
    assume(base != version)
    texts = (" ".join(["He saw", *row, "ships in Lund, police said."]) for row in (base, version))
    one, other = (analyse(article(text, published=WEDNESDAY)) for text in texts)
    pair = Pair(side_of(one, [0]), side_of(other, [0]))
    ends = [
        next((n for n, form in enumerate(side.forms) if form.lower == "ships"), len(side.forms))
        for side in (pair.base, pair.version)
    ]

    assert not list(left_out(pair, Block(2, max(ends[0], 2), 2, max(ends[1], 2))))


def test_what_is_not_asked_of_known_pairs_proves_nothing() -> None:
    """In the pairs that a sceptical editor would try, every proof that holds is asked for."""
    found = [
        (line, name)
        for line in PAIRS
        for pair in pairs_of(*(article(text, published=WEDNESDAY) for text in sides(line)))
        for block in align(pair.base.forms, pair.version.forms).blocks
        for name in left_out(pair, block)
    ]

    assert not found


PLAIN = "marmot", "ripple", "quartz"
"""Words of no table."""


@pytest.mark.parametrize(
    ("asked", "sizes", "most"),
    [
        (CHANGED, (1, 1), 4),
        (CHANGED, (2, 1), 4),
        (CHANGED, (2, 3), 4),
        (ACROSS, (3, 2), 1),
        (CAME_OR_WENT, (1, 0), 8),
        (CAME_OR_WENT, (3, 0), 6),
        (EDGES, (2, 0), 1),
    ],
)
def test_of_plain_words_few_proofs_are_asked(
    asked: Choice, sizes: tuple[int, int], most: int
) -> None:
    """Most changed words are such: a proof that looks for others has a row in the table of needs."""
    rows = PLAIN[: sizes[0]], PLAIN[::-1][: sizes[1]]
    one, other = (features_of([form_of(word) for word in row]) for row in rows)

    assert len(asked.of(one, other)) <= most
