"""What the desk is given to show."""

from dataclasses import dataclass

from variorum.ids import ArticleId, HighlightId
from variorum.text import Article, Span


@dataclass(frozen=True, slots=True)
class PaneArticle:
    """Hold an article with the two lines of its header."""

    article_id: ArticleId
    article: Article
    title: str
    subtitle: str = ""
    is_named: bool = True
    """The title is a source, and not what stands in for one."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Hold a highlight as a pane paints it, or the sign of a note."""

    id: HighlightId
    span: Span
    colours: tuple[str, ...] = ()
    """Names of the codes' colours; a highlight without a code has none."""
    has_note: bool = False
    pending: bool = False
    """Painted at once, not yet saved."""
    echo: bool = False
    """Not the reader's own mark: the place of a mark of the other version."""
    sign_only: bool = False
    """No highlight: the place of a note on a difference, a dot at the end of its words."""
