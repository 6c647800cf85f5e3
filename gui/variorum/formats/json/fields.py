"""Read the fields of items in JSON, whose providers write words, numbers and lists of either."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from json import dumps
from typing import Any, cast

from variorum.errors import FormatError
from variorum.formats.html.dates import read_moment
from variorum.formats.html.fragment import plain_line
from variorum.formats.json.values import JsonFile
from variorum.formats.sound import sound
from variorum.formats.wires.item import Item, article_of, details_of
from variorum.text import Imported, Moment, Problem, ProblemKind

_NAMES = ("name", "value", "literal", "code", "qcode", "title", "uri")
_MOST_PROBLEMS = 8


class JsonFields:
    """Read one object's fields by their names, whatever capitals its provider gives them."""

    def __init__(self, value: Mapping[str, Any]) -> None:
        self._values = {key.casefold(): inner for key, inner in value.items()}

    def raw(self, *names: str) -> Any:
        """Return the first value there is under some names."""
        return next((v for name in names if (v := self._values.get(name)) is not None), None)

    def text(self, *names: str) -> str | None:
        """Return the first of some fields that holds words, as they stand."""
        return next((text for name in names if (text := words_of(self.raw(name)))), None)

    def line(self, *names: str) -> str | None:
        """Return the first of some fields that holds words, on one line, without mark-up."""
        text = self.text(*names)
        return (plain_line(text) or None) if text else None

    def moment(self, *names: str) -> Moment | None:
        """Return the first of some fields that holds a moment."""
        moments = (read_moment(text) for name in names if (text := words_of(self.raw(name))))
        return next((moment for moment in moments if moment), None)

    def objects(self, *names: str) -> Iterator["JsonFields"]:
        """Yield the objects of the first of some fields that is there; words count as a name."""
        for value in _listed(self.raw(*names)):
            if isinstance(value, dict):
                yield JsonFields(cast("dict[str, Any]", value))
            elif words_of(value):
                yield JsonFields({"name": value})

    def names(self, *names: str) -> tuple[str, ...]:
        """Return what the objects of a field are called."""
        return tuple(line for each in self.objects(*names) if (line := each.line(*_NAMES)))

    def family(self, beginning: str) -> Iterator[tuple[str, str]]:
        """Yield the names behind a common beginning, with the words they hold."""
        for key, value in self._values.items():
            text = words_of(value) if key.startswith(beginning) else None
            if text:
                yield key.removeprefix(beginning), text


def words_of(value: object) -> str | None:
    """Return the words of a value that may be a number or a list of words; none of an object."""
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, (str, int, float)):
        return sound(str(value))[0].strip() or None
    if isinstance(value, list):
        found = [words_of(each) for each in cast("list[Any]", value)]
        return "\n".join(text for text in found if text) or None
    return None


def _listed(value: object) -> Sequence[Any]:
    if isinstance(value, list):
        return cast("list[Any]", value)
    return [value] if value is not None else []


def against(paths: Iterable[str]) -> tuple[Problem, ...]:
    """Return a problem for each of the first things that break a standard."""
    found = list(dict.fromkeys(paths))[:_MOST_PROBLEMS]
    return tuple(Problem(ProblemKind.AGAINST_STANDARD, sound(path)[0]) for path in found)


def imported(
    items: Sequence[tuple[Item, Mapping[str, Any]]],
    file: JsonFile,
    *,
    data: bytes,
    origin: str,
    format_name: str,
) -> list[Imported]:
    """Return the articles of a file's items; the file's own problems stand with the first.

    Of many items each keeps its own object as its bytes, written anew: a file of a thousand
    items is not kept a thousand times.
    """
    articles = [
        Imported(
            article=article_of(item),
            origin=item.origin or origin,
            received=data if len(items) == 1 else dumps(value).encode("ascii"),
            encoding=file.encoding if len(items) == 1 else "ascii",
            format=format_name,
            index=0 if item.origin else place,
            problems=item.problems,
            details=details_of(item),
        )
        for place, (item, value) in enumerate(items)
    ]
    first = articles[0]
    return [replace(first, problems=(*file.problems, *first.problems)), *articles[1:]]


def without_text(name: str, problems: Iterable[Problem], *, hint: str) -> FormatError:
    """Return what to say of a file whose items hold no text, and of what is wrong with them."""
    broken = ", ".join(dict.fromkeys(problem.detail for problem in problems))
    if broken:
        hint = f"{hint} It breaks its standard at: {broken}."
    return FormatError(f"{name} holds no text to read.", hint=hint)
