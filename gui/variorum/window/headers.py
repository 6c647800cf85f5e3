"""The two lines above a text: who printed it, and what there is to know of it."""

from bisect import bisect_right
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from variorum.app.reading import Side
from variorum.app.version_names import is_named, names_of
from variorum.exchange.wording import Wording
from variorum.library.queries.rows import VersionRow
from variorum.text import Article, PassageKind
from variorum.window.desk.values import Fact, PaneArticle
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
        facts,
        is_named=is_named(side.row),
    )


def _facts(side: Side, *, is_alone: bool) -> tuple[Fact, ...]:
    """Return what stands below the name; where room is short the highest ranks leave first."""
    article, line = side.article, side.article.dateline
    corrects = any(passage.kind is PassageKind.CORRECTION for passage in article.passages)
    facts = (
        Fact(_tr("base") if side.row.is_base and not is_alone else "", 0),
        Fact(line.place or "" if line is not None else "", 5),
        Fact(day(article.published) if article.published is not None else "", 1),
        Fact(_tr("%n word(s)", side.row.words), 2),
        Fact(
            _tr("credits {name}").format(name=line.credit)
            if line and _credits_another(article)
            else "",
            4,
        ),
        Fact(_tr("correction filed") if corrects else "", 3),
    )
    return tuple(Fact(isolated(fact.said), fact.rank) for fact in facts if fact.said)


def _credits_another(article: Article) -> bool:
    credit = article.dateline.credit if article.dateline else None
    return bool(credit) and (credit or "").casefold() != (article.source or "").casefold()


def where_in(article: Article, place: int, wording: Wording) -> str:
    """Say where a place stands: its paragraph, the lead being ¶1, else its kind of passage."""
    return Whereabouts(article, wording).of(place)


class Whereabouts:
    """Say where places of one article stand, for as many places as are asked."""

    def __init__(self, article: Article, wording: Wording) -> None:
        self._ends = [passage.span.end for passage in article.passages]
        self._words: list[str] = []
        paragraphs = 0
        for passage in article.passages:
            is_paragraph = passage.kind is PassageKind.PARAGRAPH
            paragraphs += is_paragraph
            said = f"¶{paragraphs}" if is_paragraph else wording.passage_kind(passage.kind)
            self._words.append(said)

    def of(self, place: int) -> str:
        """Name the paragraph of a place, the lead being ¶1, else its kind of passage."""
        number = bisect_right(self._ends, place)
        return self._words[number] if number < len(self._words) else ""
