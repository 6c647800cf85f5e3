"""Questions about codes: the words that one was given to."""

from dataclasses import dataclass

from variorum.ids import ArticleId, CodeId, HighlightId
from variorum.library.connection import Db


@dataclass(frozen=True, slots=True)
class CodedWords:
    """Hold words that have a code, and where they stand."""

    highlight: HighlightId
    article: ArticleId
    words: str
    title: str
    source: str
    """Empty where it is not known."""


def coded_words(db: Db, code: CodeId) -> list[CodedWords]:
    """Return what is highlighted with a code, by article and place."""
    rows = db.rows(
        """
        SELECT h.id, h.article, h.exact, coalesce(nullif(a.shown_headline, ''), a.first_words),
               coalesce(a.shown_source, '')
        FROM highlight_codes hc JOIN highlights h ON h.id = hc.highlight
             JOIN articles a ON a.id = h.article
        WHERE hc.code = ? AND a.binned IS NULL
        ORDER BY a.shown_published, a.id, h.span_start, h.span_end
        """,
        (code,),
    )
    return [
        CodedWords(HighlightId(number), ArticleId(article), words, title, source)
        for number, article, words, title, source in rows
    ]
