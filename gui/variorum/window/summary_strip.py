"""The line above the desk that sums the comparison up; its chips show and hide classes."""

from collections import Counter
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QToolButton, QWidget

from variorum.collation.values import (
    QUIET_CLASSES,
    Collation,
    Relation,
    Summary,
    VariantClass,
    Verdict,
)
from variorum.exchange.wording import Wording
from variorum.text import Article, PassageKind
from variorum.window.chips import Chip
from variorum.window.flow import FlowLayout
from variorum.window.theme import Theme

_NARROW = 700
"""Pixels below which the chips use fewer words."""
_QUIET = (VariantClass.TYPOGRAPHY, VariantClass.SPELLING, VariantClass.STYLE)


def percent_kept(kept: float) -> str:
    """Say a share in whole per cent; 100 % only when nothing at all is missing."""
    return f"{100 if kept >= 1 else min(99, round(100 * kept))}%"


def _sentences(collation: Collation, base: Article) -> tuple[int, int]:
    """Count the sentences of the base's paragraphs, and those of them that were cut."""
    paragraphs = [p.span for p in base.passages if p.kind is PassageKind.PARAGRAPH]
    found = [
        link.relation is Relation.CUT
        for link in collation.links
        for span in link.base
        if any(paragraph.covers(span) for paragraph in paragraphs)
    ]
    return len(found), sum(found)


class SummaryStrip(QWidget):
    """Show what the second paper did to the first, in chips."""

    class_toggled = Signal(object, bool)  # VariantClass, shown
    next_wanted = Signal()
    previous_wanted = Signal()

    def __init__(self, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("summary_strip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Summary of the comparison"))
        self._wording = wording
        self._kept = Chip(parent=self)
        self._substance = Chip(toggles=True, parent=self)
        self._words = Chip(toggles=True, parent=self)
        self._quiet = Chip(toggles=True, parent=self)
        self._moved = Chip(parent=self)
        self._added = Chip(parent=self)
        self._furniture = Chip(parent=self)
        self._quotes = Chip(parent=self)
        self._correction = Chip(parent=self)
        self._place = Chip(parent=self)
        self._shown = dict.fromkeys(VariantClass, True)
        self._build()
        self._substance.clicked.connect(self._toggler(VariantClass.SUBSTANCE))
        self._words.clicked.connect(self._toggler(VariantClass.WORDING))
        self._quiet.clicked.connect(self._toggle_quiet)

    def _build(self) -> None:
        flow = FlowLayout(self, spacing=6)
        flow.setContentsMargins(12, 8, 12, 8)
        for chip in self.chips():
            flow.addWidget(chip)
        self._previous = self._step("‹ ⇧F8", self.tr("Previous difference (Shift+F8)"))
        self._next = self._step("F8 ›", self.tr("Next difference (F8)"))
        self._previous.clicked.connect(self.previous_wanted)
        self._next.clicked.connect(self.next_wanted)
        flow.addWidget(self._previous)
        flow.addWidget(self._place)
        flow.addWidget(self._next)

    def _step(self, text: str, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("step")
        button.setText(text)
        button.setToolTip(name)
        button.setAccessibleName(name)
        return button

    def chips(self) -> tuple[Chip, ...]:
        """Return the chips from left to right."""
        return (
            self._kept,
            self._substance,
            self._words,
            self._quiet,
            self._moved,
            self._added,
            self._furniture,
            self._quotes,
            self._correction,
        )

    def say_place(self, place: tuple[int, int] | None) -> None:
        """Say which difference was gone to last, and how many there are."""
        self._place.setVisible(place is not None)
        if place is not None:
            number, count = place
            self._place.say(str(number), self.tr("of {count}").format(count=count))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say it in fewer words where the strip is narrow."""
        super().resizeEvent(event)
        for chip in self.chips():
            chip.set_compact(compact=self.width() < _NARROW)

    def sum_up(self, collation: Collation | None, base: Article | None) -> None:
        """Show the sum of a comparison; nothing while there is none."""
        self.setVisible(collation is not None)
        self.say_place(None)
        if collation is None or base is None:
            return
        summary = collation.summary
        self._kept.say(
            percent_kept(summary.kept),
            self.tr("kept"),
            hint=self.tr("Share of the base’s story words that stand here unchanged"),
        )
        self._say_substance(collation, base)
        self._say_classes(summary)
        self._say_passages(collation, base)
        self._say_quotations(collation)

    def _say_substance(self, collation: Collation, base: Article) -> None:
        sentences, cut = _sentences(collation, base)
        self._substance.say(
            str(collation.summary.by_class.get(VariantClass.SUBSTANCE, 0)),
            self.tr("substance · {cut} of {count} sentences cut").format(cut=cut, count=sentences),
            short=self.tr("substance · {cut}/{count} cut").format(cut=cut, count=sentences),
            hint=self.tr("Changes that can alter what a reader is told (Alt+5)"),
        )

    def _say_classes(self, summary: Summary) -> None:
        self._words.say(
            str(summary.by_class.get(VariantClass.WORDING, 0)),
            self.tr("wording"),
            hint=self.tr("Other words for the same claim (Alt+4)"),
        )
        counts = {kind: summary.by_class.get(kind, 0) for kind in _QUIET}
        parts = " · ".join(
            f"{count} {self._wording.variant_class(kind)}" for kind, count in counts.items()
        )
        self._quiet.say(
            str(sum(counts.values())),
            self.tr("house style"),
            short=self.tr("style"),
            hint=self.tr("The quiet classes: {parts} (S)").format(parts=parts),
        )

    def _say_passages(self, collation: Collation, base: Article) -> None:
        """Count what else was cut: crossheads and furniture, each kind in the tool tip."""
        summary = collation.summary
        cut = Counter(
            base.passages[number].kind
            for link in collation.passages
            if link.relation is Relation.CUT
            for number in link.base
            if base.passages[number].kind is not PassageKind.PARAGRAPH
        )
        parts = (f"{count} {self._wording.passage_kind(kind)}" for kind, count in cut.items())
        self._furniture.say(
            str(cut.total()),
            self.tr("other passage(s) cut", "", cut.total()),
            short=self.tr("other cut"),
            hint=" · ".join(parts),
        )
        self._moved.say(str(summary.moved), self.tr("moved"))
        self._added.say(str(summary.added), self.tr("added"))
        self._correction.say(
            "",
            self.tr("Correction not carried"),
            short=self.tr("Correction cut"),
            hint=self.tr("The base carries a correction note that this version left out"),
        )
        self._furniture.setVisible(cut.total() > 0)
        self._moved.setVisible(summary.moved > 0)
        self._added.setVisible(summary.added > 0)
        self._correction.setVisible(summary.correction_not_carried)

    def _say_quotations(self, collation: Collation) -> None:
        quotes = [q for q in collation.quotations if q.base is not None]
        verbatim = sum(q.verdict is Verdict.VERBATIM for q in quotes)
        self._quotes.say(
            self.tr("{verbatim} of {count}").format(verbatim=verbatim, count=len(quotes)),
            self.tr("quotes verbatim"),
            short=self.tr("quotes"),
            hint=self.tr("Quotations of the base that stand here word for word"),
        )
        self._quotes.setVisible(bool(quotes))

    # --- classes -------------------------------------------------------------------------------

    def shown(self) -> frozenset[VariantClass]:
        """Return the classes whose variants are shown."""
        return frozenset(kind for kind, shown in self._shown.items() if shown)

    def show_class(self, kind: VariantClass, *, shown: bool) -> None:
        """Show or hide the variants of a class, and tell of it."""
        if self._shown[kind] == shown:
            return
        self._shown[kind] = shown
        self._substance.setChecked(self._shown[VariantClass.SUBSTANCE])
        self._words.setChecked(self._shown[VariantClass.WORDING])
        self._quiet.setChecked(any(self._shown[quiet] for quiet in QUIET_CLASSES))
        self.class_toggled.emit(kind, shown)

    def _toggler(self, kind: VariantClass) -> Callable[[], None]:
        return lambda: self.show_class(kind, shown=not self._shown[kind])

    def _toggle_quiet(self) -> None:
        shown = not any(self._shown[kind] for kind in QUIET_CLASSES)
        for kind in _QUIET:
            self.show_class(kind, shown=shown)

    def hide_quiet(self, *, hidden: bool) -> None:
        """Hide or show the three quiet classes at once."""
        for kind in _QUIET:
            self.show_class(kind, shown=not hidden)

    def wear(self, theme: Theme) -> None:
        """Wear the theme's colours."""
        fill, line, ink = theme["pane"], theme["border"], theme["text"]
        dots = {
            self._substance: theme.classes[VariantClass.SUBSTANCE],
            self._words: theme.classes[VariantClass.WORDING],
            self._quiet: theme.classes[VariantClass.STYLE],
            self._furniture: theme["cut"],
            self._added: theme["added"],
            self._correction: theme["notice"],
        }
        for chip in (*self.chips(), self._place):
            chip.set_colours(fill=fill, line=line, ink=ink, dot=dots.get(chip))
