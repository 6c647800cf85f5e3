"""The SGML of the Reuters-21578 collection."""

import datetime as dt
import gzip
import json
from pathlib import Path

import pytest

from variorum.errors import FormatError
from variorum.formats import registry
from variorum.formats.wires import reuters21578
from variorum.text import Imported, PassageKind

RECORD = """<REUTERS TOPICS="YES" LEWISSPLIT="TRAIN" CGISPLIT="TRAINING-SET" OLDID="9" NEWID="{number}">
<DATE> 4-MAR-1987 15:01:01.79</DATE>
<TOPICS><D>ferries</D><D>ship</D></TOPICS>
<PLACES><D>norland</D></PLACES>
<PEOPLE></PEOPLE>
<ORGS><D>imo</D></ORGS>
<UNKNOWN>
&#5;&#5;&#5;C T
&#22;&#22;&#1;f0412&#31;norte
u f BC-HARBOURTON-FERRIES   03-04 0105</UNKNOWN>
<TEXT>&#2;
{text}
&#3;{close}</TEXT>
</REUTERS>
"""
TEXT = """<TITLE>HARBOURTON &lt;HBT> MOVES FERRIES</TITLE>
<AUTHOR>    By Kim Lund, Reuters</AUTHOR>
<DATELINE>    HARBOURTON, March 4 - </DATELINE><BODY>The ferry board said boats would leave
from the northern quay &amp; the old pier would close.
    Repairs would cost 4.2 mln crowns.
 Reuter"""


def record(number: int = 1, text: str = TEXT) -> str:
    """Return an invented record in the collection's shape."""
    return RECORD.format(number=number, text=text, close="</BODY>" if "<BODY>" in text else "")


def load(text: str) -> list[Imported]:
    """Read a file as the program does."""
    data = f'<!DOCTYPE lewis SYSTEM "lewis.dtd">\n{text}'.encode("latin-1")
    return registry.read_bytes(data, name="r.sgm", origin="/a/r.sgm")


def test_record_is_read_with_its_fields() -> None:
    """Tags of the text and of the record each give their fields."""
    (imported,) = load(record(17))
    article, details = imported.article, imported.details

    assert imported.format == "reuters21578"
    assert imported.origin == "reuters21578:17"
    assert article.headline == "HARBOURTON <HBT> MOVES FERRIES"
    assert article.byline == "By Kim Lund, Reuters"
    assert article.slug == "HARBOURTON-FERRIES"
    assert article.published == dt.date(1987, 3, 4)
    assert article.source == "Reuters"
    assert details.subjects == ("ferries", "ship")
    assert details.places == ("norland",)
    assert details.keywords == ("imo",)
    assert details.urgency == "u"
    assert details.dateline == "HARBOURTON, March 4 -"


def test_text_is_the_wire_s() -> None:
    """Line breaks stay, entities are resolved once, and no control character is left."""
    (imported,) = load(record())
    text = imported.article.text

    assert "northern quay & the old pier" in text
    assert "boats would leave\nfrom the northern" in text
    assert not {sign for sign in text if sign < " "} - {"\n"}
    assert imported.article.passages[0].kind is PassageKind.HEADLINE


def test_each_record_is_an_article_with_its_own_bytes() -> None:
    """Records follow each other, and one that is empty is named with the first."""
    found = load(record(1) + record(2, text="") + record(3))

    assert [imported.details.guid for imported in found] == ["1", "3"]
    assert [problem.detail for problem in found[0].problems] == ["REUTERS x 1"]
    assert found[1].received.count(b"<REUTERS") == 1


def test_record_without_tags_is_left_to_the_wire_reader() -> None:
    """What the collection did not take apart is read as copy."""
    (imported,) = load(
        record(
            text="\n  HARBOURTON MOVES FERRIES\n    HARBOURTON, March 4 - The board said boats\nwould leave. Reuter"
        )
    )

    assert imported.article.dateline is not None
    assert imported.article.dateline.place == "HARBOURTON"


def test_record_cut_off_is_read() -> None:
    """The last record of a file that broke off is read as far as it goes."""
    (imported,) = load(record().partition("Repairs")[0])

    assert imported.article.headline == "HARBOURTON <HBT> MOVES FERRIES"
    assert [problem.detail for problem in imported.problems] == ["</TEXT>"]


def test_file_without_records_is_refused() -> None:
    """A file that only looks like the collection is refused in a sentence."""
    with pytest.raises(FormatError, match="holds no story"):
        reuters21578.read_file(b"<!DOCTYPE lewis>", name="r.sgm", origin="/a/r.sgm")


def test_collection_comes_through_as_its_gold_says(data: Path) -> None:
    """Titles, authors, datelines and texts of a file equal what was taken out of it by hand."""
    folder = data / "reuters21578"
    lines = gzip.decompress((folder / "fields.jsonl.gz").read_bytes()).splitlines()
    gold = {row["newid"]: row for row in map(json.loads, lines) if row["file"] == "reut2-000.sgm"}
    whole = gzip.decompress((folder / "reut2-000.sgm.gz").read_bytes())
    part = whole[: whole.index(b"<REUTERS", 300_000)]
    different = [
        imported.details.guid
        for imported in reuters21578.read_file(part, name="r", origin="/a/r")
        if _differs(imported, gold[int(imported.details.guid or 0)])
    ]

    assert different == []


def _differs(imported: Imported, gold: dict[str, str | None]) -> bool:
    def collapsed(words: str | None) -> str | None:
        return " ".join(words.split()) if words else None

    article = imported.article
    return (
        (gold["title"] is not None and article.headline != collapsed(gold["title"]))
        or (gold["author"] is not None and article.byline != collapsed(gold["author"]))
        or imported.details.dateline != collapsed(gold["dateline"])
        or article.text.strip("\n ") != (gold["text"] or "").strip("\n ")
    )
