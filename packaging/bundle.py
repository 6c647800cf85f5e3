"""Freeze Variorum into a folder that needs no Python: `python3 packaging/bundle.py`.

Like `run.py` it needs nothing but Python 3.11 and a pip that knows its package index.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036  an old Python has to reach this line
    sys.exit("Variorum needs Python 3.11 or newer, and this is Python " + sys.version.split()[0])

from ship.command import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
