"""Make a Debian package from the folder of a bundle."""

import gzip
import os
import shutil
import time
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path
from typing import Final

from launch.steps import CHECKOUT, Stop, ask, say
from ship import identity
from ship.freeze import BUILD, DIST, Bundle
from ship.needed import debian_packages, is_of_debian, needed

_LINUX: Final = CHECKOUT / "packaging" / "linux"
_NOTICES: Final = ("NOTICES.txt", "LICENSE.txt")
_DESCRIPTION: Final = """\
 One wire story is printed by many papers, and each changes something: a
 spelling, a title, a figure, the last five paragraphs. Variorum lays these
 versions side by side and says what each paper did to the copy.
 .
 It is made for journalists, who want the few changes that matter, and for
 researchers, who keep codes and notes on many printings of many stories.
 A library is one SQLite file; nothing leaves the computer.
"""


def build(bundle: Bundle) -> Path:
    """Return the package, in `dist/`, for the kind of machine that builds it."""
    code, architecture = ask(["dpkg", "--print-architecture"])
    if code:
        raise Stop("A .deb is built where dpkg is.")
    say("Building the Debian package ...")
    root = BUILD / "debian"
    shutil.rmtree(root, ignore_errors=True)
    _lay_program(bundle, root)
    _lay_desktop(bundle, root / "usr" / "share")
    _lay_documents(bundle, root / "usr" / "share")
    _set_rights(root)
    _write_control(root, architecture)
    package = DIST / f"{identity.NAME}_{_version()}_{architecture}.deb"
    code, said = ask(
        ["dpkg-deb", "--build", "--root-owner-group", "-Zxz", root, package],
        extra={"SOURCE_DATE_EPOCH": _moment()},
    )
    if code:
        message = f"dpkg-deb failed:\n{said}"
        raise Stop(message)
    return package


def _lay_program(bundle: Bundle, root: Path) -> None:
    programs = root / "usr" / "lib" / identity.NAME
    shutil.copytree(bundle.folder, programs, symlinks=True, ignore=_what_debian_has)
    commands = root / "usr" / "bin"
    commands.mkdir(parents=True)
    (commands / identity.NAME).symlink_to(f"../lib/{identity.NAME}/{identity.NAME}")


def _what_debian_has(_folder: str, names: list[str]) -> list[str]:
    """Leave out the libraries that Debian keeps safe itself, and the copyright file's notices."""
    return [name for name in names if name in _NOTICES or is_of_debian(name)]


def _lay_desktop(bundle: Bundle, share: Path) -> None:
    application = identity.APPLICATION
    _put(_LINUX / f"{application}.desktop", share / "applications" / f"{application}.desktop")
    _put(
        _LINUX / f"{application}.metainfo.xml",
        share / "metainfo" / f"{application}.metainfo.xml",
    )
    _put(_LINUX / f"{application}.mime.xml", share / "mime" / "packages" / f"{application}.xml")
    theme = share / "icons" / "hicolor"
    for picture in bundle.icons.glob("*.png"):
        side = picture.stem
        _put(picture, theme / f"{side}x{side}" / "apps" / f"{application}.png")
    _put(identity.DRAWING, theme / "scalable" / "apps" / f"{application}.svg")


def _lay_documents(bundle: Bundle, share: Path) -> None:
    folder = share / "doc" / identity.NAME
    folder.mkdir(parents=True)
    (folder / "copyright").write_text(bundle.copyright, encoding="utf-8")
    _put_zipped((CHECKOUT / "CHANGELOG.md").read_text(encoding="utf-8"), folder / "changelog.gz")
    _put_zipped(_debian_changelog(), folder / "changelog.Debian.gz")
    page = (_LINUX / f"{identity.NAME}.1").read_text(encoding="utf-8")
    page = page.replace("@VERSION@", identity.version())
    _put_zipped(page, share / "man" / "man1" / f"{identity.NAME}.1.gz")


def _debian_changelog() -> str:
    date = format_datetime(datetime.fromtimestamp(int(_moment()), tz=UTC))
    return (
        f"{identity.NAME} ({_version()}) unstable; urgency=medium\n\n"
        "  * What is new stands in changelog.gz.\n\n"
        f" -- {identity.MAINTAINER}  {date}\n"
    )


def _version() -> str:
    """Return the version of the package: ours, and the first that was packed of it."""
    return f"{identity.version()}-1"


def _put(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def _put_zipped(text: str, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(gzip.compress(text.encode("utf-8"), mtime=0))


def _set_rights(root: Path) -> None:
    """Give everybody the same rights, whatever the builder's habits are."""
    program = root / "usr" / "lib" / identity.NAME / identity.NAME
    for path in root.rglob("*"):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path == program else 0o644)
    root.chmod(0o755)


def _write_control(root: Path, architecture: str) -> None:
    files = [path for path in root.rglob("*") if path.is_file() and not path.is_symlink()]
    size = sum(path.stat().st_size for path in files)
    lines = [
        f"Package: {identity.NAME}",
        f"Version: {_version()}",
        f"Architecture: {architecture}",
        f"Maintainer: {identity.MAINTAINER}",
        f"Installed-Size: {size // 1024}",
        f"Depends: {', '.join(debian_packages(needed(root)))}",
        # Without them Chinese, Korean, Hindi and emoji are empty boxes.
        "Suggests: fonts-noto-core, fonts-noto-cjk, fonts-noto-color-emoji",
        "Section: text",
        "Priority: optional",
        f"Description: {identity.SUMMARY}",
    ]
    control = root / "DEBIAN" / "control"
    control.parent.mkdir()
    control.write_text("\n".join(lines) + "\n" + _DESCRIPTION, encoding="utf-8")


def _moment() -> str:
    """Return the moment that all files carry: of the last commit, so that a build repeats."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    code, said = ask(["git", "-C", CHECKOUT, "log", "-1", "--format=%ct"])
    return given or (said if code == 0 and said.isdigit() else str(int(time.time())))
