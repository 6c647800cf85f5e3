"""What SQLite and its wrapper would let through, and the house does not."""

import ast
from collections.abc import Iterator
from pathlib import Path

import variorum


def offences(tree: ast.AST) -> Iterator[str]:
    """Yield each use of what commits half-way or does not roll back."""
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(attr="executescript"):
                yield f"line {node.lineno}: executescript commits half-way"
            case ast.With(items=items):
                for item in items:
                    if isinstance(item.context_expr, ast.Attribute) and (
                        item.context_expr.attr in {"conn", "_conn", "connection"}
                    ):
                        yield f"line {node.lineno}: a connection as a block does not roll back"
            case ast.Call(func=ast.Name(id="Database"), keywords=keywords):
                if not any(keyword.arg == "execute_plugins" for keyword in keywords):
                    yield f"line {node.lineno}: plugins of sqlite-utils would run in the program"
            case _:
                pass


def test_nothing_forbidden_is_used() -> None:
    """No module uses what was measured to lose or keep rows by mistake."""
    found = {
        source.name: list(offences(ast.parse(source.read_text(encoding="utf-8"))))
        for source in Path(variorum.__file__).parent.rglob("*.py")
    }

    assert {name: lines for name, lines in found.items() if lines} == {}


def test_offences_are_seen() -> None:
    """The rule finds what it is for."""
    wrong = "with db.conn:\n    db.executescript('x')\nDatabase('x')"

    assert len(list(offences(ast.parse(wrong)))) == 3
