"""The reader's hand on the codebook: codes added, said, moved, merged, split, retired, deleted."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QWidget

from variorum.annotations.values import Code, CodeProperties
from variorum.app.marks import Marks
from variorum.app.session import Session
from variorum.errors import UsageError
from variorum.ids import CodeId, HighlightId
from variorum.library import codebook
from variorum.library.commands import Command
from variorum.library.connection import Db
from variorum.library.queries.codes import coded_words
from variorum.library.queries.rows import CodeRow
from variorum.window.ask import Ask
from variorum.window.codebook.choosing import MergeDialog, SplitDialog
from variorum.window.codebook.editor import CodeEditor, EditedCode
from variorum.window.codebook.panel import CodesPanel
from variorum.window.codebook.tree import Move
from variorum.window.theme import Theme


class Coding(QObject):
    """Do what the reader asks with the codes of the codebook."""

    def __init__(
        self,
        session: Session,
        marks: Marks,
        panel: CodesPanel,
        ask: Ask,
        theme: Theme,
        over: QWidget,
        *,
        dispatch: Callable[[Callable[[], None]], None],
    ) -> None:
        super().__init__(over)
        self._session = session
        self._marks = marks
        self._panel = panel
        self._ask = ask
        self._theme = theme
        self._over = over
        self.dialog: QDialog | None = None

        def on(deed: Callable[..., None]) -> Callable[..., None]:
            return lambda *facts: dispatch(partial(deed, *facts))

        panel.rename_wanted.connect(on(self.rename))
        panel.recolour_wanted.connect(on(self.recolour))
        panel.key_wanted.connect(on(self.give_key))
        panel.delete_wanted.connect(on(self.delete))
        panel.moved.connect(on(self.move))

    def wear(self, theme: Theme) -> None:
        """Show the next dialog in another theme's colours."""
        self._theme = theme

    # --- which code -------------------------------------------------------------------------------

    @property
    def code(self) -> Code | None:
        """Return the code that is chosen in the codebook."""
        return self._panel.current()

    def _row(self, code: CodeId) -> CodeRow | None:
        return next((row for row in self._marks.codebook if row.code.id == code), None)

    def _do(self, command: Command, deed: Callable[[Db], object]) -> None:
        if not self._session.is_writable:
            raise UsageError(
                self.tr("This library can only be read here, so no code can be changed."),
                hint=self.tr("Save a copy of it from the File menu, and work in the copy."),
            )
        self._session.submit(command, deed)

    # --- adding and saying -----------------------------------------------------------------------------

    def new(self) -> None:
        """Add a code at the top of the tree, in the colour that is used least."""
        self._new(None)

    def new_below(self) -> None:
        """Add a code below the one that is chosen."""
        code = self.code
        if code is not None:
            self._new(code.id)

    def _new(self, parent: CodeId | None) -> None:
        name = self._ask.text(self.tr("New code"), self.tr("Name of the code:"))
        if name and name.strip():
            to = CodeProperties(name.strip(), self._free_colour())
            self._do(Command.ADD_CODE, lambda db: codebook.insert_code(db, to=to, parent=parent))

    def _free_colour(self) -> str:
        colours = self._theme.code_colours
        used = [row.code.colour for row in self._marks.codebook]
        return min(colours, key=lambda one: (used.count(one), colours.index(one)))

    def edit(self) -> None:
        """Open the dialog that says all of the chosen code."""
        code = self.code
        if code is not None:
            dialog = CodeEditor(code, self._marks.codebook, self._theme, self._over)
            dialog.saved.connect(self._save)
            self._open(dialog)

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(self._closed)
        self.dialog = dialog
        dialog.open()

    def _closed(self) -> None:
        self.dialog = None

    def _save(self, edited: EditedCode) -> None:
        row = self._row(edited.code)
        if row is None:
            return
        moves = row.code.parent != edited.parent

        def deed(db: Db) -> None:
            codebook.edit_code(db, code=edited.code, to=edited.to)
            if moves:
                codebook.move_code(db, code=edited.code, parent=edited.parent)

        if moves or CodeProperties.of(row.code) != edited.to:
            self._do(Command.EDIT_CODE, deed)

    def rename(self, code: Code) -> None:
        """Give a code another name."""
        name = self._ask.text(
            self.tr("Rename the code"), self.tr("Name of the code:"), proposal=code.name
        )
        if name and name.strip() and name.strip() != code.name:
            self._edit(code, replace(CodeProperties.of(code), name=name.strip()))

    def recolour(self, code: Code, colour: str) -> None:
        """Give a code another colour."""
        self._edit(code, replace(CodeProperties.of(code), colour=colour))

    def give_key(self, code: Code, key: int | None) -> None:
        """Give a code a number key, which no other has then, or take its key away."""
        self._edit(code, replace(CodeProperties.of(code), key=key))

    def _edit(self, code: Code, to: CodeProperties) -> None:
        if to != CodeProperties.of(code):
            self._do(Command.EDIT_CODE, lambda db: codebook.edit_code(db, code=code.id, to=to))

    # --- the tree ---------------------------------------------------------------------------------------

    def move(self, move: Move) -> None:
        """Let a code stand elsewhere in the tree."""
        self._do(
            Command.ORDER_CODES,
            lambda db: codebook.move_code(
                db, code=move.code, parent=move.parent, before=move.before
            ),
        )

    def step(self, key: Qt.Key) -> None:
        """Move the chosen code as an arrow key says."""
        move = self._panel.tree.step(key)
        if move is not None:
            self.move(move)

    def sort(self) -> None:
        """Let the codes stand in the order of their names, each where it is in the tree."""
        self._do(Command.ORDER_CODES, codebook.sort_codes)

    # --- one of several, several of one -----------------------------------------------------------------

    def merge(self) -> None:
        """Ask which code the chosen one becomes part of."""
        code = self.code
        if code is not None and len(self._marks.codebook) > 1:
            dialog = MergeDialog(code, self._marks.codebook, self._theme, self._over)
            dialog.chosen.connect(partial(self._merge, code.id))
            self._open(dialog)

    def _merge(self, code: CodeId, into: CodeId) -> None:
        self._do(Command.MERGE_CODES, lambda db: codebook.merge_codes(db, codes=[code], into=into))

    def split(self) -> None:
        """Ask which quotations of the chosen code a new one takes."""
        code = self.code
        if code is not None:
            coded = coded_words(self._session.library.reader, code.id)
            dialog = SplitDialog(code, coded, self._over)
            dialog.chosen.connect(partial(self._split, code.id))
            self._open(dialog)

    def _split(self, code: CodeId, name: str, highlights: list[HighlightId]) -> None:
        to = CodeProperties(name, self._free_colour())
        self._do(
            Command.SPLIT_CODE,
            lambda db: codebook.split_code(db, code=code, to=to, highlights=highlights),
        )

    # --- leaving -------------------------------------------------------------------------------------------

    def retire(self) -> None:
        """Offer the chosen code for new marks no more; a retired one is offered again."""
        code = self.code
        if code is not None:
            retired = not code.retired
            command = Command.RETIRE_CODE if retired else Command.OFFER_CODE
            self._do(command, lambda db: codebook.retire_code(db, code=code.id, retired=retired))

    def delete_chosen(self) -> None:
        """Take the chosen code out of the codebook."""
        code = self.code
        if code is not None:
            self.delete(code)

    def delete(self, code: Code) -> None:
        """Take a code out of the codebook; asked first when marks carry it."""
        row = self._row(code.id)
        count = row.highlights if row else 0
        question = self.tr("%n mark(s) carry this code; they stay, without it.", "", count)
        title = self.tr("Delete the code “{name}”?").format(name=code.name)
        if not count or self._ask.confirm(title, question, deed=self.tr("Delete")):
            self._do(Command.DELETE_CODE, lambda db: codebook.delete_code(db, code=code.id))
