"""A codebook as a table that a spreadsheet opens: a row a code; and such a table read again.

A table made by hand needs a column `code` only. What a code stands below is said by `parent`, the
id of another row, or by `below`, the names from the top with ` › ` between them.
"""

import csv
import io
import re
import uuid
from collections.abc import Iterator, Mapping, Sequence

from variorum.annotations.mark_set import SetCode, StableId
from variorum.errors import FormatError
from variorum.exchange.csv_tables import csv_line, disarmed
from variorum.exchange.mark_rows import Known, MarkSet
from variorum.exchange.palette import code_lines

COLUMNS = (
    "id", "parent", "code", "below", "colour", "letters", "description", "examples", "memo",
    "codable", "retired",
)  # fmt: skip
STEP = " › "
_YES, _NO = "yes", "no"
_NOT = frozenset(("no", "false", "0", "n"))
_UUID = re.compile(r"(?i)[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\Z")
_NAMED = {"name": "code", "color": "colour", "sign": "letters"}
"""What others call our columns."""


def codebook_table(codes: Sequence[SetCode], *, raw: bool = False) -> Iterator[str]:
    """Return a codebook as CSV, line by line."""
    known = Known.of(MarkSet(codes=tuple(codes)))
    yield csv_line(COLUMNS)
    for code in codes:
        below = STEP.join(each.name for each in known.path(code)[:-1])
        yield csv_line(
            (
                code.id,
                code.parent or "",
                code.name,
                below,
                code.colour,
                code.sign,
                code.description,
                code.examples,
                code.memo,
                _YES if code.codable else _NO,
                _YES if code.retired else _NO,
            ),
            raw=raw,
        )


def read_codebook_table(data: bytes, *, name: str) -> tuple[SetCode, ...]:
    """Return the codes of a table; raise `FormatError` where it has no column of codes."""
    try:
        text = data.decode("utf-8-sig")
        first = text.partition("\n")[0]
        mark = max(",;\t", key=first.count)
        rows = [*csv.reader(io.StringIO(text, newline=""), delimiter=mark)]
    except (UnicodeDecodeError, csv.Error) as error:
        raise _none(name) from error
    heads = [head.strip().lower() for head in rows[0]] if rows else []
    heads = [_NAMED.get(head, head) for head in heads]
    if "code" not in heads:
        raise _none(name)
    cells = [dict(zip(heads, map(disarmed, row), strict=False)) for row in rows[1:] if any(row)]
    return tuple(
        _codes([row for row in cells if row.get("code", "").strip() or row.get("id", "").strip()])
    )


def _none(name: str) -> FormatError:
    return FormatError(
        f"{name} is no table of codes.", hint="Its first line should name a column “code”."
    )


def _codes(rows: Sequence[Mapping[str, str]]) -> Iterator[SetCode]:
    ids = [_stable(row) for row in rows]
    by_path = {_path(row): stable for row, stable in zip(rows, ids, strict=True)}
    by_name = {row.get("code", "").strip(): stable for row, stable in zip(rows, ids, strict=True)}
    for row, stable in zip(rows, ids, strict=True):
        below = row.get("below", "").strip()
        parent = row.get("parent", "").strip()
        named = by_path.get(below) or by_name.get(below) if below else by_name.get(parent or "\0")
        yield SetCode(
            id=stable,
            name=row.get("code", ""),
            colour=_colour(row.get("colour", "")),
            parent=_id(parent) or named,
            memo=row.get("memo", ""),
            sign=row.get("letters", ""),
            description=row.get("description", ""),
            examples=row.get("examples", ""),
            codable=row.get("codable", _YES).strip().lower() not in _NOT,
            retired=row.get("retired", "").strip().lower() not in {"", *_NOT},
        )


def _path(row: Mapping[str, str]) -> str:
    return STEP.join(
        part for part in (row.get("below", "").strip(), row.get("code", "").strip()) if part
    )


def _id(cell: str) -> StableId | None:
    return StableId(cell.lower()) if _UUID.match(cell) else None


def _stable(row: Mapping[str, str]) -> StableId:
    """Return a row's id; one made by hand has one of its place in the tree, always the same."""
    own = _id(row.get("id", "").strip())
    return own or StableId(str(uuid.uuid5(uuid.NAMESPACE_URL, f"urn:x-variorum:{_path(row)}")))


def _colour(cell: str) -> str:
    names = [*code_lines()]
    wanted = cell.strip().lower()
    return wanted if wanted in names else names[0]
