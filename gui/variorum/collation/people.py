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
_OFFICE_JOINS = frozenset({"of", "for", "the", "and", "&", ","})
_DEPUTIES = frozenset({"under", "vice", "deputy", "ex", "co", "sub", "acting", "solicitor"})
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
    start: int
    """The number of the first word of the titles before the names; the names' where none stand."""
    gender: str | None
    titles: frozenset[str]
    """The words of office and honorifics before the names."""

    @property
    def parts(self) -> frozenset[str]:
        """Return the names with their hyphens undone: Jae-in is Jae In."""
        return frozenset(part for name in self.names for part in name.split("-") if part)

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
        others = [m for m in self.full_names(name) if m.parts != mention.parts]
        return bool(others) and (
            mention.unit > unit or any(other.unit == mention.unit for other in others)
        )

    def at(self, unit: int, place: int) -> Mention | None:
        """Return the mention to which a word of a sentence belongs."""
        named = self.by_unit.get(unit, ())
        return next((m for m in named if m.place <= place < m.place + len(m.names)), None)

    def is_person(self, mention: Mention) -> bool:
        """Tell whether somebody in full is shown to be a person: by a title, or by a name alone."""
        alone = any(not m.is_full for name in mention.names for m in self.by_name.get(name, ()))
        given = any(
            "-" in label and label[0].isupper() and label.rpartition("-")[2].islower()
            for label in mention.label.split()
        )
        return bool(mention.titles or mention.gender) or alone or given

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
    first = next((n for n, form in enumerate(forms) if form.word), 0)
    past = 0
    for opening in [n for n, form in enumerate(forms) if form.name and not _is_office(form)]:
        if opening < past or (opening == first and _only_starts(forms[opening])):
            continue
        end = _end_of_names(forms, opening)
        office = _office_before(forms, opening)
        place = opening
        while office is not None and place + 1 < end and _is_portfolio(forms[place]):
            place += 1
        names = tuple(form.bare for form in forms[place:end])
        portfolio = _is_portfolio(forms[place]) and (
            office is not None or (end < len(forms) and _is_office(forms[end]))
        )
        if len(names) <= _MOST_NAMES and not portfolio and not _is_organisation(names):
            before = forms[place - 1] if place else None
            start = _titles_before(forms, place if office is None else office + 1)
            yield Mention(
                names=names,
                label=" ".join(form.surface for form in forms[place:end])
                .removesuffix("'s")
                .removesuffix("’s"),
                unit=unit.number,
                passage=unit.passage,
                place=place,
                start=start,
                gender=_gender(before),
                titles=frozenset(
                    f.bare for f in forms[start:place] if _is_office(f) or f.honorific
                ),
            )
        past = end


def _titles_before(forms: Sequence[Form], place: int) -> int:
    """Return where the titles begin that stand directly before a word."""
    end = place
    while place and (
        _is_office(forms[place - 1])
        or forms[place - 1].honorific
        or (place < end and forms[place - 1].name and _is_portfolio(forms[place - 1]))
    ):
        place -= 1
    return place


def _only_starts(form: Form) -> bool:
    """Tell whether a sentence's first word has its capital only because it is the first."""
    return form.lower in words().function or form.lower in words().starters


def _office_before(forms: Sequence[Form], place: int) -> int | None:
    """Return where the office begins whose object holds a word: Secretary of Trade Tomas Quill."""
    start = place
    while start and not _is_office(forms[start - 1]):
        if not forms[start - 1].name and forms[start - 1].lower not in _OFFICE_JOINS:
            return None
        start -= 1
    of = start < place and forms[start].lower in {"of", "for"}
    return start - 1 if start and of else None


def _is_office(form: Form) -> bool:
    """Tell whether a word is an office, its deputy's included: Under-Secretary."""
    *before, last = form.lower.split("-")
    titles = people().titles
    return form.title or (
        bool(before) and last in titles and all(w in _DEPUTIES or w in titles for w in before)
    )


def _is_portfolio(form: Form) -> bool:
    return form.bare in people().portfolios or form.bare in places().words


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
