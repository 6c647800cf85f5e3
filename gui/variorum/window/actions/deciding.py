"""The actions by which the reader decides."""

from variorum.collation.values import VariantClass
from variorum.window.action_row import ActionId, ActionRow, Need, Situation, writable
from variorum.window.actions.row import Deed, Row
from variorum.window.marking import QT_TRANSLATE_NOOP


def _as(kind: VariantClass) -> Deed:
    return lambda hands: hands.deciding.set_class(kind)


def _variant(s: Situation) -> bool:
    return s.writable and s.decidable.variant


def _sentence(s: Situation) -> bool:
    return s.writable and s.decidable.sentence


_CLASSES = (
    (
        ActionId.AS_TYPOGRAPHY,
        QT_TRANSLATE_NOOP("actions", "This difference is typography"),
        VariantClass.TYPOGRAPHY,
    ),
    (
        ActionId.AS_SPELLING,
        QT_TRANSLATE_NOOP("actions", "This difference is spelling"),
        VariantClass.SPELLING,
    ),
    (
        ActionId.AS_STYLE,
        QT_TRANSLATE_NOOP("actions", "This difference is style"),
        VariantClass.STYLE,
    ),
    (
        ActionId.AS_WORDING,
        QT_TRANSLATE_NOOP("actions", "This difference is wording"),
        VariantClass.WORDING,
    ),
    (
        ActionId.AS_SUBSTANCE,
        QT_TRANSLATE_NOOP("actions", "This difference is substance"),
        VariantClass.SUBSTANCE,
    ),
)

DECIDING: tuple[Row, ...] = (
    *(
        ActionRow(row_id, text, (f"Alt+Shift+{number}",), _as(kind), _variant, needs=Need.TEXTS)
        for number, (row_id, text, kind) in enumerate(_CLASSES, start=1)
    ),
    ActionRow(
        ActionId.BY_RULE,
        QT_TRANSLATE_NOOP("actions", "Leave this difference to the rules"),
        ("Alt+Shift+0",),
        lambda hands: hands.deciding.leave_variant(),
        lambda s: _variant(s) and s.decidable.variant_by_hand,
        needs=Need.TEXTS,
    ),
    ActionRow(
        ActionId.TREAT_WORDS,
        QT_TRANSLATE_NOOP("actions", "Always treat these words as…"),
        ("W",),
        lambda hands: hands.deciding.show_words_menu(),
        lambda s: _variant(s) and s.decidable.words,
        needs=Need.TEXTS,
    ),
    ActionRow(
        ActionId.WORD_LIST,
        QT_TRANSLATE_NOOP("actions", "Words with a class of their own…"),
        (),
        lambda hands: hands.showing.show_settings(hands.deciding.words_title),
        writable,
    ),
    ActionRow(
        ActionId.LINK_SENTENCE,
        QT_TRANSLATE_NOOP("actions", "Link this sentence with…"),
        ("L",),
        lambda hands: hands.deciding.link(),
        _sentence,
        needs=Need.TEXTS,
    ),
    ActionRow(
        ActionId.UNLINK_SENTENCE,
        QT_TRANSLATE_NOOP("actions", "Unlink this sentence"),
        ("U",),
        lambda hands: hands.deciding.unlink(),
        lambda s: _sentence(s) and s.decidable.linked,
        needs=Need.TEXTS,
    ),
    ActionRow(
        ActionId.MARK_MOVED,
        QT_TRANSLATE_NOOP("actions", "Mark this sentence as moved, or as in its place"),
        ("M",),
        lambda hands: hands.deciding.mark_moved(),
        lambda s: _sentence(s) and s.decidable.linked,
        needs=Need.TEXTS,
    ),
    ActionRow(
        ActionId.SENTENCE_BY_RULE,
        QT_TRANSLATE_NOOP("actions", "Leave this sentence to the rules"),
        (),
        lambda hands: hands.deciding.leave_sentence(),
        lambda s: _sentence(s) and s.decidable.sentence_by_hand,
        needs=Need.TEXTS,
    ),
    ActionRow(
        ActionId.DECISIONS,
        QT_TRANSLATE_NOOP("actions", "Decisions about these versions…"),
        (),
        lambda hands: hands.deciding.show_decisions(),
        lambda s: s.comparing,
        needs=Need.TEXTS,
    ),
)
