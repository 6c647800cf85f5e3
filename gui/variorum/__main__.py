"""Start the program: `python -m variorum`, and the command `variorum`."""

import io
import multiprocessing
import sys

from variorum.cli.main import variorum


def main() -> None:
    """Run the command line; alone it opens the window."""
    # A frozen program on Windows starts its child processes through here.
    multiprocessing.freeze_support()
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show a character shows a question mark, and the command goes on.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    variorum()


if __name__ == "__main__":
    main()
