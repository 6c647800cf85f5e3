"""Judge the names of an archive's members: they are labels, and no way to a file of this machine."""

import posixpath
import re

from variorum.intake.skips import FileRefused, SkipReason

_LONGEST = 1_000
_DRIVE = re.compile(r"[A-Za-z]:")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_BESIDE = "__MACOSX"
"""Where one system's archives keep what is no file of its own."""


def judge(name: str, *, archive: str) -> None:
    """Raise `FileRefused` for a name that could lead anywhere but into its archive."""
    if _CONTROL.search(name) or len(name) > _LONGEST:
        raise _unsafe(f"{archive} holds a file whose name is no usable one.")
    if "\\" in name:
        raise _unsafe(f"{archive}!{name} has a backslash in its name.")
    if name.startswith("/") or _DRIVE.match(name) or ".." in name.split("/"):
        raise _unsafe(f"{archive}!{name} has a name that leads out of the archive.")


def tidied(name: str) -> str:
    """Return a name without what does not tell it from another."""
    return posixpath.normpath(name.encode("utf-8", "replace").decode())


def is_passed_over(name: str) -> bool:
    """Tell whether a member is hidden, or not meant for readers."""
    return any(part.startswith(".") or part == _BESIDE for part in name.split("/"))


def _unsafe(message: str) -> FileRefused:
    return FileRefused(SkipReason.UNSAFE, message, hint="Unpack it yourself, if you trust it.")
