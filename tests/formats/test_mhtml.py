"""Web archives: the page among its parts, its address, its encoding."""

import base64
import quopri

import pytest

from variorum.errors import FormatError
from variorum.formats import registry
from variorum.text import Imported

PAGE = """<html><head><meta charset="utf-8"><title>Old pier to close</title></head><body>
<h1>Old pier to close</h1><article><p>Zoë Blanc of the harbour board said on Monday that the old pier
would close.</p><p>Ferries will leave from the northern quay until the spring, the board said.</p>
<p>The repairs are expected to cost 4.2 million crowns in all.</p></article></body></html>"""


def archive(body: bytes, *, coding: str, charset: str = "utf-8") -> bytes:
    """Return a web archive as browsers write it: a style first, then the page."""
    head = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://courier.example/pier\r\n"
        "Subject: =?utf-8?Q?Old=20pier?=\r\nDate: Mon, 4 Mar 2024 08:30:00 -0000\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="--cut--"\r\n\r\n\r\n'
    )
    style = "----cut--\r\nContent-Type: text/css\r\nContent-Location: cid:css@x\r\n\r\nbody { color: red }\r\n"
    page = (
        f"----cut--\r\nContent-Type: text/html; charset={charset}\r\nContent-Transfer-Encoding: {coding}\r\n"
        "Content-Location: https://courier.example/pier\r\n\r\n"
    )
    frame = "\r\n----cut--\r\nContent-Type: text/html\r\nContent-Location: cid:frame@x\r\n\r\n<p>An ad.</p>"
    return (head + style + page).encode() + body + (frame + "\r\n----cut----\r\n").encode()


def load(data: bytes) -> Imported:
    """Read the one article of an archive."""
    (imported,) = registry.read_bytes(data, name="page.mhtml", origin="/a/page.mhtml")
    return imported


@pytest.mark.parametrize(
    ("body", "coding"),
    [
        (quopri.encodestring(PAGE.encode()), "quoted-printable"),
        (base64.encodebytes(PAGE.encode()), "base64"),
        (PAGE.encode(), "8bit"),
    ],
    ids=["quoted-printable", "base64", "8bit"],
)
def test_page_is_read_from_its_archive(body: bytes, coding: str) -> None:
    """The page is found among its parts, whatever it is wrapped in."""
    data = archive(body, coding=coding)
    imported = load(data)

    assert imported.format == "mhtml"
    assert imported.origin == "https://courier.example/pier"
    assert imported.received == data
    assert imported.article.headline == "Old pier to close"
    assert "Zoë Blanc of the harbour board" in imported.article.text
    assert "An ad." not in imported.article.text


def test_part_declares_its_encoding() -> None:
    """A part's header outranks what the page says of itself."""
    data = archive(PAGE.encode("cp1252"), coding="8bit", charset="windows-1252")

    assert "Zoë Blanc" in load(data).article.text


def test_archive_without_a_page_is_refused() -> None:
    """Pictures alone are no article."""
    data = (
        b'From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n'
        b"--b\nContent-Type: image/png\n\nxx\n--b--\n"
    )

    with pytest.raises(FormatError, match=r"^page\.mhtml holds no page\.$"):
        load(data)


def test_parts_within_parts_end_in_a_sentence() -> None:
    """No nesting brings the reader down."""
    nest = "".join(
        f'Content-Type: multipart/related; boundary="b{n}"\n\n--b{n}\n' for n in range(3_000)
    )

    with pytest.raises(FormatError):
        load(
            b"MIME-Version: 1.0\n" + nest.encode() + b"Content-Type: text/html\n\n" + PAGE.encode()
        )


def test_letter_is_no_archive() -> None:
    """A letter with pictures in it is mail, not a saved page."""
    data = archive(PAGE.encode(), coding="8bit").replace(
        b"Subject:", b"To: desk@courier.example\r\nSubject:"
    )

    assert load(data).format != "mhtml"
