"""What only Debian and its children know: whether they are here, and how apt-get is asked."""

import os
import shlex
import shutil
from collections.abc import Sequence
from pathlib import Path

from launch.steps import Stop, ask

_QUIET = {"DEBIAN_FRONTEND": "noninteractive"}
_PATIENT = ("-o", "Acquire::Retries=3", "-o", "DPkg::Lock::Timeout=120")


def families() -> set[str]:
    """Return the names by which this Linux calls itself and its parents; elsewhere none."""
    for file in (Path("/etc/os-release"), Path("/usr/lib/os-release")):
        if file.is_file():
            return families_in(file.read_text(encoding="utf-8", errors="replace"))
    return set()


def families_in(os_release: str) -> set[str]:
    """Return the names that stand in an os-release file: its own and its parents'."""
    settings = dict(
        line.split("=", 1) for line in os_release.splitlines() if "=" in line and line[0] != "#"
    )
    names = f"{settings.get('ID', '')} {settings.get('ID_LIKE', '')}"
    return set(names.replace('"', " ").replace("'", " ").split())


def is_debian() -> bool:
    """Tell whether packages come by apt-get here."""
    return bool(families() & {"debian", "ubuntu"}) and shutil.which("apt-get") is not None


def may_install() -> bool:
    """Tell whether this process may install Debian packages without asking anybody."""
    return is_debian() and os.geteuid() == 0


def install(packages: Sequence[tuple[str, ...]]) -> None:
    """Install packages, each by the first of its names that this release knows."""
    _apt_get("update")
    chosen = [name for names in packages if (name := _known(names)) is not None]
    _apt_get("install", "--yes", "--no-install-recommends", *chosen)


def _apt_get(*words: str) -> None:
    code, said = ask(["apt-get", *_PATIENT, *words], extra=_QUIET)
    if code:
        message = f"apt-get {' '.join(words)} failed:\n{said}"
        raise Stop(message)


def _known(names: tuple[str, ...]) -> str | None:
    """Return the first name under which this release has the package."""
    for name in names:
        code, said = ask(["apt-cache", "show", "--no-all-versions", name])
        if code == 0 and said.startswith("Package:"):
            return name
    return None


def line(packages: Sequence[str]) -> str:
    """Return the line that a person types to install packages."""
    names = shlex.join(packages)
    return f"sudo apt-get update && sudo apt-get install --no-install-recommends {names}"
