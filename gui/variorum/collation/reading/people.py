"""Know who is named in an article: full names, and the honorifics they were given."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain, groupby
from types import MappingProxyType

from variorum.collation.lexicons.words import calendar, people, places, words
from variorum.collation.reading.forms import Form
from variorum.collation.reading.units import Unit

PARTICLES = frozenset(
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


_ARABIC_ARTICLE = re.compile(r"(?:al|el|an|ar|as|ash|at|az)-(?=\w)", re.IGNORECASE)


def is_particle(form: Form) -> bool:
    """Tell whether a word is a small part of a name, or has one closed up: de, bin, al-Bakri."""
    return form.lower in PARTICLES or bool(_ARABIC_ARTICLE.match(form.bare))


_OFFICE_JOINS = frozenset({"of", "for", "the", "and", "&", ","})
_MOST_NAMES = 5


@lru_cache(maxsize=4096)
def _parts(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(part for name in names for part in name.split("-") if part)


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
        return _parts(self.names)

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

    def ambiguous(self, name: str, mention: Mention, *, unit: int, gender: str | None) -> bool:
        """Tell whether a lone name at a sentence may mean somebody else than a full mention.

        So it is when somebody of another full name shares it and was named by then, or beside the
        full mention where that comes later; the gender that an honorific tells rules people out.
        """
        others = [
            m
            for m in self.full_names(name)
            if not (m.parts <= mention.parts or mention.parts <= m.parts)
            and not (gender and self.gender_of(m) not in {None, gender})
        ]
        if not others:
            return False
        known = any(other.unit <= max(unit, mention.unit) for other in others)
        return known or mention.unit > unit

    def gender_of(self, mention: Mention) -> str | None:
        """Return the gender that any naming of a person in full tells, if they agree."""
        told = {m.gender for m in self.full_names(mention.names[-1]) if m.parts == mention.parts}
        told.discard(None)
        return told.pop() if len(told) == 1 else None

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


def cast_of(
    units: Sequence[Unit], known: Mapping[int, tuple[Mention, ...]] = MappingProxyType({})
) -> Cast:
    """Return who is named in an article's sentences; of some it may be known by their number."""
    rows = [
        known[unit.number] if unit.number in known else _gendered(unit, tuple(_mentions(unit)))
        for unit in units
    ]
    mentions = tuple(chain.from_iterable(rows))
    by_name: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        for name in mention.names:
            by_name[name].append(mention)
    by_unit = {number: tuple(found) for number, found in groupby(mentions, key=lambda m: m.unit)}
    return Cast(mentions, {name: tuple(found) for name, found in by_name.items()}, by_unit)


_PRONOUNS = {
    "he": "male", "him": "male", "his": "male", "himself": "male",
    "she": "female", "her": "female", "hers": "female", "herself": "female",
}  # fmt: skip


def _gendered(unit: Unit, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Return a sentence's mentions; the only one has the gender of the pronouns after it."""
    if len(mentions) != 1 or mentions[0].gender or not mentions[0].is_full:
        return mentions
    after = unit.forms[mentions[0].place :]
    told = {_PRONOUNS[form.lower] for form in after if form.lower in _PRONOUNS}
    return (replace(mentions[0], gender=told.pop()),) if len(told) == 1 else mentions


def _mentions(unit: Unit) -> Iterator[Mention]:
    forms = unit.forms
    openings = [n for n, form in enumerate(forms) if form.name and not form.office]
    if not openings:
        return
    first = next((n for n, form in enumerate(forms) if form.word), 0)
    past = 0
    for opening in openings:
        if opening < past or (opening == first and _only_starts(forms[opening])):
            continue
        end = _end_of_names(forms, opening)
        office = _office_before(forms, opening)
        place = opening
        while office is not None and place + 1 < end and _is_portfolio(forms[place]):
            place += 1
        names = tuple([form.bare for form in forms[place:end]])
        portfolio = _is_portfolio(forms[place]) and (
            office is not None or (end < len(forms) and forms[end].office)
        )
        if len(names) <= _MOST_NAMES and not portfolio and not _is_organisation(names):
            before = forms[place - 1] if place else None
            start = _titles_before(forms, place if office is None else office + 1)
            titles = [f.bare for f in forms[start:place] if f.office or f.honorific]
            yield Mention(
                names=names,
                label=_label(forms[place:end]),
                unit=unit.number,
                passage=unit.passage,
                place=place,
                start=start,
                gender=_gender(before),
                titles=frozenset(titles) if titles else _NO_TITLES,
            )
        past = end


_NO_TITLES = frozenset[str]()


def _label(forms: Sequence[Form]) -> str:
    """Return names as printed, without what makes them own something."""
    return " ".join([form.printed for form in forms]).removesuffix("'s").removesuffix("’s")


def _titles_before(forms: Sequence[Form], place: int) -> int:
    """Return where the titles begin that stand directly before a word."""
    end = place
    while place and (
        forms[place - 1].office
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
    while start and not forms[start - 1].office:
        if not forms[start - 1].name and forms[start - 1].lower not in _OFFICE_JOINS:
            return None
        start -= 1
    of = start < place and forms[start].lower in {"of", "for"}
    return start - 1 if start and of else None


def _is_portfolio(form: Form) -> bool:
    return form.bare in people().portfolios or form.bare in places().words


def _end_of_names(forms: Sequence[Form], place: int) -> int:
    end = place + 1
    while end < len(forms) and not forms[end - 1].lower.endswith("'s"):
        if forms[end].name or _is_surname(forms, end):
            end += 1
        elif forms[end].lower in PARTICLES and end + 1 < len(forms) and forms[end + 1].name:
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
    return not people().organisations.isdisjoint(names) or places().words.issuperset(names)
