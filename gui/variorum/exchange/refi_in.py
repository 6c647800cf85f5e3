"""Read what a project and a codebook of REFI-QDA share: codes, their colours, their words."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from variorum.annotations.mark_set import SetCode, StableId
from variorum.errors import FormatError
from variorum.exchange.code_words import read_description
from variorum.exchange.palette import code_lines

_HEX = re.compile(r"#([0-9A-Fa-f]{2})([0-9A-Fa-f]{2})([0-9A-Fa-f]{2})")
_FALSE = frozenset(("false", "0"))


def parsed(xml: bytes, *, name: str) -> ET.Element:
    """Return a document's root; raise `FormatError` for what no such file needs, or is none."""
    if b"<!DOCTYPE" in xml or b"<!ENTITY" in xml:
        raise FormatError(
            f"{name} declares entities, which no project needs.", hint="Export it again."
        )
    try:
        return ET.fromstring(xml)  # noqa: S314 - entities were refused above
    except ET.ParseError as error:
        raise FormatError(
            f"{name} is not as REFI-QDA has it.", hint="Export the project again."
        ) from error


def guid(element: ET.Element, attribute: str = "guid") -> StableId:
    """Return a stable id."""
    return StableId(element.get(attribute, "").strip("{}").lower())


def read_codebook(data: bytes, *, name: str) -> tuple[SetCode, ...]:
    """Return the codes of a .qdc file; raise `FormatError` where it is none."""
    root = parsed(data, name=name)
    codes = next((child for child in root if _local(child) == "Codes"), None)
    if _local(root) != "CodeBook" or codes is None:
        raise FormatError(f"{name} is no codebook of REFI-QDA.", hint="Its ending should be .qdc.")
    return tuple(read_codes(codes))


def read_codes(parent: ET.Element, above: StableId | None = None) -> Iterator[SetCode]:
    """Yield the codes below an element, each before those below it, whatever their namespace."""
    for code in parent:
        if _local(code) != "Code":
            continue
        said = next((child.text or "" for child in code if _local(child) == "Description"), "")
        words = read_description(said)
        stable = guid(code)
        yield SetCode(
            id=stable,
            name=code.get("name", ""),
            colour=_nearest(code.get("color")),
            parent=above,
            memo=words.memo,
            sign=words.sign,
            description=words.description,
            examples=words.examples,
            codable=code.get("isCodable", "true").strip().lower() not in _FALSE,
            retired=words.retired,
        )
        yield from read_codes(code, stable)


def _local(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2]


def _nearest(colour: str | None) -> str:
    """Return the colour of the palette that is like a colour of the web."""
    found = _HEX.match(colour or "")
    names = code_lines()
    if found is None:
        return next(iter(names))
    wanted = _rgb(found)
    return min(names, key=lambda name: _far(wanted, names[name]))


def _rgb(found: re.Match[str]) -> tuple[int, ...]:
    return tuple(int(part, 16) for part in found.groups())


def _far(wanted: tuple[int, ...], colour: str) -> int:
    found = _HEX.match(colour)
    if found is None:
        raise ValueError(colour)
    return sum((one - other) ** 2 for one, other in zip(wanted, _rgb(found), strict=True))
