"""Sixty files that mean harm, or look as if they did, each made by a few lines of our own.

They follow the findings of the plan for reliability: entities, nesting, endless lines and
cells, wrong encodings, archives that lie, documents that swell, paths that are no files.
"""

import gzip
import io
import lzma
import os
import stat
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

STORY = "HALVERN (Northline) - The ferry to Saltholm stayed in port on Monday.\n\nTalks go on.\n"
MEGA = 1_000_000
_ROOT = "word/document.xml"
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


@dataclass(frozen=True, slots=True)
class Hostile:
    """Hold a file's name, how it is made, and whether it is made and read in a moment."""

    name: str
    make: Callable[[Path], object]
    is_quick: bool


def zipped(members: dict[str, bytes | str], *, stored: bool = False) -> bytes:
    """Return a zip of some members."""
    out = io.BytesIO()
    method = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def written(data: bytes | str) -> Callable[[Path], object]:
    """Return what writes a file."""
    return lambda path: path.write_bytes(data.encode() if isinstance(data, str) else data)


def lazily(data: Callable[[], bytes | str]) -> Callable[[Path], object]:
    """Return what writes a file whose content is made only then: it is large."""

    def write(path: Path) -> None:
        written(data())(path)

    return write


def _matryoshka(depth: int) -> bytes:
    data = zipped({"a.txt": STORY})
    for number in range(depth):
        data = zipped({f"{number}.zip": data})
    return data


def _patched(data: bytes, sign: bytes, place: int, value: bytes) -> bytes:
    """Return a zip whose entries of a kind hold something else at a place."""
    out, at = bytearray(data), data.find(sign)
    while at >= 0:
        out[at + place : at + place + len(value)] = value
        at = data.find(sign, at + 4)
    return bytes(out)


def _linked() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        info = zipfile.ZipInfo("link.txt")
        info.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(info, "/etc/hosts")
        archive.writestr("a.txt", STORY)
    return out.getvalue()


def _tar_of_things() -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE):
            info = tarfile.TarInfo(f"../{kind.decode()}")
            info.type, info.linkname = kind, "/etc/hosts"
            archive.addfile(info)
    return out.getvalue()


def _tar_that_lies() -> bytes:
    info = tarfile.TarInfo("a.txt")
    info.size = 4 << 30
    return info.tobuf() + STORY.encode()


def _laughs(width: int = 10, depth: int = 9) -> str:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * width}">' for n in range(1, depth + 1))
    return f'<!DOCTYPE nitf [<!ENTITY l0 "ha">{entities}]><nitf><body>&l{depth};</body></nitf>'


def _docx(document: str) -> bytes:
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            _ROOT: f'<?xml version="1.0"?><w:document {_W}><w:body>{document}</w:body></w:document>',
        }
    )


def _xlsx(sheet: str) -> bytes:
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    return zipped(
        {
            "[Content_Types].xml": f'<Types xmlns="{package}/content-types">'
            f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
            f'<Override PartName="/xl/worksheets/s.xml" ContentType="{kind}.worksheet+xml"/></Types>',
            "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1"'
            f' Type="{rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{rel}"><sheets>'
            '<sheet name="s" sheetId="1" r:id="r1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships">'
            f'<Relationship Id="r1" Type="{rel}/worksheet" Target="worksheets/s.xml"/>'
            "</Relationships>",
            "xl/worksheets/s.xml": f'<worksheet xmlns="{main}"><sheetData>{sheet}</sheetData>'
            "</worksheet>",
        }
    )


def _pdf(stream: bytes, *, pages: int = 1) -> bytes:
    """Return a PDF whose pages all show one stream, which is packed."""
    packed = zlib.compress(stream, 9)
    kids = " ".join(f"{n + 5} 0 R" for n in range(pages))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {pages}/Kids[{kids}]>>".encode(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n" % len(packed) + packed + b"\nendstream",
    ]
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
    objects += [page + b"/Resources<</Font<</F 3 0 R>>>>>>"] * pages
    body, places = b"%PDF-1.4\n", list[int]()
    for number, each in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj" % number + each + b"endobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        body
        + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
        + table
        + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(body))
    )


def _shown(words: int) -> bytes:
    line = b"BT /F 8 Tf 10 %d Td (Ferries stayed in port again and again.) Tj ET\n"
    return b"".join(line % (n % 790) for n in range(words))


def _sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(9 << 30)


def _many_in_tar() -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as archive:
        for number in range(10_000):
            archive.addfile(tarfile.TarInfo(f"{number}.txt"))
    return out.getvalue()


def _page(body: str) -> str:
    return f"<!DOCTYPE html><html><head><title>A page</title></head><body>{body}</body></html>"


def _json_row(text: str) -> str:
    return '{"headline": "One", "text": "' + text + '"}'


_QUICK: tuple[tuple[str, Callable[[Path], object]], ...] = (
    ("laughs.xml", written(_laughs())),
    ("laughs-in.docx", written(zipped({_ROOT: _laughs()}))),
    ("entity-of-a-file.xml", written('<!DOCTYPE nitf [<!ENTITY x SYSTEM "file:///etc/hosts">]><nitf>&x;</nitf>')),
    ("entity-of-a-host.xml", written('<!DOCTYPE nitf SYSTEM "http://example.org/x.dtd"><nitf><body/></nitf>')),
    ("deep.xml", lazily(lambda: "<nitf>" + "<p>" * 200_000 + "x" + "</p>" * 200_000 + "</nitf>")),
    ("deep-small.xml", written("<rss>" + "<item>" * 8_000)),
    ("attributes.xml", lazily(lambda: "<nitf " + " ".join(f'a{n}="x"' for n in range(60_000)) + "/>")),
    ("deep-div.html", written(_page("<div>" * 1_000 + "x"))),
    ("deeper-div.html", lazily(lambda: _page("<div>" * 200_000 + "x"))),
    ("deep-bold.html", written(_page("<b>" * 20_000 + STORY))),
    ("deep-lists.html", written(_page("<ul><li>" * 5_000 + STORY))),
    ("deep-tables.html", written(_page("<table><tr><td>" * 50 + STORY + "</td></tr></table>" * 50))),
    ("images.html", written(_page(f'<article><img src="file:///etc/hosts"><p>{STORY * 9}</p></article>'))),
    ("unclosed.html", lazily(lambda: _page("<p " * 30_000))),
    ("comment.html", lazily(lambda: "<html><!--" + "-" * 90_000)),
    ("deep.json", lazily(lambda: "[" * 100_000)),
    ("deep-object.json", lazily(lambda: '{"a":' * 50_000 + "1" + "}" * 50_000)),
    ("big-number.json", lazily(lambda: '[{"text": ' + "9" * 90_000 + "}]")),
    ("deep-in-row.jsonl", lazily(lambda: _json_row(STORY.replace("\n", " ")) + '\n{"text": ' + "[" * 50_000 + "\n")),
    ("brackets.md", written("---\ntitle: One\n---\n" + "[" * 20_000)),
    ("lists.md", written("# One\n\n" + "".join("  " * n + "- x\n" for n in range(300)))),
    ("quotes.md", written("# One\n\n" + "> " * 20_000 + "x")),
    ("words-for-a-pattern.txt", written(STORY + "word " * 18_000 + "!")),
    ("dashes.txt", written(STORY + "-" * 90_000)),
    ("spaces.txt", written(STORY + " " * 90_000 + "x")),
    ("capitals.txt", written(STORY + "A" * 90_000)),
    ("nul.txt", written(STORY.encode() + b"\0" * 200 + STORY.encode() * 100)),
    ("noise.txt", written(bytes(range(256)) * 200)),
    ("surrogates.txt", written(STORY.encode() + b"\xed\xa0\x80\xed\xbf\xbf" * 100)),
    ("half-utf-16.txt", written(b"\xff\xfe" + STORY.encode("utf-16-le") + b"\x00")),
    ("wrong-charset.html", written(b'<meta charset="utf-16">' + _page(f"<p>{STORY}</p>").encode())),
    ("overlong.txt", written(STORY.encode() + b"\xc0\xaf\xe0\x80\xaf" * 50)),
    ("turned-about.txt", written("\u202e" * 9_000 + STORY)),
    ("endless-cell.csv", lazily(lambda: 'headline,text\nOne,"' + "x " * 40_000)),
    ("quotes.csv", lazily(lambda: "headline,text\n" + '"' * 90_000)),
    ("formulas.csv", written("headline,text\n=HYPERLINK(1),+1 " + STORY.replace("\n", " ") * 9)),
    ("out.zip", written(zipped({"../../out.txt": STORY, "/out.txt": STORY, "..\\out.txt": STORY, "C:\\o.txt": STORY}))),
    ("link.zip", written(_linked())),
    ("nested.zip", lazily(lambda: _matryoshka(40))),
    ("lies.zip", written(_patched(zipped({"a.txt": STORY}), b"PK\x01\x02", 24, struct.pack("<L", 9)))),
    ("overlaps.zip", written(_patched(zipped({"a.txt": STORY, "b.txt": STORY}), b"PK\x01\x02", 42, bytes(4)))),
    ("locked.zip", written(_patched(zipped({"a.txt": STORY}), b"PK\x01\x02", 8, b"\x01"))),
    ("huge-by-its-word.zip", written(_patched(zipped({"a.txt": STORY}), b"PK\x01\x02", 24, b"\xfe\xff\xff\xff"))),
    ("cut.zip", written(zipped({"a.txt": STORY * 99})[:-40])),
    ("things.tar", written(_tar_of_things())),
    ("lies.tar", written(_tar_that_lies())),
    ("cut.txt.gz", written(gzip.compress(STORY.encode())[:-12])),
    ("deep.rtf", lazily(lambda: "{\\rtf1 " + "{" * 40_000 + "x")),
    ("binary.rtf", written("{\\rtf1 \\bin2147483647 x}")),
    ("nothing.pdf", written(b"%PDF-1.7\n" + b"1 0 obj<</Kids[1 0 R]>>endobj\n" * 2_000)),
    ("circle.eml", written("Subject: One\nContent-Type: message/rfc822\n\n" * 500)),
)  # fmt: skip


_SLOW: tuple[tuple[str, Callable[[Path], object]], ...] = (
    ("tags.md", written("# One\n\n" + "<a " * 5_000)),
    ("line-of-100-mb.txt", lazily(lambda: "x" * 100 * MEGA)),
    ("line-of-50-mb.txt", lazily(lambda: "x" * 50 * MEGA)),
    ("words-of-50-mb.txt", lazily(lambda: "word " * 10 * MEGA)),
    ("spaces-of-50-mb.html", lazily(lambda: _page("<p>" + " " * 50 * MEGA))),
    ("items-of-45-mb.xml", lazily(lambda: "<rss><channel>" + "<item/>" * 6 * MEGA)),
    ("cell-of-60-mb.csv", lazily(lambda: 'headline,text\nOne,"' + "x " * 30 * MEGA)),
    ("array-of-45-mb.json", lazily(lambda: '{"a": [' + "[]," * 15 * MEGA)),
    ("bomb.zip", lazily(lambda: zipped({"a.txt": bytes(200 * MEGA)}))),
    ("bomb.txt.gz", lazily(lambda: gzip.compress(bytes(400 * MEGA)))),
    ("bomb.txt.xz", lazily(lambda: lzma.compress(bytes(400 * MEGA), preset=0))),
    ("ten-thousand.zip", lazily(lambda: zipped({f"{n}.txt": STORY for n in range(10_000)}))),
    ("ten-thousand.tgz", lazily(_many_in_tar)),
    ("bomb.docx", lazily(lambda: _docx("<w:p>" + " " * 99 * MEGA + "</w:p>"))),
    ("paragraphs.docx", lazily(lambda: _docx("<w:p><w:r><w:t>x</w:t></w:r></w:p>" * 400_000))),
    ("rows.xlsx", lazily(lambda: _xlsx('<row><c t="inlineStr"><is><t>x</t></is></c></row>' * 600_000))),
    ("bomb.pdf", lazily(lambda: _pdf(b" " * 400 * MEGA))),
    ("pages.pdf", lazily(lambda: _pdf(_shown(4_000), pages=200))),
    ("groups.rtf", lazily(lambda: "{\\rtf1 " + "{\\b x}" * 6 * MEGA)),
    ("sparse.txt", _sparse),
)  # fmt: skip

_THINGS: tuple[tuple[str, Callable[[Path], object]], ...] = (
    ("link-out.txt", lambda path: path.symlink_to("/etc/hosts")),
    ("link-to-itself.txt", lambda path: path.symlink_to(path)),
    ("zero.txt", lambda path: path.symlink_to("/dev/zero")),
    ("pipe.txt", os.mkfifo),
)

QUICK = tuple(Hostile(name, make, is_quick=True) for name, make in _QUICK)
THINGS = tuple(Hostile(name, make, is_quick=True) for name, make in _THINGS)
"""What a folder may hold on POSIX beside files."""
ALL = (*QUICK, *THINGS, *(Hostile(name, make, is_quick=False) for name, make in _SLOW))
