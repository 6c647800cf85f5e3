"""Which way imports point, enforced three ways: contracts, syntax trees, and a Python without Qt."""

import ast
import subprocess
import sys
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

CHECKOUT = Path(__file__).parents[2]
PACKAGE = CHECKOUT / "gui" / "variorum"

# The command line is no domain room, but all of it that needs no window works without Qt.
QT_ROOMS = {"app", "window"}
STARTERS = {"__main__", "cli"}


def room_of(path: Path) -> str:
    """Return the room of a file: the folder in the package, or the module itself."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


@cache
def imported(path: Path) -> frozenset[str]:
    """Return the names of all modules that a file imports."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return frozenset(found)


def top(names: frozenset[str]) -> set[str]:
    """Return the packages that modules belong to."""
    return {name.partition(".")[0] for name in names}


FILES = sorted(PACKAGE.rglob("*.py"))
DOMAIN = [path for path in FILES if room_of(path) not in QT_ROOMS | STARTERS]


def test_the_contracts_are_kept() -> None:
    """import-linter finds every contract of pyproject.toml kept."""
    code = "from importlinter.cli import lint_imports_command as main; main()"
    answer = subprocess.run(
        [sys.executable, "-c", code, "--no-cache", "--no-logo"],
        cwd=CHECKOUT,
        check=False,
        capture_output=True,
        text=True,
    )

    assert answer.returncode == 0, answer.stdout + answer.stderr


def module_of(path: Path) -> str:
    """Return the name by which a file is imported."""
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts).removesuffix(".__init__")


def test_no_files_import_one_another_in_a_circle() -> None:
    """Each file can be read before those that need it, its types too."""
    modules = {module_of(path): path for path in FILES}
    needs = {
        module: {
            each
            for name in imported(path)
            for each in (name, name.rpartition(".")[0])
            if each in modules and each != module
        }
        for module, path in modules.items()
    }

    with_circles = TopologicalSorter(needs)

    with_circles.prepare()  # raises a CycleError that names the files


def test_no_domain_room_imports_qt() -> None:
    """No file of a domain room imports Qt, not even for its types."""
    knowing = [path for path in DOMAIN if top(imported(path)) & {"PySide6", "shiboken6"}]

    assert knowing == []


def test_only_the_library_knows_sqlite() -> None:
    """SQLite is imported in the library room and nowhere else."""
    knowing = {room_of(path) for path in FILES if top(imported(path)) & {"sqlite3", "sqlite_utils"}}

    assert knowing <= {"library"}


def test_the_app_room_draws_nothing() -> None:
    """The app room imports Qt's core, and no widgets."""
    drawing = {
        path.name
        for path in FILES
        if room_of(path) == "app"
        and any(name.startswith("PySide6.QtWidgets") for name in imported(path))
    }

    assert drawing == set()


def run_without_qt(code: str) -> subprocess.CompletedProcess[str]:
    """Run a few lines in a Python that has no Qt."""
    lines = f"import sys; sys.modules['PySide6'] = None\n{code}"
    return subprocess.run(
        [sys.executable, "-c", lines], check=False, capture_output=True, text=True
    )


def test_the_domain_works_where_qt_is_absent() -> None:
    """Every domain module, and what the command line has without a window, needs no Qt."""
    windowless = [
        path
        for path in FILES
        if room_of(path) == "cli"
        and not any(name.startswith(("variorum.window", "variorum.app")) for name in imported(path))
    ]
    modules = [module_of(path) for path in (*DOMAIN, *windowless)]
    answer = run_without_qt(
        f"import importlib\nfor module in {modules!r}: importlib.import_module(module)"
    )

    assert answer.returncode == 0, answer.stderr


def test_a_command_works_where_qt_is_absent() -> None:
    """`variorum parse` reads a sample story by a Python that has no Qt."""
    sample = next((CHECKOUT / "resources" / "samples").rglob("*.txt"))
    answer = run_without_qt(
        f"sys.argv = ['variorum', 'parse', {str(sample)!r}, '--json']\n"
        "import runpy; runpy.run_module('variorum', run_name='__main__')"
    )

    assert answer.returncode == 0, answer.stderr
    assert '"passages"' in answer.stdout
