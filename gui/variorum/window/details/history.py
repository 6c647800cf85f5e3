"""Say what was done to the marks of a version, and let it be saved."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QObject

from variorum.exchange.files import write_text
from variorum.exchange.later import history_as_csv
from variorum.library.mark_history import MarkDeed, Step, of_article
from variorum.window.body import Body
from variorum.window.details.facts import Fact, Section
from variorum.window.message_bar import Message
from variorum.window.stories_deeds import StoriesDeeds
from variorum.window.wording import day, isolated
from variorum.window.wording import deed as deed_words

SHOWN = 50
"""Deeds that the details tell of; the table has them all."""

_LONGEST = 90


def _tr(text: str, n: int = -1) -> str:
    return QCoreApplication.translate("mark_history", text, "", n)


def history_section(deeds: Sequence[MarkDeed], *, more: bool) -> Section:
    """Return a section with a deed a line, the latest first."""
    facts = [Fact(_when(one), _what(one), _codes(one)) for one in deeds]
    if more:
        facts.append(Fact(_tr("Earlier deeds"), (_tr("They are in the exported history."),)))
    return Section(_tr("History of the marks"), tuple(facts))


def _when(one: MarkDeed) -> str:
    here = one.made.astimezone()
    said = f"{day(here)} {here:%H:%M}"
    return f"{said} · {isolated(one.annotator)}" if one.annotator else said


def _what(one: MarkDeed) -> tuple[str, ...]:
    name = deed_words(one.command)
    if one.step is Step.UNDONE:
        name = _tr("undone: {deed}").format(deed=name)
    elif one.step is Step.REDONE:
        name = _tr("done again: {deed}").format(deed=name)
    said = [f"{name}: “{_short(one.words)}”" if one.words else name]
    if one.note:
        said.append(_short(one.note))
    return tuple(said)


def _codes(one: MarkDeed) -> str:
    return ", ".join(one.codes)


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


class MarkHistory(QObject):
    """Save the history of a version's marks."""

    def __init__(self, body: Body, deeds: StoriesDeeds) -> None:
        super().__init__(body.window)
        self._session, self._reading = body.workspace.session, body.workspace.reading
        self._ask, self._mouth, self._version = body.ask, body.mouth, deeds.version

    def export(self) -> None:
        """Ask where the table goes, and write it, the first deed first."""
        base = self._reading.base
        article = self._version() or (base.id if base else None)
        if article is None:
            return
        settings = self._session.settings
        folder = settings.export_folder
        name = self.tr("history of marks {number}").format(number=article)
        path = self._ask.file_to_save(
            self.tr("Export the history of marks"),
            proposal=folder / f"{name}.csv",
            kinds=self.tr("Table (*.csv)"),
        )
        if path is None:
            return
        settings.keep_export_folder(path)
        deeds = of_article(self._session.library.reader, article)
        write_text(path, history_as_csv(reversed(deeds)), mark=True)
        self._mouth.say(Message(self.tr("Exported to {path}.").format(path=path)))
