"""Make the environment in `.venv` and fill it from the lock.

The stamp inside `.venv` says what it was filled from; while it is being filled, a second file
says so, and one that was left half-made is made anew.
"""

import hashlib
import importlib.util
import shutil
import sys
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from launch import debian
from launch.steps import CHECKOUT, Stop, ask, run, say

_WINDOWS = sys.platform == "win32"


class Purpose(StrEnum):
    """Say what an environment is for."""

    PROGRAM = "program"
    TEST = "test"
    BUNDLE = "bundle"


_LOCKS = {
    Purpose.PROGRAM: "requirements.lock",
    Purpose.TEST: "requirements-test.lock",
    Purpose.BUNDLE: "requirements-bundle.lock",
}


@dataclass(frozen=True, slots=True)
class Environment:
    """The environment of a checkout: where its parts are, and what state it is in."""

    checkout: Path
    name: str = ".venv"

    @property
    def folder(self) -> Path:
        """Return the folder of the environment."""
        return self.checkout / self.name

    @property
    def python(self) -> Path:
        """Return the path of its interpreter."""
        return self.folder / ("Scripts/python.exe" if _WINDOWS else "bin/python")

    @property
    def stamp(self) -> Path:
        """Return the file that says what the environment was filled from."""
        return self.folder / "variorum-stamp"

    @property
    def unfinished(self) -> Path:
        """Return the file that is there while the environment is being filled."""
        return self.folder / "variorum-unfinished"

    def tool(self, name: str) -> Path:
        """Return the path of an installed command."""
        return self.python.with_name(f"{name}.exe" if _WINDOWS else name)

    def lock(self, purpose: Purpose) -> Path:
        """Return the lock of the program alone, or with all that its checks or its bundle need."""
        return self.checkout / "packaging" / _LOCKS[purpose]

    def wanted_stamp(self, purpose: Purpose) -> str:
        """Say what it is to be filled from: place, Python, what for, lock and project."""
        digest = hashlib.sha256()
        for file in (self.lock(purpose), self.checkout / "pyproject.toml"):
            digest.update(file.read_bytes())
        return f"{self.checkout}\n{_version()}\n{purpose}\n{digest.hexdigest()}\n"

    def is_filled(self, purpose: Purpose) -> bool:
        """Tell whether nothing is to be done; one filled for the tests serves the program too."""
        if self.unfinished.exists() or not self.stamp.is_file() or not self.python.exists():
            return False
        found = self.stamp.read_text(encoding="utf-8")
        serving = {purpose, Purpose.TEST} if purpose is Purpose.PROGRAM else {purpose}
        return found in {self.wanted_stamp(one) for one in serving}

    def is_usable(self) -> bool:
        """Tell whether it can be filled as it is: whole, not moved, of the Python that asks."""
        if Path(sys.prefix).resolve() == self.folder.resolve():
            return True
        if self.unfinished.exists() or not self.python.exists():
            return False
        if self.stamp.is_file():
            made_in = self.stamp.read_text(encoding="utf-8").partition("\n")[0]
            if made_in != str(self.checkout):
                return False
        probe = "import pip, sys; print('Python {}.{}'.format(*sys.version_info))"
        return ask([self.python, "-c", probe]) == (0, _version())


def _version() -> str:
    return "Python {}.{}".format(*sys.version_info)


def prepare(purpose: Purpose) -> Environment:
    """Return the environment of this checkout for a purpose, made and filled where it is not yet.

    The one for the bundle is apart, and is given the program as a wheel whenever it is frozen.
    """
    is_apart = purpose is Purpose.BUNDLE
    environment = Environment(CHECKOUT, "build/bundle/environment" if is_apart else ".venv")
    if environment.is_filled(purpose):
        return environment
    if not environment.is_usable():
        _make(environment.folder)
    environment.unfinished.touch()
    _fill(environment, purpose)
    if not is_apart:
        _install_project(environment)
    environment.stamp.write_text(environment.wanted_stamp(purpose), encoding="utf-8")
    environment.unfinished.unlink()
    return environment


def _make(folder: Path) -> None:
    """Make an empty environment with the Python that runs this."""
    _need_venv()
    say(f"Making the environment in {folder} ...")
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
    elif folder.exists():
        shutil.rmtree(folder)
    code, said = ask([sys.executable, "-m", "venv", folder])
    if code:
        message = f"Python could not make an environment in {folder}:\n{said}"
        raise Stop(message)


def _need_venv() -> None:
    """See to it that this Python can make environments; Debian packs that part separately."""
    if importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip"):
        return
    package = "python{}.{}-venv".format(*sys.version_info[:2])
    if debian.may_install():
        say(f"Installing {package}, without which this Python makes no environments ...")
        debian.install([(package, "python3-venv")])
        importlib.invalidate_caches()
        return
    if debian.is_debian():
        message = (
            "This Python cannot make environments. Run this line, then start again:\n"
            f"  {debian.line([package])}"
        )
        raise Stop(message)
    message = (
        f"This Python ({sys.executable}) lacks the modules venv and ensurepip, with which it makes "
        "environments. Install them, or start with another Python 3.11 or newer."
    )
    raise Stop(message)


def _fill(environment: Environment, purpose: Purpose) -> None:
    """Install what the lock names, each file checked against its hash.

    No address stands in the lock: pip asks where its own configuration says.
    """
    lock = environment.lock(purpose)
    say(f"Installing what {lock.name} names ...")
    # Wheels only: a build would bring in a back end that no hash was written down for.
    locked = ["--require-hashes", "--only-binary", ":all:", "--requirement", lock]
    if run([*pip(environment), *locked]):
        message = (
            "pip could not install what the lock names (its own words stand above). "
            "Is the network there, and does pip know its package index?"
        )
        raise Stop(message)


def _install_project(environment: Environment) -> None:
    """Install the project as it stands in the checkout, so that a change counts at once."""
    project = ["--no-deps", "--no-index", "--no-build-isolation", "--editable"]
    if run([*pip(environment), *project, environment.checkout]):
        message = "pip could not install Variorum itself (its own words stand above)."
        raise Stop(message)


def pip(environment: Environment) -> list[str | Path]:
    """Return the words with which an environment installs something."""
    # A person at a terminal sees pip's progress; a log needs none of it.
    loudness = [] if sys.stdout.isatty() else ["--quiet"]
    return [environment.python, "-m", "pip", "install", "--no-input", *loudness]
