"""What of others is in a bundle, found from the files that went into it.

Packages are known by the records of their installation, Python by its own licence file, the
system's libraries by the package manager, and what is in none of these by a short table.
"""

import re
import subprocess
import sysconfig
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import Distribution, distributions
from pathlib import Path
from typing import Final

from launch.steps import CHECKOUT

_TEXTS: Final = Path(__file__).with_name("licences")
_RESOURCES: Final = CHECKOUT / "resources"
_IS_LICENCE: Final = re.compile(r"(licen[cs]es?|copying|notice)\b[^/]*$", re.IGNORECASE)
_QT: Final = {"pyside6-essentials", "shiboken6"}
_LGPL: Final = "LGPL-3.0-only"


@dataclass(frozen=True, slots=True)
class Component:
    """Hold what has to be said of a part that others made."""

    name: str
    version: str
    licence: str
    home: str
    texts: tuple[str, ...]
    note: str = ""


def components(sources: Iterable[Path], site: Path) -> list[Component]:
    """Return the components of a bundle by its source files, in the order of their names.

    `site` is where the packages were installed.
    """
    files = {source.resolve() for source in sources}
    found = [
        *_of_packages(files, site),
        *_of_the_system(files, site),
        _python(),
        *_STANDING,
    ]
    return sorted(found, key=lambda one: one.name.lower())


def _of_packages(files: set[Path], site: Path) -> list[Component]:
    found: list[Component] = []
    for distribution in distributions(path=[str(site)]):
        own = {
            Path(str(distribution.locate_file(file))).resolve() for file in distribution.files or ()
        }
        name = distribution.metadata["Name"]
        if name.lower() != "variorum" and not own.isdisjoint(files):
            found.append(_package(distribution, own))
    return found


def _package(distribution: Distribution, own: set[Path]) -> Component:
    metadata = distribution.metadata
    is_qt = metadata["Name"].lower().replace("_", "-") in _QT
    return Component(
        name=metadata["Name"],
        version=distribution.version,
        licence=_LGPL if is_qt else _licence(distribution),
        home=_home(distribution),
        texts=_LGPL_TEXTS if is_qt else _read(sorted(filter(_is_licence, own))),
        note=_QT_NOTE if is_qt else "",
    )


def _is_licence(file: Path) -> bool:
    """Tell whether a file is a licence: by its folder (PEP 639), whatever its name, or by its name."""
    path = file.as_posix()
    named = ".dist-info/" in path and _IS_LICENCE.match(file.name) is not None
    return named or ".dist-info/licenses/" in path


def _licence(distribution: Distribution) -> str:
    """Return the licence as the metadata says it, in the newest of its three ways."""
    metadata = distribution.metadata.json
    classified = [
        line.rpartition(" :: ")[2]
        for line in metadata.get("classifier", [])
        if line.startswith("License :: ")
    ]
    named = str(metadata.get("license", "")).partition("\n")[0]
    return str(metadata.get("license_expression", "")) or named or ", ".join(classified)


def _home(distribution: Distribution) -> str:
    metadata = distribution.metadata.json
    addresses = [line.partition(", ")[2] for line in metadata.get("project_url", [])]
    return str(metadata.get("home_page", "")) or next(iter(addresses), "")


def _of_the_system(files: set[Path], site: Path) -> list[Component]:
    """Return the system's libraries, where the system has packages that know their licence."""
    system = sorted(
        file
        for file in files
        if not file.is_relative_to(site) and file.is_relative_to("/") and ".so" in file.name
    )
    packages = {name for file in system for name in [_debian_package(file)] if name}
    return [
        Component(
            name=name.partition(":")[0],
            version=_ask("dpkg-query", "--show", "--showformat=${source:Upstream-Version}", name),
            licence="see below",
            home=_ask("dpkg-query", "--show", "--showformat=${Homepage}", name),
            texts=_read([Path("/usr/share/doc", name.partition(":")[0], "copyright")]),
        )
        for name in sorted(packages)
    ]


def _debian_package(file: Path) -> str:
    """Return the package that a library belongs to; the merged /usr is known by both names."""
    names = [str(file), str(file).removeprefix("/usr")]
    said = next((said for name in names if (said := _ask("dpkg-query", "--search", name))), "")
    return said.partition(": ")[0]


def _ask(*command: str) -> str:
    try:
        answer = subprocess.run(command, check=False, capture_output=True, text=True)
    except OSError:
        return ""
    return answer.stdout.strip() if answer.returncode == 0 else ""


def _python() -> Component:
    """Return the Python that runs this, from which the environment was made."""
    folder = Path(sysconfig.get_path("stdlib"))
    texts = [folder / "LICENSE.txt", folder.parents[1] / "LICENSE.txt"]
    return Component(
        name="Python",
        version=sysconfig.get_python_version(),
        licence="PSF-2.0",
        home="https://www.python.org/",
        texts=_read(texts)[:1],
    )


def _read(files: Iterable[Path]) -> tuple[str, ...]:
    return tuple(
        file.read_text(encoding="utf-8", errors="replace") for file in files if file.is_file()
    )


def _head(file: Path) -> str:
    """Return the comment at the head of a table."""
    lines = file.read_text(encoding="utf-8").splitlines()
    return "\n".join(line.removeprefix("#").strip() for line in lines if line.startswith("#"))


_LGPL_TEXTS: Final = _read([_TEXTS / "LGPL-3.0.txt", _TEXTS / "GPL-3.0.txt"])
_QT_NOTE: Final = (
    "Qt and PySide6 are used under the LGPL, as libraries of their own that may be exchanged for "
    "builds of yours: they are the files below PySide6 and shiboken6. Their sources are at "
    "https://download.qt.io/official_releases/, and what Qt took from others is listed at "
    "https://doc.qt.io/qt-6/licenses-used-in-qt.html."
)
_STANDING: Final = (
    Component(
        name="ICU",
        version="as Qt brings it",
        licence="Unicode-3.0",
        home="https://icu.unicode.org/",
        texts=_read([_TEXTS / "ICU.txt"]),
    ),
    Component(
        name="Inter",
        version="4",
        licence="OFL-1.1",
        home="https://rsms.me/inter/",
        texts=_read([_RESOURCES / "fonts" / "Inter-OFL.txt"]),
    ),
    Component(
        name="Source Serif",
        version="4",
        licence="OFL-1.1",
        home="https://github.com/adobe-fonts/source-serif",
        texts=_read([_RESOURCES / "fonts" / "SourceSerif4-OFL.md"]),
    ),
    Component(
        name="VarCon",
        version="2020.12.07",
        licence="VarCon",
        home="http://wordlist.aspell.net/",
        texts=(_head(_RESOURCES / "lexicons" / "spelling.tsv"),),
        note="The table of spellings is made from it.",
    ),
)
