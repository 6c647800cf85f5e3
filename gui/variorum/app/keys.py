"""The keys that the reader gave to actions, kept in the settings; the rest have their defaults."""

import json
from collections.abc import Sequence
from typing import cast

from variorum.app.settings import KEYS, Settings


class Keys:
    """Say which keys an action has; keys are written as Qt writes them portably."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._changed = _read(settings.get(KEYS))

    def of(self, action: str, default: Sequence[str]) -> tuple[str, ...]:
        """Return an action's keys: the reader's, else the default ones."""
        return self._changed.get(action, tuple(default))

    def is_changed(self, action: str) -> bool:
        """Tell whether the reader gave this action other keys, or took them away."""
        return action in self._changed

    def set(self, action: str, keys: Sequence[str]) -> None:
        """Give an action keys in place of those it had."""
        self._changed[action] = tuple(keys)
        self._keep()

    def reset(self, action: str | None = None) -> None:
        """Give an action its default keys again; without a name all of them."""
        if action is None:
            self._changed.clear()
        else:
            self._changed.pop(action, None)
        self._keep()

    def _keep(self) -> None:
        self._settings.set(KEYS, json.dumps(self._changed, sort_keys=True))


def _read(kept: str) -> dict[str, tuple[str, ...]]:
    """Read what was kept; what a hand has spoiled counts as not changed."""
    try:
        table: object = json.loads(kept or "{}")
    except ValueError:
        return {}
    if not isinstance(table, dict):
        return {}
    rows = cast("dict[str, object]", table)
    return {
        name: tuple(str(one) for one in cast("list[object]", keys))
        for name, keys in rows.items()
        if isinstance(keys, list)
    }
