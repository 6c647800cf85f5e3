"""Start the program: `python -m variorum`, and the command `variorum`."""

import multiprocessing

from variorum.cli.main import variorum


def main() -> None:
    """Run the command line; alone it opens the window."""
    # A frozen program on Windows starts its child processes through here.
    multiprocessing.freeze_support()
    variorum()


if __name__ == "__main__":
    main()
