"""What a person decided about two versions is kept, seen from both sides, and undone."""

import pytest

from variorum.collation.collate import collate
from variorum.collation.decisions import WordPair
from variorum.collation.values import ClassDecision, LinkChoice, LinkDecision, VariantClass
from variorum.errors import UsageError
from variorum.ids import ArticleId
from variorum.library.annotators import ensure_annotator
from variorum.library.commands import Command, Table
from variorum.library.connection import Db
from variorum.library.library import Library
from variorum.library.pair_decisions import (
    Place,
    decide_class,
    decide_link,
    decisions_about,
    forget_decisions,
    forget_words,
    kept_decisions,
    treat_words,
    word_pairs,
)
from variorum.library.queries.articles import article
from variorum.text import Span

from .making import annotator, bring_in, read

ONE = "The ferry was late. Nobody said why."
OTHER = "Nobody said why. The boat was late."


@pytest.fixture
def pair(library: Library) -> tuple[ArticleId, ArticleId]:
    """Return two versions in the library."""
    one, other = bring_in(library, read(ONE), read(OTHER), together=True)
    return one.article, other.article


def place(number: ArticleId, words: str) -> Place:
    """Return where words stand in one of the two."""
    text = ONE if words in ONE else OTHER
    start = text.index(words)
    return Place(number, Span(start, start + len(words)))


def link(
    library: Library, pair: tuple[ArticleId, ArticleId], choice: LinkChoice = LinkChoice.LINKED
) -> None:
    """Decide about the two sentences on lateness."""
    me = annotator(library)
    base, version = place(pair[0], "The ferry was late."), place(pair[1], "The boat was late.")
    library.run(
        Command.LINK, lambda db: decide_link(db, choice, base=base, version=version, annotator=me)
    )


def test_a_decision_is_seen_from_both_sides(
    library: Library, pair: tuple[ArticleId, ArticleId]
) -> None:
    """Which article is the base does not matter to what was decided."""
    link(library, pair)

    there = decisions_about(library.reader, *pair)
    back = decisions_about(library.reader, *reversed(pair))

    assert [each.choice for each in there.links] == [LinkChoice.LINKED]
    assert back == there.mirrored()
    assert [(k.base_words, k.version_words) for k in kept_decisions(library.reader, *pair)] == [
        ("The ferry was late.", "The boat was late.")
    ]


def test_the_last_word_stands(library: Library, pair: tuple[ArticleId, ArticleId]) -> None:
    """Two sentences have one decision; it does not matter from which side it was made."""
    link(library, pair)
    link(library, pair, LinkChoice.APART)

    assert [each.choice for each in decisions_about(library.reader, *pair).links] == [
        LinkChoice.APART
    ]


def test_a_decision_holds_in_the_collation(
    library: Library, pair: tuple[ArticleId, ArticleId]
) -> None:
    """What is kept is what the collation heeds."""
    link(library, pair, LinkChoice.APART)
    base, version = (article(library.reader, number) for number in pair)

    collation = collate(base, version, decisions=decisions_about(library.reader, *pair))

    assert collation.lost == ()
    assert (collation.summary.cut, collation.summary.added) == (1, 1)


def test_a_decision_is_undone(library: Library, pair: tuple[ArticleId, ArticleId]) -> None:
    """Undo brings back the decision before; redo the one after."""
    link(library, pair)
    first = decisions_about(library.reader, *pair)
    link(library, pair, LinkChoice.MOVED)
    second = decisions_about(library.reader, *pair)

    changes = library.undo().result()

    assert changes is not None
    assert changes.of(Table.PAIR_DECISIONS).all
    assert decisions_about(library.reader, *pair) == first
    library.redo().result()
    assert decisions_about(library.reader, *pair) == second


def test_a_class_stands_beside_a_link(library: Library, pair: tuple[ArticleId, ArticleId]) -> None:
    """The class of a variant and the link of sentences are two decisions."""
    me = annotator(library)
    link(library, pair)
    ferry, boat = place(pair[0], "ferry"), place(pair[1], "boat")
    made = library.run(
        Command.SET_CLASS,
        lambda db: decide_class(db, VariantClass.STYLE, base=ferry, version=boat, annotator=me),
    ).value
    found = decisions_about(library.reader, *pair)

    assert found.classes == (ClassDecision(VariantClass.STYLE, ferry.span, boat.span),)
    assert [type(each) for each in found.links] == [LinkDecision]

    library.run(Command.LEAVE_TO_RULES, lambda db: forget_decisions(db, [made]))

    assert decisions_about(library.reader, *pair).classes == ()


def test_no_decision_without_its_words(library: Library, pair: tuple[ArticleId, ArticleId]) -> None:
    """Places that are not in the texts, and one article with itself, are refused."""
    me = annotator(library)
    here, beyond = place(pair[0], "ferry"), Place(pair[1], Span(0, 999))
    for version in (beyond, here):
        with pytest.raises(UsageError):
            library.run(
                Command.LINK,
                lambda db, there=version: decide_link(
                    db, LinkChoice.LINKED, base=here, version=there, annotator=me
                ),
            )


def test_words_are_listed_once(library: Library) -> None:
    """A pair stands once, whichever word comes first and whatever the capitals."""

    def treat(one: str, other: str, kind: VariantClass) -> None:
        def deed(db: Db) -> None:
            me = ensure_annotator(db, "Ada")
            treat_words(db, WordPair(one, other, kind), annotator=me)

        library.run(Command.TREAT_WORDS, deed)

    treat("ferry", "boat", VariantClass.STYLE)
    treat("Boat", "ferry", VariantClass.WORDING)
    treat("Board", "board", VariantClass.STYLE)

    assert [each.pair for each in word_pairs(library.reader)] == [
        WordPair("Boat", "ferry", VariantClass.WORDING),
        WordPair("Board", "board", VariantClass.STYLE),
    ]

    first = word_pairs(library.reader)[0].id
    library.run(Command.FORGET_WORDS, lambda db: forget_words(db, first))

    assert len(word_pairs(library.reader)) == 1
    library.undo().result()
    assert len(word_pairs(library.reader)) == 2


@pytest.mark.parametrize(("one", "other"), [("", "boat"), ("ferry", " "), ("boat", "boat")])
def test_half_a_pair_is_refused(library: Library, one: str, other: str) -> None:
    """A pair has two sides, and they differ."""
    me = annotator(library)
    pair = WordPair(one, other, VariantClass.STYLE)

    with pytest.raises(UsageError):
        library.run(Command.TREAT_WORDS, lambda db: treat_words(db, pair, annotator=me))
