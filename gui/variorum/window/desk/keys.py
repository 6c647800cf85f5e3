"""Which keys move the caret, as a table: the system's own keys for each movement."""

from typing import Final

from PySide6.QtGui import QKeySequence

from variorum.window.desk.caret import Move

_Key = QKeySequence.StandardKey

MOVES: Final[tuple[tuple[_Key, Move, bool], ...]] = (
    (_Key.MoveToPreviousChar, Move.LEFT, False),
    (_Key.MoveToNextChar, Move.RIGHT, False),
    (_Key.MoveToPreviousWord, Move.WORD_LEFT, False),
    (_Key.MoveToNextWord, Move.WORD_RIGHT, False),
    (_Key.MoveToPreviousLine, Move.UP, False),
    (_Key.MoveToNextLine, Move.DOWN, False),
    (_Key.MoveToStartOfLine, Move.LINE_START, False),
    (_Key.MoveToEndOfLine, Move.LINE_END, False),
    (_Key.MoveToPreviousPage, Move.PAGE_UP, False),
    (_Key.MoveToNextPage, Move.PAGE_DOWN, False),
    (_Key.MoveToStartOfDocument, Move.START, False),
    (_Key.MoveToEndOfDocument, Move.END, False),
    (_Key.SelectPreviousChar, Move.LEFT, True),
    (_Key.SelectNextChar, Move.RIGHT, True),
    (_Key.SelectPreviousWord, Move.WORD_LEFT, True),
    (_Key.SelectNextWord, Move.WORD_RIGHT, True),
    (_Key.SelectPreviousLine, Move.UP, True),
    (_Key.SelectNextLine, Move.DOWN, True),
    (_Key.SelectStartOfLine, Move.LINE_START, True),
    (_Key.SelectEndOfLine, Move.LINE_END, True),
    (_Key.SelectPreviousPage, Move.PAGE_UP, True),
    (_Key.SelectNextPage, Move.PAGE_DOWN, True),
    (_Key.SelectStartOfDocument, Move.START, True),
    (_Key.SelectEndOfDocument, Move.END, True),
)
"""The key, the movement, and whether it extends the selection."""
