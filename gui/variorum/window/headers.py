"""The two lines above a text: who printed it, and what there is to know of it."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from variorum.app.reading import Side
from variorum.app.version_names import is_named, names_of
from variorum.exchange.wording import Wording
from variorum.library.rows import VersionRow
from variorum.text import Article, PassageKind
from variorum.window.desk.values import PaneArticle
from variorum.window.wording import day, isolated


def _tr(text: str, n: int = -1) -> str:
    return QCoreApplication.translate("headers", text, "", n)


def name_of(side: Side, versions: Sequence[VersionRow]) -> str:
    """Name a version among those of its story."""
    return names_of(tuple(versions))[side.id]


def pane_article(side: Side, versions: Sequence[VersionRow]) -> PaneArticle:
    """Return a version with the lines of its header."""
    facts = _facts(side, is_alone=len(versions) == 1)
    return PaneArticle(
        side.id,
        side.article,
        name_of(side, versions),
        " · ".join(isolated(fact) for fact in facts),
        is_named=is_named(side.row),
    )


def _facts(side: Side, *, is_alone: bool) -> list[str]:
    article = side.article
    facts = [_tr("base")] if side.row.is_base and not is_alone else []
    if article.dateline is not None and article.dateline.place:
        facts.append(article.dateline.place)
    if article.published is not None:
        facts.append(day(article.published))
    if article.dateline is not None and _credits_another(article):
        facts.append(_tr("credits {name}").format(name=article.dateline.credit))
    if any(passage.kind is PassageKind.CORRECTION for passage in article.passages):
        facts.append(_tr("correction filed"))
    facts.append(_tr("%n word(s)", side.row.words))
    return facts


def _credits_another(article: Article) -> bool:
    credit = article.dateline.credit if article.dateline else None
    return bool(credit) and (credit or "").casefold() != (article.source or "").casefold()


def where_in(article: Article, place: int, wording: Wording) -> str:
    """Say where a place stands: its paragraph, the lead being ¶1, else its kind of passage."""
    paragraphs = 0
    for passage in article.passages:
        paragraphs += passage.kind is PassageKind.PARAGRAPH
        if place < passage.span.end:
            is_paragraph = passage.kind is PassageKind.PARAGRAPH
            return f"¶{paragraphs}" if is_paragraph else wording.passage_kind(passage.kind)
    return ""
