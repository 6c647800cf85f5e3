"""Start Variorum from a checkout, or test it: `python3 packaging/run.py [test]`.

This file keeps to words that an old Python can read, so that it can say what it needs.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036  an old Python has to reach this line
    sys.exit("Variorum needs Python 3.11 or newer, and this is Python " + sys.version.split()[0])

from launch.command import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
