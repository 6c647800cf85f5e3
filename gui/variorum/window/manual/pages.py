"""The pages of the manual, as they lie in the folder of resources, and the search over them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from variorum.assets import resources

INDEX = "index.md"

CONTEXT = 120
"""Characters of a section that a search result shows."""
_LEAD = 40

_LINK = re.compile(r"!?\[([^\[\]]*+)\]\([^)\s]*+\)")
_HEADING = re.compile(r"^(#{1,6})[ ]+(.*?)[ ]*$")
_FENCE = "```"
_PAGE_LINK = re.compile(r"\]\(([\w-]+\.md)\)")
_TABLE_RULE = re.compile(r"^\|[-:| ]+\|$")
_ASIDE = re.compile(r"\*\*|(?<!\w)\*(?=\S)|(?<=\S)\*(?!\w)|`")
_CELL_EDGE = re.compile(r"(?<!\\)\|")


@dataclass(frozen=True, slots=True)
class Section:
    """Hold the words below one heading, without marks of Markdown."""

    title: str
    words: str


@dataclass(frozen=True, slots=True)
class Page:
    """Hold a page: its file's name, its Markdown, and its sections from the top."""

    name: str
    markdown: str
    sections: tuple[Section, ...]

    @property
    def title(self) -> str:
        """Return the heading of the page."""
        return self.sections[0].title


@dataclass(frozen=True, slots=True)
class Found:
    """Hold a section in which all the words asked for stand."""

    page: Page
    section: Section
    context: str
    """The words around the first of them."""

    @property
    def address(self) -> str:
        """Return the page's name with the section's anchor."""
        return f"{self.page.name}#{anchor_of(self.section.title)}"


def folder() -> Path:
    """Return the folder of the manual."""
    return resources() / "manual"


@cache
def pages() -> tuple[Page, ...]:
    """Return the index, then every page that it names, in its order."""
    index = _read(INDEX)
    names = dict.fromkeys(_PAGE_LINK.findall(index.markdown))
    return (index, *(_read(name) for name in names))


def page(name: str) -> Page | None:
    """Return a page by its file's name; None where the manual has none of it."""
    return next((each for each in pages() if each.name == name), None)


def anchor_of(heading: str) -> str:
    """Return what a link says after `#` to lead to a heading, as forges make it."""
    words = re.sub(r"[^\w\- ]", "", heading.casefold())
    return words.strip().replace(" ", "-")


def search(asked: str) -> list[Found]:
    """Return the sections in which all words stand, those that name them in the heading first."""
    terms = terms_of(asked)
    if not terms:
        return []
    found = [
        (-_weight(section, terms), order, Found(page, section, _context(section.words, terms)))
        for order, page in enumerate(pages())
        for section in page.sections
        if all(term in f"{section.title} {section.words}".casefold() for term in terms)
    ]
    return [each for _, _, each in sorted(found, key=lambda row: row[:2])]


def terms_of(asked: str) -> tuple[str, ...]:
    """Return the words to look for: what stands in quotation marks is one."""
    parts = re.findall(r'"([^"]+)"|([^\s"]+)', asked.casefold())
    return tuple(dict.fromkeys(phrase.strip() or word for phrase, word in parts))


def _weight(section: Section, terms: Sequence[str]) -> int:
    title, words = section.title.casefold(), section.words.casefold()
    return sum(100 * (term in title) + min(words.count(term), 20) for term in terms)


def _context(words: str, terms: Sequence[str]) -> str:
    places = [place for term in terms if (place := words.casefold().find(term)) >= 0]
    start = max(0, min(places, default=0) - _LEAD)
    if start:
        # Begin with a whole word.
        start = words.find(" ", start) + 1
    end = start + CONTEXT
    return ("…" if start else "") + words[start:end].strip() + ("…" if end < len(words) else "")


def _read(name: str) -> Page:
    text = (folder() / name).read_text(encoding="utf-8")
    return Page(name, text, tuple(_sections(text)))


def _sections(text: str) -> Iterator[Section]:
    title, lines, fenced = "", list[str](), False
    for line in text.splitlines():
        if line.startswith(_FENCE):
            fenced = not fenced
            continue
        heading = None if fenced else _HEADING.match(line)
        if heading is None:
            lines.append(line if fenced else _plain(line))
            continue
        if title:
            yield Section(title, " ".join(" ".join(lines).split()))
        title, lines = _plain(heading[2]), []
    yield Section(title, " ".join(" ".join(lines).split()))


def _plain(line: str) -> str:
    """Return a line's words, without marks of Markdown."""
    if _TABLE_RULE.match(line):
        return ""
    if line.startswith("|"):
        line = _CELL_EDGE.sub(" · ", line.strip("|"))
    words = _ASIDE.sub("", _LINK.sub(r"\1", line)).replace("\\", "")
    return re.sub(r"^(?:>|[-*]|\d+\.)[ ]+", "", words.strip())
