"""Say where words were printed, as one writes it below a quotation."""

from PySide6.QtCore import QCoreApplication

from variorum.app.reading import Side
from variorum.text import Span
from variorum.window.headers import where_in
from variorum.window.wording import day, wording


def cited(side: Side, span: Span, name: str) -> str:
    """Return words of an article, and below them source, headline, date and paragraph."""
    article = side.article
    words = " ".join(span.of(article.text).split())
    headline = " ".join((article.headline or "").split())
    facts = [
        name,
        f"“{headline}”" if headline else "",
        day(article.published) if article.published else "",
    ]
    facts.append(where_in(article, span.start, wording()))
    said = ", ".join(fact for fact in facts if fact)
    return QCoreApplication.translate("citing", "“{words}”\n— {facts}").format(
        words=words, facts=said
    )
