"""Freeze the program: build its wheel, install that apart, and let PyInstaller make a folder."""

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

from launch.environment import Environment, pip
from launch.steps import CHECKOUT, Stop, ask, run, say
from ship import identity, notices
from ship.components import components
from ship.contents import SOURCES
from ship.needed import is_of_debian
from ship.run_path import look_beside

BUILD: Final = CHECKOUT / "build" / "bundle"
DIST: Final = CHECKOUT / "dist"
_SPECS: Final = MappingProxyType({"darwin": "macos", "win32": "windows"})
_OFFSCREEN: Final = {"QT_QPA_PLATFORM": "offscreen"}


@dataclass(frozen=True, slots=True)
class Bundle:
    """Hold what was made: the folder, the icons of its packages, the copyright of its parts."""

    folder: Path
    icons: Path
    copyright: str
    """Of the parts that a Debian package holds: it leaves libraries to the system."""


def freeze(environment: Environment) -> Bundle:
    """Return the bundle of the checkout as it stands, in `dist/`."""
    _install_wheel(environment)
    icons = _draw_icons(environment)
    work = _run_pyinstaller(environment)
    (site,) = environment.folder.rglob("site-packages")
    sources = [Path(line) for line in (work / SOURCES).read_text(encoding="utf-8").splitlines()]
    found = components(sources, site)
    silent = [one.name for one in found if not one.texts]
    if silent:
        message = f"The licence of these parts could not be read: {', '.join(silent)}."
        raise Stop(message)
    folder = DIST / identity.NAME
    _forget_builder(folder)
    notices.write(found, folder)
    packed = components([file for file in sources if not is_of_debian(file.name)], site)
    return Bundle(folder=folder, icons=icons, copyright=notices.debian_copyright(packed))


def _install_wheel(environment: Environment) -> None:
    """Give the environment the program as people get it, not as it lies in the checkout."""
    folder = BUILD / "wheel"
    shutil.rmtree(folder, ignore_errors=True)
    say("Building the wheel ...")
    build = ["-m", "hatchling", "build", "--target", "wheel", "--directory", folder]
    code, said = ask([environment.python, *build], folder=CHECKOUT)
    if code:
        message = f"The wheel could not be built:\n{said}"
        raise Stop(message)
    found = ["--no-deps", "--no-index", "--force-reinstall", "--find-links", folder, identity.NAME]
    if run([*pip(environment), *found]):
        message = "pip could not install the wheel (its own words stand above)."
        raise Stop(message)


def _draw_icons(environment: Environment) -> Path:
    folder = BUILD / "icons"
    script = Path(__file__).with_name("icons.py")
    code, said = ask([environment.python, script, identity.DRAWING, folder], extra=_OFFSCREEN)
    if code:
        message = f"The icons could not be drawn:\n{said}"
        raise Stop(message)
    return folder


def _forget_builder(folder: Path) -> None:
    """Let libraries look beside themselves, where a Python built by hand names its own place."""
    for path in folder.rglob("*.so*"):
        if path.is_file() and not path.is_symlink():
            look_beside(path)
    if sys.platform == "linux":
        _strip(folder)


def _strip(folder: Path) -> None:
    """Drop what only a debugger reads from the libraries of Python, which is most of the largest.

    Those of packages stay as they came: some were changed after they were linked, and break.
    """
    inside = folder / "_internal"
    files = [*inside.glob("libpython*.so*"), *inside.glob("python3*/lib-dynload/*.so")]
    code, said = ask(["strip", "--strip-unneeded", *files])
    if code:
        message = f"The libraries of Python could not be stripped:\n{said}"
        raise Stop(message)


def _run_pyinstaller(environment: Environment) -> Path:
    """Freeze by the spec of this system, and return the folder of the work."""
    system = _SPECS.get(sys.platform, "linux")
    spec = CHECKOUT / "packaging" / system / "variorum.spec"
    work = BUILD / "work"
    say("Freezing the program ...")
    places = ["--distpath", DIST, "--workpath", work]
    command = [environment.python, "-m", "PyInstaller", "--noconfirm", "--clean", *places, spec]
    code, said = ask(command)
    (BUILD / "pyinstaller.log").write_text(said, encoding="utf-8")
    if code:
        last = "\n".join(said.splitlines()[-20:])
        message = f"PyInstaller failed (all of it is in build/bundle/pyinstaller.log):\n{last}"
        raise Stop(message)
    return work / spec.stem
