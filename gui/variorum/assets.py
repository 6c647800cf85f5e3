"""Find the files that travel with the program: lexicons, themes, fonts, icons, samples, manual."""

from pathlib import Path

_INSTALLED = Path(__file__).parent / "resources"
_CHECKOUT = Path(__file__).parents[2] / "resources"


def resources() -> Path:
    """Return the folder of resources: inside the package, or beside it in a checkout."""
    return _INSTALLED if _INSTALLED.is_dir() else _CHECKOUT
