"""Write down whose work a bundle holds and under which licences: as a page, and for Debian."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from launch.steps import CHECKOUT
from ship.components import Component

_RULE: Final = "=" * 78
_COMMON: Final = Path("/usr/share/common-licenses")
"""The texts that every Debian has."""
_ASKED_FOR: Final = ("Apache-2.0", "GPL-2", "GPL-3", "LGPL-2.1", "LGPL-3")


def page(found: Sequence[Component]) -> str:
    """Return all notices as one text: a list of the components, then their licences."""
    return _written(found)


def debian_copyright(found: Sequence[Component]) -> str:
    """Return the copyright file of the Debian package, which points to texts that Debian has."""
    common = {name: _pattern(_COMMON / name) for name in _ASKED_FOR}
    return _written([replace(one, texts=_shortened(one.texts, common)) for one in found])


def _pattern(file: Path) -> re.Pattern[str]:
    """Return what finds a licence within a text, whatever its lines and indents are."""
    words = " ".join(file.read_text(encoding="utf-8").split())
    # What stands behind its end is advice for those who use the licence, and often left out.
    body = words.partition(" END OF TERMS")[0].split()
    return re.compile(r"\s+".join(map(re.escape, body)))


def _shortened(texts: Sequence[str], common: Mapping[str, re.Pattern[str]]) -> tuple[str, ...]:
    """Put where Debian has a licence in the place of the licence."""
    shortened = list(texts)
    for name, pattern in common.items():
        note = f"On Debian this licence is in {_COMMON / name}."
        shortened = [pattern.sub(note, text) for text in shortened]
    return tuple(shortened)


def write(found: Sequence[Component], folder: Path) -> None:
    """Put the notices and our own licence into the folder of a bundle."""
    (folder / "NOTICES.txt").write_text(page(found), encoding="utf-8")
    (folder / "LICENSE.txt").write_text(_own(), encoding="utf-8")


def _own() -> str:
    return (CHECKOUT / "LICENSE").read_text(encoding="utf-8")


def _written(found: Sequence[Component]) -> str:
    names = [f"  {one.name} {one.version} ({one.licence}) {one.home}".rstrip() for one in found]
    head = "Variorum itself:\n\n" + _own() + "\nIt comes with the work of others:\n\n"
    parts = [head + "\n".join(names), *_sections(found)]
    return "\n\n".join(parts) + "\n"


def _sections(found: Sequence[Component]) -> Iterator[str]:
    """Yield each component's licences; a text that stood above is not repeated."""
    above: dict[str, str] = {}
    for one in found:
        title = f"{one.name} {one.version}"
        yield f"{_RULE}\n{title}\n{one.licence}\n{_RULE}"
        if one.note:
            yield one.note
        for text in one.texts:
            if text in above:
                yield f"The text is the one that stands under {above[text]}."
            else:
                above[text] = title
                yield text.strip()
