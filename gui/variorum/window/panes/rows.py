"""The actions on the panes: how many there are, which versions they show, how one reads them."""

from variorum.window.action_row import ActionId, ActionRow, Method, Need, Situation
from variorum.window.marking import QT_TRANSLATE_NOOP


def _reading(situation: Situation) -> bool:
    return situation.versions > 0


def _several(situation: Situation) -> bool:
    return situation.panes > 1


def _counts(count: int) -> Method:
    return lambda w: w.hands.panes.set_count(count)


_COUNTS = (
    (ActionId.ONE_PANE, QT_TRANSLATE_NOOP("actions", "One pane")),
    (ActionId.TWO_PANES, QT_TRANSLATE_NOOP("actions", "Two panes")),
    (ActionId.THREE_PANES, QT_TRANSLATE_NOOP("actions", "Three panes")),
    (ActionId.FOUR_PANES, QT_TRANSLATE_NOOP("actions", "Four panes")),
)

PANES: tuple[ActionRow, ...] = (
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
        lambda w: w.hands.panes.add(),
        lambda s: 0 < s.panes < min(4, s.versions),
        needs=Need.TEXTS,
    ),
    ActionRow(
        ActionId.CLOSE_PANE,
        QT_TRANSLATE_NOOP("actions", "Close this pane"),
        ("Ctrl+W",),
        lambda w: w.hands.panes.close(),
        lambda s: s.panes == 2 or (s.panes > 1 and s.pane > 0),
        needs=Need.TEXTS,
    ),
    ActionRow(
        ActionId.CHOOSE_VERSION,
        QT_TRANSLATE_NOOP("actions", "Version in this pane…"),
        ("V",),
        lambda w: w.hands.panes.show_menu(),
        _reading,
        needs=Need.TEXTS,
    ),
    ActionRow(
        ActionId.NEXT_VERSION,
        QT_TRANSLATE_NOOP("actions", "Next version in this pane"),
        ("Ctrl+PgDown",),
        lambda w: w.hands.panes.step(1),
        lambda s: s.versions > s.panes,
        needs=Need.TEXTS,
    ),
    ActionRow(
        ActionId.PREVIOUS_VERSION,
        QT_TRANSLATE_NOOP("actions", "Previous version in this pane"),
        ("Ctrl+PgUp",),
        lambda w: w.hands.panes.step(-1),
        lambda s: s.versions > s.panes,
        needs=Need.TEXTS,
    ),
    ActionRow(
        ActionId.PANE_LEFT,
        QT_TRANSLATE_NOOP("actions", "Move this pane left"),
        ("Ctrl+Shift+PgUp",),
        lambda w: w.hands.panes.move(-1),
        lambda s: s.pane > 1,
        needs=Need.TEXTS,
    ),
    ActionRow(
        ActionId.PANE_RIGHT,
        QT_TRANSLATE_NOOP("actions", "Move this pane right"),
        ("Ctrl+Shift+PgDown",),
        lambda w: w.hands.panes.move(1),
        lambda s: 0 < s.pane < s.panes - 1,
        needs=Need.TEXTS,
    ),
    ActionRow(
        ActionId.LINKED,
        QT_TRANSLATE_NOOP("actions", "Linked scrolling"),
        ("F",),
        lambda w: w.hands.panes.toggle_linked(),
        _several,
        checks=True,
        needs=Need.TEXTS,
    ),
    ActionRow(
        ActionId.FOLLOW_LINK,
        QT_TRANSLATE_NOOP("actions", "Go along the link"),
        ("J",),
        lambda w: w.hands.panes.follow_link(),
        _several,
        needs=Need.TEXTS,
    ),
    ActionRow(
        ActionId.GO_TO_PASSAGE,
        QT_TRANSLATE_NOOP("actions", "Go to paragraph…"),
        ("Ctrl+G",),
        lambda w: w.hands.panes.go_to_passage(),
        _reading,
        needs=Need.TEXTS,
    ),
    ActionRow(
        ActionId.FULL_SCREEN,
        QT_TRANSLATE_NOOP("actions", "Read on the full screen"),
        ("F11",),
        lambda w: w.hands.full_screen.toggle(),
        _reading,
        checks=True,
        leads=True,
    ),
)

COPY_CITED = ActionRow(
    ActionId.COPY_CITED,
    QT_TRANSLATE_NOOP("actions", "Copy with its source"),
    ("Ctrl+Shift+C",),
    lambda w: w.hands.panes.copy_cited(),
    lambda s: s.selection,
    needs=Need.TEXTS,
)

USUAL_TEXT = ActionRow(
    ActionId.USUAL_TEXT,
    QT_TRANSLATE_NOOP("actions", "Usual text size"),
    ("Ctrl+0",),
    lambda w: w.hands.looks.reset_text_size(),
    _reading,
    needs=Need.TEXTS,
)

PRINT = ActionRow(
    ActionId.PRINT,
    QT_TRANSLATE_NOOP("actions", "Print the comparison…"),
    ("Ctrl+Alt+P",),
    lambda w: w.hands.exporting.print_comparison(),
    lambda s: s.panes > 0,
    needs=Need.STORY,
)
