"""Start the program: `python -m variorum`, and the command `variorum`."""

import gc
import io
import multiprocessing
import os
import sys

from variorum.cli.main import variorum

_COLLECT_AFTER = 50_000
"""Objects made until the youngest are looked through; with Python's 700 it was done hundreds of
times while modules are imported, an eighth of the time until a window stands (measured)."""


def collect_seldom() -> None:
    """Let Python look for cycles of references less often: reading files makes few."""
    gc.set_threshold(_COLLECT_AFTER, 20, 20)


def main() -> None:
    """Run the command line; alone it opens the window."""
    collect_seldom()
    # A frozen program on Windows starts its child processes through here.
    multiprocessing.freeze_support()
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            # Windows gives a program without a console no streams; its words go nowhere.
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123 - kept to the end
        elif isinstance(stream, io.TextIOWrapper):
            # A terminal that cannot show a character shows a question mark, and the command goes on.
            stream.reconfigure(errors="replace")
    variorum()


if __name__ == "__main__":
    main()
