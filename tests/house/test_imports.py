"""Which way imports point, enforced three ways: contracts, syntax trees, and a Python without Qt."""

import ast
import subprocess
import sys
from pathlib import Path

CHECKOUT = Path(__file__).parents[2]
PACKAGE = CHECKOUT / "gui" / "variorum"

# The command line is no domain room, but all of it that needs no window works without Qt.
QT_ROOMS = {"app", "window"}
STARTERS = {"__main__", "cli"}


def room_of(path: Path) -> str:
    """Return the room of a file: the folder in the package, or the module itself."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    """Return the names of all modules that a file imports."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def top(names: set[str]) -> set[str]:
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


def test_the_domain_works_where_qt_is_absent() -> None:
    """Every domain module can be imported by a Python that has no Qt."""
    modules = [
        ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")
        for path in DOMAIN
    ]
    code = (
        "import sys; sys.modules['PySide6'] = None; import importlib\n"
        f"for module in {modules!r}: importlib.import_module(module)"
    )
    answer = subprocess.run(
        [sys.executable, "-c", code], check=False, capture_output=True, text=True
    )

    assert answer.returncode == 0, answer.stderr


def test_the_command_line_starts_without_qt() -> None:
    """A command that needs no window runs by a Python that has no Qt."""
    code = (
        "import sys; sys.modules['PySide6'] = None; sys.argv = ['variorum', '--help']\n"
        "from variorum.cli.main import main; main()"
    )
    answer = subprocess.run(
        [sys.executable, "-c", code], check=False, capture_output=True, text=True
    )

    assert answer.returncode == 0, answer.stderr
