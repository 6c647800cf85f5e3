"""A row of these tables: an action whose deed is done by the hands of the window."""

from collections.abc import Callable

from variorum.window.action_row import ActionRow
from variorum.window.hands import Hands

Deed = Callable[[Hands], None]
Row = ActionRow[Hands]
