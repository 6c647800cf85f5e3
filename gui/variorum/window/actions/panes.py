"""The actions on the panes: how many there are, which versions they show, how one reads them."""

from variorum.window.action_row import ActionId, ActionRow, Need, Situation
from variorum.window.actions.row import Deed, Row
from variorum.window.marking import QT_TRANSLATE_NOOP


def _reading(situation: Situation) -> bool:
    return situation.versions > 0


def _several(situation: Situation) -> bool:
    return situation.panes > 1


def _counts(count: int) -> Deed:
    return lambda hands: hands.panes.set_count(count)


_COUNTS = (
    (ActionId.ONE_PANE, QT_TRANSLATE_NOOP("actions", "One pane")),
    (ActionId.TWO_PANES, QT_TRANSLATE_NOOP("actions", "Two panes")),
    (ActionId.THREE_PANES, QT_TRANSLATE_NOOP("actions", "Three panes")),
    (ActionId.FOUR_PANES, QT_TRANSLATE_NOOP("actions", "Four panes")),
)

PANES: tuple[Row, ...] = (
    *(
        ActionRow(
            name,
            text,
            (f"Ctrl+{count}",),
            _counts(count),
            _reading,
            checks=True,
            needs=Need.TEXTS,
        )
        for count, (name, text) in enumerate(_COUNTS, start=1)
    ),
    ActionRow(
        ActionId.ADD_PANE,
        QT_TRANSLATE_NOOP("actions", "Show one more version"),
        ("Ctrl+T",),
        lambda hands: hands.panes.add(),
        lambda s: 0 < s.panes < min(4, s.versions),
        needs=Need.TEXTS,
    ),
    ActionRow(
        ActionId.CLOSE_PANE,
        QT_TRANSLATE_NOOP("actions", "Close this pane"),
        ("Ctrl+W",),
        lambda hands: hands.panes.close(),
        lambda s: s.panes == 2 or (s.panes > 1 and s.pane > 0),
        needs=Need.TEXTS,
    ),
    ActionRow(
        ActionId.CHOOSE_VERSION,
        QT_TRANSLATE_NOOP("actions", "Version in this pane…"),
        ("V",),
        lambda hands: hands.panes.show_menu(),
        _reading,
        needs=Need.TEXTS,
    ),
    ActionRow(
        ActionId.NEXT_VERSION,
        QT_TRANSLATE_NOOP("actions", "Next version in this pane"),
        ("Ctrl+PgDown",),
        lambda hands: hands.panes.step(1),
        lambda s: s.versions > s.panes,
        needs=Need.TEXTS,
    ),
    ActionRow(
        ActionId.PREVIOUS_VERSION,
        QT_TRANSLATE_NOOP("actions", "Previous version in this pane"),
        ("Ctrl+PgUp",),
        lambda hands: hands.panes.step(-1),
        lambda s: s.versions > s.panes,
        needs=Need.TEXTS,
    ),
    ActionRow(
        ActionId.PANE_LEFT,
        QT_TRANSLATE_NOOP("actions", "Move this pane left"),
        ("Ctrl+Shift+PgUp",),
        lambda hands: hands.panes.move(-1),
        lambda s: s.pane > 1,
        needs=Need.TEXTS,
    ),
    ActionRow(
        ActionId.PANE_RIGHT,
        QT_TRANSLATE_NOOP("actions", "Move this pane right"),
        ("Ctrl+Shift+PgDown",),
        lambda hands: hands.panes.move(1),
        lambda s: 0 < s.pane < s.panes - 1,
        needs=Need.TEXTS,
    ),
    ActionRow(
        ActionId.LINKED,
        QT_TRANSLATE_NOOP("actions", "Linked scrolling"),
        ("F",),
        lambda hands: hands.panes.toggle_linked(),
        _several,
        checks=True,
        needs=Need.TEXTS,
    ),
    ActionRow(
        ActionId.FOLLOW_LINK,
        QT_TRANSLATE_NOOP("actions", "Go along the link"),
        ("J",),
        lambda hands: hands.panes.follow_link(),
        _several,
        needs=Need.TEXTS,
    ),
    ActionRow(
        ActionId.GO_TO_PASSAGE,
        QT_TRANSLATE_NOOP("actions", "Go to paragraph…"),
        ("Ctrl+G",),
        lambda hands: hands.panes.go_to_passage(),
        _reading,
        needs=Need.TEXTS,
    ),
    ActionRow(
        ActionId.FULL_SCREEN,
        QT_TRANSLATE_NOOP("actions", "Read on the full screen"),
        ("F11",),
        lambda hands: hands.full_screen.toggle(),
        _reading,
        checks=True,
        leads=True,
    ),
)

COPY_CITED: Row = ActionRow(
    ActionId.COPY_CITED,
    QT_TRANSLATE_NOOP("actions", "Copy with its source"),
    ("Ctrl+Shift+C",),
    lambda hands: hands.panes.copy_cited(),
    lambda s: s.selection,
    needs=Need.TEXTS,
)

USUAL_TEXT: Row = ActionRow(
    ActionId.USUAL_TEXT,
    QT_TRANSLATE_NOOP("actions", "Usual text size"),
    ("Ctrl+0",),
    lambda hands: hands.looks.reset_text_size(),
    _reading,
    needs=Need.TEXTS,
)

PRINT: Row = ActionRow(
    ActionId.PRINT,
    QT_TRANSLATE_NOOP("actions", "Print the comparison…"),
    ("Ctrl+Alt+P",),
    lambda hands: hands.exporting.print_comparison(),
    lambda s: s.panes > 0,
    needs=Need.STORY,
)
