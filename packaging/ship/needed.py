"""Which libraries of the system a bundle needs, and which Debian packages bring them."""

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

from launch.steps import Stop

_GLIB: Final = "libglib2.0-0t64 | libglib2.0-0"
_C: Final = "libc6"

_PACKAGES: Final = MappingProxyType(
    {
        **dict.fromkeys(
            ["libc.so.6", "libm.so.6", "libdl.so.2", "librt.so.1", "libpthread.so.0"], _C
        ),
        **dict.fromkeys(["libresolv.so.2", "libutil.so.1"], _C),
        "libgcc_s.so.1": "libgcc-s1",
        "libstdc++.so.6": "libstdc++6",
        "libzstd.so.1": "libzstd1",
        **dict.fromkeys(["libbrotlidec.so.1", "libbrotlicommon.so.1"], "libbrotli1"),
        "libgssapi_krb5.so.2": "libgssapi-krb5-2",
        **dict.fromkeys(["libglib-2.0.so.0", "libgthread-2.0.so.0"], _GLIB),
        "libdbus-1.so.3": "libdbus-1-3",
        "libfontconfig.so.1": "libfontconfig1",
        "libfreetype.so.6": "libfreetype6",
        "libGL.so.1": "libgl1",
        "libEGL.so.1": "libegl1",
        "libX11.so.6": "libx11-6",
        "libX11-xcb.so.1": "libx11-xcb1",
        "libxkbcommon.so.0": "libxkbcommon0",
        "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
        "libxcb.so.1": "libxcb1",
        "libxcb-cursor.so.0": "libxcb-cursor0",
        "libxcb-icccm.so.4": "libxcb-icccm4",
        "libxcb-image.so.0": "libxcb-image0",
        "libxcb-keysyms.so.1": "libxcb-keysyms1",
        "libxcb-randr.so.0": "libxcb-randr0",
        "libxcb-render-util.so.0": "libxcb-render-util0",
        "libxcb-render.so.0": "libxcb-render0",
        "libxcb-shape.so.0": "libxcb-shape0",
        "libxcb-shm.so.0": "libxcb-shm0",
        "libxcb-sync.so.1": "libxcb-sync1",
        "libxcb-util.so.1": "libxcb-util1",
        "libxcb-xfixes.so.0": "libxcb-xfixes0",
        "libxcb-xkb.so.1": "libxcb-xkb1",
        # What Python was built with; a folder for any Linux has these inside.
        "libbz2.so.1.0": "libbz2-1.0",
        "libexpat.so.1": "libexpat1",
        "libffi.so.8": "libffi8",
        "liblzma.so.5": "liblzma5",
        "libsqlite3.so.0": "libsqlite3-0",
        "libuuid.so.1": "libuuid1",
        "libz.so.1": "zlib1g",
        "libwayland-client.so.0": "libwayland-client0",
        "libwayland-cursor.so.0": "libwayland-cursor0",
        "libwayland-egl.so.1": "libwayland-egl1",
    }
)
"""Debian's package of each library; t64 is what Debian 13 and Ubuntu 24.04 call it."""


@dataclass(frozen=True, slots=True)
class Needed:
    """Hold what the programs and libraries of a folder ask of the system."""

    libraries: frozenset[str]
    c_version: tuple[int, ...]


def needed(folder: Path) -> Needed:
    """Read from every program and library of a folder what it does not find beside it."""
    files = sorted(_binaries(folder))
    answer = subprocess.run(
        ["objdump", "--private-headers", *files], check=True, capture_output=True, text=True
    )
    wanted = set(re.findall(r"^ +NEEDED +(\S+)", answer.stdout, flags=re.MULTILINE))
    own = {path.name for path in folder.rglob("*.so*")}
    versions = re.findall(r"\bGLIBC_(\d+(?:\.\d+)+)\b", answer.stdout)
    return Needed(
        libraries=frozenset(name for name in wanted - own if not name.startswith("ld-linux")),
        c_version=max(tuple(map(int, version.split("."))) for version in versions),
    )


def _binaries(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                if file.read(4) == b"\x7fELF":
                    yield path


def is_of_debian(library: str) -> bool:
    """Tell whether a package of Debian's brings a library, so that ours need not."""
    return library in _PACKAGES


def debian_packages(found: Needed) -> list[str]:
    """Return what a Debian package depends on; stop where a library's package is not known."""
    unknown = sorted(found.libraries - set(_PACKAGES))
    if unknown:
        message = f"It is not known which Debian package brings {', '.join(unknown)}."
        raise Stop(message)
    packages = {_PACKAGES[name] for name in found.libraries} - {_C}
    return [f"{_C} (>= {'.'.join(map(str, found.c_version))})", *sorted(packages)]
