"""Laws of the readers of wire formats: any bytes give sound articles or a `FormatError`."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.errors import FormatError
from variorum.formats import registry
from variorum.formats.corpora.table import Read
from variorum.formats.mail import letter as email_letter
from variorum.formats.wires import anpa1312, digitalwires, iptc7901, ninjs, reuters21578
from variorum.text import Imported

WHOLE: dict[Read, bytes] = {
    iptc7901.read_file: (
        b"\x01npa062 3 i 211 abcd   npa 061\r\n\r\nQuay/\r\n\x021ST LEAD\r\nBoats move =\r\n\r\n"
        b"   Geneva (npa) - Boats leave.\r\n\x03041137 GMT Mar 24 \r\n\x7f\x04"
    ),
    anpa1312.read_file: (
        b"\x16\x16\x01N2870\x1f_north\nr i\x13\x11 BC-Quay 1stLd   03-04 0310\r\n\x02^BC-Quay,3<\r\n"
        b"^Boats move<\r\n\x08\x1f;a;b;c\x10\r\n\t   GENEVA (AP) _ Boats.\r\n\x03NP-WF-03-04-24 1137GMT<\x04"
    ),
    reuters21578.read_file: (
        b'<REUTERS NEWID="1"><DATE>4-MAR-1987</DATE><TOPICS><D>a</D></TOPICS><TEXT>&#2;<TITLE>A&lt;'
        b"</TITLE><DATELINE>   B, March 4 - </DATELINE><BODY>Boats.\n&#3;</BODY></TEXT></REUTERS>"
    ),
    ninjs.read_file: (
        b'{"uri": "urn:1", "headline": "Boats \\ud800", "body_html": "<p>They leave.</p>", "version": 2,'
        b' "place": [{"name": "Quay"}], "associations": {"a": {"uri": "urn:2", "body_text": "B"}}}'
    ),
    digitalwires.read_file: (
        b'{"format": "digitalwires@0.9", "urn": "urn:1", "headline": "A", "dateline": "Q (dpa) - ",'
        b' "article_html": "<p>B</p>", "descriptions": [{"description": "C"}], "ednotes": null}'
    ),
    email_letter.read_file: (
        b"From: a <a@b.example>\nSubject: =?utf-8?q?Boats?=\nDate: Mon, 4 Mar 2024 11:37:00 +0100\n"
        b'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="x"\n\n--x\n\nBoats leave.\n'
        b'--x\nContent-Type: image/png; name="a.png"\nContent-Transfer-Encoding: base64\n\nAAAA\n--x--\n'
    ),
}
READERS = pytest.mark.parametrize(
    "read",
    WHOLE,
    ids=["iptc7901", "anpa1312", "reuters21578", "ninjs", "digitalwires", "email"],
)


def articles_of(read: Callable[..., list[Imported]], data: bytes) -> list[Imported]:
    """Return the articles of some bytes; none where they are refused."""
    try:
        found = read(data, name="file", origin="/a/file")
    except FormatError:
        return []
    assert found
    return found


def check(imported: Imported) -> None:
    """Check that passages tile a text, and that a database can hold all there is."""
    article = imported.article
    words = [
        article.text,
        imported.origin,
        *(value for value in (article.headline, article.byline, article.slug) if value),
        *(problem.detail for problem in imported.problems),
        *imported.details.subjects,
        *imported.details.headlines,
    ]

    assert "".join(passage.span.of(article.text) for passage in article.passages) == article.text
    assert all(word.encode("utf-8") and "\0" not in word for word in words if word)
    assert article.text.strip()


def damaged(whole: bytes) -> st.SearchStrategy[bytes]:
    """Return bytes made from whole ones by cutting, doubling and putting things in."""
    place = st.integers(0, len(whole))
    signs = st.sampled_from(
        [b"", b"\0", b"\x01", b"\x02", b"\x03", b"\n", b'"', b"{", b"]", b",", b"<", b"&", b"\xff", b"\\u0000"]
    )  # fmt: skip

    def change(first: int, second: int, third: int, sign: bytes) -> bytes:
        low, high = sorted((first, second))
        return whole[:low] + sign + whole[third:high] + sign + whole[high:]

    return st.builds(change, place, place, place, signs | st.binary(max_size=6))


@READERS
def test_whole_files_are_read(read: Read) -> None:
    """The files from which the damaged ones are made are read."""
    assert articles_of(read, WHOLE[read])


@READERS
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_damaged_files_give_sound_articles_or_are_refused(read: Read, data: st.DataObject) -> None:
    """No damage raises anything but a `FormatError`."""
    for imported in articles_of(read, data.draw(damaged(WHOLE[read]))):
        check(imported)


@READERS
@settings(max_examples=40, deadline=None)
@given(data=st.binary(max_size=300))
def test_any_bytes_give_sound_articles_or_are_refused(read: Read, data: bytes) -> None:
    """A reader is safe for any bytes, whoever recognised them."""
    for imported in articles_of(read, data):
        check(imported)


@settings(max_examples=80, deadline=None)
@given(data=st.data())
def test_any_damaged_file_is_recognised_as_something(data: st.DataObject) -> None:
    """Whatever a damaged file is taken for, it is read or refused."""
    whole = data.draw(st.sampled_from(sorted(WHOLE.values())))
    for imported in articles_of(registry.read_bytes, data.draw(damaged(whole))):
        check(imported)
