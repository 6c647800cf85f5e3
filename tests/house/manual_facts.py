"""What the manual must know of the program, read off its code and its tables."""

import ast
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from variorum.library.library import Library
from variorum.window.manual.pages import folder

PACKAGE = Path(__file__).parents[2] / "gui" / "variorum"
FIELD = "…"
"""What stands in the manual for a name or a figure that a message fills in."""

_ERRORS = re.compile(r"(?:\w+Error|Library\w+|FileRefused|Failure)$")
_SHADOWS = re.compile(r"_words_(?:data|idx|docsize|config|content)$")


def text_of(page: str) -> str:
    """Return a page as it was written."""
    return (folder() / page).read_text(encoding="utf-8")


def rows_of(text: str) -> list[list[str]]:
    """Return the cells of every row of every table of a page, the heads among them."""
    lines = (line for line in text.splitlines() if line.startswith("|"))
    rows = [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines]
    return [row for row in rows if not all(set(cell) <= set("-: ") for cell in row)]


def below(text: str, heading: str) -> str:
    """Return what stands below a heading, down to the next one of its rank or a higher one."""
    rank = heading.partition(" ")[0]
    _, found, rest = f"\n{text}".partition(f"\n{heading}\n")
    if not found:
        return ""
    return re.split(rf"^#{{1,{len(rank)}}} ", rest, maxsplit=1, flags=re.MULTILINE)[0]


def sentences_of_errors() -> dict[str, str]:
    """Return the sentence of every error that can be shown, with the place it comes from."""
    found: dict[str, str] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            for sentence in _sentences(node):
                found.setdefault(sentence, path.relative_to(PACKAGE).as_posix())
    return found


def _sentences(node: ast.AST) -> Iterator[str]:
    match node:
        case ast.Call(func=ast.Name(id=name), args=[*args]) if _ERRORS.match(name):
            yield from (text for arg in args if (text := _sentence(arg)))
        case ast.Tuple(elts=[ast.Name(id=name), first, _]) if _ERRORS.match(name):
            yield from (text for text in (_sentence(first),) if text)
        case _:
            pass


def _sentence(node: ast.expr) -> str:
    """Return a text that ends as a sentence does, its fields as an ellipsis; else nothing."""
    match node:
        case ast.Constant(value=str(text)):
            words = text
        case ast.JoinedStr(values=values):
            words = "".join(
                str(value.value) if isinstance(value, ast.Constant) else FIELD for value in values
            )
        case ast.Call(func=ast.Attribute(attr="tr"), args=[ast.Constant(value=str(text)), *_]):
            words = re.sub(r"\{\w+\}", FIELD, text)
        case _:
            return ""
    return words if words.endswith(".") else ""


def tables(file: Path) -> dict[str, list[str]]:
    """Return the columns of every table and view of a new library."""
    Library.open(file, create=True).close()
    with closing(sqlite3.connect(file)) as connection:
        names = [
            name
            for (name,) in connection.execute(
                "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')"
                " AND name NOT LIKE 'sqlite!_%' ESCAPE '!'"
            )
            if not _SHADOWS.search(name)
        ]
        return {
            name: [row[1] for row in connection.execute(f"PRAGMA table_info({name})")]
            for name in names
        }
