"""The actions on the codebook."""

from PySide6.QtCore import Qt

from variorum.window.action_row import ActionId, ActionRow, Need, Situation, writable
from variorum.window.actions.row import Deed, Row
from variorum.window.marking import QT_TRANSLATE_NOOP


def _with_code(situation: Situation) -> bool:
    return situation.writable and situation.code


def _several(situation: Situation) -> bool:
    return _with_code(situation) and situation.codes > 1


def _moves(key: Qt.Key) -> Deed:
    return lambda hands: hands.coding.step(key)


_MOVES = (
    (ActionId.CODE_UP, QT_TRANSLATE_NOOP("actions", "Move the code up"), Qt.Key.Key_Up),
    (ActionId.CODE_DOWN, QT_TRANSLATE_NOOP("actions", "Move the code down"), Qt.Key.Key_Down),
    (
        ActionId.CODE_IN,
        QT_TRANSLATE_NOOP("actions", "Move the code below the one above"),
        Qt.Key.Key_Right,
    ),
    (ActionId.CODE_OUT, QT_TRANSLATE_NOOP("actions", "Move the code out"), Qt.Key.Key_Left),
)

CODING: tuple[Row, ...] = (
    ActionRow(
        ActionId.NEW_CODE,
        QT_TRANSLATE_NOOP("actions", "New code…"),
        ("Ctrl+Shift+K",),
        lambda hands: hands.coding.new(),
        writable,
    ),
    ActionRow(
        ActionId.NEW_CODE_BELOW,
        QT_TRANSLATE_NOOP("actions", "New code below this one…"),
        (),
        lambda hands: hands.coding.new_below(),
        _with_code,
        needs=Need.SIDE,
    ),
    ActionRow(
        ActionId.EDIT_CODE,
        QT_TRANSLATE_NOOP("actions", "Edit the code…"),
        ("F4",),
        lambda hands: hands.coding.edit(),
        _with_code,
        needs=Need.SIDE,
    ),
    *(
        ActionRow(name, text, (), _moves(key), _with_code, needs=Need.SIDE)
        for name, text, key in _MOVES
    ),
    ActionRow(
        ActionId.SORT_CODES,
        QT_TRANSLATE_NOOP("actions", "Sort the codes by name"),
        (),
        lambda hands: hands.coding.sort(),
        lambda s: s.writable and s.codes > 1,
        needs=Need.SIDE,
    ),
    ActionRow(
        ActionId.MERGE_CODE,
        QT_TRANSLATE_NOOP("actions", "Merge the code into another…"),
        (),
        lambda hands: hands.coding.merge(),
        _several,
        needs=Need.SIDE,
    ),
    ActionRow(
        ActionId.SPLIT_CODE,
        QT_TRANSLATE_NOOP("actions", "Split the code…"),
        (),
        lambda hands: hands.coding.split(),
        _with_code,
        needs=Need.SIDE,
    ),
    ActionRow(
        ActionId.RETIRE_CODE,
        QT_TRANSLATE_NOOP("actions", "Retire the code, or bring it back"),
        (),
        lambda hands: hands.coding.retire(),
        _with_code,
        needs=Need.SIDE,
    ),
    ActionRow(
        ActionId.DELETE_CODE,
        QT_TRANSLATE_NOOP("actions", "Delete the code"),
        (),
        lambda hands: hands.coding.delete_chosen(),
        _with_code,
        needs=Need.SIDE,
    ),
    ActionRow(
        ActionId.AUTO_CODE,
        QT_TRANSLATE_NOOP("actions", "Code what is found…"),
        ("Ctrl+Shift+D",),
        lambda hands: hands.auto_coding.start(),
        lambda s: s.writable and s.stories > 0,
    ),
    ActionRow(
        ActionId.IMPORT_CODES,
        QT_TRANSLATE_NOOP("actions", "Import a codebook…"),
        (),
        lambda hands: hands.travelling.import_codes(),
        writable,
    ),
    ActionRow(
        ActionId.EXPORT_CODES,
        QT_TRANSLATE_NOOP("actions", "Export the codebook…"),
        (),
        lambda hands: hands.travelling.export_codes(),
        lambda s: s.codes > 0,
    ),
)
