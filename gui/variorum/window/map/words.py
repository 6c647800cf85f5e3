"""What the map says in words: of a cell, of a passage, of a version, of its descent."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication

from variorum.app.story_map import Edition, Fate, Line, Square, StoryMap, Total
from variorum.collation.values import Relation
from variorum.stories.descent import Descent, Shared
from variorum.stories.readings import ReadingKind
from variorum.text import Span
from variorum.window.marking import QT_TRANSLATE_NOOP
from variorum.window.summary_strip import percent_kept
from variorum.window.wording import day, isolated, wording

CONTEXT: Final = "story_map"
_LONGEST: Final = 90
_MOST_EVIDENCE: Final = 6
DOUBTFUL: Final = 0.5
"""Below this margin, in weights of a changed fact, another ancestor is nearly as likely."""


def said(text: str, n: int = -1) -> str:
    """Translate a sentence of the map."""
    return QCoreApplication.translate(CONTEXT, text, "", n)


FATES: Final[Mapping[Fate, str]] = {
    Fate.KEPT: QT_TRANSLATE_NOOP("story_map", "kept"),
    Fate.QUIET: QT_TRANSLATE_NOOP("story_map", "quiet changes"),
    Fate.CHANGED: QT_TRANSLATE_NOOP("story_map", "changed"),
    Fate.WORDING: QT_TRANSLATE_NOOP("story_map", "wording"),
    Fate.PARTLY: QT_TRANSLATE_NOOP("story_map", "sentences cut or added"),
    Fate.SUBSTANCE: QT_TRANSLATE_NOOP("story_map", "substance"),
    Fate.CUT: QT_TRANSLATE_NOOP("story_map", "cut"),
    Fate.ADDED: QT_TRANSLATE_NOOP("story_map", "added"),
    Fate.ABSENT: QT_TRANSLATE_NOOP("story_map", "not there"),
}
MOVED: Final = QT_TRANSLATE_NOOP("story_map", "moved")
DIVIDED: Final = QT_TRANSLATE_NOOP("story_map", "split or merged")
FOOT: Final = (
    QT_TRANSLATE_NOOP("story_map", "Kept"),
    QT_TRANSLATE_NOOP("story_map", "Changes of substance"),
    QT_TRANSLATE_NOOP("story_map", "Passages cut"),
    QT_TRANSLATE_NOOP("story_map", "Passages added"),
)
"""The lines at the foot, from the top."""


def foot(total: Total) -> tuple[str, ...]:
    """Return what stands at the foot of a version's column, from the top."""
    figures = (total.substance, total.cut, total.added)
    return (percent_kept(total.kept), *(str(figure) for figure in figures))


def short(words: str, most: int = _LONGEST) -> str:
    """Return words on one line, cut where they are long."""
    flat = " ".join(words[: 4 * most].split())
    return flat if len(flat) <= most else f"{flat[:most].rstrip()}…"


def label_of(line: Line) -> str:
    """Say what a passage is: its number among the paragraphs, else its kind."""
    kind = f"¶{line.paragraph}" if line.paragraph else wording().passage_kind(line.kind)
    return f"+ {kind}" if line.is_added else kind


def line_said(line: Line) -> str:
    """Say what a passage is, and its first words."""
    return f"{label_of(line)}: {isolated(short(line.words))}"


def facts_of(edition: Edition) -> str:
    """Say when a version was printed, unless its name does."""
    moment = edition.row.published
    when = day(moment) if moment else ""
    return "" if when in edition.name else when


def fate_of(square: Square) -> str:
    """Say all that became of a passage in a version, in a few words."""
    parts = [said(FATES[square.fate])]
    if square.moved:
        parts.append(said(MOVED))
    if square.relation in {Relation.SPLIT, Relation.MERGED, Relation.REARRANGED}:
        parts.append(wording().relation(square.relation))
    if 0 < square.kept < 1:
        parts.append(said("{share} of its words kept").format(share=percent_kept(square.kept)))
    return ", ".join(parts)


def square_said(line: Line, square: Square, version: Edition) -> str:
    """Say what became of a passage in a version, for a tool tip and for who cannot see."""
    return f"{isolated(version.name)}, {fate_of(square)} – {line_said(line)}"


# --- descent ----------------------------------------------------------------------------------


def is_doubtful(descent: Descent) -> bool:
    """Tell whether another ancestor is nearly as likely."""
    return descent.margin < DOUBTFUL


def from_whom(found: StoryMap, number: int) -> str:
    """Say in a few words from which version one was made."""
    descent = found.descents[number]
    name = isolated(found.edition(descent.ancestor).name)
    text = said("perhaps from {name}") if is_doubtful(descent) else said("from {name}")
    parts = [text.format(name=name)]
    if descent.shared:
        parts.append(said("%n change(s) in common", len(descent.shared)))
    return " · ".join(parts)


def evidence(found: StoryMap, number: int, *, most: int = _MOST_EVIDENCE) -> str:
    """Say by which changes one can tell from what a version was made, a line each."""
    descent = found.descents[number]
    version = found.versions[number]
    ancestor = found.edition(descent.ancestor)
    head = said("{version}: {descent}").format(
        version=isolated(version.name), descent=from_whom(found, number)
    )
    lines = [head]
    if not descent.shared:
        lines.append(_nothing_shared(descent))
    lines += [f"• {_shared_said(found, version, one)}" for one in descent.shared[:most]]
    more = len(descent.shared) - most
    if more > 0:
        lines.append(said("and %n more", more))
    lines += _rival_said(found, descent, ancestor)
    return "\n".join(lines)


def _nothing_shared(descent: Descent) -> str:
    if descent.ancestor is None:
        return said("It has no change in common with another version that tells more.")
    return said("It has what that version has, and no change that tells more.")


def _rival_said(found: StoryMap, descent: Descent, ancestor: Edition) -> list[str]:
    rival = found.edition(descent.rival)
    if descent.margin == float("inf") or rival is ancestor:
        return []
    name = isolated(rival.name)
    if descent.margin <= 0:
        return [said("{name} would explain as much.").format(name=name)]
    text = said("{name} is the next likely: it leaves {margin} changed facts more unexplained.")
    if is_doubtful(descent):
        text = said(
            "{name} is nearly as likely: it leaves {margin} of a changed fact more unexplained."
        )
    return [text.format(name=name, margin=f"{descent.margin:.1f}")]


_BOTH: Final[Mapping[ReadingKind, str]] = {
    ReadingKind.VARIANT: QT_TRANSLATE_NOOP("story_map", "both have “{words}” for “{base}”"),
    ReadingKind.CUT: QT_TRANSLATE_NOOP("story_map", "both cut “{base}”"),
    ReadingKind.ADDED: QT_TRANSLATE_NOOP("story_map", "both added “{words}”"),
    ReadingKind.MOVED: QT_TRANSLATE_NOOP("story_map", "both moved “{base}”"),
    ReadingKind.DIVIDED: QT_TRANSLATE_NOOP("story_map", "both split or merged “{base}”"),
}
_BOTH_WITHOUT: Final = QT_TRANSLATE_NOOP("story_map", "both left out “{base}”")
_BOTH_WITH: Final = QT_TRANSLATE_NOOP("story_map", "both put in “{words}”")


def _shared_said(found: StoryMap, version: Edition, shared: Shared) -> str:
    here = _words(version.article.text, shared.version.version)
    there = _words(found.base.article.text, shared.reading.base)
    template = _BOTH[shared.reading.kind]
    if shared.reading.kind is ReadingKind.VARIANT and not (here and there):
        template = _BOTH_WITH if here else _BOTH_WITHOUT
    line = said(template).format(words=isolated(here), base=isolated(there))
    kind = shared.version.variant_class
    return f"{line} ({wording().variant_class(kind)})" if kind else line


def _words(text: str, span: Span | None) -> str:
    return short(span.of(text)) if span is not None else ""
