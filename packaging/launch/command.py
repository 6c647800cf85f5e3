"""What `packaging/run.py` does with the words behind it."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from launch.checks import check
from launch.environment import Purpose, prepare
from launch.steps import CHECKOUT, Stop, run, say
from launch.system_libraries import has_screen, need_qt

_USAGE = """\
python3 packaging/run.py               start Variorum on its sample library
python3 packaging/run.py test [...]    run every check; further words are for pytest
python3 packaging/run.py COMMAND ...   run a command of `variorum`, for example: parse FILE --json

On Windows: py packaging\\run.py
"""
_PICTURE = Path("variorum.png")
_INTERRUPTED = 130


def main(arguments: Sequence[str]) -> int:
    """Do what the arguments say, and return the exit code."""
    try:
        return _do(list(arguments))
    except (Stop, OSError) as sentence:
        print(sentence, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return _INTERRUPTED


def _do(arguments: list[str]) -> int:
    match arguments:
        case ["-h" | "--help"]:
            say(_USAGE)
            return 0
        case ["test", *rest]:
            return _test(rest)
        case []:
            return _start()
        case _:
            return _command(arguments)


def _start() -> int:
    """Open the sample library in a window, or draw a picture of it where there is no screen."""
    environment = prepare(Purpose.PROGRAM)
    need_qt(environment, screen=has_screen())
    command = [environment.python, "-m", "variorum", "open", "--sample"]
    if has_screen():
        return run(command)
    picture = _PICTURE.resolve()
    say(f"There is no screen here, so the window is drawn into a picture: {picture}")
    return run([*command, "--snapshot", picture], extra={"QT_QPA_PLATFORM": "offscreen"})


def _test(pytest_arguments: Sequence[str]) -> int:
    """Run every check from the top of the checkout."""
    environment = prepare(Purpose.TEST)
    need_qt(environment, screen=False)
    os.chdir(CHECKOUT)
    return check(environment, pytest_arguments)


def _command(arguments: Sequence[str]) -> int:
    """Hand a command of `variorum` through."""
    environment = prepare(Purpose.PROGRAM)
    return run([environment.python, "-m", "variorum", *arguments])
