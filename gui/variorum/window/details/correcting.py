"""Correct by hand what was read of an article: source, date, headline."""

import datetime as dt
from dataclasses import dataclass

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from variorum.library.queries.rows import StoredArticle
from variorum.text import Moment
from variorum.window.labels import plain_label
from variorum.window.wording import DAY_FORMAT, day, wording

_LONG_DAY_FORMAT = "d MMMM yyyy"
_WIDTH = 520


@dataclass(frozen=True, slots=True)
class Correctable:
    """Hold what can be corrected of an article."""

    source: str | None
    published: Moment | None
    headline: str | None


def moment_of(typed: str) -> Moment | None:
    """Read a date as the window writes it, or ISO 8601; raise ValueError when it is none."""
    text = typed.strip()
    if not text:
        return None
    as_shown = (QLocale().toDate(text, form) for form in (DAY_FORMAT, _LONG_DAY_FORMAT))
    for found in as_shown:
        if found.isValid():
            return dt.date(found.year(), found.month(), found.day())
    if len(text) <= len("2019-04-16"):
        return dt.date.fromisoformat(text)
    moment = dt.datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)


class ArticleDetails(QDialog):
    """Show the three fields with what was read; hand back what was corrected."""

    corrected = Signal(object, object, object)  # ArticleId, Correctable before, Correctable after

    def __init__(self, stored: StoredArticle, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = self.tr("Source, date and headline")
        self.setWindowTitle(f"{title} — {name}" if name else title)
        article = stored.article
        self._stored = stored
        self._before = Correctable(article.source, article.published, article.headline)
        self.source = self._field(article.source or "", self.tr("Source"))
        published = article.published.isoformat() if article.published else ""
        self.published = self._field(published, self.tr("Date"))
        self.published.setPlaceholderText(self.tr("2019-04-16, with a time where it matters"))
        self.headline = self._field(article.headline or "", self.tr("Headline"))
        self._trouble = plain_label(name="trouble")
        self._trouble.hide()
        form = QGridLayout()
        rows = (
            (self.tr("Source:"), self.source, stored.as_read.source),
            (self.tr("Date:"), self.published, self._date_as_read()),
            (self.tr("Headline:"), self.headline, stored.as_read.headline),
        )
        for number, (words, field, read) in enumerate(rows):
            label = plain_label(words)
            label.setBuddy(field)
            form.addWidget(label, 2 * number, 0)
            form.addWidget(field, 2 * number, 1)
            form.addWidget(self._hint(read), 2 * number + 1, 1)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.addLayout(form)
        column.addWidget(self._trouble)
        column.addWidget(buttons)
        self.resize(_WIDTH, self.heightForWidth(_WIDTH))

    def _field(self, text: str, name: str) -> QLineEdit:
        field = QLineEdit(text, self)
        field.setAccessibleName(name)
        return field

    def _hint(self, read: str | None) -> QLabel:
        label = plain_label(
            self.tr("As read: {value}").format(value=read) if read else self.tr("Not in the text"),
            name="hint",
        )
        label.setWordWrap(True)
        return label

    def _date_as_read(self) -> str | None:
        read = self._stored.as_read
        if read.published is None:
            return None
        if read.published_from is None:
            return day(read.published)
        return f"{day(read.published)} ({wording().published_from(read.published_from)})"

    def accept(self) -> None:
        """Hand the corrections over; stay open when the date is none."""
        try:
            published = moment_of(self.published.text())
        except ValueError:
            self._trouble.setText(
                self.tr("Write the date as in {one} or 2019-04-16.").format(
                    one=day(dt.date(2019, 4, 16))
                )
            )
            self._trouble.show()
            self.resize(self.width(), self.heightForWidth(self.width()))
            self.published.setFocus()
            return
        after = Correctable(
            source=self.source.text().strip() or None,
            published=published,
            headline=self.headline.text().strip() or None,
        )
        self.corrected.emit(self._stored.id, self._before, after)
        super().accept()
