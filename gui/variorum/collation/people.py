"""Know who is named in an article: full names, and the honorifics they were given."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from variorum.collation.forms import Form
from variorum.collation.lexicons import calendar, people, places, words
from variorum.collation.units import Unit

_PARTICLES = frozenset(
    {
        "de",
        "van",
        "von",
        "bin",
        "al",
        "el",
        "der",
        "den",
        "da",
        "dos",
        "du",
        "ibn",
        "ben",
        "del",
        "la",
    }
)
_MOST_NAMES = 5


@dataclass(frozen=True, slots=True)
class Mention:
    """Hold one naming of somebody: the names, where, and the gender the honorific tells."""

    names: tuple[str, ...]
    label: str
    """As printed, without a possessive."""
    unit: int
    passage: int
    place: int
    """The number of the first name's word in its sentence."""
    gender: str | None
    titles: frozenset[str]
    """The words of office directly before the names."""

    @property
    def is_full(self) -> bool:
        """Tell whether more than a surname is given."""
        return len(self.names) > 1


@dataclass(frozen=True, slots=True)
class Cast:
    """Hold the mentions of an article, by each of their names."""

    mentions: tuple[Mention, ...]
    by_name: Mapping[str, tuple[Mention, ...]]
    by_unit: Mapping[int, tuple[Mention, ...]]

    def full_names(self, name: str) -> list[Mention]:
        """Return the full mentions that hold a name, in reading order."""
        return [mention for mention in self.by_name.get(name, ()) if mention.is_full]

    def titles_of(self, name: str) -> frozenset[str]:
        """Return every word of office that stands before a name somewhere."""
        return frozenset[str]().union(*(mention.titles for mention in self.by_name.get(name, ())))

    def last_before(self, unit: int, place: int) -> Mention | None:
        """Return the last person named before a word of a sentence, two sentences back at most."""
        near = [m for n in range(unit - 2, unit + 1) for m in self.by_unit.get(n, ())]
        before = [m for m in near if m.unit < unit or m.place < place]
        return before[-1] if before else None

    def ambiguous(self, name: str, mention: Mention, *, unit: int) -> bool:
        """Tell whether a lone name at a sentence may mean somebody else than a full mention.

        So it is when others share the name, and the full mention comes later or beside theirs.
        """
        others = [m for m in self.full_names(name) if set(m.names) != set(mention.names)]
        return bool(others) and (
            mention.unit > unit or any(other.unit == mention.unit for other in others)
        )

    def who(self, name: str, *, unit: int) -> Mention | None:
        """Return the full mention that a lone name means at a sentence: the last before, else the first."""
        found = self.full_names(name)
        before = [mention for mention in found if mention.unit <= unit]
        return before[-1] if before else (found[0] if found else None)


def cast_of(units: Sequence[Unit]) -> Cast:
    """Return who is named in an article's sentences."""
    mentions = tuple([m for unit in units for m in _mentions(unit)])
    by_name: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        for name in mention.names:
            by_name[name].append(mention)
    by_unit = {number: tuple(found) for number, found in groupby(mentions, key=lambda m: m.unit)}
    return Cast(mentions, {name: tuple(found) for name, found in by_name.items()}, by_unit)


def _mentions(unit: Unit) -> Iterator[Mention]:
    forms = unit.forms
    past = 0
    for place in [n for n, form in enumerate(forms) if form.name]:
        if place < past or (place == 0 and _only_starts(forms)):
            continue
        end = _end_of_names(forms, place)
        names = tuple(form.bare for form in forms[place:end])
        if len(names) <= _MOST_NAMES and not _is_organisation(names):
            before = forms[place - 1] if place else None
            titles = _titles_before(forms, place)
            yield Mention(
                names=names,
                label=" ".join(form.surface for form in forms[place:end])
                .removesuffix("'s")
                .removesuffix("’s"),
                unit=unit.number,
                passage=unit.passage,
                place=place,
                gender=_gender(before),
                titles=titles,
            )
        past = end


def _titles_before(forms: Sequence[Form], place: int) -> frozenset[str]:
    start = place
    while start and (forms[start - 1].title or forms[start - 1].honorific):
        start -= 1
    return frozenset(form.bare for form in forms[start:place])


def _only_starts(forms: Sequence[Form]) -> bool:
    """Tell whether the first word has its capital only because it is the first."""
    return forms[0].lower in words().function


def _end_of_names(forms: Sequence[Form], place: int) -> int:
    end = place + 1
    while end < len(forms) and not forms[end - 1].lower.endswith("'s"):
        if forms[end].name or _is_surname(forms, end):
            end += 1
        elif forms[end].lower in _PARTICLES and end + 1 < len(forms) and forms[end + 1].name:
            end += 2
        else:
            break
    return end


def _is_surname(forms: Sequence[Form], place: int) -> bool:
    """Tell whether a month is somebody's name: it follows one, and no figure follows it."""
    form = forms[place]
    if form.bare not in calendar().months or not form.surface[0].isupper():
        return False
    after = forms[place + 1].folded if place + 1 < len(forms) else ""
    return not after[:1].isdigit()


def _gender(before: Form | None) -> str | None:
    if before is None:
        return None
    gender = people().honorifics.get(before.lower.rstrip("."))
    return gender if gender != "any" else None


def _is_organisation(names: Sequence[str]) -> bool:
    return any(name in people().organisations for name in names) or all(
        name in places().words for name in names
    )
