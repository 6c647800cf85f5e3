"""The elements of REFI-QDA that a project and a codebook share.

After the standard's schema (QDA-XML 1.0, www.qdasoftware.org): what QDA programs exchange.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from xml.etree import ElementTree as ET

from variorum.annotations.mark_set import SetCode, StableId
from variorum.exchange.code_words import described
from variorum.exchange.palette import code_lines

ORIGIN = "Variorum"

_NO_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def fits_xml(text: str) -> bool:
    """Tell whether XML can hold a text character by character."""
    return not _NO_XML.search(text)


def xml_words(text: str) -> str:
    """Return a text that XML can hold; what it cannot becomes U+FFFD."""
    return _NO_XML.sub("\ufffd", text)


def serialised(root: ET.Element) -> bytes:
    """Return a document in which carriage returns are kept, too."""
    text = ET.tostring(root, encoding="unicode", short_empty_elements=True)
    # In attributes they are escaped already; elsewhere a reader would take them for line ends.
    text = text.replace("\r", "&#13;")
    return f'<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n{text}\n'.encode()


def add_codes(parent: ET.Element, codes: Sequence[SetCode]) -> None:
    """Write the codes as a tree below an element, siblings in the order of the codebook."""
    known = {code.id for code in codes}
    below: dict[StableId | None, list[SetCode]] = {}
    for code in codes:
        below.setdefault(code.parent if code.parent in known else None, []).append(code)
    _add(parent, below.get(None, ()), below)


def _add(
    parent: ET.Element,
    codes: Iterable[SetCode],
    below: Mapping[StableId | None, Sequence[SetCode]],
) -> None:
    for code in codes:
        element = ET.SubElement(
            parent,
            "Code",
            guid=code.id,
            name=xml_words(code.name),
            isCodable="true" if code.codable else "false",
            color=code_lines().get(code.colour, "#808080"),
        )
        said = described(code)
        if said:
            ET.SubElement(element, "Description").text = xml_words(said)
        _add(element, below.get(code.id, ()), below)


def codebook(codes: Sequence[SetCode]) -> bytes:
    """Return a codebook as a .qdc file."""
    root = ET.Element("CodeBook", xmlns="urn:QDA-XML:codebook:1.0", origin=ORIGIN)
    add_codes(ET.SubElement(root, "Codes"), codes)
    return serialised(root)
