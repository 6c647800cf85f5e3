"""Keep a process that reads within limits, where the system has them."""

import os
import signal
import sys
from pathlib import Path
from time import process_time

if sys.platform != "win32":
    import resource

SECONDS = 10
"""Without a sign of life, until a reader is ended."""
MOST_MEMORY = 512 * 1024 * 1024
"""Bytes of a process that reads."""
_GRACE = 5
_OWN_MEMORY = Path("/proc/self/statm")


def keep() -> None:
    """Limit this process's memory, and leave the terminal's interrupt to its parent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform != "win32" and _OWN_MEMORY.exists():
        # Addresses are limited, of which a process has more than memory; from now on each
        # counts, so that memory never passes the limit.
        mapped, resident, *_ = map(int, _OWN_MEMORY.read_text(encoding="ascii").split())
        most = MOST_MEMORY + (mapped - resident) * os.sysconf("SC_PAGE_SIZE")
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        if hard == resource.RLIM_INFINITY or most < hard:
            resource.setrlimit(resource.RLIMIT_AS, (most, hard))
    more_time()


def more_time() -> None:
    """Let this process work on; it ends by itself should nobody be there to end it."""
    if sys.platform != "win32":
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        most = int(process_time()) + SECONDS + _GRACE
        if hard == resource.RLIM_INFINITY or most < hard:
            resource.setrlimit(resource.RLIMIT_CPU, (most, hard))
