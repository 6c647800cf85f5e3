"""The actions on highlights, on carrying them, and on the list of them."""

from variorum.annotations.resizing import Step
from variorum.window.action_row import ActionId, ActionRow, Need, Situation
from variorum.window.actions.row import Deed, Row
from variorum.window.marking import QT_TRANSLATE_NOOP


def _with_mark(situation: Situation) -> bool:
    return situation.writable and situation.mark


def _can_carry(situation: Situation) -> bool:
    return situation.writable and situation.versions > 1 and situation.marks > 0


def _waits(situation: Situation) -> bool:
    return situation.writable and situation.to_review > 0


def _steps(step: Step) -> Deed:
    return lambda hands: hands.reshaping.step(step)


_ENDS = (
    (
        ActionId.MARK_END_LATER,
        QT_TRANSLATE_NOOP("actions", "Let the highlight end a word later"),
        "Alt+Shift+Right",
        Step.END_LATER,
    ),
    (
        ActionId.MARK_END_EARLIER,
        QT_TRANSLATE_NOOP("actions", "Let the highlight end a word earlier"),
        "Alt+Shift+Left",
        Step.END_EARLIER,
    ),
    (
        ActionId.MARK_START_EARLIER,
        QT_TRANSLATE_NOOP("actions", "Let the highlight begin a word earlier"),
        "Alt+Shift+Up",
        Step.START_EARLIER,
    ),
    (
        ActionId.MARK_START_LATER,
        QT_TRANSLATE_NOOP("actions", "Let the highlight begin a word later"),
        "Alt+Shift+Down",
        Step.START_LATER,
    ),
)

MARKING: tuple[Row, ...] = (
    *(
        ActionRow(name, text, (key,), _steps(step), _with_mark, needs=Need.TEXTS)
        for name, text, key, step in _ENDS
    ),
    ActionRow(
        ActionId.SPLIT_MARK,
        QT_TRANSLATE_NOOP("actions", "Split the highlight at the caret"),
        ("X",),
        lambda hands: hands.reshaping.split(),
        _with_mark,
        needs=Need.TEXTS,
    ),
    ActionRow(
        ActionId.MERGE_MARK,
        QT_TRANSLATE_NOOP("actions", "Merge the highlight with the next"),
        ("Shift+X",),
        lambda hands: hands.reshaping.merge(),
        lambda s: _with_mark(s) and s.marks > 1,
        needs=Need.TEXTS,
    ),
    ActionRow(
        ActionId.CYCLE_MARKS,
        QT_TRANSLATE_NOOP("actions", "Turn to the highlight below this one"),
        ("O",),
        lambda hands: hands.reshaping.cycle(),
        lambda s: s.marks_here > 1,
        needs=Need.TEXTS,
    ),
    ActionRow(
        ActionId.NEXT_MARK,
        QT_TRANSLATE_NOOP("actions", "Next highlight"),
        ("F7",),
        lambda hands: hands.reshaping.go(1),
        lambda s: s.marks > 0,
        leads=True,
    ),
    ActionRow(
        ActionId.PREVIOUS_MARK,
        QT_TRANSLATE_NOOP("actions", "Previous highlight"),
        ("Shift+F7",),
        lambda hands: hands.reshaping.go(-1),
        lambda s: s.marks > 0,
        leads=True,
    ),
    ActionRow(
        ActionId.LIST_MARKS,
        QT_TRANSLATE_NOOP("actions", "All highlights"),
        ("Ctrl+M",),
        lambda hands: hands.marks_list.toggle(),
        lambda s: s.stories > 0,
        needs=Need.SIDE,
    ),
)

CARRYING: tuple[Row, ...] = (
    ActionRow(
        ActionId.CARRY,
        QT_TRANSLATE_NOOP("actions", "Carry the marks to the other versions"),
        ("C",),
        lambda hands: hands.carrier.carry(),
        _can_carry,
        needs=Need.TEXTS,
    ),
    ActionRow(
        ActionId.CARRY_MARK,
        QT_TRANSLATE_NOOP("actions", "Carry this highlight to the other versions"),
        ("Alt+Shift+C",),
        lambda hands: hands.carrier.carry_mark(),
        lambda s: _can_carry(s) and s.mark,
        needs=Need.TEXTS,
    ),
    ActionRow(
        ActionId.CARRY_TO,
        QT_TRANSLATE_NOOP("actions", "Carry the marks to one version…"),
        ("Alt+C",),
        lambda hands: hands.carrier.carry_to(),
        _can_carry,
        needs=Need.TEXTS,
    ),
    ActionRow(
        ActionId.CARRY_STORY,
        QT_TRANSLATE_NOOP("actions", "Carry all marks of the story to all versions"),
        ("Ctrl+Alt+M",),
        lambda hands: hands.carrier.carry_story(),
        lambda s: s.writable and s.versions > 1,
        needs=Need.TEXTS,
    ),
    ActionRow(
        ActionId.NEXT_CARRIED,
        QT_TRANSLATE_NOOP("actions", "Review the next carried mark"),
        ("F5",),
        lambda hands: hands.marks_list.step(1),
        _waits,
        needs=Need.SIDE,
        leads=True,
    ),
    ActionRow(
        ActionId.PREVIOUS_CARRIED,
        QT_TRANSLATE_NOOP("actions", "Review the previous carried mark"),
        ("Shift+F5",),
        lambda hands: hands.marks_list.step(-1),
        _waits,
        needs=Need.SIDE,
        leads=True,
    ),
    ActionRow(
        ActionId.ACCEPT_CARRIED,
        QT_TRANSLATE_NOOP("actions", "Accept the carried mark"),
        ("Y",),
        lambda hands: hands.marks_list.accept(),
        _waits,
        needs=Need.TEXTS | Need.SIDE,
    ),
    ActionRow(
        ActionId.PUT_CARRIED,
        QT_TRANSLATE_NOOP("actions", "Put the carried mark on the selection"),
        ("Shift+Y",),
        lambda hands: hands.marks_list.put(),
        lambda s: _waits(s) and s.selection,
        needs=Need.TEXTS | Need.SIDE,
    ),
    ActionRow(
        ActionId.DROP_CARRIED,
        QT_TRANSLATE_NOOP("actions", "Drop the carried mark"),
        ("Shift+Del",),
        lambda hands: hands.marks_list.drop(),
        _waits,
        needs=Need.TEXTS | Need.SIDE,
    ),
)

RECORDING: tuple[Row, ...] = (
    ActionRow(
        ActionId.EXPORT_HISTORY,
        QT_TRANSLATE_NOOP("actions", "Export the history of marks…"),
        (),
        lambda hands: hands.mark_history.export(),
        lambda s: s.versions > 0,
        needs=Need.IN_HAND,
    ),
)

GOING: tuple[Row, ...] = (
    ActionRow(
        ActionId.GO_BACK,
        QT_TRANSLATE_NOOP("actions", "Back to where I was"),
        ("Alt+Left",),
        lambda hands: hands.journeys.back(),
        lambda s: s.can_go_back,
        leads=True,
    ),
    ActionRow(
        ActionId.GO_FORTH,
        QT_TRANSLATE_NOOP("actions", "Forth again"),
        ("Alt+Right",),
        lambda hands: hands.journeys.forth(),
        lambda s: s.can_go_forth,
        leads=True,
    ),
)
