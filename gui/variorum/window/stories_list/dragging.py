"""What is dragged from the list of stories: which stories, which versions."""

import json
from dataclasses import dataclass

from PySide6.QtCore import QMimeData

from variorum.ids import ArticleId, StoryId

MIME = "application/x-variorum-stories"


@dataclass(frozen=True, slots=True)
class Dragged:
    """Hold what is in the hand: stories, or versions of stories."""

    stories: tuple[StoryId, ...]
    """The stories chosen, and those whose versions are."""
    articles: tuple[ArticleId, ...] = ()
    """The versions chosen; none where stories are."""

    def mime(self) -> QMimeData:
        """Return it as Qt carries it; it is of no use to other programs."""
        mime = QMimeData()
        shape = {"stories": self.stories, "articles": self.articles}
        mime.setData(MIME, json.dumps(shape).encode())
        return mime


def dragged(mime: QMimeData) -> Dragged | None:
    """Return what is in the hand, or None where it is nothing of ours."""
    if not mime.hasFormat(MIME):
        return None
    shape = json.loads(bytes(mime.data(MIME).data()))
    return Dragged(
        tuple(StoryId(number) for number in shape["stories"]),
        tuple(ArticleId(number) for number in shape["articles"]),
    )
