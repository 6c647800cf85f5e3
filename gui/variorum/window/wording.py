"""What the window says of values: days, enums, commands; the one place for such words."""

import datetime as dt

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from variorum.exchange.wording import CONTEXT, Wording
from variorum.text import Moment


def wording() -> Wording:
    """Return the words for the domain's enums in the reader's language."""
    return Wording(lambda template: QCoreApplication.translate(CONTEXT, template))


def day(moment: Moment) -> str:
    """Say a day as the reader's country writes it, the month as a word."""
    date = moment.date() if isinstance(moment, dt.datetime) else moment
    return QLocale().toString(QDate(date.year, date.month, date.day), "d MMM yyyy")
