"""Find speakers who have no name: a police spokesman, the second witness, two officials."""

from collections.abc import Iterable, Sequence

from variorum.collation.lexicons.words import people, reporting, words
from variorum.collation.reading.forms import Form

_MOST_WORDS = 6
_ARTICLES = frozenset({"a", "an", "the", "one"})
_SOURCES = frozenset(
    {
        "official", "officials", "source", "sources", "spokesmen", "witness", "witnesses", "statement", "report", "reports", "company", "police",
        "prosecutors", "residents", "activists", "analysts", "critics", "organizers", "organisers", "villagers", "lawyers", "doctors", "ministers", "researchers",
    }
)  # fmt: skip


def unnamed_speaker(forms: Sequence[Form], start: int, end: int) -> str | None:
    """Return who speaks beside a quotation without being named, as printed; None where nobody does.

    `forms` are those of the quotation's sentences, the quotation from `start` to `end`.
    """
    behind = _behind(forms[end:])
    ahead = _ahead(forms[:start]) if not behind else []
    phrase = behind or ahead
    if not phrase or any(form.name or form.honorific for form in phrase[1:]):
        return None
    if not any(_is_speaker(form) for form in phrase):
        return None
    told = phrase[phrase[0].lower in _ARTICLES :]
    return " ".join(form.printed for form in told) or None


def _behind(forms: Sequence[Form]) -> list[Form]:
    """Return the words with the verb of saying behind a quotation: a spokesman said, said an aide."""
    row = list(_till_mark(_without_marks(forms)))
    for place, form in enumerate(row):
        if form.lower in reporting():
            return row[:place] or row[1 : _MOST_WORDS + 1]
    return []


def _ahead(forms: Sequence[Form]) -> list[Form]:
    """Return the words before the verb of saying that leads up to a quotation."""
    row = list(_till_mark(_without_marks(forms[::-1])))
    for place, form in enumerate(row):
        if form.lower in reporting():
            return row[place + 1 : place + 1 + _MOST_WORDS][::-1]
    return []


def _without_marks(forms: Sequence[Form]) -> Sequence[Form]:
    """Return words without the marks that stand between them and the quotation."""
    place = next((n for n, form in enumerate(forms) if form.word), len(forms))
    return forms[place:]


def _till_mark(forms: Sequence[Form]) -> Iterable[Form]:
    for form in forms[: 2 * _MOST_WORDS]:
        if not form.word:
            return
        yield form


def _is_speaker(form: Form) -> bool:
    return form.title or form.lower in _SOURCES or form.lower in people().kin


def are_others(one: str, other: str) -> bool:
    """Tell whether two speakers without a name are different ones: police, navy spokesman."""
    bags = [{word.casefold() for word in told.split()} - words().function for told in (one, other)]
    return not (bags[0] <= bags[1] or bags[1] <= bags[0])
