"""What Variorum stands on, and under which terms; the texts that must travel with it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from variorum.assets import resources


@dataclass(frozen=True, slots=True)
class Part:
    """Hold a part that others made."""

    name: str
    licence: str
    home: str


PARTS: Sequence[Part] = (
    Part("Qt 6 and PySide6-Essentials", "LGPL-3.0", "https://www.qt.io"),
    Part("Python", "PSF-2.0", "https://www.python.org"),
    Part("SQLite", "public domain", "https://sqlite.org"),
    Part("click", "BSD-3-Clause", "https://palletsprojects.com/projects/click"),
    Part("lxml", "BSD-3-Clause", "https://lxml.de"),
    Part("Markdown", "BSD-3-Clause", "https://python-markdown.github.io"),
    Part("nh3", "MIT", "https://nh3.readthedocs.io"),
    Part("openpyxl", "MIT", "https://openpyxl.readthedocs.io"),
    Part("pypdfium2 and PDFium", "BSD-3-Clause and Apache-2.0", "https://pypdfium2.readthedocs.io"),
    Part("platformdirs", "MIT", "https://platformdirs.readthedocs.io"),
    Part("rapidfuzz", "MIT", "https://rapidfuzz.github.io/RapidFuzz"),
    Part("regex", "Apache-2.0 and CNRI-Python", "https://github.com/mrabarnett/mrab-regex"),
    Part("sqlite-utils", "Apache-2.0", "https://sqlite-utils.datasette.io"),
    Part("trafilatura", "Apache-2.0", "https://trafilatura.readthedocs.io"),
    Part("Inter", "OFL-1.1", "https://rsms.me/inter"),
    Part("Source Serif 4", "OFL-1.1", "https://github.com/adobe-fonts/source-serif"),
    Part("VarCon", "its own notice, below", "http://wordlist.aspell.net"),
    Part("SymSpell's list of English words", "MIT, below", "https://github.com/wolfgarbe/SymSpell"),
)
"""Every direct dependency, the faces and the word lists."""

_TEXTS = ("fonts/Inter-OFL.txt", "fonts/SourceSerif4-OFL.md")
_LISTS = ("lexicons/spelling.tsv", "lexicons/known_words.txt")


def licence_texts() -> str:
    """Return the parts with their terms, then the notices that must be shown in full."""
    lines = [f"{part.name}: {part.licence}. {part.home}" for part in PARTS]
    texts = [(resources() / name).read_text(encoding="utf-8").strip() for name in _TEXTS]
    return "\n\n\n".join(["\n".join(lines), *texts, *map(_notice, _LISTS)])


def _notice(name: str) -> str:
    """Return the notice at the head of a list of words."""
    with (resources() / name).open(encoding="utf-8") as file:
        head = takewhile(lambda line: line.startswith("#"), file)
        return "".join(line.removeprefix("#").removeprefix(" ") for line in head).strip()
