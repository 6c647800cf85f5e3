"""What is settled where annotators differ: kept, replaced, reopened, undone, read as marks."""

import pytest

from variorum.agreement.disputes import Difference, disputes
from variorum.errors import UsageError
from variorum.exchange.settled_table import COLUMNS, settled_table
from variorum.ids import AnnotatorId, ArticleId, CodeId, StoryId
from variorum.library import annotations, annotators, codebook, settlements
from variorum.library.agreement_marks import coded_articles
from variorum.library.commands import Command, Table
from variorum.library.library import Library
from variorum.library.queries.rows import StoryOrder
from variorum.library.queries.stories import story_ids
from variorum.library.settlements import Settled, SettledMark, Verdict
from variorum.text import Span

from .making import annotator, bring_in, dump, read

TEXT = "The ferry left the harbour at noon."
PLACE = Span(4, 14)


@pytest.fixture
def article(library: Library) -> ArticleId:
    """Return an article of a library."""
    return bring_in(library, read(TEXT, source="The Bugle"))[0].article


def settle(library: Library, verdict: Verdict, name: str = "Cleo") -> None:
    """Settle a place."""
    me = annotator(library, name)
    library.run(Command.SETTLE, lambda db: settlements.settle(db, verdict, annotator=me))


def code(library: Library, name: str = "claim") -> CodeId:
    """Return a code."""
    return library.run(
        Command.ADD_CODE, lambda db: codebook.add_code(db, name=name, colour="green")
    ).value


def mark(library: Library, article: ArticleId, who: AnnotatorId, span: Span) -> None:
    """Highlight words."""
    library.run(
        Command.HIGHLIGHT,
        lambda db: annotations.add_highlight(db, article=article, span=span, annotator=who),
    )


def test_a_settlement_keeps_its_marks_with_their_words(
    library: Library, article: ArticleId
) -> None:
    """It says how, by whom, and which words hold with which codes."""
    claim = code(library)
    holds = (SettledMark(Span(4, 9), frozenset({claim})),)
    settle(library, Verdict(article, PLACE, Settled.OWN, holds, made_of="x"))

    (one,) = settlements.settlements(library.reader)
    ((anchor, codes),) = one.marks
    assert (one.words, one.how, one.made_of) == ("ferry left", Settled.OWN, "x")
    assert (anchor.exact, codes) == ("ferry", {claim})


def test_nobody_may_be_right(library: Library, article: ArticleId) -> None:
    """Then there are no marks, and only then."""
    settle(library, Verdict(article, PLACE, Settled.NOBODY))

    assert settlements.settlements(library.reader)[0].marks == ()
    with pytest.raises(UsageError):
        settle(library, Verdict(article, PLACE, Settled.OWN))


def test_the_last_word_stands(library: Library, article: ArticleId) -> None:
    """Settling an overlapping place again takes the place of what was settled."""
    settle(library, Verdict(article, PLACE, Settled.NOBODY))
    settle(library, Verdict(article, Span(0, 9), Settled.OWN, (SettledMark(Span(0, 9)),)))
    settle(library, Verdict(article, Span(19, 26), Settled.NOBODY))

    found = settlements.settlements(library.reader, [article])
    assert [one.span for one in found] == [Span(0, 9), Span(19, 26)]


def test_undo_gives_back_every_row(library: Library, article: ArticleId) -> None:
    """Settled, settled otherwise and reopened, each step is taken back exactly."""
    claim = code(library)
    annotator(library, "Cleo")
    holds = (SettledMark(Span(4, 9), frozenset({claim})),)
    states = [dump(library, list(Table))]
    settle(library, Verdict(article, PLACE, Settled.OWN, holds))
    states.append(dump(library, list(Table)))
    settle(library, Verdict(article, PLACE, Settled.NOBODY))
    states.append(dump(library, list(Table)))
    (one,) = settlements.settlements(library.reader)
    library.run(Command.REOPEN_DISPUTE, lambda db: settlements.reopen(db, settlements=[one.id]))

    for state in reversed(states):
        library.undo().result()
        assert dump(library, list(Table)) == state


def test_a_merged_code_takes_the_settled_marks_along(library: Library, article: ArticleId) -> None:
    """Codes made one are one in what is settled too."""
    claim, voice = code(library), code(library, "voice")
    holds = (SettledMark(Span(4, 9), frozenset({claim})),)
    settle(library, Verdict(article, PLACE, Settled.OWN, holds))

    library.run(Command.MERGE_CODES, lambda db: codebook.merge_codes(db, codes=[claim], into=voice))

    assert settlements.settlements(library.reader)[0].marks[0][1] == {voice}


def test_marks_are_read_as_agreement_needs_them(library: Library, article: ArticleId) -> None:
    """Who marked anything read the article; a changed mark changes what a dispute is made of."""
    ada, ben, cleo = (annotator(library, name) for name in ("Ada", "Ben", "Cleo"))
    mark(library, article, ada, Span(4, 9))
    mark(library, article, ben, PLACE)

    (one,) = coded_articles(library.reader, [ada, ben, cleo])
    (silent,) = coded_articles(library.reader, [ada, ben, cleo], silent=True)
    assert one.readers == {ada, ben}
    assert silent.readers == {ada, ben, cleo}
    (dispute,) = disputes(one, [ada, ben, cleo])
    assert dispute.differences == {Difference.BOUNDS}

    number = dispute.of(ada)[0].id
    library.run(
        Command.RESIZE_HIGHLIGHT,
        lambda db: annotations.resize_highlight(db, highlight=number, span=Span(10, 14)),
    )
    (again,) = coded_articles(library.reader, [ada, ben, cleo])
    assert next(disputes(again, [ada, ben])).made_of != dispute.made_of


def test_annotators_have_signs_of_their_own(library: Library) -> None:
    """Letters never come twice, whatever was chosen; colours follow the order until chosen."""
    ids = [annotator(library, name) for name in ("Ada Quill", "Abel Quist", "Ben")]
    library.run(
        Command.EDIT_ANNOTATOR,
        lambda db: annotators.edit_annotator(db, annotator=ids[2], colour="pink", initials="aq"),
    )

    found = annotators.annotators(library.reader)
    assert len({one.initials.casefold() for one in found}) == 3
    assert [one.colour for one in found][2] == "pink"
    assert len({one.colour for one in found}) == 3


def test_two_annotators_never_have_one_name(library: Library) -> None:
    """A name that is taken is refused, and so is none."""
    ada = annotator(library, "Ada")
    annotator(library, "Ben")

    for name in ("Ben", "  "):
        with pytest.raises(UsageError):
            library.run(
                Command.RENAME_ANNOTATOR,
                lambda db, name=name: annotators.rename_annotator(db, annotator=ada, name=name),
            )


def test_what_is_settled_is_exported(library: Library, article: ArticleId) -> None:
    """A row for a mark that holds, one for a place where nobody is right."""
    claim = code(library)
    holds = (SettledMark(Span(4, 9), frozenset({claim})),)
    settle(library, Verdict(article, PLACE, Settled.OWN, holds))
    settle(library, Verdict(article, Span(19, 26), Settled.NOBODY))

    stories = [StoryId(n) for n in story_ids(library.reader, order=StoryOrder.NEWEST)]
    head, first, second = settled_table(library.reader, stories)
    assert head.strip() == ",".join(COLUMNS)
    assert "own,,4,9,ferry,claim,Cleo" in first
    assert "nobody,,,,,,Cleo" in second
