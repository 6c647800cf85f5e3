"""What the desk is given to show."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from variorum.ids import ArticleId, HighlightId
from variorum.text import Article, Span


class Fact(NamedTuple):
    """Hold what a header says of an article; where room is short the highest ranks leave first."""

    said: str
    rank: int = 0


@dataclass(frozen=True, slots=True)
class PaneArticle:
    """Hold an article with the two lines of its header."""

    article_id: ArticleId
    article: Article
    title: str
    facts: tuple[Fact, ...] = ()
    is_named: bool = True
    """The title is a source, and not what stands in for one."""


class SettledSign(StrEnum):
    """Say what is settled about words."""

    HOLDS = "holds"
    """They are marked rightly."""
    NOBODY = "nobody"
    """Nobody marked them rightly."""


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
    sign: str = ""
    """Letters of who made it, where several have to be told apart."""
    sign_colour: str = ""
    settled: SettledSign | None = None
    """No highlight either: how a disagreement of annotators was settled."""


@dataclass(frozen=True, slots=True)
class DeskPlace:
    """Hold where the reader is on the desk, in places of texts: it outlives sizes and sessions."""

    article: ArticleId
    """The article of the pane used last."""
    place: int
    """Where its caret stands."""
    top: int
    """The first place of the block that stands at the top of that pane."""
    share: float = 0.0
    """How much of that block is above the viewport, from 0 to 1."""
