"""Gathering from a library: every mark and note comes along."""

import csv
import io
from pathlib import Path

from variorum.annotations.values import VariantPlace
from variorum.collation.decisions import WordPair
from variorum.collation.values import VariantClass
from variorum.exchange.comparison import StorySheet
from variorum.exchange.csv_tables import decisions_table
from variorum.exchange.gather import listed_words, sheets
from variorum.exchange.wording import ENGLISH
from variorum.ids import ArticleId, HighlightId
from variorum.intake.importer import import_articles
from variorum.library import annotations, codebook
from variorum.library.annotators import ensure_annotator
from variorum.library.commands import Command
from variorum.library.connection import Db
from variorum.library.library import Library
from variorum.library.pair_decisions import Place, decide_class, treat_words
from variorum.library.queries import stories as queries
from variorum.library.stories import choose_base
from variorum.text import Imported, Span
from variorum.wire.fields import Fields
from variorum.wire.reader import read

from .conftest import BASE, VERSION


def printed(text: str, source: str) -> Imported:
    """Return an article of an outlet."""
    article = read(text, fields=Fields(source=source))
    return Imported(article, source, text.encode(), encoding="utf-8", format="plain")


def _mark(db: Db, base: ArticleId, version: ArticleId) -> HighlightId:
    me = ensure_annotator(db, "Clara")
    code = codebook.add_code(db, name="claim", colour="blue")
    span = Span(BASE.index("14 ships"), BASE.index("14 ships") + 8)
    highlight = annotations.add_highlight(db, article=base, span=span, annotator=me, codes=[code])
    place = VariantPlace(base, Span(span.start, span.start + 2), version, Span(70, 72))
    for on, text in (
        (annotations.OnHighlight(highlight), "on the highlight"),
        (annotations.OnArticle(version), "on the version"),
        (place, "on the variant"),
    ):
        annotations.add_note(db, on=on, text=text, annotator=me)
    return highlight


def test_a_story_is_gathered_with_all_its_marks(tmp_path: Path) -> None:
    """Highlights, codes, and notes on all they can be on."""
    with Library.open(tmp_path / "l.variorum", create=True) as library:
        report = import_articles(
            library, [printed(BASE, "Northline"), printed(VERSION, "Channel Post")]
        )
        (story,) = queries.stories(library.reader)
        base, version = (row.article for row in queries.versions(library.reader, story.story))
        library.run(Command.HIGHLIGHT, lambda db: _mark(db, base, version))

        (sheet,) = sheets(library.reader, report.stories, wording=ENGLISH)

    (comparison,) = sheet.comparisons
    (mark,) = sheet.base.marks
    assert mark.span.of(sheet.base.article.text) == "14 ships"
    assert [code.name for code in mark.codes] == ["claim"]
    assert (mark.annotator, mark.notes) == ("Clara", ("on the highlight",))
    assert comparison.version.notes == ("on the version",)
    assert [note.text for note in comparison.notes] == ["on the variant"]


def test_notes_on_variants_come_along_whatever_the_base_is(tmp_path: Path) -> None:
    """Turned round with the two versions; beside its version where neither is the base."""
    with Library.open(tmp_path / "l.variorum", create=True) as library:
        third = VERSION.replace("14", "15")
        copies = [printed(BASE, "Northline"), printed(VERSION, "Channel Post")]
        report = import_articles(library, [*copies, printed(third, "Evening")])
        (row,) = queries.stories(library.reader)
        base, version, other = (
            each.article for each in queries.versions(library.reader, row.story)
        )
        me = library.run(Command.ADD_ANNOTATOR, lambda db: ensure_annotator(db, "Clara")).value
        library.run(Command.HIGHLIGHT, lambda db: _mark(db, base, version))

        def sheet_with(chosen: ArticleId) -> StorySheet:
            library.run(
                Command.CHOOSE_BASE,
                lambda db: choose_base(db, story=row.story, article=chosen, annotator=me),
            )
            (sheet,) = sheets(library.reader, report.stories, wording=ENGLISH)
            return sheet

        turned, apart = sheet_with(version), sheet_with(other)

    (note,) = (note for comparison in turned.comparisons for note in comparison.notes)
    assert note.version.of(BASE) == "14"
    assert [note for comparison in apart.comparisons for note in comparison.notes] == []
    beside = {edition.name: edition.notes for edition in apart.editions}
    assert beside["Channel Post"] == ("on the version", "on the variant")


def test_decisions_are_obeyed_and_exported(tmp_path: Path) -> None:
    """An export compares as the window does, and the table has each decision with its words."""
    with Library.open(tmp_path / "l.variorum", create=True) as library:
        report = import_articles(
            library, [printed(BASE, "Northline"), printed(VERSION, "Channel Post")]
        )
        db = library.reader
        (story,) = queries.stories(db)
        base, version = (row.article for row in queries.versions(db, story.story))
        (before,) = next(sheets(db, report.stories, wording=ENGLISH)).comparisons
        first = before.collation.variants[0]

        def decide(db: Db) -> None:
            me = ensure_annotator(db, "Clara")
            there = Place(base, first.base), Place(version, first.version)
            decide_class(db, VariantClass.WORDING, base=there[0], version=there[1], annotator=me)
            treat_words(db, WordPair("=port", "harbour", VariantClass.STYLE), annotator=me)

        library.run(Command.SET_CLASS, decide)
        (sheet,) = sheets(db, report.stories, wording=ENGLISH)
        lines = "".join(decisions_table([sheet], listed_words(db)))

    (comparison,) = sheet.comparisons
    assert comparison.collation.variants[0].classed_by == "by_hand"
    rows = list(csv.DictReader(io.StringIO(lines, newline="")))
    assert [(row["decided"], row["class"], row["holds"]) for row in rows] == [
        ("class", "wording", "yes"),
        ("words", "style", "yes"),
    ]
    assert rows[1]["base_words"] == "'=port"
    assert {row["annotator"] for row in rows} == {"Clara"}
