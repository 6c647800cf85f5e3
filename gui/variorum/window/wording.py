"""What the window says of values: days, enums, commands; the one place for such words."""

import datetime as dt
from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from variorum.exchange.wording import CONTEXT, Wording
from variorum.library.commands import Command
from variorum.text import Moment
from variorum.window.marking import QT_TRANSLATE_NOOP


def wording() -> Wording:
    """Return the words for the domain's enums in the reader's language."""
    return Wording(lambda template: QCoreApplication.translate(CONTEXT, template))


DAY_FORMAT = "d MMM yyyy"


def day(moment: Moment) -> str:
    """Say a day as the reader's country writes it, the month as a word."""
    date = moment.date() if isinstance(moment, dt.datetime) else moment
    return QLocale().toString(QDate(date.year, date.month, date.day), DAY_FORMAT)


def isolated(words: str) -> str:
    """Let words in a row of facts be read in their own direction, the row in its own.

    Signs of direction within them end here: one that ends what was not begun would end this.
    """
    return f"{_FIRST_STRONG}{words.translate(_DIRECTIONS)}{_POP}"


def as_read(words: str) -> str:
    """Return words without signs that turn letters against their own direction.

    Such a sign says nothing of its own, and what is shown to be read would be a mirror of itself.
    """
    return words.translate(_TURNED)


def one_line(words: str) -> str:
    """Return words to be read in one line of a list."""
    return as_read(" ".join(words.split()))


_FIRST_STRONG, _POP = "\u2068", "\u2069"
_TURNED = dict.fromkeys(map(ord, "\u202d\u202e"))
_DIRECTIONS = dict.fromkeys(map(ord, "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"))


_DEEDS: Mapping[Command, str] = {
    Command.IMPORT: QT_TRANSLATE_NOOP("deeds", "import"),
    Command.UNDO_IMPORT: QT_TRANSLATE_NOOP("deeds", "undo of an import"),
    Command.EMPTY_BIN: QT_TRANSLATE_NOOP("deeds", "emptying the bin"),
    Command.HOUSEKEEPING: QT_TRANSLATE_NOOP("deeds", "housekeeping"),
    Command.SET_SOURCE: QT_TRANSLATE_NOOP("deeds", "corrected source"),
    Command.SET_DATE: QT_TRANSLATE_NOOP("deeds", "corrected date"),
    Command.SET_HEADLINE: QT_TRANSLATE_NOOP("deeds", "corrected headline"),
    Command.SET_DETAILS: QT_TRANSLATE_NOOP("deeds", "corrected details"),
    Command.SET_KIND: QT_TRANSLATE_NOOP("deeds", "corrected kind of passage"),
    Command.BIN: QT_TRANSLATE_NOOP("deeds", "move to the bin"),
    Command.RESTORE: QT_TRANSLATE_NOOP("deeds", "return from the bin"),
    Command.JOIN: QT_TRANSLATE_NOOP("deeds", "join of stories"),
    Command.PART: QT_TRANSLATE_NOOP("deeds", "parting of a version"),
    Command.KEEP_APART: QT_TRANSLATE_NOOP("deeds", "keeping stories apart"),
    Command.CHOOSE_BASE: QT_TRANSLATE_NOOP("deeds", "choice of the base"),
    Command.LINK: QT_TRANSLATE_NOOP("deeds", "link of sentences"),
    Command.UNLINK: QT_TRANSLATE_NOOP("deeds", "parting of sentences"),
    Command.MARK_MOVED: QT_TRANSLATE_NOOP("deeds", "mark as moved"),
    Command.SET_CLASS: QT_TRANSLATE_NOOP("deeds", "class of a difference"),
    Command.LEAVE_TO_RULES: QT_TRANSLATE_NOOP("deeds", "return to the rules"),
    Command.TREAT_WORDS: QT_TRANSLATE_NOOP("deeds", "class of a pair of words"),
    Command.FORGET_WORDS: QT_TRANSLATE_NOOP("deeds", "removal of a pair of words"),
    Command.HIGHLIGHT: QT_TRANSLATE_NOOP("deeds", "highlight"),
    Command.RESIZE_HIGHLIGHT: QT_TRANSLATE_NOOP("deeds", "change of a highlight"),
    Command.DELETE_HIGHLIGHT: QT_TRANSLATE_NOOP("deeds", "removal of a highlight"),
    Command.SET_CODES: QT_TRANSLATE_NOOP("deeds", "codes of a highlight"),
    Command.SPLIT_HIGHLIGHT: QT_TRANSLATE_NOOP("deeds", "split of a highlight"),
    Command.MERGE_HIGHLIGHTS: QT_TRANSLATE_NOOP("deeds", "merge of highlights"),
    Command.CARRY: QT_TRANSLATE_NOOP("deeds", "carried marks"),
    Command.ACCEPT_CARRIED: QT_TRANSLATE_NOOP("deeds", "review of a carried mark"),
    Command.PUT_CARRIED: QT_TRANSLATE_NOOP("deeds", "new place of a carried mark"),
    Command.DROP_CARRIED: QT_TRANSLATE_NOOP("deeds", "removal of a carried mark"),
    Command.ADD_NOTE: QT_TRANSLATE_NOOP("deeds", "note"),
    Command.EDIT_NOTE: QT_TRANSLATE_NOOP("deeds", "change of a note"),
    Command.DELETE_NOTE: QT_TRANSLATE_NOOP("deeds", "removal of a note"),
    Command.ADD_CODE: QT_TRANSLATE_NOOP("deeds", "new code"),
    Command.EDIT_CODE: QT_TRANSLATE_NOOP("deeds", "change of a code"),
    Command.DELETE_CODE: QT_TRANSLATE_NOOP("deeds", "removal of a code"),
    Command.ORDER_CODES: QT_TRANSLATE_NOOP("deeds", "order of the codes"),
    Command.MERGE_CODES: QT_TRANSLATE_NOOP("deeds", "merge of codes"),
    Command.SPLIT_CODE: QT_TRANSLATE_NOOP("deeds", "split of a code"),
    Command.RETIRE_CODE: QT_TRANSLATE_NOOP("deeds", "retirement of a code"),
    Command.OFFER_CODE: QT_TRANSLATE_NOOP("deeds", "return of a code"),
    Command.AUTO_CODE: QT_TRANSLATE_NOOP("deeds", "coding of what was found"),
    Command.IMPORT_CODES: QT_TRANSLATE_NOOP("deeds", "import of a codebook"),
    Command.ADD_ANNOTATOR: QT_TRANSLATE_NOOP("deeds", "new annotator"),
    Command.RENAME_ANNOTATOR: QT_TRANSLATE_NOOP("deeds", "annotator’s name"),
    Command.EDIT_ANNOTATOR: QT_TRANSLATE_NOOP("deeds", "change of an annotator"),
    Command.SETTLE: QT_TRANSLATE_NOOP("deeds", "settling of a disagreement"),
    Command.REOPEN_DISPUTE: QT_TRANSLATE_NOOP("deeds", "reopening of a disagreement"),
    Command.MERGE_LIBRARY: QT_TRANSLATE_NOOP("deeds", "merge of a library"),
    Command.IMPORT_MARKS: QT_TRANSLATE_NOOP("deeds", "import of marks"),
    Command.ADD_VIEW: QT_TRANSLATE_NOOP("deeds", "new view"),
    Command.CHANGE_VIEW: QT_TRANSLATE_NOOP("deeds", "change of a view"),
    Command.ADD_COLLECTION: QT_TRANSLATE_NOOP("deeds", "new collection"),
    Command.RENAME_LIST: QT_TRANSLATE_NOOP("deeds", "name of a list"),
    Command.DELETE_LIST: QT_TRANSLATE_NOOP("deeds", "removal of a list"),
    Command.ORDER_LISTS: QT_TRANSLATE_NOOP("deeds", "order of the lists"),
    Command.COLLECT: QT_TRANSLATE_NOOP("deeds", "stories put into a collection"),
    Command.TAKE_OUT: QT_TRANSLATE_NOOP("deeds", "stories taken out of a collection"),
    Command.MARK_READ: QT_TRANSLATE_NOOP("deeds", "mark as read"),
    Command.MARK_UNREAD: QT_TRANSLATE_NOOP("deeds", "mark as unread"),
    Command.MARK_DONE: QT_TRANSLATE_NOOP("deeds", "mark as done"),
    Command.MARK_NOT_DONE: QT_TRANSLATE_NOOP("deeds", "mark as not done"),
    Command.MOVE_VERSIONS: QT_TRANSLATE_NOOP("deeds", "move of versions to another story"),
}


def deed(command: Command) -> str:
    """Name a deed, as the menu's words for undo and redo do."""
    return QCoreApplication.translate("deeds", _DEEDS[command])
