"""The reader's hand on links and classes: keys, menus, and the choice of the other sentence."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from variorum.app.decided import Decided, Sentence
from variorum.app.reading import Reading
from variorum.app.session import Session
from variorum.collation.decisions import WordPair
from variorum.collation.values import Variant, VariantClass
from variorum.ids import ArticleId
from variorum.text import Span
from variorum.window.action_row import Decidable
from variorum.window.deciding.decisions_box import DecisionsBox
from variorum.window.deciding.words_page import WordsPage
from variorum.window.desk.corner import caret_corner
from variorum.window.desk.reading_desk import ReadingDesk
from variorum.window.message_bar import Message, Offer
from variorum.window.wording import isolated, wording

_LONGEST = 28
"""Characters of a word that a menu shows."""


class Deciding(QObject):
    """Let the reader decide what belongs together, and what kind of change a change is."""

    said = Signal(object)  # Message
    answered = Signal()  # what was said last is settled
    turned = Signal(int, int)  # a difference's number, and how many there are
    fit_wanted = Signal()  # other things can be decided now

    def __init__(
        self, session: Session, reading: Reading, desk: ReadingDesk, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._session, self._reading, self._desk = session, reading, desk
        self._over = parent
        self.decided = Decided(session, reading, self)
        self.box: DecisionsBox | None = None
        self._first: Sentence | None = None
        self._told: object = None
        self._words_menu: QMenu | None = None
        self._escape = QShortcut(Qt.Key.Key_Escape, desk)
        self._escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._escape.setEnabled(False)
        self._escape.activated.connect(self.give_up)
        desk.clicked.connect(self._clicked)
        desk.variant_activated.connect(self._turn_to)
        reading.changed.connect(self._reading_changed)

    # --- what is there ------------------------------------------------------------------------------

    def here(self) -> Decidable:
        """Return what can be decided at the caret; nothing about a sentence while no caret is seen."""
        variant = self.variant()
        sentence = self.sentence() if self._desk.has_keys else None
        return Decidable(
            variant=variant is not None,
            variant_by_hand=variant is not None and variant.decided is not None,
            words=variant is not None and all(self.decided.words_of(variant)),
            sentence=sentence is not None,
            linked=sentence is not None and bool(sentence.partners),
            sentence_by_hand=sentence is not None and bool(self.decided.about_sentence(sentence)),
        )

    def variant(self) -> Variant | None:
        """Return the variant that the reader turned to, or that is at the caret."""
        return self._desk.chosen if self._reading.collation is not None else None

    def sentence(self) -> Sentence | None:
        """Return the sentence at the caret."""
        place = self._desk.caret()
        return None if place is None else self.decided.sentence_at(*place)

    def _turn_to(self, variant: Variant) -> None:
        place = self._desk.choose(variant)
        if place is not None:
            self.turned.emit(*place)
        self.fit_wanted.emit()

    def _reading_changed(self) -> None:
        self.give_up()
        if self.box is not None:
            self.box.refresh()
        lost = self.decided.lost()
        if lost and lost != self._told:
            text = self.tr("%n decision(s) of yours no longer find(s) the words.", "", len(lost))
            show = Offer(self.tr("Show"), self.show_decisions)
            self.said.emit(Message(text, self.tr("Kept, but without effect."), offers=(show,)))
        self._told = lost

    # --- classes ------------------------------------------------------------------------------------

    def set_class(self, kind: VariantClass) -> None:
        """Give the variant here a class."""
        variant = self.variant()
        if variant is not None:
            self.decided.set_class(variant, kind)

    def leave_variant(self) -> None:
        """Leave the variant here to the rules."""
        variant = self.variant()
        if variant is not None:
            self.decided.leave_to_rules(variant)

    def treat_words(self, variant: Variant, kind: VariantClass) -> None:
        """Give the exchange of a variant's words a class, in every story."""
        one, other = self.decided.words_of(variant)
        self.decided.treat_words(WordPair(one, other, kind))

    # --- links --------------------------------------------------------------------------------------

    def link(self) -> None:
        """Take the sentence here; then the one it shall be linked with, in the other text."""
        sentence = self.sentence()
        if sentence is None:
            return
        first = self._first
        if first is not None and self._belong_together(first, sentence):
            self._link(first, sentence)
        else:
            self._wait_for_other(sentence)

    def unlink(self) -> None:
        """Part the sentence here from all that it is linked with."""
        sentence = self.sentence()
        if sentence is not None and sentence.partners:
            self.decided.unlink(sentence)

    def mark_moved(self) -> None:
        """Say that the sentence here has moved; where it has, that it has not."""
        sentence = self.sentence()
        if sentence is not None and sentence.partners:
            self.decided.mark_moved(sentence)

    def leave_sentence(self) -> None:
        """Leave the sentence here to the rules."""
        sentence = self.sentence()
        if sentence is not None:
            self.decided.forget(self.decided.about_sentence(sentence))

    def give_up(self) -> None:
        """Wait for no other sentence any more."""
        if self._first is not None:
            self._desk.set_passing(self._first.article, [])
            self._first = None
            self.answered.emit()
        self._escape.setEnabled(False)

    def _wait_for_other(self, sentence: Sentence) -> None:
        again = self._first is not None and self._first.span == sentence.span
        self.give_up()
        if again:
            return
        self._first = sentence
        self._escape.setEnabled(True)
        self._desk.set_passing(sentence.article, [sentence.span], sentence.span)
        self.said.emit(
            Message(
                self.tr("Click the sentence of the other text that belongs to this one."),
                self.tr("Or put the caret into it and link again. Esc gives up."),
                offers=(Offer(self.tr("Give up"), self.give_up),),
            )
        )

    def _link(self, first: Sentence, other: Sentence) -> None:
        self.give_up()
        self.decided.link(first, other)

    def _clicked(self, article: int, place: int) -> None:
        """Link with what was clicked in the other text, when that was asked for."""
        first = self._first
        if first is None or first.article == article:
            return
        other = self.decided.sentence_at(ArticleId(article), place)
        if other is not None and self._belong_together(first, other):
            self._link(first, other)

    def _belong_together(self, first: Sentence, other: Sentence) -> bool:
        """Tell whether two sentences are of the base and of the version that is meant."""
        version = self._reading.version
        of_version = other if first.is_of_base else first
        return (
            first.is_of_base != other.is_of_base
            and version is not None
            and of_version.article == version.id
        )

    # --- menus --------------------------------------------------------------------------------------

    def add_to(self, menu: QMenu) -> None:
        """Add what can be decided about a variant to a menu; it shows where there is one."""
        classes = menu.addMenu(self.tr("Class of this difference"))
        words = menu.addMenu("")

        def fit() -> None:
            variant = self.variant() if self._session.is_writable else None
            for each, fill in ((classes, self._fill_classes), (words, self._fill_words)):
                each.clear()
                each.menuAction().setVisible(variant is not None)
                if variant is not None:
                    fill(each, variant)

        menu.aboutToShow.connect(fit)

    def show_words_menu(self) -> None:
        """Let the class of the words here be chosen, for every story."""
        variant = self.variant()
        if variant is None:
            return
        if self._words_menu is None:
            self._words_menu = QMenu(self._over)
        self._words_menu.clear()
        said = self._words_menu.addAction("")
        said.setEnabled(False)
        self._fill_words(self._words_menu, variant)
        said.setText(self._words_menu.title())
        self._words_menu.popup(caret_corner(self._desk))

    def _fill_classes(self, menu: QMenu, variant: Variant) -> None:
        for kind in VariantClass:
            ticked = variant.variant_class is kind
            _add(menu, kind, lambda kind: self.decided.set_class(variant, kind), ticked=ticked)
        menu.addSeparator()
        rule = wording().rule(variant.rule)
        by_rule = menu.addAction(self.tr("By the rule: {rule}").format(rule=rule))
        by_rule.setCheckable(True)
        by_rule.setChecked(variant.decided is None)
        by_rule.setEnabled(variant.decided is not None)
        by_rule.triggered.connect(lambda: self.decided.leave_to_rules(variant))

    def _fill_words(self, menu: QMenu, variant: Variant) -> None:
        words = self.decided.words_of(variant)
        one, other = (isolated(_short(each)).replace("&", "&&") for each in words)
        menu.setTitle(self.tr("Always treat “{one}” / “{other}” as").format(one=one, other=other))
        menu.menuAction().setVisible(all(words))
        listed = self.decided.listed(variant)
        for kind in VariantClass:
            ticked = listed is not None and listed.pair.variant_class is kind
            _add(menu, kind, lambda kind: self.treat_words(variant, kind), ticked=ticked)

    # --- lists --------------------------------------------------------------------------------------

    @property
    def words_title(self) -> str:
        """Return the title of the page with the list of words."""
        return self.tr("Words")

    def words_page(self, parent: QWidget) -> WordsPage:
        """Return the page with the words that have a class everywhere."""
        return WordsPage(self._session, self.decided, parent)

    def show_decisions(self) -> None:
        """List what was decided about the versions that are read."""
        self.box = DecisionsBox(self._session, self.decided, self._over)
        self.box.chosen.connect(self._go_to)
        self.box.finished.connect(self._closed)
        self.box.open()

    def _go_to(self, article: int, span: Span) -> None:
        self._desk.set_selection(ArticleId(article), span)
        self._desk.scroll_to(ArticleId(article), span)

    def _closed(self) -> None:
        self.box = None


def _add(
    menu: QMenu, kind: VariantClass, deed: Callable[[VariantClass], None], *, ticked: bool
) -> None:
    action = menu.addAction(wording().variant_class(kind))
    action.setData(kind)
    action.setCheckable(True)
    action.setChecked(ticked)
    action.triggered.connect(lambda: deed(kind))


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
