"""What there is to say of a difference: its class, words and reason, or what became of a passage.

It knows values only; the card, the bottom line and the list of differences say it.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

from variorum.collation.values import Relation, VariantClass
from variorum.exchange.wording import Wording
from variorum.text import Span
from variorum.window.desk.compared import Compared
from variorum.window.desk.differences import Difference, passage_at
from variorum.window.desk.stops import Stop

_SHORT: Final = 40
"""Characters of each side where one line says all."""
_ALONE: Final = 90
"""Likewise of what one side alone has."""
_NOTHING: Final = "∅"


class Explained(NamedTuple):
    """Hold what is said of one difference."""

    head: str
    """Its class and rule; of a passage, what became of it."""
    words: tuple[str, str]
    """The base's and the version's; empty where a side has none."""
    reason: str = ""
    who: str = ""
    """Whose it is, where several versions are compared."""
    variant_class: VariantClass | None = None
    """Nothing for what was cut, added, or is furniture."""

    @property
    def line(self) -> str:
        """Return all of it in one line."""
        facts = (self.who, self.head, self.told(_SHORT, _ALONE), self.reason)
        return " · ".join(fact for fact in facts if fact)

    def told(self, longest: int, alone: int | None = None) -> str:
        """Return both sides with an arrow; what one side alone has, where it is no variant, as it is.

        Each side has so many characters at most, or what stands alone has `alone`.
        """
        if self.variant_class is None and not all(self.words):
            return shortened("".join(self.words), alone or longest)
        return " → ".join(shortened(side, longest) for side in self.words)


class Listed(NamedTuple):
    """Hold a stop as a list of all differences shows it."""

    stop: Stop
    told: tuple[Explained, ...]
    """What each version did there, in the order of the stop."""
    is_shown: bool
    """Its lines are shown in the texts."""

    @property
    def loudest(self) -> Explained:
        """Return what is said of the difference that matters most."""
        columns = [one for _, one in self.stop.differences]
        return self.told[columns.index(self.stop.loudest)]


def explain(stop: Stop, compared: Compared, wording: Wording) -> Iterator[Explained]:
    """Yield what each version did at a stop, with the version's name where there are several."""
    for column, one in stop.differences:
        who = compared.shown[column].title if len(compared.collations) > 1 else ""
        words = _of(compared, 0, one.base), _of(compared, column, one.version)
        if one.variant is None:
            yield Explained(_fate(one, column, compared, wording), words, who=who)
        else:
            reason = wording.reason(one.variant.reason)
            kind = one.variant.variant_class
            yield Explained(wording.classed(one.variant), words, reason, who, kind)


def shortened(text: str, longest: int) -> str:
    """Return words in one line, cut where they are longer; a sign where there are none."""
    words = " ".join(text.split())
    if not words:
        return _NOTHING
    return words if len(words) <= longest else f"{words[:longest].rstrip()}…"


def _of(compared: Compared, column: int, span: Span | None) -> str:
    return "" if span is None else span.of(compared.article(column).text)


def _fate(one: Difference, column: int, compared: Compared, wording: Wording) -> str:
    """Say what became of a passage, or of sentences of one."""
    side, span = (0, one.base) if one.base is not None else (column, one.version)
    if span is None:
        return ""
    kind = passage_at(compared.article(side), span.start).kind
    if one.base is not None and one.version is not None:
        return f"{wording.passage_kind(kind)} · {wording.relation(Relation.EDITED)}"
    return wording.gap(kind, Relation.CUT if one.version is None else Relation.ADDED)
