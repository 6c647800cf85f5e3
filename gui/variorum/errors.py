"""What can go wrong that is not our fault, each with a sentence and a hint for the reader.

VariorumError
├── FormatError        a file that cannot be read as articles
├── LibraryError       the library file
│   ├── LibraryLocked      another process writes it
│   ├── LibraryFull        no room on the disk
│   ├── LibraryTooNew      written by a newer Variorum
│   ├── LibraryDamaged     not sound, or not a library at all
│   │   └── LibraryBlank       a file with nothing in it
│   ├── LibraryMissing     no such file or folder
│   └── LibraryReadOnly    may be read, not written
└── UsageError         a request that makes no sense as asked
"""


class VariorumError(Exception):
    """Carry a sentence that can be shown as it is, and a hint on what to do."""

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class FormatError(VariorumError):
    """Say why a file could not be read as articles."""


class LibraryError(VariorumError):
    """Say what is wrong with the library file."""


class LibraryLocked(LibraryError):
    """Another process writes this library."""


class LibraryFull(LibraryError):
    """The disk has no room for the deed; nothing was saved of it."""


class LibraryTooNew(LibraryError):
    """A newer Variorum wrote this library."""


class LibraryDamaged(LibraryError):
    """The file is not a sound library."""


class LibraryBlank(LibraryDamaged):
    """The file has nothing in it: it was not made to its end, or lost all it held."""


class LibraryMissing(LibraryError):
    """The file or its folder is not there."""


class LibraryReadOnly(LibraryError):
    """The library may be read, but not written."""


class UsageError(VariorumError):
    """Say why a request makes no sense as it was asked."""
