"""Compare two datelines: one variant for the whole, because a dateline stands in no sentence."""

from variorum.collation.reading.forms import form_of
from variorum.collation.reading.tokens import tokenise
from variorum.collation.values import Reason, ReasonKind, Rule, Variant
from variorum.text import Article, Dateline, Passage, Span


def dateline_variant(base: Article, version: Article) -> Variant | None:
    """Return how the datelines differ: in form, in place, or not at all."""
    one, other = base.dateline, version.dateline
    if one is None and other is None:
        return None
    spans = _span(base, one), _span(version, other)
    words = spans[0].of(base.text), spans[1].of(version.text)
    if words[0].split() == words[1].split():
        return None
    places = _place(one), _place(other)
    # "HELSINKI" and "HELSINKI, Finland" are one place.
    differ = not (places[0] <= places[1] or places[1] <= places[0]) or _towns(one, other)
    dates = (one.date if one else None), (other.date if other else None)
    dated = all(dates) and dates[0] != dates[1] and not _agree(dates[0], dates[1])
    if differ:
        rule, kind = Rule.PLACE, ReasonKind.CHANGED
    elif dated:
        rule, kind = Rule.DATE_TIME, ReasonKind.CHANGED
    else:
        rule, kind = Rule.DATELINE_FORM, ReasonKind.SAME_PLACE
    return Variant(rule, *spans, Reason(kind, *words))


def _towns(one: Dateline | None, other: Dateline | None) -> bool:
    """Tell whether a town came or went where several are told: Lund, Lund/Lima."""
    if one is None or other is None or not one.place or not other.place:
        return False
    return one.place.count("/") != other.place.count("/")


def _agree(one: object, other: object) -> bool:
    """Tell whether two partial dates contradict each other nowhere."""
    fields = ("year", "month", "day")
    pairs = ((getattr(one, f), getattr(other, f)) for f in fields)
    return all(a is None or b is None or a == b for a, b in pairs)


def _span(article: Article, dateline: Dateline | None) -> Span:
    if dateline:
        return dateline.span
    first = _first_paragraph(article)
    place = first.words.start if first else 0
    return Span(place, place)


def _first_paragraph(article: Article) -> Passage | None:
    from_paragraphs = (p for p in article.passages if p.kind == "paragraph")
    return next(from_paragraphs, None)


def _place(dateline: Dateline | None) -> frozenset[str]:
    if dateline is None or not dateline.place:
        return frozenset()
    tokens = tokenise(dateline.place, 0, len(dateline.place))
    return frozenset(key for token in tokens for key in form_of(token.surface).keys)
