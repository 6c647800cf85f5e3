"""The libraries that were open last, for the menu; the list can be turned off."""

import json
from pathlib import Path

from variorum.app.settings import KEEP_RECENT, RECENT, Settings

_MOST = 9


class Recent:
    """Keep the list in the settings."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    @property
    def is_kept(self) -> bool:
        """Tell whether the list is kept at all."""
        return self._settings.get(KEEP_RECENT)

    def libraries(self) -> list[Path]:
        """Return the libraries of the list that are still there, the last first."""
        return [path for path in self._all() if path.is_file()]

    def _all(self) -> list[Path]:
        try:
            kept = json.loads(self._settings.get(RECENT) or "[]")
        except ValueError:
            return []
        return [Path(one) for one in kept if isinstance(one, str)] if self.is_kept else []

    def add(self, library: Path) -> None:
        """Put a library at the top of the list."""
        if self.is_kept:
            library = library.absolute()
            others = [path for path in self._all() if path != library]
            self._keep([library, *others][:_MOST])

    def clear(self) -> None:
        """Forget the list."""
        self._keep([])

    def keep(self, *, kept: bool) -> None:
        """Turn the list on or off; turned off, it is forgotten."""
        if not kept:
            self.clear()
        self._settings.set(KEEP_RECENT, kept)

    def _keep(self, libraries: list[Path]) -> None:
        self._settings.set(RECENT, json.dumps([str(path) for path in libraries]))
