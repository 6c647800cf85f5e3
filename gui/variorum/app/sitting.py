"""Where the reader sat in each library, so that the window opens as it was closed."""

import json
from dataclasses import asdict, dataclass, field, fields, replace
from typing import Any, cast

from variorum.app.listing import Shown
from variorum.app.settings import LAST_READ, Settings
from variorum.ids import ArticleId
from variorum.library.ids import ListId
from variorum.library.queries.rows import StoryOrder

_MOST = 50


@dataclass(frozen=True, slots=True)
class Sitting:
    """Hold what was read, and how; numbers of one library."""

    panes: tuple[ArticleId, ...] = ()
    """What stood on the desk, from left to right."""
    article: ArticleId | None = None
    """The pane used last."""
    place: int = 0
    """Where its caret stood."""
    top: int = 0
    """The first place of the block at the top of that pane."""
    share: float = 0.0
    """How much of that block was above the pane, 0 to 1."""
    shown: Shown = field(default_factory=Shown)
    """What the list of stories showed."""
    is_map: bool = False
    """The story map lay over the desk."""
    find: str | None = None
    """What was looked for in the panes; None where nothing was."""


class Sittings:
    """Keep sittings in the settings, by what their library is known by."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def of(self, library: str) -> Sitting | None:
        """Return the last sitting in a library; what a hand has spoiled counts as none."""
        kept = self._all().get(library)
        try:
            return None if kept is None else _sitting(kept)
        except (TypeError, ValueError, KeyError):
            return None

    def keep(self, library: str, sitting: Sitting) -> None:
        """Remember a sitting; of very many libraries the oldest are forgotten."""
        kept = {one: shape for one, shape in self._all().items() if one != library}
        kept[library] = asdict(sitting)
        self._settings.set(LAST_READ, json.dumps(dict(list(kept.items())[-_MOST:])))

    def _all(self) -> dict[str, Any]:
        try:
            kept = json.loads(self._settings.get(LAST_READ) or "{}")
        except ValueError:
            return {}
        return cast("dict[str, Any]", kept) if isinstance(kept, dict) else {}


def _sitting(kept: Any) -> Sitting:
    """Read what was kept; a number alone is the article, as an earlier version kept it."""
    if isinstance(kept, int):
        return Sitting(article=ArticleId(kept))
    shape: dict[str, Any] = {field.name: kept[field.name] for field in fields(Sitting)}
    shown = shape.pop("shown")
    panes = tuple(ArticleId(int(article)) for article in shape.pop("panes"))
    article = shape.pop("article")
    read = Sitting(
        panes=panes,
        article=None if article is None else ArticleId(int(article)),
        place=max(0, int(shape["place"])),
        top=max(0, int(shape["top"])),
        share=min(1.0, max(0.0, float(shape["share"]))),
        is_map=bool(shape["is_map"]),
        find=None if shape["find"] is None else str(shape["find"]),
    )
    collection = shown["collection"]
    return replace(
        read,
        shown=Shown(
            filter_text=str(shown["filter_text"]),
            order=StoryOrder(shown["order"]),
            collection=None if collection is None else ListId(int(collection)),
            is_bin=bool(shown["is_bin"]),
        ),
    )
