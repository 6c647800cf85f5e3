"""Read a corpus in JSON: an object a line, an array of objects, or an object of arrays.

What stands inside an object of a row becomes a column of its own, named by its path:
`source.name`. Lists of words become one cell.
"""

import io
import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any, BinaryIO, cast

from variorum.errors import FormatError
from variorum.formats.corpora.guessing import named_roles
from variorum.formats.corpora.lines import LONGEST_LINE, Lines, mended, open_lines
from variorum.formats.corpora.rows import LeftOut, LeftOutWhy, Row, Table

LARGEST_OBJECT = 50 * 1024 * 1024
"""Bytes of a file that can only be read as a whole."""
_DEEPEST = 4
_FEWEST = 2
"""Columns that make an object of arrays a table."""
_CHUNK = 1 << 20
_SPACE = " \t\r\n"
_DECODER = json.JSONDecoder()


def open_lines_table(file: BinaryIO, *, name: str) -> Table:  # noqa: ARG001 - every format's signature
    """Return the table of JSON Lines."""
    lines = open_lines(file)
    return Table(_of_lines(lines), encoding=lines.encoding, problems=lines.problems)


def open_table(file: BinaryIO, *, name: str) -> Table:
    """Return the table of a JSON file; raise `FormatError` where it holds none."""
    lines = open_lines(file)
    is_array = lines.head.lstrip().startswith("[")
    rows = _of_array(lines) if is_array else _of_object(lines, name)
    return Table(rows, encoding=lines.encoding, problems=lines.problems)


def cells_of(row: dict[str, Any]) -> dict[str, str]:
    """Return an object's values as cells, those of objects within under their paths."""
    cells: dict[str, str] = {}
    _flatten(row, "", cells, depth=0)
    return cells


def _flatten(row: dict[str, Any], path: str, cells: dict[str, str], *, depth: int) -> None:
    for key, value in row.items():
        name = f"{path}{key}"
        if isinstance(value, dict) and value and depth < _DEEPEST:
            _flatten(cast("dict[str, Any]", value), f"{name}.", cells, depth=depth + 1)
        else:
            cells[name] = _cell(value)


def _cell(value: Any) -> str:
    match value:
        case None:
            return ""
        case str():
            return value
        case bool():
            return "true" if value else "false"
        case float() if value != value or value in {float("inf"), -float("inf")}:  # noqa: PLR0124 - NaN
            return ""
        case list() if value and all(_named(each) for each in cast("list[Any]", value)):
            return ", ".join(each["name"].strip() for each in cast("list[Any]", value))
        case list() if all(isinstance(each, str) for each in cast("list[Any]", value)):
            words = cast("list[str]", value)
            are_paragraphs = sum(map(len, words)) > 60 * len(words)
            return ("\n\n" if are_paragraphs else ", ").join(words)
        case _:
            return json.dumps(value, ensure_ascii=False)


def _named(value: Any) -> bool:
    """Tell whether a value is an object that is called something: an author, a tag."""
    return isinstance(value, dict) and isinstance(cast("dict[str, Any]", value).get("name"), str)


def _of_lines(lines: Lines, read: Sequence[str] = ()) -> Iterator[Row | LeftOut]:
    """Yield an object a line, from those that were read already and those that come."""
    number = 0
    for line in chain(read, lines.each()):
        if not line.strip():
            continue
        number += 1
        yield _row(number, _loaded(line), lines.received(line))


def _loaded(words: str) -> Any:
    """Return the value that words give, or None where they are no JSON; a string may break a line."""
    try:
        return json.loads(mended(words), strict=False)
    except (ValueError, RecursionError):
        return None


def _row(number: int, value: Any, received: bytes) -> Row | LeftOut:
    if not isinstance(value, dict):
        return LeftOut(number, LeftOutWhy.UNREADABLE)
    try:
        return Row(number, cells_of(cast("dict[str, Any]", value)), received)
    except RecursionError:
        return LeftOut(number, LeftOutWhy.UNREADABLE)


def _of_array(lines: Lines) -> Iterator[Row | LeftOut]:
    """Yield the elements of an array as they come, the file never in memory as a whole."""
    window = _Window(lines.text)
    window.skip(_SPACE + "[")
    number = 0
    while window.fill():
        if window.text[window.place] == "]":
            return
        number += 1
        found = _element(window)
        if found is None:
            # What follows cannot be told from what is broken.
            yield LeftOut(number, LeftOutWhy.UNREADABLE)
            return
        value, raw = found
        yield _row(number, value, lines.received(raw))
        window.skip(_SPACE + ",")


def _element(window: "_Window") -> tuple[Any, str] | None:
    """Return the next element with its words; None where it is broken."""
    while True:
        try:
            value, end = _DECODER.raw_decode(window.text, window.place)
        except RecursionError:
            return None
        except ValueError:
            if not window.more():
                return None
            continue
        raw = window.text[window.place : end]
        window.place = end
        return value, raw


class _Window:
    """Hold the part of a long text that is being read."""

    def __init__(self, text: io.TextIOWrapper) -> None:
        self._file = text
        self.text = ""
        self.place = 0

    def fill(self) -> bool:
        """Tell whether there is anything left, reading on where the window is empty."""
        return self.place < len(self.text) or self.more()

    def more(self) -> bool:
        """Read on; the window grows by as much as it holds, so that no long element is slow."""
        left = self.text[self.place :]
        if len(left) > LONGEST_LINE:
            return False
        came = mended(self._file.read(max(_CHUNK, len(left))))
        self.text, self.place = left + came, 0
        return bool(came)

    def skip(self, characters: str) -> None:
        """Go past any of some characters."""
        while self.fill():
            while self.place < len(self.text) and self.text[self.place] in characters:
                self.place += 1
            if self.place < len(self.text):
                return


def _of_object(lines: Lines, name: str) -> Iterator[Row | LeftOut]:
    """Return the rows of one object: of its arrays, of the array it holds, or of itself.

    JSON Lines whose first line is longer than what they are recognised by come here too.
    """
    first = next((line for line in lines.each() if line.strip()), "")
    value = _loaded(first)
    second = next((line for line in lines.each() if line.strip()), "")
    if isinstance(value, dict) and second:
        return _of_lines(lines, (first, second))
    if value is None:
        value = _loaded(first + second + _rest(lines, name))
    if not isinstance(value, dict):
        raise FormatError(f"{name} is not whole JSON.", hint="It may be damaged.")
    return (
        _row(number, row, json.dumps(row, ensure_ascii=False).encode("utf-8", "replace"))
        for number, row in enumerate(_rows_within(cast("dict[str, Any]", value)), 1)
    )


def _rest(lines: Lines, name: str) -> str:
    rest = lines.text.read(LARGEST_OBJECT + 1)
    if len(rest) > LARGEST_OBJECT:
        raise FormatError(
            f"{name} is one JSON object larger than {LARGEST_OBJECT // 1024 // 1024} MB.",
            hint="Save it as JSON Lines, an object a line.",
        )
    return rest


def _rows_within(value: dict[str, Any]) -> Iterable[Any]:
    """Return the rows of an object: the array of objects that most of it is, else its columns' cells."""
    rows = max(_arrays_within(value), key=len, default=None)
    if rows and 2 * len(json.dumps(rows)) > len(json.dumps(value)):
        return rows
    lists = {key: cast("list[Any]", each) for key, each in value.items() if _holds(each, list)}
    if len(lists) == len(value) >= _FEWEST and len({len(each) for each in lists.values()}) == 1:
        return (dict(zip(lists, row, strict=True)) for row in zip(*lists.values(), strict=True))
    # What a data frame writes: an object a column, in it the cells by the number of their row.
    frame = {key: cast("dict[str, Any]", each) for key, each in value.items() if _holds(each, dict)}
    if len(frame) == len(value) >= _FEWEST:
        numbers = dict.fromkeys(number for column in frame.values() for number in column)
        if all(column.keys() == numbers.keys() for column in frame.values()):
            return ({name: column[n] for name, column in frame.items()} for n in numbers)
    return (value,)


def _arrays_within(value: dict[str, Any], depth: int = 0) -> Iterator[list[Any]]:
    """Yield the arrays of objects in an object, and in what services wrap around them."""
    for each in value.values():
        if _holds(each, list) and isinstance(each[0], dict):
            # What is deeper has to be named as articles are: a story's paragraphs are no rows.
            if not depth or len(named_roles([*cells_of(each[0])])) >= _FEWEST:
                yield each
        elif _holds(each, dict) and depth < _DEEPEST:
            yield from _arrays_within(each, depth + 1)


def _holds(value: Any, kind: type) -> bool:
    return isinstance(value, kind) and bool(value)
