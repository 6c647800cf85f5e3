"""Write down whose work a bundle holds and under which licences: as a page, and for Debian."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Final

from launch.steps import CHECKOUT
from ship.components import Component

_RULE: Final = "=" * 78
_ON_DEBIAN: Final = MappingProxyType(
    {"GNU GENERAL PUBLIC": "GPL-3", "GNU LESSER": "LGPL-3", "Apache License\n": "Apache-2.0"}
)
"""Texts that every Debian has, by what stands in their first lines, and their names there."""
_FIRST_LINES: Final = 120
"""Characters."""


def page(found: Sequence[Component]) -> str:
    """Return all notices as one text: a list of the components, then their licences."""
    return _written(found, known={})


def debian_copyright(found: Sequence[Component]) -> str:
    """Return the copyright file of the Debian package, which points to texts that Debian has."""
    return _written(found, known=dict(_ON_DEBIAN))


def write(found: Sequence[Component], folder: Path) -> None:
    """Put the notices and our own licence into the folder of a bundle."""
    (folder / "NOTICES.txt").write_text(page(found), encoding="utf-8")
    (folder / "LICENSE.txt").write_text(_own(), encoding="utf-8")


def _own() -> str:
    return (CHECKOUT / "LICENSE").read_text(encoding="utf-8")


def _written(found: Sequence[Component], *, known: dict[str, str]) -> str:
    names = [f"  {one.name} {one.version} ({one.licence}) {one.home}".rstrip() for one in found]
    head = "Variorum itself:\n\n" + _own() + "\nIt comes with the work of others:\n\n"
    parts = [head + "\n".join(names), *_sections(found, known)]
    return "\n\n".join(parts) + "\n"


def _sections(found: Sequence[Component], known: dict[str, str]) -> Iterator[str]:
    """Yield each component's licences; a text that stood above is not repeated."""
    above: dict[str, str] = {}
    for one in found:
        title = f"{one.name} {one.version}"
        yield f"{_RULE}\n{title}\n{one.licence}\n{_RULE}"
        if one.note:
            yield one.note
        for text in one.texts:
            common = next(
                (name for sign, name in known.items() if sign in text[:_FIRST_LINES]), None
            )
            if common:
                yield f"On Debian the text is in /usr/share/common-licenses/{common}."
            elif text in above:
                yield f"The text is the one that stands under {above[text]}."
            else:
                above[text] = title
                yield text.strip()
