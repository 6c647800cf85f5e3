"""What the desktops are told of the program: one id, one version, one type of file."""

import plistlib
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable
from configparser import ConfigParser
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from ship import identity
from variorum import __version__
from variorum.cli.main import COMMANDS
from variorum.library.library import Library
from variorum.library.schema.first import APPLICATION_ID

CHECKOUT = Path(__file__).parents[2]
LINUX = CHECKOUT / "packaging" / "linux"
MACOS = CHECKOUT / "packaging" / "macos"
WINDOWS = CHECKOUT / "packaging" / "windows"
ENTRY = LINUX / f"{identity.APPLICATION}.desktop"
METAINFO = LINUX / f"{identity.APPLICATION}.metainfo.xml"
MIME = LINUX / f"{identity.APPLICATION}.mime.xml"
PROJECT = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
NAMESPACE = {"mime": "http://www.freedesktop.org/standards/shared-mime-info"}

Tool = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def tool() -> Tool:
    """Run a validator, or skip where it is not installed."""

    def run(name: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
        if shutil.which(name) is None:
            pytest.skip(f"{name} is not installed")
        return subprocess.run([name, *arguments], check=False, capture_output=True, text=True)

    return run


@pytest.fixture
def entry() -> dict[str, str]:
    """Return the keys of the menu entry."""
    parser = ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment, method-assign] - keys keep their capitals
    parser.read(ENTRY, encoding="utf-8")
    return dict(parser["Desktop Entry"])


@pytest.fixture
def metainfo() -> ET.Element:
    """Return the root of the AppStream file."""
    return ET.parse(METAINFO).getroot()  # noqa: S314 - our own file


@pytest.fixture
def mime() -> ET.Element:
    """Return our one type of file."""
    (found,) = ET.parse(MIME).getroot().findall("mime:mime-type", NAMESPACE)  # noqa: S314 - ours
    return found


def test_the_menu_entry_is_valid(tool: Tool) -> None:
    """The desktop's own validator has nothing to say."""
    answer = tool("desktop-file-validate", ENTRY)

    assert (answer.returncode, answer.stdout) == (0, "")


def test_the_store_page_is_valid(tool: Tool) -> None:
    """AppStream's own validator finds no error and no warning."""
    answer = tool("appstreamcli", "validate", "--no-net", METAINFO)

    assert answer.returncode == 0, answer.stdout


def test_the_type_of_file_is_taken(tool: Tool, tmp_path: Path) -> None:
    """The type can be added to a system's types."""
    (tmp_path / "packages").mkdir()
    shutil.copy(MIME, tmp_path / "packages")
    answer = tool("update-mime-database", tmp_path)

    assert answer.returncode == 0, answer.stderr
    assert identity.LIBRARY_TYPE in (tmp_path / "types").read_text(encoding="utf-8")


def test_the_menu_entry_opens_a_library_or_nothing(entry: dict[str, str]) -> None:
    """The command takes the clicked file, and needs none; its icon and windows have our name."""
    assert entry["Exec"] == f"{identity.NAME} open %f"
    assert entry["TryExec"] == identity.NAME
    assert entry["Icon"] == identity.APPLICATION
    assert entry["StartupWMClass"] == identity.TITLE
    assert entry["MimeType"] == f"{identity.LIBRARY_TYPE};"


def test_the_store_page_knows_the_program(metainfo: ET.Element) -> None:
    """Id, menu entry, command, type, licence and newest version are the program's."""
    release = metainfo.find("releases/release")

    assert metainfo.findtext("id") == identity.APPLICATION
    assert metainfo.findtext("launchable") == ENTRY.name
    assert metainfo.findtext("provides/binary") == identity.NAME
    assert metainfo.findtext("provides/mediatype") == identity.LIBRARY_TYPE
    assert metainfo.findtext("project_license") == PROJECT["license"]
    assert release is not None
    assert release.get("version") == __version__


def test_there_is_one_version() -> None:
    """The package, its metadata and what is packed have one version."""
    assert PROJECT["version"] == __version__
    assert identity.version() == __version__


def test_the_windows_carry_the_id_of_the_menu_entry() -> None:
    """A desktop finds the entry of a window by this name."""
    start = (CHECKOUT / "gui" / "variorum" / "window" / "start.py").read_text(encoding="utf-8")

    assert f'"{identity.APPLICATION}"' in start


def test_a_library_is_known_by_its_number(mime: ET.Element) -> None:
    """The type asks for SQLite's header and for our number where SQLite writes it."""
    header = mime.find("mime:magic/mime:match", NAMESPACE)
    number = mime.find("mime:magic/mime:match/mime:match", NAMESPACE)

    assert mime.get("type") == identity.LIBRARY_TYPE
    assert header is not None
    assert header.attrib == {"type": "string", "offset": "0", "value": r"SQLite format 3\0"}
    assert number is not None
    assert (number.get("type"), number.get("offset")) == ("big32", "68")
    assert int(number.get("value", ""), 16) == APPLICATION_ID


def test_a_renamed_library_is_still_one(tmp_path: Path) -> None:
    """A desktop tells a library by its content; any other SQLite file stays what it is."""
    packages = tmp_path / "types" / "mime" / "packages"
    packages.mkdir(parents=True)
    shutil.copy(MIME, packages)
    with Library.open(tmp_path / "a.variorum", create=True):
        pass
    renamed = (tmp_path / "a.variorum").rename(tmp_path / "a")
    other = tmp_path / "b"
    other.write_bytes(renamed.read_bytes()[:68] + bytes(4) + renamed.read_bytes()[72:])
    ask = (
        "import sys; from PySide6.QtCore import QMimeDatabase as D\n"
        "for f in sys.argv[1:]: print(D().mimeTypeForFile(f, D.MatchMode.MatchContent).name())"
    )
    answer = subprocess.run(
        [sys.executable, "-c", ask, renamed, other],
        check=True,
        capture_output=True,
        text=True,
        env={"XDG_DATA_DIRS": str(tmp_path / "types"), "XDG_DATA_HOME": str(tmp_path / "none")},
    )
    first, second = answer.stdout.split()

    assert first == identity.LIBRARY_TYPE
    assert second != identity.LIBRARY_TYPE


def test_the_manual_page_names_every_command() -> None:
    """`man variorum` lists the commands with their lines."""
    page = (LINUX / "variorum.1").read_text(encoding="utf-8")
    plain = page.replace(r"\-", "-")
    listed = dict(re.findall(r"^\.TP\n\.B ([a-z-]+)\n(.+)$", plain, flags=re.MULTILINE))

    assert listed == {name: place.line for name, place in COMMANDS.items()}
    assert "@VERSION@" in page


def test_macos_is_told_the_same() -> None:
    """The property list parses, and its type has our suffix and our media type."""
    told = plistlib.loads((MACOS / "Info.plist").read_bytes())
    (document,) = told["CFBundleDocumentTypes"]
    (exported,) = told["UTExportedTypeDeclarations"]
    tags = exported["UTTypeTagSpecification"]

    assert document["LSItemContentTypes"] == [exported["UTTypeIdentifier"]]
    assert tags["public.filename-extension"] == ["variorum"]
    assert tags["public.mime-type"] == [identity.LIBRARY_TYPE]


def sections(script: str) -> dict[str, list[str]]:
    """Return the lines of each section of an Inno Setup script, without comments."""
    found: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in script.splitlines():
        if head := re.fullmatch(r"\[(\w+)\]", line):
            lines = found.setdefault(head[1], [])
        elif line and not line.startswith((";", "#")):
            lines.append(line)
    return found


def test_windows_is_told_the_same() -> None:
    """The installer has what it needs, and ties the suffix to the program without a console."""
    script = (WINDOWS / "variorum.iss").read_text(encoding="utf-8")
    found = sections(script)
    setup = dict(line.split("=", 1) for line in found["Setup"])
    registry = "\n".join(found["Registry"])

    assert {"Setup", "Languages", "Files", "Icons", "Registry", "Run"} <= set(found)
    assert {"AppId", "AppName", "AppVersion", "DefaultDirName", "OutputBaseFilename"} <= set(setup)
    assert setup["AppVersion"] == "{#Version}"
    assert setup["ChangesAssociations"] == "yes"
    assert rf"Software\Classes\.{identity.NAME}" in registry
    assert identity.LIBRARY_TYPE in registry
    assert f'{identity.WINDOWED}.exe"" open ""%1""' in registry
    assert all(line.count('"') % 2 == 0 for lines in found.values() for line in lines)
