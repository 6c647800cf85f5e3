"""Find the files that travel with the program: lexicons, themes, fonts, icons, samples, manual."""

import tomllib
from pathlib import Path
from typing import Any

_INSTALLED = Path(__file__).parent / "resources"
_CHECKOUT = Path(__file__).parents[2] / "resources"


def resources() -> Path:
    """Return the folder of resources: inside the package, or beside it in a checkout."""
    return _INSTALLED if _INSTALLED.is_dir() else _CHECKOUT


def lexicon(name: str) -> dict[str, Any]:
    """Return a table of words by its name under `resources/lexicons`, with its ending."""
    with (resources() / "lexicons" / name).open("rb") as file:
        return tomllib.load(file)
