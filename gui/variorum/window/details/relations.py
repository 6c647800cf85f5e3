"""Say what a version is to others of its story, and with which stories it shares passages."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from variorum.library.relations import RelationRow
from variorum.stories.values import StoryRelation
from variorum.window.details.facts import Fact, Section
from variorum.window.marking import QT_TRANSLATE_NOOP
from variorum.window.wording import day, isolated

_AFTER: Mapping[StoryRelation, str] = {
    StoryRelation.SAME_TEXT: QT_TRANSLATE_NOOP("relations", "Same text as"),
    StoryRelation.UPDATE: QT_TRANSLATE_NOOP("relations", "Update of"),
    StoryRelation.CORRECTED: QT_TRANSLATE_NOOP("relations", "Correction of"),
    StoryRelation.SHORTENED: QT_TRANSLATE_NOOP("relations", "Shortened from"),
    StoryRelation.REWORKED: QT_TRANSLATE_NOOP("relations", "Reworked from"),
    StoryRelation.WITHDRAWN: QT_TRANSLATE_NOOP("relations", "Withdrawal of"),
    StoryRelation.SHARES_PASSAGES: QT_TRANSLATE_NOOP("relations", "Shares passages with"),
}
"""What a version is to its forerunner."""

_BEFORE: Mapping[StoryRelation, str] = {
    StoryRelation.SAME_TEXT: QT_TRANSLATE_NOOP("relations", "Same text as"),
    StoryRelation.UPDATE: QT_TRANSLATE_NOOP("relations", "Updated by"),
    StoryRelation.CORRECTED: QT_TRANSLATE_NOOP("relations", "Corrected by"),
    StoryRelation.SHORTENED: QT_TRANSLATE_NOOP("relations", "Shortened in"),
    StoryRelation.REWORKED: QT_TRANSLATE_NOOP("relations", "Reworked in"),
    StoryRelation.WITHDRAWN: QT_TRANSLATE_NOOP("relations", "Withdrawn by"),
    StoryRelation.SHARES_PASSAGES: QT_TRANSLATE_NOOP("relations", "Shares passages with"),
}
"""What a forerunner is to its version."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("relations", text)


def relations_section(rows: Sequence[RelationRow]) -> Section:
    """Return a section with a line for each kind of relation, and below it the others."""
    named: dict[str, list[str]] = {}
    for row in rows:
        words = (_AFTER if row.other_came_first else _BEFORE)[row.relation]
        named.setdefault(_tr(words), []).append(_name(row))
    facts = (Fact(label, tuple(names)) for label, names in named.items())
    return Section(_tr("Other articles"), tuple(facts))


def _name(row: RelationRow) -> str:
    known = [row.source or "", day(row.published) if row.published else ""]
    where = ", ".join(filter(None, known))
    title = isolated(row.title)
    return f"{title} ({where})" if where else title
