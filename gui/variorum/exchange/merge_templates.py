"""English for what a merge brings, and for what two libraries say otherwise."""

from collections.abc import Mapping

from variorum.exchange.templates import QT_TRANSLATE_NOOP
from variorum.exchange.wording import Translate, in_english
from variorum.library.merging.values import KEPT_TWICE, Clash, ClashKind, MergeKind

KINDS: Mapping[MergeKind, str] = {
    MergeKind.ARTICLES: QT_TRANSLATE_NOOP("wording", "Articles"),
    MergeKind.STORIES: QT_TRANSLATE_NOOP("wording", "Stories"),
    MergeKind.ANNOTATORS: QT_TRANSLATE_NOOP("wording", "Annotators"),
    MergeKind.CODES: QT_TRANSLATE_NOOP("wording", "Codes"),
    MergeKind.HIGHLIGHTS: QT_TRANSLATE_NOOP("wording", "Highlights"),
    MergeKind.NOTES: QT_TRANSLATE_NOOP("wording", "Notes"),
    MergeKind.DECISIONS: QT_TRANSLATE_NOOP("wording", "Decisions"),
    MergeKind.SETTLEMENTS: QT_TRANSLATE_NOOP("wording", "Settled disagreements"),
    MergeKind.LISTS: QT_TRANSLATE_NOOP("wording", "Views and collections"),
}

CLASHES: Mapping[ClashKind, str] = {
    ClashKind.SOURCE: QT_TRANSLATE_NOOP("wording", "source"),
    ClashKind.PUBLISHED: QT_TRANSLATE_NOOP("wording", "date"),
    ClashKind.HEADLINE: QT_TRANSLATE_NOOP("wording", "headline"),
    ClashKind.BELONGING: QT_TRANSLATE_NOOP("wording", "versions of one story or not"),
    ClashKind.BASE: QT_TRANSLATE_NOOP("wording", "base of the story"),
    ClashKind.PASSAGE: QT_TRANSLATE_NOOP("wording", "kind of a passage"),
    ClashKind.LINK: QT_TRANSLATE_NOOP("wording", "link of two sentences"),
    ClashKind.VARIANT_CLASS: QT_TRANSLATE_NOOP("wording", "class of a difference"),
    ClashKind.WORDS: QT_TRANSLATE_NOOP("wording", "class of two words"),
    ClashKind.CODE: QT_TRANSLATE_NOOP("wording", "what a code is"),
    ClashKind.HIGHLIGHT: QT_TRANSLATE_NOOP("wording", "bounds of a highlight"),
    ClashKind.NOTE: QT_TRANSLATE_NOOP("wording", "words of a note"),
    ClashKind.SETTLEMENT: QT_TRANSLATE_NOOP("wording", "how a disagreement was settled"),
}

_LONGEST = 60
_BOTH = QT_TRANSLATE_NOOP(
    "wording", "{what} · {about}: here “{here}”, there “{there}”; both stand."
)
_OURS = QT_TRANSLATE_NOOP(
    "wording", "{what} · {about}: here “{here}”, there “{there}”; here stands, there is set aside."
)


def clash_line(clash: Clash, *, translate: Translate = in_english) -> str:
    """Say in one line what two libraries say otherwise, and what becomes of it."""
    template = _BOTH if clash.kind in KEPT_TWICE else _OURS
    return translate(template).format(
        what=translate(CLASHES[clash.kind]),
        about=_short(clash.about),
        here=_short(clash.here),
        there=_short(clash.there),
    )


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rstrip()}…"
