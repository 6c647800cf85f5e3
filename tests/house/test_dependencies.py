"""What is imported is declared, and what is declared is imported."""

import ast
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

CHECKOUT = Path(__file__).parents[2]


def imported(folder: Path) -> set[str]:
    """Return the distributions that the files of a folder import from."""
    names = {
        name.partition(".")[0]
        for path in folder.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in (
            [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else [alias.name for alias in node.names]
        )
    }
    distributions = packages_distributions()
    return {
        canonicalize_name(distribution)
        for name in names - set(sys.stdlib_module_names) - {"variorum", "launch"}
        for distribution in distributions.get(name, [name])
    }


def declared() -> set[str]:
    """Return the distributions that pyproject.toml names for the program."""
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))
    lines: list[str] = project["project"]["dependencies"]
    return {canonicalize_name(Requirement(line).name) for line in lines}


def test_the_program_imports_what_it_declares() -> None:
    """The program needs nothing that its metadata does not name, and names nothing in vain."""
    # PySide6 is imported under one name from two distributions, of which one brings the other.
    found = imported(CHECKOUT / "gui") - {"shiboken6"}

    assert found - declared() == set()
    assert declared() - found == set()


def test_what_starts_the_program_needs_nothing() -> None:
    """`packaging/launch` runs before anything is installed: the probe alone imports Qt."""
    assert imported(CHECKOUT / "packaging" / "launch") == {"pyside6-essentials"}
