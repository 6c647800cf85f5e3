"""The history of an article's marks: every deed, whoever did it, undone or not."""

from pathlib import Path

from variorum.ids import AnnotatorId, ArticleId, HighlightId
from variorum.library import annotations, codebook, mark_history
from variorum.library.commands import Command
from variorum.library.library import Library
from variorum.library.mark_history import MarkDeed, Step
from variorum.text import Span

from .making import annotator, bring_in, read

WORDS = "The harbour board closed two ferry terminals on Monday."


def history(library: Library, article: ArticleId) -> list[MarkDeed]:
    """Return an article's history, the first deed first."""
    return mark_history.of_article(library.reader, article)[::-1]


def mark(library: Library, article: ArticleId, annotator: AnnotatorId, span: Span) -> HighlightId:
    """Highlight a span."""
    return library.run(
        Command.HIGHLIGHT,
        lambda db: annotations.add_highlight(db, article=article, span=span, annotator=annotator),
    ).value


def test_each_deed_is_told_with_who_did_it(library: Library) -> None:
    """A mark made by one and coded by another, with its note, in order."""
    ada, bo = annotator(library, "Ada"), annotator(library, "Bo")
    (one,) = bring_in(library, read(WORDS))
    library.annotator = ada
    made = mark(library, one.article, ada, Span(4, 17))
    code = library.run(
        Command.ADD_CODE, lambda db: codebook.add_code(db, name="Board", colour="amber")
    ).value
    library.annotator = bo
    library.run(
        Command.SET_CODES, lambda db: annotations.set_codes(db, highlight=made, codes=[code])
    )
    library.run(
        Command.ADD_NOTE,
        lambda db: annotations.add_note(
            db, on=annotations.OnHighlight(made), text="Who sits on it?", annotator=bo
        ),
    )

    found = history(library, one.article)

    assert [
        (deed.command, deed.annotator, deed.words, deed.codes, deed.note) for deed in found
    ] == [
        (Command.HIGHLIGHT, "Ada", "harbour board", (), None),
        (Command.SET_CODES, "Bo", "harbour board", ("Board",), None),
        (Command.ADD_NOTE, "Bo", "harbour board", ("Board",), "Who sits on it?"),
    ]


def test_what_was_undone_is_told(library: Library) -> None:
    """Undo and redo are deeds of the history too."""
    me = annotator(library)
    (one,) = bring_in(library, read(WORDS))
    mark(library, one.article, me, Span(4, 17))
    library.undo().result()
    library.redo().result()

    found = history(library, one.article)

    assert [deed.step for deed in found] == [Step.DONE, Step.UNDONE, Step.REDONE]
    assert {deed.words for deed in found} == {"harbour board"}


def test_a_note_on_the_article_is_told(library: Library) -> None:
    """A deed on no highlight has no words of the text, but what was written."""
    me = annotator(library)
    (one,) = bring_in(library, read(WORDS))
    library.run(
        Command.ADD_NOTE,
        lambda db: annotations.add_note(
            db, on=annotations.OnArticle(one.article), text="Check the date.", annotator=me
        ),
    )

    (deed,) = history(library, one.article)

    assert (deed.mark, deed.words, deed.note) == (None, "", "Check the date.")


def test_the_history_outlives_the_last_hundred(tmp_path: Path) -> None:
    """A sitting can be undone to its beginning; the history is longer than what can be undone."""
    path = tmp_path / "long.variorum"
    with Library.open(path, create=True) as library:
        me = annotator(library)
        (one,) = bring_in(library, read(WORDS))
        for number in range(125):
            mark(library, one.article, me, Span(number % 50, number % 50 + 1 + number // 50))
    with Library.open(path) as library:
        undone = 0
        while library.undo().result() is not None:
            undone += 1

        assert undone == 100
        assert len(history(library, one.article)) == 225
