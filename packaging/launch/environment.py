"""Make the environment in `.venv` and fill it from the lock.

The stamp inside `.venv` says what it was filled from; while it is being filled, a second file
says so, and one that was left half-made is made anew.
"""

import hashlib
import importlib.util
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from launch import debian
from launch.steps import CHECKOUT, Stop, ask, run, say

_FOLDER = CHECKOUT / ".venv"
_STAMP = _FOLDER / "variorum-stamp"
_UNFINISHED = _FOLDER / "variorum-unfinished"
_WINDOWS = sys.platform == "win32"


@dataclass(frozen=True, slots=True)
class Environment:
    """A filled environment: its interpreter, and the commands that were installed into it."""

    python: Path

    def tool(self, name: str) -> Path:
        """Return the path of an installed command."""
        return self.python.with_name(f"{name}.exe" if _WINDOWS else name)


def prepare(*, test: bool) -> Environment:
    """Return the environment of this checkout, made and filled where it is not yet."""
    environment = Environment(_interpreter())
    wanted = _stamp(test=test)
    if _is_filled(wanted):
        return environment
    if not _is_usable(environment):
        _make()
    _UNFINISHED.touch()
    _fill(environment, lock=lock_file(test=test))
    _STAMP.write_text(wanted, encoding="utf-8")
    _UNFINISHED.unlink()
    return environment


def lock_file(*, test: bool) -> Path:
    """Return the lock of the program alone, or with all that its checks need."""
    return CHECKOUT / "packaging" / ("requirements-test.lock" if test else "requirements.lock")


def _interpreter() -> Path:
    return _FOLDER / ("Scripts/python.exe" if _WINDOWS else "bin/python")


def _stamp(*, test: bool) -> str:
    """Say what a filled environment was made from: place, Python, both locks, the project."""
    digest = hashlib.sha256()
    for file in (lock_file(test=False), lock_file(test=True), CHECKOUT / "pyproject.toml"):
        digest.update(file.read_bytes())
    version = ".".join(map(str, sys.version_info[:2]))
    return f"{CHECKOUT}\nPython {version}\n{digest.hexdigest()}\n{'test' if test else 'program'}\n"


def _is_filled(wanted: str) -> bool:
    """Tell whether the stamp fits; an environment for the tests serves the program as well."""
    if _UNFINISHED.exists() or not _STAMP.is_file() or not _interpreter().exists():
        return False
    found = _STAMP.read_text(encoding="utf-8")
    return found in {wanted, wanted.removesuffix("program\n") + "test\n"}


def _is_usable(environment: Environment) -> bool:
    """Tell whether what stands in `.venv` can be filled: whole, in place, of this Python."""
    if Path(sys.prefix).resolve() == _FOLDER:
        return True
    if _UNFINISHED.exists() or not environment.python.exists():
        return False
    if _STAMP.is_file() and not _STAMP.read_text(encoding="utf-8").startswith(f"{CHECKOUT}\n"):
        return False
    probe = "import pip, sys; print(*sys.version_info[:2])"
    code, said = ask([environment.python, "-c", probe])
    return code == 0 and said == "{} {}".format(*sys.version_info[:2])


def _make() -> None:
    """Make an empty environment with the Python that runs this."""
    _need_venv()
    say(f"Making the environment in {_FOLDER} ...")
    if _FOLDER.is_symlink() or _FOLDER.is_file():
        _FOLDER.unlink()
    elif _FOLDER.exists():
        shutil.rmtree(_FOLDER)
    code, said = ask([sys.executable, "-m", "venv", _FOLDER])
    if code:
        message = f"Python could not make an environment in {_FOLDER}:\n{said}"
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


def _fill(environment: Environment, *, lock: Path) -> None:
    """Install what the lock names, each file checked against its hash, then the project itself.

    No address stands in the lock: pip asks where its own configuration says.
    """
    pip = [environment.python, "-m", "pip", "install", "--no-input", "--quiet"]
    say(f"Installing what {lock.name} names ...")
    # Wheels only: a build would bring in a back end that no hash was written down for.
    locked = ["--require-hashes", "--only-binary", ":all:", "--requirement", lock]
    if run([*pip, *locked]):
        message = (
            "pip could not install what the lock names (its own words stand above). "
            "Is the network there, and does pip know its package index?"
        )
        raise Stop(message)
    project = ["--no-deps", "--no-index", "--no-build-isolation", "--editable", CHECKOUT]
    if run([*pip, *project]):
        message = "pip could not install Variorum itself (its own words stand above)."
        raise Stop(message)
