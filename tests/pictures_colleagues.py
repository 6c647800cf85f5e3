"""States of the window in which two people have marked the story that is read."""

from pathlib import Path

from PySide6.QtTest import QTest

from variorum.ids import AnnotatorId, ArticleId
from variorum.library import annotations
from variorum.library.annotators import ensure_annotator
from variorum.library.codebook import add_code
from variorum.library.commands import Command
from variorum.library.connection import Db
from variorum.library.merging.values import (
    Clash,
    ClashKind,
    MergeKind,
    MergeReport,
    SameName,
    Tally,
)
from variorum.library.settlements import Settled, SettledMark, Verdict
from variorum.text import Article, Span
from variorum.window.action_row import ActionId
from variorum.window.colleagues.merge_box import MergeBox
from variorum.window.main_window import MainWindow

_REPORT = MergeReport(
    {
        MergeKind.ARTICLES: Tally(new=12, equal=25),
        MergeKind.STORIES: Tally(new=3, equal=9, joined=2),
        MergeKind.ANNOTATORS: Tally(new=1, equal=1),
        MergeKind.CODES: Tally(new=2, equal=7, conflicts=1),
        MergeKind.HIGHLIGHTS: Tally(new=140, equal=31, joined=2, conflicts=1),
        MergeKind.NOTES: Tally(new=18, equal=4),
        MergeKind.DECISIONS: Tally(new=5, conflicts=1, left=1),
    },
    (
        Clash(ClashKind.HEADLINE, "Harbor pilots end strike", "Pilots end strike", "Strike ends"),
        Clash(ClashKind.HIGHLIGHT, "Harbor pilots end strike", "14 ships", "14 ships waited"),
    ),
    (SameName("Ada Quill", 12, 3),),
)


def two_people(window: MainWindow) -> None:
    """Let two people mark the base, and a third person settle some of it."""
    base = window.reading.base
    if base is None:
        return
    spans = _sentences(base.article)
    ids = window.session.library.run(Command.HIGHLIGHT, lambda db: _mark(db, base.id, spans))
    window.session.announce(ids.changes)
    window.workspace.people.be("Cleo Park")
    for verdict in (
        Verdict(base.id, spans[1], Settled.ONE, (SettledMark(_half(spans[1])),), ids.value),
        Verdict(base.id, spans[3], Settled.NOBODY),
    ):
        window.hands.colleagues.agreeing.settle(verdict)
    QTest.qWait(100)


def _sentences(article: Article) -> list[Span]:
    """Return spans of some words in each paragraph."""
    found = list[Span]()
    for passage in article.passages:
        words = passage.words.of(article.text)
        if passage.kind.is_story and len(words) > 80:
            end = words.index(" ", 48)
            found.append(Span(passage.words.start + 12, passage.words.start + end))
    return found


def _half(span: Span) -> Span:
    return Span(span.start, span.start + max(1, len(span) // 2))


def _mark(db: Db, article: ArticleId, spans: list[Span]) -> AnnotatorId:
    ada, ben = (ensure_annotator(db, name) for name in ("Ada Quill", "Ben Ross"))
    claim, figure = (
        add_code(db, name=name, colour=colour)
        for name, colour in (("claim", "blue"), ("figure", "orange"))
    )
    for number, span in enumerate(spans):
        for who, its_span, code in (
            (ada, span, claim),
            (ben, span if number % 3 else _half(span), claim if number % 2 else figure),
        ):
            if who is ada or number != 3:
                annotations.add_highlight(
                    db, article=article, span=its_span, annotator=who, codes=[code]
                )
    return ada


def agreement(window: MainWindow) -> None:
    """Show the page of agreement."""
    two_people(window)
    window.bar[ActionId.AGREEMENT].trigger()
    QTest.qWait(400)


def reviewing(window: MainWindow) -> None:
    """Stand at the second disagreement."""
    agreement(window)
    window.hands.colleagues.reviewing.go_to(1)


def settling(window: MainWindow) -> None:
    """Offer the ways to settle it."""
    reviewing(window)
    QTest.qWait(100)
    window.hands.colleagues.reviewing.show_menu()


def people(window: MainWindow) -> None:
    """List the annotators."""
    two_people(window)
    window.hands.colleagues.show_people()


def merging(window: MainWindow) -> MergeBox:
    """Show what a merge would bring."""
    return MergeBox(Path("colleague.variorum").stem, _REPORT, window)
