"""The line above the desk that sums the comparison up; its chips show and hide classes."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QToolTip, QWidget

from variorum.collation.values import QUIET_CLASSES, Collation, VariantClass
from variorum.exchange.wording import Wording
from variorum.text import Article, PassageKind
from variorum.window.chips import Chip
from variorum.window.flow import FlowLayout
from variorum.window.strip_fit import FOLDED, fit
from variorum.window.strip_sums import OTHERS, Sums, sums_of
from variorum.window.theme import Theme

_GAP = 5
_EDGE = 12
_LONGEST_NAME = 22
"""Characters of a version's name that the strip shows."""
_QUIET = (VariantClass.TYPOGRAPHY, VariantClass.SPELLING, VariantClass.STYLE)


def percent_kept(kept: float) -> str:
    """Say a share in whole per cent; 100 % only when nothing at all is missing."""
    return f"{100 if kept >= 1 else min(99, round(100 * kept))}%"


class SummaryStrip(QWidget):
    """Show what the second paper did to the first, in chips."""

    class_toggled = Signal(object, bool)  # VariantClass, shown
    next_wanted = Signal()
    previous_wanted = Signal()
    list_wanted = Signal()

    def __init__(self, wording: Wording, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("summary_strip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Summary of the comparison"))
        self._wording = wording
        self._whose = Chip(parent=self)
        self._kept = Chip(parent=self)
        self._substance = Chip(toggles=True, parent=self)
        self._words = Chip(toggles=True, parent=self)
        self._quiet = Chip(toggles=True, parent=self)
        self._moved = Chip(parent=self)
        self._added = Chip(parent=self)
        self._furniture = Chip(parent=self)
        self._quotes = Chip(parent=self)
        self._correction = Chip(parent=self)
        self._more = Chip(parent=self)
        self._place = Chip(parent=self)
        self._silent: set[Chip] = set()
        self._shown = dict.fromkeys(VariantClass, True)
        self._build()
        self._substance.clicked.connect(self._toggler(VariantClass.SUBSTANCE))
        self._words.clicked.connect(self._toggler(VariantClass.WORDING))
        self._quiet.clicked.connect(self._toggle_quiet)

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(_EDGE, 8, _EDGE, 8)
        row.setSpacing(_GAP)
        self._flow = QWidget(self)
        flow = FlowLayout(self._flow, spacing=_GAP)
        flow.setContentsMargins(0, 0, 0, 0)
        for chip in (*self.chips(), self._more):
            flow.addWidget(chip)
        self._more.clicked.connect(self._tell_more)
        self._place.clicked.connect(self.list_wanted)
        self._previous = self._step("‹", self.tr("Previous difference (Shift+F8)"))
        self._next = self._step("F8 ›", self.tr("Next difference (F8)"))
        self._previous.clicked.connect(self.previous_wanted)
        self._next.clicked.connect(self.next_wanted)
        self._steps = QWidget(self)
        steps = QHBoxLayout(self._steps)
        steps.setContentsMargins(0, 0, 0, 0)
        steps.setSpacing(3)
        for part in (self._previous, self._place, self._next):
            steps.addWidget(part)
        row.addWidget(self._flow, 1)
        row.addWidget(self._steps, 0, Qt.AlignmentFlag.AlignTop)

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
            self._whose,
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

    def told(self) -> tuple[Chip, ...]:
        """Return the chips that have something to say, whether there is room for them or not."""
        return tuple(chip for chip in self.chips() if chip not in self._silent)

    def say_place(self, number: int, count: int) -> None:
        """Say which difference was gone to last, 0 for none yet, and how many there are."""
        before = self._steps.sizeHint().width()
        said = str(number) if number else "–"
        words = self.tr("of {count}").format(count=count)
        self._place.say(said, words, room="0" * len(str(count)), hint=self._place_hint())
        for button in (self._previous, self._next):
            button.setEnabled(count > 0)
        if self._steps.sizeHint().width() != before:
            self._fit()

    def _place_hint(self) -> str:
        return self.tr(
            "Differences of the classes that are shown, and sentences cut or added: click to list all"
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say it in fewer words where the strip is narrow."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Let the chips say as much as one row holds; the steps keep their room."""
        height = self._place.sizeHint().height()
        for button in (self._previous, self._next):
            button.setFixedHeight(height)
        told = self.told()
        # These may leave the row, the first of them first; what they count is never substance.
        folding = (
            self._moved,
            self._furniture,
            self._quotes,
            self._added,
            self._whose,
            self._quiet,
            self._words,
        )
        self._say_more(folding)
        levels = fit(
            [chip.widths for chip in told],
            folding=[told.index(chip) for chip in folding if chip in told],
            room=self._room(),
            gap=_GAP,
            more=self._more.widths[-1],
        )
        folded = {chip for chip, level in zip(told, levels, strict=True) if level == FOLDED}
        for chip, level in zip(told, levels, strict=True):
            chip.set_level(max(0, level))
        for chip in self.chips():
            chip.setVisible(chip not in self._silent | folded)
        self._say_more([chip for chip in told if chip in folded])
        self._more.setVisible(bool(folded))
        used = sum(chip.sizeHint().width() + _GAP for chip in told if chip not in folded)
        self._more.set_level(0 if used + self._more.widths[0] <= self._room() else 1)

    def _room(self) -> int:
        return self.width() - 2 * _EDGE - _GAP - self._steps.sizeHint().width()

    def _say_more(self, folded: Sequence[Chip]) -> None:
        """Say how many figures have no room here, and what they are."""
        hint = "\n".join(chip.said() for chip in folded)
        # As wide for each number: room is left for it before it is known how many it counts.
        self._more.say(f"+{len(folded)}", self.tr("more"), "", hint=hint, room="+0")

    def _tell_more(self) -> None:
        """Say at once what the mouse would have to wait for."""
        place = self._more.mapToGlobal(self._more.rect().bottomLeft())
        QToolTip.showText(place, self._more.toolTip(), self._more)

    def _tell(self, chip: Chip, *, told: bool) -> None:
        """Let a chip be in the row, or not at all."""
        self._silent -= {chip}
        if not told:
            self._silent |= {chip}

    def sum_up(
        self,
        base: Article | None,
        beside: Sequence[tuple[Article, Collation]],
        *,
        whose: str = "",
    ) -> None:
        """Show the sum of what versions differ in; nothing while nothing is compared.

        `whose` says of which version, or of how many, where there is a choice.
        """
        self.setVisible(bool(beside))
        if base is None or not beside:
            return
        sums = sums_of(base, beside)
        self._say_whose(whose)
        self._say_kept(sums)
        self._say_correction(sums)
        self._say_substance(sums)
        self._say_classes(sums)
        self._say_sentences(sums)
        self._say_others(sums)
        self._say_quotations(sums)
        self._fit()

    def _say_whose(self, whose: str) -> None:
        short = whose if len(whose) <= _LONGEST_NAME else f"{whose[:_LONGEST_NAME].rstrip()}…"
        self._whose.say(
            "",
            short,
            hint=self.tr(
                "{whose}. The pane with the keys is summed up and walked through;"
                " with the base’s pane in use, all versions are."
            ).format(whose=whose),
        )
        self._tell(self._whose, told=bool(whose))

    def _say_kept(self, sums: Sums) -> None:
        least, most = (percent_kept(share) for share in sums.kept)
        self._kept.say(
            most if least == most else f"{least.removesuffix('%')}–{most}",
            self.tr("kept"),
            hint=self.tr("Share of the base’s story words that stand here unchanged"),
        )

    def _say_correction(self, sums: Sums) -> None:
        """Say that words which the base's note corrects still stand, or that its note was left out."""
        words = [f"{check.wrong or '…'} → {check.right or '…'}" for check in sums.uncorrected]
        if words:
            self._correction.say(
                "",
                self.tr("Uncorrected words stand"),
                self.tr("Uncorrected"),
                hint=self.tr(
                    "The base’s note corrects what this version still has: {words}"
                ).format(words="; ".join(dict.fromkeys(words))),
            )
        else:
            self._correction.say(
                "",
                self.tr("Correction not carried"),
                self.tr("Correction cut"),
                hint=self.tr("The base carries a correction note that this version left out"),
            )
        self._tell(self._correction, told=bool(words) or sums.correction_not_carried)

    def _say_substance(self, sums: Sums) -> None:
        cut, count = sums.cut, sums.sentences
        self._substance.say(
            str(sums.by_class.get(VariantClass.SUBSTANCE, 0)),
            self.tr("substance · {cut} of {count} sentences cut").format(cut=cut, count=count),
            self.tr("substance · {cut}/{count} cut").format(cut=cut, count=count),
            hint=self.tr("Changes that can alter what a reader is told (Alt+5)"),
        )

    def _say_classes(self, sums: Sums) -> None:
        self._words.say(
            str(sums.by_class.get(VariantClass.WORDING, 0)),
            self.tr("wording"),
            hint=self.tr("Other words for the same claim (Alt+4)"),
        )
        counts = {kind: sums.by_class.get(kind, 0) for kind in _QUIET}
        parts = self._parts({self._wording.variant_class(kind): counts[kind] for kind in _QUIET})
        self._quiet.say(
            str(sum(counts.values())),
            self.tr("house style"),
            self.tr("style"),
            hint=self.tr("The quiet classes: {parts} (S)").format(parts=parts or self.tr("none")),
        )

    def _say_sentences(self, sums: Sums) -> None:
        self._moved.say(
            str(sums.moved),
            self.tr("moved"),
            hint=self.tr("Sentences of the story that stand in another place here"),
        )
        self._added.say(
            str(sums.added),
            self.tr("sentence(s) added", "", sums.added),
            self.tr("added"),
            hint=self.tr("Sentences of the story that this version alone has"),
        )
        self._tell(self._moved, told=sums.moved > 0)
        self._tell(self._added, told=sums.added > 0)

    def _say_others(self, sums: Sums) -> None:
        """Count what became of crossheads and furniture, each kind in the tool tip."""
        found = sums.others
        counts = {relation: found[relation].total() for relation in OTHERS if found[relation]}
        total = sum(counts.values())
        self._tell(self._furniture, told=total > 0)
        if not total:
            return
        parts = [(self._wording.relation(relation), n) for relation, n in counts.items()]
        apart = " · ".join(f"{n} {name}" for name, n in parts)
        said = parts[0][0] if len(parts) == 1 else f"· {apart}"
        self._furniture.say(
            str(total),
            self.tr("other passage(s) {said}", "", total).format(said=said),
            self.tr("other {said}").format(said=said),
            self.tr("other"),
            hint="\n".join(
                f"{self._wording.relation(relation)}: {self._kinds(found[relation])}"
                for relation in counts
            ),
        )

    def _kinds(self, kinds: Counter[PassageKind]) -> str:
        return self._parts({self._wording.passage_kind(kind): kinds[kind] for kind in kinds})

    @staticmethod
    def _parts(counts: Mapping[str, int]) -> str:
        """Say what was counted; the kind comes first, so that it needs no plural."""
        return ", ".join(f"{name} {count}" for name, count in counts.items() if count)

    def _say_quotations(self, sums: Sums) -> None:
        self._quotes.say(
            str(sums.verbatim),
            self.tr("of {count} quotes verbatim").format(count=sums.quotes),
            self.tr("of {count} quotes").format(count=sums.quotes),
            self.tr("/{count} quotes").format(count=sums.quotes),
            hint=self.tr("Quotations of the base that stand here word for word"),
        )
        self._tell(self._quotes, told=sums.quotes > 0)

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
        fill, line, ink, off = theme["pane"], theme["border"], theme["text"], theme["muted"]
        dots = {
            self._substance: theme.classes[VariantClass.SUBSTANCE],
            self._words: theme.classes[VariantClass.WORDING],
            self._quiet: theme.classes[VariantClass.STYLE],
            self._furniture: theme["cut"],
            self._added: theme["added"],
            self._correction: theme["notice"],
        }
        for chip in (*self.chips(), self._more, self._place):
            chip.set_colours(fill=fill, line=line, ink=ink, off=off, dot=dots.get(chip))
