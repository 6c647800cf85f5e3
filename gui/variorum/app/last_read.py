"""Which version was read last in each library, so that the window opens where it was closed."""

import json
from typing import cast

from variorum.app.settings import LAST_READ, Settings
from variorum.ids import ArticleId

_MOST = 50


class LastRead:
    """Keep the numbers of articles in the settings, by what their library is known by."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def of(self, library: str) -> ArticleId | None:
        """Return the article that was read last in a library."""
        article = self._all().get(library)
        return None if article is None else ArticleId(article)

    def keep(self, library: str, article: ArticleId) -> None:
        """Remember an article; of very many libraries the oldest are forgotten."""
        kept = {one: number for one, number in self._all().items() if one != library}
        kept[library] = int(article)
        self._settings.set(LAST_READ, json.dumps(dict(list(kept.items())[-_MOST:])))

    def _all(self) -> dict[str, int]:
        try:
            kept = json.loads(self._settings.get(LAST_READ) or "{}")
        except ValueError:
            return {}
        if not isinstance(kept, dict):
            return {}
        known = cast("dict[str, object]", kept)
        return {one: number for one, number in known.items() if isinstance(number, int)}
