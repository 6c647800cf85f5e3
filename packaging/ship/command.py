"""What `packaging/bundle.py` does."""

import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from launch.environment import Purpose, prepare
from launch.steps import CHECKOUT, Stop, say
from launch.system_libraries import need_qt
from ship import debian, identity
from ship.freeze import freeze
from ship.prove import prove

_USAGE: Final = """\
python3 packaging/bundle.py    freeze the program of this checkout into dist/variorum/,
                               try it, and on Debian make a .deb from it

What is made for macOS and Windows is made there: see packaging/README.md.
"""
_MEGABYTE: Final = 1_000_000


def main(arguments: Sequence[str]) -> int:
    """Do what the arguments say, and return the exit code."""
    if arguments:
        say(_USAGE)
        return 0 if arguments in (["-h"], ["--help"]) else 2
    try:
        _bundle()
    except (Stop, OSError) as sentence:
        print(sentence, file=sys.stderr)
        return 1
    return 0


def _bundle() -> None:
    environment = prepare(Purpose.BUNDLE)
    need_qt(environment, screen=False)
    bundle = freeze(environment)
    name = f"{identity.NAME}.exe" if sys.platform == "win32" else identity.NAME
    prove(bundle.folder / name, environment)
    _say_size(bundle.folder)
    if shutil.which("dpkg-deb"):
        _say_size(debian.build(bundle))


def _say_size(made: Path) -> None:
    files = [path for path in made.rglob("*") if path.is_file() and not path.is_symlink()]
    size = sum(path.stat().st_size for path in files) if files else made.stat().st_size
    say(f"{made.relative_to(CHECKOUT)}: {size / _MEGABYTE:.1f} MB")
