"""What goes into the bundle and what stays outside; the specs of all three systems ask here."""

import re
from collections.abc import Callable, Iterable
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import Final, Protocol

Entry = tuple[str, str, str]
"""A file as PyInstaller lists it: its place in the bundle, where it comes from, its kind."""

DATA_OF: Final = ("variorum", "trafilatura", "justext", "tld", "courlan", "htmldate")
"""Packages whose files beside the code are read while the program runs."""

EXCLUDED_MODULES: Final = (
    # Nothing is fetched, ever: without TLS nothing could be, and no OpenSSL has to be kept safe.
    *("ssl", "_ssl", "_hashlib"),
    # Builders and consoles, which a library mentions for occasions that do not come here.
    *("pip", "setuptools", "pkg_resources", "distutils", "ensurepip", "lib2to3"),
    *("tkinter", "curses", "readline", "idlelib", "test"),
    # The command line of sqlite-utils brings these; the library part works without.
    *("IPython", "numpy", "pandas"),
)

_QT_PLUGINS: Final = MappingProxyType(
    {
        # Offscreen paints the pictures of `open --snapshot`.
        "platforms": {"qxcb", "qwayland", "qoffscreen", "qwindows", "qcocoa"},
        # What the desktop says about light and dark; the GTK one brings half of GTK.
        "platformthemes": {"qxdgdesktopportal"},
        "platforminputcontexts": {
            "composeplatforminputcontextplugin",
            "ibusplatforminputcontextplugin",
        },
        "iconengines": {"qsvgicon"},
        "imageformats": {"qsvg", "qjpeg"},
        "wayland-shell-integration": {"xdg-shell", "wl-shell-plugin"},
        "wayland-decoration-client": {"adwaita", "bradient"},
    }
)
"""Folders of plugins, and which are kept; a folder that is not named stays outside."""

# They served plugins that stay outside, and OpenGL, in which nothing is painted.
_QT_LIBRARIES_OUTSIDE: Final = ("libQt6Egl", "opengl32sw")

_SYSTEM_LIBRARIES: Final = re.compile(r"lib(?:python3|sqlite3|ffi|bz2|lzma|uuid|z|expat)[.-]")
"""What Python itself was built with; the libraries that Qt needs are the system's own."""

# An address suffix list speaks of languages by country; the rest is never asked for.
_BABEL_KEPT: Final = {"root.dat", "en.dat"}


SOURCES: Final = "sources.txt"
"""In the folder of the work: the files that the bundle is made from, one a line."""


class Analysis(Protocol):
    """What PyInstaller found that the program needs."""

    scripts: list[Entry]
    pure: list[Entry]
    binaries: list[Entry]
    datas: list[Entry]


def data_files(of_package: Callable[[str], list[tuple[str, str]]]) -> list[tuple[str, str]]:
    """Return the files beside the code that are read while the program runs."""
    return [file for package in DATA_OF for file in of_package(package)]


def reduce(analysis: Analysis, *, system: str, work: Path) -> None:
    """Leave out what the program does not need on a system, and note where the rest comes from."""
    analysis.binaries = kept(analysis.binaries, system=system)
    analysis.datas = kept(analysis.datas, system=system)
    lists = (analysis.scripts, analysis.pure, analysis.binaries, analysis.datas)
    sources = sorted({source for entries in lists for _, source, _ in entries})
    (work / SOURCES).write_text("\n".join(sources), encoding="utf-8")


def kept(entries: Iterable[Entry], *, system: str) -> list[Entry]:
    """Return the files that go into the bundle on a system, by its `sys.platform`."""
    return [entry for entry in entries if _is_kept(entry, system=system)]


def _is_kept(entry: Entry, *, system: str) -> bool:
    place = PurePosixPath(entry[0].replace("\\", "/"))
    parts = place.parts
    if "plugins" in parts and "PySide6" in parts:
        return _is_kept_plugin(place)
    if "translations" in parts and "PySide6" in parts:
        return False
    if place.name.startswith(_QT_LIBRARIES_OUTSIDE):
        return False
    if "locale-data" in parts:
        return place.name in _BABEL_KEPT
    if system == "linux" and len(parts) == 1 and ".so" in place.name:
        return _is_ours(entry) or _SYSTEM_LIBRARIES.match(place.name) is not None
    return True


def _is_kept_plugin(place: PurePosixPath) -> bool:
    name = place.name.partition(".")[0]
    wanted = _QT_PLUGINS.get(place.parent.name, set())
    return name in wanted or name.removeprefix("lib") in wanted


def _is_ours(entry: Entry) -> bool:
    """Tell whether a library at the top came with a package; those are links to its folder."""
    _, source, kind = entry
    return kind == "SYMLINK" or "site-packages" in source
