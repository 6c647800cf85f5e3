"""Archives: what of them is read, under which origin, and what is refused, each with a sentence."""

import bz2
import contextlib
import gzip
import io
import lzma
import stat
import tarfile
import zipfile
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.formats.corpora.mapping import parse_mapping
from variorum.formats.corpora.rows import GUESSED, Columns
from variorum.intake import archive_members
from variorum.intake.archive_names import is_passed_over, judge
from variorum.intake.files import judge as judge_file
from variorum.intake.files import pieces_of, read_file
from variorum.intake.skips import FileRefused, Skipped, SkipReason
from variorum.text import Imported

STORY = "PORT MERROW (Northline) - Pilots went back to work on Tuesday.\n\nTalks go on, {}.\n"

Members = Mapping[str, bytes | str]
Packing = Literal["w", "w:gz", "w:bz2", "w:xz"]


def zipped(members: Members, *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a zip of some members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def tarred(members: Members, mode: Packing = "w") -> bytes:
    """Return a tar of some members, packed as its mode says."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:
        for name, content in members.items():
            data = content.encode() if isinstance(content, str) else content
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


def read(
    folder: Path, data: bytes, *, name: str = "desk.zip", columns: Columns = GUESSED
) -> tuple[list[Imported], list[Skipped]]:
    """Return what an archive holds, and what of it is refused."""
    path = folder / name
    path.write_bytes(data)
    found = [each for piece in pieces_of(judge_file(path, columns)) for each in piece.found]
    return (
        [each for each in found if isinstance(each, Imported)],
        [each for each in found if isinstance(each, Skipped)],
    )


def reasons(skipped: list[Skipped]) -> list[SkipReason]:
    """Return the reasons of refusals."""
    return [each.reason for each in skipped]


TWO: Members = {
    "a/monday.txt": STORY.format("slowly"),
    "b.html": "<html><body><article><h1>Fares rise</h1>"
    + "<p>The council of Saltholm raised the fares of its ferries by a tenth on Friday.</p>" * 6
    + "</article></body></html>",
}


@pytest.mark.parametrize(
    "pack",
    [
        zipped,
        partial(zipped, method=zipfile.ZIP_LZMA),
        tarred,
        partial(tarred, mode="w:gz"),
        partial(tarred, mode="w:bz2"),
        partial(tarred, mode="w:xz"),
    ],
)
def test_members_are_read_as_the_files_they_are(
    folder: Path, pack: Callable[[Members], bytes]
) -> None:
    """Each member has its own format and its own origin, whatever archive it lies in."""
    articles, skipped = read(folder, pack(TWO), name="desk.bin")

    assert [each.format for each in articles] == ["plain", "html"]
    assert articles[0].origin == f"{folder.absolute() / 'desk.bin'}!a/monday.txt"
    assert articles[0].article.text == TWO["a/monday.txt"]
    assert skipped == []


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_a_single_packed_file_is_read(folder: Path, pack: Callable[[bytes], bytes]) -> None:
    """What was packed alone is called as its archive, without the ending."""
    articles, _ = read(folder, pack(STORY.encode()), name="pier.txt.gz")

    assert [each.origin.rpartition("!")[2] for each in articles] == ["pier.txt"]


def test_hidden_members_and_folders_are_passed_over(folder: Path) -> None:
    """What no reader put there is not spoken of."""
    members = {
        "__MACOSX/._a.txt": "x",
        ".hidden/a.txt": "x",
        "dir/": "",
        "a.txt": STORY.format("1"),
    }
    articles, skipped = read(folder, zipped(members))

    assert (len(articles), skipped) == (1, [])


def test_an_archive_in_an_archive_is_read_and_one_in_that_is_not(folder: Path) -> None:
    """Two levels are enough for every desk; the rest goes on."""
    inner = zipped({"a.txt": STORY.format("deep")})
    middle = tarred({"c.zip": inner, "b.txt": STORY.format("middle")}, "w:gz")
    articles, skipped = read(folder, zipped({"m.tgz": middle, "z.txt": STORY.format("top")}))

    origins = [each.origin.partition("!")[2] for each in articles]
    assert origins == ["m.tgz!b.txt", "z.txt"]
    assert reasons(skipped) == [SkipReason.NESTED]


def test_an_office_document_is_no_archive(folder: Path) -> None:
    """A zip that is a document is left to its own format."""
    for sign in ("[Content_Types].xml", "mimetype"):
        with pytest.raises(FileRefused, match="Office document"):
            read(folder, zipped({"z.txt": "x", sign: "x"}))


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("../out.txt", "leads out"),
        ("a/../../out.txt", "leads out"),
        ("/etc/hosts.txt", "leads out"),
        ("C:out.txt", "leads out"),
        ("a\\..\\out.txt", "backslash"),
        ("line\nbreak.txt", "no usable one"),
    ],
)
@pytest.mark.parametrize("pack", [zipped, tarred])
def test_a_name_that_is_a_way_elsewhere_is_refused(
    folder: Path, name: str, word: str, pack: Callable[[Members], bytes]
) -> None:
    """The member is left out with a sentence, the others are read."""
    articles, skipped = read(folder, pack({name: "x", "a.txt": STORY.format("1")}))

    assert reasons(skipped) == [SkipReason.UNSAFE]
    assert word in skipped[0].message
    assert len(articles) == 1


@given(st.text(st.characters(codec="utf-8")))
def test_a_name_that_passes_stays_within(name: str) -> None:
    """No name that is not refused leads above or beside the place it would be put in."""
    try:
        judge(name, archive="x.zip")
    except FileRefused:
        return
    assert not name.startswith("/")
    assert ".." not in name.replace("\\", "/").split("/")
    assert "\0" not in name
    assert is_passed_over(f".{name}")


def test_links_and_devices_in_a_tar_are_refused(folder: Path) -> None:
    """Only files are read."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE):
            info = tarfile.TarInfo(f"member{kind.decode()}")
            info.type, info.linkname = kind, "/etc/hosts"
            archive.addfile(info)
    _, skipped = read(folder, out.getvalue())

    said = [each.message.partition(" is ")[2] for each in skipped]
    assert said == ["a link.", "a link.", "no regular file.", "no regular file."]


def test_a_link_in_a_zip_is_refused(folder: Path) -> None:
    """A zip keeps links as files whose mode says so."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        info = zipfile.ZipInfo("link")
        info.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(info, "/etc/hosts")
    _, skipped = read(folder, out.getvalue())

    assert "is a link" in skipped[0].message


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_the_second_of_two_members_of_one_name_is_refused(folder: Path) -> None:
    """The same name spelt another way is the same name."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in ("a.txt", "./a.txt", "a.txt"):
            archive.writestr(name, STORY.format(name))
    articles, skipped = read(folder, out.getvalue())

    assert len(articles) == 1
    assert reasons(skipped) == [SkipReason.UNSAFE] * 2


def test_a_locked_member_is_told(folder: Path) -> None:
    """A password is nobody's to ask for."""
    data = bytearray(zipped({"a.txt": STORY}, method=zipfile.ZIP_STORED))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    _, skipped = read(folder, bytes(data))

    assert "locked with a password" in skipped[0].message


@pytest.mark.parametrize("pack", [zipped, tarred, partial(tarred, mode="w:xz")])
def test_an_archive_of_very_many_files_is_refused_before_any_is_read(
    folder: Path, pack: Callable[[Members], bytes]
) -> None:
    """Ten thousand members are a folder, not an archive of copy."""
    members = {f"{n}.txt": "x" for n in range(10_000)}
    articles, skipped = read(folder, pack(members))

    assert articles == []
    assert [(each.reason, "1,000" in each.message) for each in skipped] == [
        (SkipReason.TOO_LARGE, True)
    ]


@pytest.mark.parametrize(
    "data",
    [
        zipped({"a.txt": bytes(8_000_000)}),
        gzip.compress(bytes(8_000_000)),
        tarred({"a.txt": b" " * 8_000_000}, "w:bz2"),
    ],
)
def test_what_unpacks_out_of_proportion_is_refused(folder: Path, data: bytes) -> None:
    """A bomb is known by its ratio."""
    articles, skipped = read(folder, data)

    assert articles == []
    assert "100 times its size" in skipped[0].message


def test_a_declared_size_over_the_whole_is_refused(folder: Path) -> None:
    """What is declared to be too much is not read to see whether it is true."""
    data = bytearray(zipped({"a.txt": STORY}))
    place = data.index(b"PK\x01\x02") + 24
    data[place : place + 4] = (archive_members.LARGEST_WHOLE + 1).to_bytes(4, "little")
    _, skipped = read(folder, bytes(data))

    assert reasons(skipped) == [SkipReason.TOO_LARGE]


def test_a_member_that_lies_about_its_size_is_damaged(folder: Path) -> None:
    """The others are read all the same."""
    data = bytearray(zipped({"a.txt": STORY, "b.txt": STORY.format("b")}))
    place = data.index(b"PK\x01\x02") + 24
    data[place : place + 4] = (5).to_bytes(4, "little")
    articles, skipped = read(folder, bytes(data))

    assert len(articles) == 1
    assert "damaged" in skipped[0].message


def test_members_that_share_their_bytes_are_refused(folder: Path) -> None:
    """One kind of bomb unpacks the same bytes again and again."""
    data = bytearray(zipped({"a.txt": STORY, "b.txt": STORY}))
    second = data.index(b"PK\x01\x02", data.index(b"PK\x01\x02") + 4)
    data[second + 42 : second + 46] = bytes(4)
    articles, skipped = read(folder, bytes(data))

    assert articles == []
    assert "overlap" in skipped[0].message


@given(st.data())
def test_a_damaged_archive_never_raises_anything_else(data: st.DataObject) -> None:
    """Whatever is wrong with the bytes, each member is read or refused."""
    pack = data.draw(st.sampled_from([zipped(TWO), tarred(TWO), tarred(TWO, "w:gz")]))
    place = data.draw(st.integers(0, len(pack) - 1))
    broken = bytearray(pack)
    broken[place : place + data.draw(st.integers(0, 8))] = data.draw(st.binary(max_size=8))
    file = io.BytesIO(bytes(broken))
    kind = archive_members.kind_of(file) or archive_members.Kind.ZIP
    budget = archive_members.Budget()
    with contextlib.suppress(FileRefused):
        for member in archive_members.members(file, kind, name="x", budget=budget):
            if member.open is not None:
                with archive_members.reading("x"), member.open() as each:
                    assert len(each.read(1_000_000)) < 1_000_000


def test_a_corpus_in_an_archive_is_read_by_its_map(folder: Path) -> None:
    """Rows of members are summed up as rows of files are."""
    table = "k,q\n1,Short words.\n2,\n"
    columns = Columns(parse_mapping("text=q,guid=k"))
    articles, skipped = read(folder, zipped({"rows.csv": table}), columns=columns)

    assert [each.article.text for each in articles] == ["Short words."]
    assert skipped[0].message == "desk.zip!rows.csv: 1 row without text (row 2)."


def test_the_articles_of_an_archive_can_be_named_one_by_one(folder: Path) -> None:
    """Whoever reads it as one file finds its articles numbered through."""
    path = folder / "desk.zip"
    path.write_bytes(zipped({**TWO, "p.png": b"\x89PNG\r\n\x1a\n"}))

    assert [each.index for each in read_file(path)] == [0, 1]


def test_an_archive_without_an_article_says_why(folder: Path) -> None:
    """The sentence of the first refusal stands for all."""
    path = folder / "desk.zip"
    path.write_bytes(zipped({"p.png": b"\x89PNG\r\n\x1a\n"}))

    with pytest.raises(FileRefused, match="PNG"):
        read_file(path)
