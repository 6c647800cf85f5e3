"""The shape of the code: nothing too long, and nothing that a rule of the house forbids."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]
LONGEST_FILE = 500
LONGEST_FUNCTION = 60


@pytest.fixture(autouse=True, scope="module")
def _forget_the_trees() -> Iterator[None]:  # pyright: ignore[reportUnusedFunction]  # pytest's
    """Let the trees go after these tests: a million nodes slow every later collection."""
    yield
    _tree.cache_clear()


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def sources(*folders: str) -> dict[str, ast.Module]:
    """Return the syntax tree of each Python file below some folders, by its path."""
    return {
        path.relative_to(CHECKOUT).as_posix(): _tree(path)
        for folder in folders
        for path in sorted((CHECKOUT / folder).rglob("*.py"))
    }


def everything() -> dict[str, ast.Module]:
    """Return all our code."""
    return sources("gui", "packaging", "tests")


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Yield each function of a file."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def calls(trees: dict[str, ast.Module], *names: str) -> list[str]:
    """Return where a function or method of one of these names is called."""
    found: list[str] = []
    for path, tree in trees.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                match node.func:
                    case ast.Attribute(attr=name) | ast.Name(id=name) if name in names:
                        found.append(f"{path}:{node.lineno} {name}")
                    case _:
                        pass
    return found


def test_a_file_is_about_one_thing() -> None:
    """No file is longer than five hundred lines."""
    lengths = {
        path: len((CHECKOUT / path).read_text(encoding="utf-8").splitlines())
        for path in everything()
    }

    assert {path: length for path, length in lengths.items() if length > LONGEST_FILE} == {}


def test_a_function_can_be_seen_at_once() -> None:
    """No function is longer than sixty lines."""
    long = [
        f"{path}:{function.lineno} {function.name}"
        for path, tree in everything().items()
        for function in functions(tree)
        if (function.end_lineno or 0) - function.lineno >= LONGEST_FUNCTION
    ]

    assert long == []


def test_imports_stand_at_the_top() -> None:
    """No function imports anything."""
    hidden = [
        f"{path}:{node.lineno}"
        for path, tree in everything().items()
        for function in functions(tree)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]

    assert hidden == []


def test_three_places_catch_everything() -> None:
    """The job, the action dispatcher and the hook of last resort swallow any exception; no other.

    A handler that raises again, as one that rolls back does, swallows nothing.
    """
    places = [
        f"{path}:{node.lineno}"
        for path, tree in sources("gui").items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ExceptHandler)
        and _catches_everything(node.type)
        and not isinstance(node.body[-1], ast.Raise)
    ]

    assert len(places) <= 3, places


def _catches_everything(caught: ast.expr | None) -> bool:
    names = caught.elts if isinstance(caught, ast.Tuple) else [caught]
    return any(
        name is None or (isinstance(name, ast.Name) and name.id in {"Exception", "BaseException"})
        for name in names
    )


def test_nothing_commits_half_way() -> None:
    """Nobody calls `executescript`, which commits what stands before it."""
    assert calls(sources("gui"), "executescript") == []


def test_no_connection_is_a_context_manager() -> None:
    """Nobody writes `with db.conn`, which does not roll back."""
    found = [
        f"{path}:{node.lineno}"
        for path, tree in sources("gui").items()
        for node in ast.walk(tree)
        if isinstance(node, ast.With | ast.AsyncWith)
        for item in node.items
        if isinstance(item.context_expr, ast.Attribute)
        and item.context_expr.attr.strip("_") in {"conn", "connection"}
    ]

    assert found == []


def test_nothing_pumps_events() -> None:
    """Nobody calls `processEvents`: slow work is a job."""
    assert calls(sources("gui"), "processEvents") == []


def test_the_text_of_a_pane_is_never_read_back() -> None:
    """Nobody reads an article from a document or cursor, where Qt has changed its characters."""
    assert calls(sources("gui"), "toRawText", "selectedText") == []


def test_html_is_set_in_one_module() -> None:
    """Qt's own HTML reader is called in one module at most, with markup that was cleaned."""
    places = calls(sources("gui"), "setHtml", "insertHtml", "appendHtml")

    assert len({place.partition(":")[0] for place in places}) <= 1, places


def test_no_icon_is_asked_of_the_desktop() -> None:
    """Nobody asks for an icon that may not be there."""
    assert calls(sources("gui"), "fromTheme") == []


def test_the_live_file_is_left_to_sqlite() -> None:
    """The library room opens, copies and hashes no library: closing one drops SQLite's locks."""
    room = sources("gui/variorum/library")
    # The copy before SQLite has opened it, and what stands beside the library: lock, reserve.
    names = ("safety/backup", "locking", "safety/reserve")
    other_files = {f"gui/variorum/library/{name}.py" for name in names}
    places = calls(room, "open", "read_bytes", "write_bytes", "copyfile")
    imported = {
        name.partition(".")[0]
        for tree in room.values()
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in (
            [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else [alias.name for alias in node.names]
        )
    }

    assert not imported & {"shutil", "zipfile"}
    assert {place.partition(":")[0] for place in places} <= other_files
