"""Where annotators differ, and how marks on a text become words that were marked."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.agreement.coded import Coded, Mark, coded
from variorum.agreement.disputes import Difference, Dispute, disputes
from variorum.agreement.measuring import By, figures, measure
from variorum.ids import AnnotatorId, ArticleId, CodeId, HighlightId
from variorum.text import Article, Passage, PassageKind, Span

TEXT = "The ferry left the harbour at noon, the pilot said.\n\n(c) The Bugle"
STORY = Span(0, TEXT.index("\n"))
ADA, BEN, CAT = AnnotatorId(1), AnnotatorId(2), AnnotatorId(3)
CLAIM, FIGURE = CodeId(1), CodeId(2)
N = ArticleId(7)


def article() -> Article:
    """Return a text of one paragraph and a line of furniture."""
    foot = Span(STORY.end, len(TEXT))
    passages = (
        Passage(PassageKind.PARAGRAPH, STORY, STORY),
        Passage(PassageKind.COPYRIGHT, foot, Span(STORY.end + 2, len(TEXT))),
    )
    return Article(TEXT, passages)


def mark(number: int, who: AnnotatorId, words: str, *codes: CodeId) -> Mark:
    """Mark words where they stand first."""
    start = TEXT.index(words)
    span = Span(start, start + len(words))
    return Mark(HighlightId(number), who, span, frozenset(codes), f"{number}{span}{codes}")


def made(*marks: Mark, readers: tuple[AnnotatorId, ...] = (ADA, BEN)) -> Coded:
    """Return the text with marks."""
    return coded(N, article(), marks, readers=readers)


def found(*marks: Mark, readers: tuple[AnnotatorId, ...] = (ADA, BEN)) -> list[Dispute]:
    """Return where the readers differ."""
    return list(disputes(made(*marks, readers=readers), readers))


@st.composite
def marked(draw: st.DrawFn) -> list[Mark]:
    """Draw marks of two annotators."""
    marks: list[Mark] = []
    for number in range(draw(st.integers(0, 6))):
        start = draw(st.integers(0, len(TEXT) - 1))
        span = Span(start, draw(st.integers(start + 1, len(TEXT))))
        codes = draw(st.frozensets(st.sampled_from((CLAIM, FIGURE))))
        who = draw(st.sampled_from((ADA, BEN)))
        marks.append(Mark(HighlightId(number), who, span, codes, str(number)))
    return marks


@settings(max_examples=50)
@given(marked())
def test_no_dispute_is_full_agreement(marks: list[Mark]) -> None:
    """Where annotators differ nowhere, word by word they agree; where they do, they do not."""
    one = made(*marks)
    measured = figures([one], (ADA, BEN))
    whole = any(one.words_under(each.span) for each in marks)

    if whole:
        assert (measured.observed == 1) == (not list(disputes(one, (ADA, BEN))))


@settings(max_examples=50)
@given(marked())
def test_disputes_are_apart_and_hold_their_marks(marks: list[Mark]) -> None:
    """Disputes come in reading order, never overlap, and cover exactly their marks."""
    places = list(disputes(made(*marks), (ADA, BEN)))

    for one, other in pairwise(places):
        assert one.span.end <= other.span.start or not TEXT[other.span.start : one.span.end].strip()
    for place in places:
        assert place.span.start == min(each.span.start for each in place.marks)
        assert place.span.end == max(each.span.end for each in place.marks)


@settings(max_examples=50)
@given(marked())
def test_exchanging_the_annotators_changes_nothing(marks: list[Mark]) -> None:
    """The same places are in dispute, whoever made which marks."""
    turned = [
        Mark(each.id, BEN if each.annotator == ADA else ADA, each.span, each.codes)
        for each in marks
    ]

    spans = [(one.span, one.differences) for one in disputes(made(*marks), (ADA, BEN))]

    assert spans == [(one.span, one.differences) for one in disputes(made(*turned), (BEN, ADA))]


def test_a_comma_taken_along_is_no_dispute() -> None:
    """Marks that touch the same words agree."""
    assert found(mark(1, ADA, "noon", CLAIM), mark(2, BEN, "noon,", CLAIM)) == []


@pytest.mark.parametrize(
    ("theirs", "differences"),
    [
        ((), {Difference.MISSED}),
        ((mark(2, BEN, "the harbour at noon", CLAIM),), {Difference.BOUNDS}),
        ((mark(2, BEN, "the harbour", FIGURE),), {Difference.CODES}),
        ((mark(2, BEN, "harbour", CLAIM, FIGURE),), {Difference.BOUNDS, Difference.CODES}),
        ((mark(2, BEN, "the pilot", CLAIM),), {Difference.MISSED}),
    ],
)
def test_what_annotators_differ_in(theirs: tuple[Mark, ...], differences: set[Difference]) -> None:
    """A place says whether it was missed, cut otherwise, or coded otherwise."""
    first = found(mark(1, ADA, "the harbour", CLAIM), *theirs)[0]

    assert first.differences == differences


def test_a_code_alone_can_be_asked_for() -> None:
    """Only marks with the code count."""
    one = made(mark(1, ADA, "ferry", CLAIM), mark(2, BEN, "ferry", FIGURE))

    assert [d.differences for d in disputes(one, (ADA, BEN), code=CLAIM)] == [{Difference.MISSED}]
    assert figures([one], (ADA, BEN), CLAIM).marked == 1


def test_what_a_dispute_is_made_of_follows_its_marks() -> None:
    """A changed mark gives another name to the dispute; the order of marks does not."""
    one = found(mark(1, ADA, "ferry", CLAIM), mark(2, BEN, "The ferry", CLAIM))[0]
    again = found(mark(2, BEN, "The ferry", CLAIM), mark(1, ADA, "ferry", CLAIM))[0]
    other = found(mark(1, ADA, "ferry", FIGURE), mark(2, BEN, "The ferry", CLAIM))[0]

    assert one.made_of == again.made_of != other.made_of


def test_furniture_counts_where_somebody_marked_it() -> None:
    """Words of furniture are left out unless one of them is marked."""
    story = len(STORY.of(TEXT).split())

    assert len(made(mark(1, ADA, "ferry")).words) == story
    assert len(made(mark(1, ADA, "Bugle")).words) == story + 3


def test_overlapping_marks_of_one_annotator_are_one_unit() -> None:
    """What one annotator marked twice alike is one unit; marks that only touch are two."""
    over = made(mark(1, ADA, "ferry left the", CLAIM), mark(2, ADA, "left the harbour", CLAIM))
    touching = made(mark(1, ADA, "ferry", CLAIM), mark(2, ADA, "left", CLAIM))

    assert [len(u) for u in over.continuum((ADA,)).units[ADA]] == [4]
    assert [len(u) for u in touching.continuum((ADA,)).units[ADA]] == [1, 1]


def test_figures_are_told_apart_by_what_is_asked() -> None:
    """By code and pair there is a row for each code of each pair, after those of everything."""
    one = made(mark(1, ADA, "ferry", CLAIM), mark(2, BEN, "ferry", CLAIM), readers=(ADA, BEN, CAT))
    rows = measure([one], annotators=(ADA, BEN, CAT), by=(By.CODE, By.PAIR), codes=(CLAIM,))

    scopes = [(row.scope.annotators, row.scope.code) for row in rows]
    groups = [(ADA, BEN, CAT), (ADA, BEN), (ADA, CAT), (BEN, CAT)]
    assert scopes == [(group, code) for group in groups for code in (None, CLAIM)]


def test_an_article_that_one_annotator_read_does_not_count() -> None:
    """Agreement needs two who read the text."""
    measured = figures([made(mark(1, ADA, "ferry"), readers=(ADA,))], (ADA, BEN))

    assert (measured.words, measured.articles, measured.alpha) == (0, 0, None)
