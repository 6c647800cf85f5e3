"""The page of agreement: figures above, the places where annotators differ below."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from variorum.agreement.measuring import By, Measured
from variorum.agreement.values import Figures
from variorum.annotations.values import Annotator, Code
from variorum.app.agreeing import Place, Survey
from variorum.ids import AnnotatorId, CodeId
from variorum.window.colleagues.words import (
    NONE,
    band,
    differences,
    figure,
    figure_head,
    figure_line,
    figure_name,
    marks_line,
    state,
)
from variorum.window.frame import Page
from variorum.window.labels import plain_label
from variorum.window.tables import PlainTable, cell, fill, head_of, make_table
from variorum.window.theme import Theme
from variorum.window.wording import isolated

_SHOWN = (
    "observed",
    "cohen",
    "fleiss",
    "alpha",
    "u_alpha",
    "marked_alpha",
    "cu_alpha",
    "code_alpha",
)
"""The figures with a column of their own, by the fields of `Figures`."""
_FIRST = 3
"""The column of the first of them."""
_HEIGHTS = (300, 420)
"""Of figures and places, at first."""
_WORDS = 90
"""Characters of a place that its row shows."""


class AgreementPage(Page):
    """Show how far annotators agree; hand over the place that the reader goes to."""

    asked = Signal()  # other figures are wanted
    place_chosen = Signal(int)  # its number in the survey
    export_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("desk_ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Agreement"))
        self._people: Mapping[AnnotatorId, Annotator] = {}
        self._codes: Mapping[CodeId, Code] = {}
        self._survey: Survey | None = None
        self.by, self.code, self.who = (self._choice() for _ in range(3))
        self.silent = QCheckBox(self.tr("Nothing marked is read, too"), self)
        self.open_only = QCheckBox(self.tr("Only what is open"), self)
        self.export = QPushButton(self.tr("Export…"), self)
        self.close_button = QPushButton(self.tr("Back to the texts"), self)
        self.figures = self._make_figures()
        self.places = self._make_places()
        self.said = plain_label(name="evidence", parent=self)
        self.summary = plain_label(name="panel_title", parent=self)
        self._lay_out()
        self._connect()

    # --- building -----------------------------------------------------------------------------------

    def _choice(self) -> QComboBox:
        box = QComboBox(self)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(12)
        return box

    def _make_figures(self) -> PlainTable:
        heads = [self.tr("Of"), self.tr("So it is"), self.tr("Words")]
        # In two lines, so that all of them have room.
        heads += [figure_head(field).replace(" ", "\n") for field in _SHOWN]
        table = make_table(
            heads,
            name=self.tr("Figures of agreement"),
            parent=self,
            least={0: 110},
            numbers=range(_FIRST - 1, _FIRST + len(_SHOWN)),
        )
        for place, field in enumerate(_SHOWN, start=_FIRST):
            head_of(table, place).setToolTip(f"{figure_name(field)}. {figure_line(field)}")
        return table

    def _make_places(self) -> PlainTable:
        heads = (
            self.tr("Article"), self.tr("Words"), self.tr("Differ in"), self.tr("Marked"),
            self.tr("Settled"),
        )  # fmt: skip
        return make_table(
            heads,
            name=self.tr("Where annotators differ"),
            parent=self,
            least={0: 90, 1: 180},
        )

    def _lay_out(self) -> None:
        title = plain_label(self.tr("Agreement"), name="details_name", parent=self)
        head = _row(title, None, self.silent, self.export, self.close_button)
        asked = _row(self.who, self.by, self.code, None)
        below_head = _row(self.summary, None, self.open_only)
        for box, name in (
            (self.who, self.tr("Annotators")),
            (self.by, self.tr("Told apart by")),
            (self.code, self.tr("Code")),
        ):
            box.setAccessibleName(name)
            box.setToolTip(name)
        self.silent.setToolTip(
            self.tr(
                "Who marked nothing in an article that others marked counts as having read it and"
                " left it unmarked. Otherwise as not having read it."
            )
        )
        self.said.setWordWrap(True)
        self.said.setContentsMargins(8, 4, 8, 6)
        split = QSplitter(Qt.Orientation.Vertical, self)
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        split.addWidget(_part(self, self.figures, self.said, table=self.figures))
        split.addWidget(_part(self, below_head, self.places, table=self.places))
        split.setSizes(list(_HEIGHTS))
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 4, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(asked)
        column.addWidget(split, 1)

    def _connect(self) -> None:
        for box in (self.who, self.by, self.code):
            box.currentIndexChanged.connect(self.asked)
        self.silent.toggled.connect(self.asked)
        self.open_only.toggled.connect(self._show_places)
        self.export.clicked.connect(self.export_wanted)
        self.close_button.clicked.connect(self.close_wanted)
        self.figures.currentCellChanged.connect(self._explain)
        self.places.cellClicked.connect(self._choose)
        self.places.cellActivated.connect(self._choose)

    # --- what can be asked --------------------------------------------------------------------------

    def offer(
        self,
        people: Sequence[Annotator],
        codes: Sequence[Code],
        signs: Mapping[AnnotatorId, Annotator],
    ) -> None:
        """Offer who and what figures can be of; what was chosen stays chosen."""
        self._people, self._codes = signs, {code.id: code for code in codes}
        pairs = [(one, two) for n, one in enumerate(people) for two in people[n + 1 :]]
        who: list[tuple[str, object]] = [
            (self.tr("All annotators"), tuple(one.id for one in people))
        ]
        if len(people) > 2:
            who += [(f"{one.name} / {two.name}", (one.id, two.id)) for one, two in pairs]
        by: list[tuple[str, object]] = [
            (self.tr("By code"), By.CODE),
            (self.tr("By pair"), By.PAIR),
            (self.tr("By article"), By.ARTICLE),
        ]
        named = [(self.tr("All codes"), None), *((code.name, code.id) for code in codes)]
        for box, rows in ((self.who, who), (self.by, by), (self.code, named)):
            _offer(box, rows)

    @property
    def annotators(self) -> tuple[AnnotatorId, ...]:
        """Return whose agreement is asked for."""
        return self.who.currentData() or ()

    # --- what is shown ------------------------------------------------------------------------------

    def show_survey(self, survey: Survey) -> None:
        """Show figures and places."""
        self._survey = survey
        fill(self.figures, [self._figures_of(row) for row in survey.rows])
        self._explain()
        self._show_places()

    def say_nothing(self, words: str) -> None:
        """Say why there are no figures."""
        self._survey = None
        fill(self.figures, [])
        fill(self.places, [])
        self.said.setText(words)
        self.summary.setText("")

    def _figures_of(self, row: Measured) -> list[QTableWidgetItem]:
        found = row.figures
        counts = (str(found.words),)
        numbers = [figure(getattr(found, field)) for field in _SHOWN]
        return [
            cell(self._name(row)),
            cell(band(found.alpha)),
            *(cell(text, number=True) for text in (*counts, *numbers)),
        ]

    def _name(self, row: Measured) -> str:
        scope = row.scope
        parts = list[str]()
        if scope.code is not None:
            parts.append(self._codes[scope.code].name if scope.code in self._codes else NONE)
        if scope.article is not None and self._survey is not None:
            parts.append(self._survey.titles.get(scope.article, NONE))
        if self.by.currentData() is By.PAIR:
            known = (self._people[each] for each in scope.annotators if each in self._people)
            parts.append(" / ".join(one.name for one in known))
        return " · ".join(isolated(part) for part in parts) or self.tr("All that was marked")

    def _explain(self) -> None:
        """Say in words what the chosen figure is and allows."""
        survey, row, column = self._survey, self.figures.currentRow(), self.figures.currentColumn()
        if survey is None or not 0 <= row < len(survey.rows):
            return
        found = survey.rows[row].figures
        if found.words == 0:
            self.said.setText(self._no_words())
            return
        place = column - _FIRST
        field = _SHOWN[place] if 0 <= place < len(_SHOWN) else "alpha"
        value: float | None = getattr(found, field)
        words = f"{figure_name(field)} {figure(value)}. {figure_line(field)}"
        if field == "observed":
            self.said.setText(f"{words} {self._counted(found)}")
            return
        limits = self.tr(
            "Customary limits: from 0.8 reliable, from 0.667 for tentative conclusions."
        )
        self.said.setText(f"{words} {self._counted(found)} {limits}")

    def _counted(self, found: Figures) -> str:
        words = self.tr("%n word(s)", "", found.words)
        articles = self.tr("%n article(s)", "", found.articles)
        return self.tr("Counted: {words} of {articles}.").format(words=words, articles=articles)

    def _no_words(self) -> str:
        return self.tr(
            "No article was marked by two of these annotators, so there is nothing to compare."
        )

    # --- places -------------------------------------------------------------------------------------

    @property
    def shown_places(self) -> list[int]:
        """Return the numbers of the places that are shown."""
        found = self._survey.places if self._survey is not None else ()
        only = self.open_only.isChecked()
        return [number for number, place in enumerate(found) if place.is_open or not only]

    def _show_places(self) -> None:
        survey = self._survey
        if survey is None:
            return
        numbers = self.shown_places
        fill(self.places, [self._cells(survey, survey.places[number]) for number in numbers])
        count, still = len(survey.places), sum(place.is_open for place in survey.places)
        self.summary.setText(
            self.tr("{count} places where annotators differ, {open} open").format(
                count=count, open=still
            )
            if count
            else self.tr("The annotators differ nowhere.")
        )

    def _cells(self, survey: Survey, place: Place) -> list[QTableWidgetItem]:
        dispute = place.dispute
        words = " ".join(place.words.split())
        title = survey.titles.get(dispute.article, NONE)
        settled = state(place, self._people)
        if place.has_changed:
            settled = self.tr("{settled} (marks changed)").format(settled=settled)
        return [
            cell(title, tip=title),
            cell(words[:_WORDS], tip=words),
            cell(differences(dispute)),
            cell(marks_line(dispute, self._people, self._codes)),
            cell(settled or self.tr("open")),
        ]

    def show_place(self, number: int) -> None:
        """Choose the row of a place."""
        shown = self.shown_places
        if number in shown:
            self.places.setCurrentCell(shown.index(number), 0)

    def _choose(self, row: int, _column: int) -> None:
        shown = self.shown_places
        if 0 <= row < len(shown):
            self.place_chosen.emit(shown[row])

    def take_focus(self) -> None:
        """Give the keys to the places, else to the figures."""
        part = self.places if self.places.rowCount() else self.figures
        part.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def wear(self, theme: Theme) -> None:
        """Wear another theme's colours: the style sheet has them."""


def _row(*widgets: QWidget | None) -> QHBoxLayout:
    """Lay widgets side by side; None takes the room that is left."""
    row = QHBoxLayout()
    row.setContentsMargins(8, 0, 8, 0)
    row.setSpacing(8)
    for widget in widgets:
        if widget is None:
            row.addStretch(1)
        else:
            row.addWidget(widget)
    return row


def _part(parent: QWidget, *items: QWidget | QHBoxLayout, table: QWidget) -> QWidget:
    """Lay a table with what belongs to it one below the other."""
    part = QWidget(parent)
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 4, 4, 4)
    column.setSpacing(4)
    for item in items:
        if isinstance(item, QHBoxLayout):
            column.addLayout(item)
        else:
            column.addWidget(item, int(item is table))
    return part


def _offer(box: QComboBox, rows: Sequence[tuple[str, object]]) -> None:
    chosen = box.currentData()
    with QSignalBlocker(box):  # the figures are asked for once, not for each box
        box.clear()
        for name, value in rows:
            box.addItem(name, value)
        values = [value for _, value in rows]
        box.setCurrentIndex(values.index(chosen) if chosen in values else 0)
