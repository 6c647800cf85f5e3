"""What goes into a bundle: by rules on names, by what libraries say, with every licence."""

import struct
import subprocess
import sys
from importlib.metadata import distribution
from pathlib import Path

import pytest
from PySide6.QtGui import QImageReader

from launch import system_libraries
from launch.steps import Stop
from ship import contents, identity, notices
from ship.components import Component, components
from ship.needed import Needed, debian_packages, is_of_debian
from ship.run_path import look_beside, run_paths

CHECKOUT = Path(__file__).parents[2]
PACKAGES = "/env/lib/python3.11/site-packages"


def is_kept(place: str, *, source: str = "", kind: str = "BINARY", system: str = "linux") -> bool:
    """Tell whether a file of a bundle stays in it."""
    return contents.kept([(place, source, kind)], system=system) != []


@pytest.mark.parametrize(
    "place",
    [
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforms/libqoffscreen.so",
        "PySide6/plugins/platforms/qwindows.dll",
        "PySide6/Qt/plugins/platforms/libqcocoa.dylib",
        "PySide6/Qt/plugins/platformthemes/libqxdgdesktopportal.so",
        "PySide6/Qt/lib/libQt6Gui.so.6",
        "variorum/resources/fonts/Inter-Regular.otf",
        "babel/locale-data/root.dat",
        "libpython3.11.so.1.0",
        "libsqlite3.so.0",
    ],
)
def test_what_the_program_needs_is_kept(place: str) -> None:
    """Windows, pictures without a screen, resources and Python's own libraries are inside."""
    assert is_kept(place)


@pytest.mark.parametrize(
    "place",
    [
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6/Qt/plugins/tls/libqopensslbackend.so",
        "PySide6/Qt/plugins/platforms/libqvnc.so",
        "PySide6\\plugins\\tls\\qschannelbackend.dll",
        "PySide6/Qt/translations/qtbase_fr.qm",
        "PySide6/Qt/lib/libQt6EglFSDeviceIntegration.so.6",
        "babel/locale-data/fr.dat",
        "libgtk-3.so.0",
        "libstdc++.so.6",
        "libzstd.so.1",
    ],
)
def test_what_the_program_does_not_need_is_left_out(place: str) -> None:
    """GTK, networks, other screens, and what Linux systems have themselves stay outside."""
    assert not is_kept(place, source="/usr/lib/x86_64-linux-gnu/some.so")


def test_libraries_of_packages_are_kept() -> None:
    """At the top stand links to the libraries of Qt, which no system has to bring."""
    assert is_kept("libQt6Core.so.6", source="PySide6/Qt/lib/libQt6Core.so.6", kind="SYMLINK")
    assert is_kept("libshiboken6.so.6", source=f"{PACKAGES}/shiboken6/libshiboken6.so.6")


def test_other_systems_keep_their_libraries() -> None:
    """On macOS and Windows there is no package manager that would bring them."""
    assert is_kept("libffi.8.dylib", system="darwin")
    assert is_kept("vcruntime140.dll", system="win32")


def test_debian_brings_what_the_start_asks_for() -> None:
    """What the checkout's start installs on Debian, the package may depend on by the same names."""
    started = {
        " | ".join(names)
        for needs in ("_DRAWING", "_X11", "_WAYLAND")
        for names in getattr(system_libraries, needs)
    }
    known = debian_packages(Needed(frozenset(filter(is_of_debian, LIBRARIES)), (2, 36)))

    assert started - set(known) == set()


LIBRARIES = (
    *("libGL.so.1", "libEGL.so.1", "libxkbcommon.so.0", "libfontconfig.so.1", "libdbus-1.so.3"),
    *("libglib-2.0.so.0", "libxcb-cursor.so.0", "libxkbcommon-x11.so.0", "libxcb-icccm.so.4"),
    *("libxcb-keysyms.so.1", "libxcb-shape.so.0", "libwayland-cursor.so.0"),
    *("libwayland-egl.so.1", "libnosuch.so.1"),
)


def test_an_unknown_library_stops_the_package() -> None:
    """A package is not made that would not start for want of a library."""
    with pytest.raises(Stop, match=r"libnosuch\.so\.1"):
        debian_packages(Needed(frozenset({"libnosuch.so.1"}), (2, 36)))


def test_the_package_asks_for_the_c_library_it_was_built_with() -> None:
    """The version of the C library stands first."""
    assert debian_packages(Needed(frozenset(), (2, 36))) == ["libc6 (>= 2.36)"]


def elf(run_path: bytes) -> bytes:
    """Return the smallest library that names where it looks for others."""
    strings = b"\0" + run_path + b"\0"
    start = 64 + 2 * 56
    dynamic = struct.pack("<qQqQqQ", 5, 0x1000 + start, 29, 1, 0, 0)
    size = start + len(strings) + len(dynamic)
    head = b"\x7fELF\x02\x01\x01".ljust(16, b"\0") + struct.pack(
        "<HHIQQQIHHHHHH", 3, 62, 1, 0, 64, 0, 0, 64, 56, 2, 0, 0, 0
    )
    where = start + len(strings)
    loaded = struct.pack("<IIQQQQQQ", 1, 4, 0, 0x1000, 0x1000, size, size, 4096)
    found = struct.pack("<IIQQQQQQ", 2, 4, where, 0x1000 + where, 0, len(dynamic), 0, 8)
    return head + loaded + found + strings + dynamic


def test_a_builders_folder_is_forgotten(tmp_path: Path) -> None:
    """A library that looks in the builder's own Python looks beside itself afterwards."""
    file = tmp_path / "libpython.so"
    file.write_bytes(elf(b"/home/somebody/python/lib"))
    size = file.stat().st_size
    changed = look_beside(file)

    assert changed
    assert run_paths(file) == ["$ORIGIN"]
    assert file.stat().st_size == size
    assert not look_beside(file)


@pytest.mark.parametrize("content", [b"no library", elf(b"$ORIGIN/../Qt/lib")])
def test_other_files_stay_as_they_are(tmp_path: Path, content: bytes) -> None:
    """What looks beside itself, or is no library, is not touched."""
    file = tmp_path / "other.so"
    file.write_bytes(content)

    assert not look_beside(file)
    assert file.read_bytes() == content


@pytest.fixture(scope="module")
def found() -> list[Component]:
    """Return the components of a bundle that holds a file of each of some packages."""
    site = Path(str(distribution("lxml").locate_file("")))
    names = ("lxml", "trafilatura", "rapidfuzz", "PySide6_Essentials", "sqlite-utils")
    sources = [
        Path(str(distribution(name).locate_file(file)))
        for name in names
        for file in (distribution(name).files or ())[:400]
        if file.suffix in {".py", ".so"}
    ]
    return components(sources, site)


def test_every_part_is_named_with_its_licence(found: list[Component]) -> None:
    """Packages, Python, fonts, tables: each has a licence and its text."""
    names = {one.name.lower().replace("_", "-") for one in found}

    assert {"lxml", "trafilatura", "pyside6-essentials", "python", "icu", "inter"} <= names
    assert {"source serif", "varcon"} <= names
    assert not {"pytest", "hatchling", "variorum"} & names
    assert [one.name for one in found if not one.licence or not one.texts] == []


def test_the_page_holds_every_text(found: list[Component]) -> None:
    """The notices begin with our own licence, and leave out nobody's."""
    page = notices.page(found)

    assert page.startswith("Variorum itself:\n\nMIT License")
    assert [one.name for one in found for text in one.texts if text.strip() not in page] == []
    assert "may be exchanged" in page
    assert "Kevin Atkinson" in page


def test_a_text_of_several_parts_stands_there_once() -> None:
    """Where parts share a text word for word, the second points to the first."""
    parts = [Component(name, "1", "MIT", "", ("The words.",)) for name in ("one", "two")]
    page = notices.page(parts)

    assert page.count("The words.") == 1
    assert "The text is the one that stands under one 1." in page


@pytest.mark.skipif(
    not Path("/usr/share/common-licenses/GPL-3").is_file(), reason="needs Debian's licences"
)
def test_debian_is_pointed_to_its_own_texts(found: list[Component]) -> None:
    """What every Debian has is not repeated in the package."""
    text = notices.debian_copyright(found)

    assert "On Debian this licence is in /usr/share/common-licenses/LGPL-3." in text
    assert "On Debian this licence is in /usr/share/common-licenses/Apache-2.0." in text
    assert "TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION" not in text


@pytest.mark.parametrize("system", ["linux", "macos", "windows"])
def test_the_specs_are_python(system: str) -> None:
    """Each system's spec compiles; PyInstaller runs it as Python."""
    spec = CHECKOUT / "packaging" / system / "variorum.spec"

    compile(spec.read_text(encoding="utf-8"), spec.name, "exec", dont_inherit=True)


@pytest.fixture(scope="module")
def icons(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Draw the icons as a build does."""
    folder = tmp_path_factory.mktemp("icons")
    script = CHECKOUT / "packaging" / "ship" / "icons.py"
    subprocess.run([sys.executable, script, identity.DRAWING, folder], check=True)
    return folder


@pytest.mark.parametrize(
    ("name", "sizes"),
    [
        ("variorum.ico", {16, 24, 32, 48, 64, 256}),
        ("variorum.icns", {16, 32, 64, 128, 256, 512, 1024}),
    ],
)
def test_the_icons_of_other_systems_are_whole(icons: Path, name: str, sizes: set[int]) -> None:
    """Qt reads back every size that was written, with something drawn in its middle."""
    reader = QImageReader(str(icons / name))
    pictures = [reader.read() for index in range(reader.imageCount()) if reader.jumpToImage(index)]

    assert {picture.width() for picture in pictures} == sizes
    assert all(picture.pixelColor(picture.rect().center()).alpha() == 255 for picture in pictures)


def test_the_bundle_is_one_command() -> None:
    """The command says what it does, and refuses what it does not know."""
    command = [sys.executable, CHECKOUT / "packaging" / "bundle.py"]
    helped = subprocess.run([*command, "--help"], check=False, capture_output=True, text=True)
    wrong = subprocess.run([*command, "everything"], check=False, capture_output=True, text=True)

    assert helped.returncode == 0
    assert "dist/variorum/" in helped.stdout
    assert wrong.returncode == 2
