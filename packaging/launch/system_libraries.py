"""The libraries that Qt expects of a Linux system: try them by loading, install or name them."""

import os
import sys
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path
from types import MappingProxyType

from launch import debian
from launch.environment import Environment
from launch.steps import Stop, ask, say

_PROBE = Path(__file__).with_name("qt_probe.py")

# Found in a bare Debian, one package at a time; t64 is what Debian 13 and Ubuntu 24.04 call it.
_DRAWING: tuple[tuple[str, ...], ...] = (
    ("libgl1",),
    ("libegl1",),
    ("libxkbcommon0",),
    ("libfontconfig1",),
    ("libdbus-1-3",),
    ("libglib2.0-0t64", "libglib2.0-0"),
)
_X11: tuple[tuple[str, ...], ...] = (
    ("libxcb-cursor0",),
    ("libxkbcommon-x11-0",),
    ("libxcb-icccm4",),
    ("libxcb-keysyms1",),
    ("libxcb-shape0",),
)
_WAYLAND: tuple[tuple[str, ...], ...] = (("libwayland-cursor0",), ("libwayland-egl1",))

# What a person types elsewhere; a package that is there already is passed over.
_LINES: Mapping[str, str] = MappingProxyType(
    {
        "fedora": (
            "sudo dnf install libglvnd-glx libglvnd-egl libxkbcommon libxkbcommon-x11 fontconfig "
            "dbus-libs glib2 xcb-util-cursor xcb-util-wm xcb-util-keysyms xcb-util-image "
            "xcb-util-renderutil libwayland-cursor"
        ),
        "arch": (
            "sudo pacman -S --needed libglvnd libxkbcommon libxkbcommon-x11 fontconfig dbus glib2 "
            "xcb-util-cursor xcb-util-wm xcb-util-keysyms xcb-util-image xcb-util-renderutil wayland"
        ),
        "suse": (
            "sudo zypper install Mesa-libGL1 Mesa-libEGL1 libxkbcommon0 libxkbcommon-x11-0 fontconfig "
            "libdbus-1-3 libglib-2_0-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 "
            "libxcb-image0 libxcb-render-util0 libwayland-cursor0"
        ),
    }
)


def has_screen() -> bool:
    """Tell whether a window can be seen here."""
    if sys.platform != "linux":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def need_qt(environment: Environment, *, screen: bool) -> None:
    """See to it that Qt loads, with a plugin for the screen if one is to be used."""
    missing = _missing(environment, screen=screen)
    if missing is None:
        return
    if sys.platform == "linux" and debian.may_install():
        say("Installing the system libraries that Qt needs ...")
        debian.install(_packages(screen=screen))
        missing = _missing(environment, screen=screen)
        if missing is None:
            return
    advice = advise(debian.families(), _packages(screen=screen))
    message = f"Qt cannot be loaded here:\n{missing}\n{advice}"
    raise Stop(message)


def _missing(environment: Environment, *, screen: bool) -> str | None:
    """Load Qt in the environment, and return what it says if it cannot be loaded."""
    code, said = ask([environment.python, _PROBE, *_plugins(screen=screen)])
    return said if code else None


def _plugins(*, screen: bool) -> list[str]:
    """Return the platform plugins of which one has to load."""
    if sys.platform != "linux":
        return []
    if not screen:
        return ["qoffscreen"]
    x11 = ["qxcb"] if os.environ.get("DISPLAY") else []
    return x11 + (["qwayland"] if os.environ.get("WAYLAND_DISPLAY") else [])


def _packages(*, screen: bool) -> list[tuple[str, ...]]:
    plugins = _plugins(screen=screen)
    return [
        *_DRAWING,
        *(_X11 if "qxcb" in plugins else ()),
        *(_WAYLAND if "qwayland" in plugins else ()),
    ]


def advise(families: AbstractSet[str], packages: Sequence[tuple[str, ...]]) -> str:
    """Return the line to type on a Linux of these families, or what to do where none is known."""
    if families & {"debian", "ubuntu"}:
        found = debian.line([names[-1] for names in packages])
    else:
        found = next((_LINES[family] for family in _LINES if family in families), None)
    if found is None:
        return "Install what is named above with your system's package manager, then start again."
    return f"Run this line, then start again:\n  {found}"
