"""The two lines above a text: who printed it, and what there is to know of it."""

from PySide6.QtCore import QCoreApplication

from variorum.app.reading import Side
from variorum.text import Article, PassageKind
from variorum.window.desk.values import PaneArticle
from variorum.window.wording import day


def _tr(text: str, n: int = -1) -> str:
    return QCoreApplication.translate("headers", text, "", n)


def source_of(side: Side) -> str:
    """Name who printed a version."""
    return side.row.source or _tr("Source not named")


def pane_article(side: Side) -> PaneArticle:
    """Return a version with the lines of its header."""
    return PaneArticle(side.id, side.article, source_of(side), " · ".join(_facts(side)))


def _facts(side: Side) -> list[str]:
    article = side.article
    facts = [_tr("base")] if side.row.is_base else []
    if article.dateline is not None and article.dateline.place:
        facts.append(article.dateline.place)
    if article.published is not None:
        facts.append(day(article.published))
    facts.append(_tr("%n word(s)", side.row.words))
    if article.dateline is not None and _credits_another(article):
        facts.append(_tr("credits {name}").format(name=article.dateline.credit))
    if any(passage.kind is PassageKind.CORRECTION for passage in article.passages):
        facts.append(_tr("correction filed"))
    return facts


def _credits_another(article: Article) -> bool:
    credit = article.dateline.credit if article.dateline else None
    return bool(credit) and (credit or "").casefold() != (article.source or "").casefold()


def paragraph_of(article: Article, place: int) -> int:
    """Return the number of the passage in which a place stands, from 1."""
    numbers = (
        number
        for number, passage in enumerate(article.passages, start=1)
        if passage.span.start <= place < passage.span.end
    )
    return next(numbers, len(article.passages))
