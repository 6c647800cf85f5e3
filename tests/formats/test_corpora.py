"""Corpora: every row an article whatever its text, columns guessed or named, nothing but refusals."""

import csv
import datetime as dt
import io
import json
from collections.abc import Sequence
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.errors import FormatError
from variorum.formats import registry
from variorum.formats.corpora.lines import SAMPLE
from variorum.formats.corpora.mapping import (
    DateOrder,
    Mapping,
    Role,
    format_mapping,
    mapping_of,
    parse_mapping,
)
from variorum.formats.corpora.rows import GUESSED, Columns, LeftOut, LeftOutWhy
from variorum.text import Imported, PassageKind, ProblemKind

BODY = "PORTO NOVA (Sample Wire) - Harbour pilots returned to work on Monday after a long night."
LONG = f"{BODY} {'The union said its members had voted for the offer. ' * 5}".strip()
TEXTS = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0<\ufeff"), min_size=1
).filter(lambda text: bool(text.strip()))
NAMED = Columns(mapping_of([(Role.TEXT, "text"), (Role.HEADLINE, "title")]))


def rows_of(
    data: bytes, *, columns: Columns = GUESSED, kind: str | None = None
) -> list[Imported | LeftOut]:
    """Read a corpus row by row; of the given format, else of the one it is recognised as."""
    name = kind or registry.recognised(data[: registry.SAMPLE], "corpus").name
    named = next(row for row in registry.FORMATS if row.name == name)
    rows = registry.read_rows(
        io.BytesIO(data), kind=named, columns=columns, name="corpus", origin="/corpus"
    )
    return list(rows)


def articles_of(data: bytes, *, columns: Columns = GUESSED) -> list[Imported]:
    """Read a corpus of which no row is left out."""
    rows = rows_of(data, columns=columns)
    assert not [row for row in rows if isinstance(row, LeftOut)]
    return [row for row in rows if isinstance(row, Imported)]


def table(rows: Sequence[Sequence[str]], delimiter: str = ",") -> bytes:
    """Write rows as CSV."""
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue().encode("utf-8")


@settings(deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=6), st.sampled_from(",\t;"))
def test_every_row_of_csv_is_an_article(texts: list[str], delimiter: str) -> None:
    """Give back each text of a table as it was written, in order."""
    data = table([["title", "text"], *(["", text] for text in texts)], delimiter)

    read = [row for row in rows_of(data, columns=NAMED, kind="csv") if isinstance(row, Imported)]

    assert [each.article.text for each in read] == texts
    assert [each.index for each in read] == list(range(len(texts)))


@settings(deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=6), st.booleans())
def test_every_row_of_json_is_an_article(texts: list[str], ascii_only: bool) -> None:  # noqa: FBT001 - drawn
    """Give back each text of JSON Lines and of an array as it was written, in order."""
    rows = [{"text": text, "title": ""} for text in texts]
    lines = "\n".join(json.dumps(row, ensure_ascii=ascii_only) for row in rows).encode("utf-8")
    whole = json.dumps(rows, ensure_ascii=ascii_only).encode("utf-8")

    for data, kind in ((lines, "jsonl"), (whole, "json")):
        read = rows_of(data, columns=NAMED, kind=kind)
        assert [each.article.text for each in read if isinstance(each, Imported)] == texts


@settings(deadline=None)
@given(
    st.binary(max_size=400),
    st.sampled_from([b"", b'{"text": "', b'[{"text": "a"}, ', b"title,text\n", b"title\ttext\n"]),
    st.sampled_from(["csv", "json", "jsonl", "xlsx"]),
)
def test_bytes_give_articles_or_a_refusal(noise: bytes, opening: bytes, kind: str) -> None:
    """Raise nothing but `FormatError`, whatever stands in a file."""
    data = opening + noise
    with suppress(FormatError):
        rows_of(data, columns=NAMED, kind=kind)


@given(
    st.dictionaries(
        st.sampled_from(Role),
        st.text(st.characters(exclude_categories=["Cc", "Cs", "Zs", "Zl", "Zp"]), min_size=1),
    ),
    st.sampled_from([None, *DateOrder]),
)
def test_a_mapping_comes_back_from_its_words(
    columns: dict[Role, str], order: DateOrder | None
) -> None:
    """`--map` takes whatever a mapping is written as."""
    mapping = mapping_of(
        {**columns, Role.TEXT: columns.get(Role.TEXT, "body")}.items(), order=order
    )

    assert parse_mapping(format_mapping(mapping)) == mapping


@pytest.mark.parametrize(
    ("head", "roles"),
    [
        ("Headline,Body,Published,Publisher,Author", "headline text date source byline"),
        ("titre,texte,date de publication,auteur,langue", "headline text date byline language"),
        ("Titel,Volltext,Datum,Zeitung,Autor", "headline text date source byline"),
        ("titular,cuerpo,fecha,fuente,url", "headline text date source address"),
        ("标题,正文,日期,来源,作者", "headline text date source byline"),
        ("articleTitle,article_text,pub-date,id,slug", "headline text date guid slug"),
    ],
)
def test_columns_are_guessed_in_many_languages(head: str, roles: str) -> None:
    """A corpus that names its columns plainly needs no question."""
    cells = {
        "headline": "Pilots end their strike", "text": LONG, "date": "2021-03-0{}", "byline": "Ann Example",
        "source": "Sample Wire", "language": "en", "address": "https://x.invalid/{}",
        "guid": "a{}", "slug": "PILOTS-STRIKE",
    }  # fmt: skip
    rows = [[cells[role].replace("{}", str(n)) for role in roles.split()] for n in (1, 2, 3)]
    data = table([head.split(","), *rows])

    look = registry.look(io.BytesIO(data), kind=registry.recognised(data, "corpus"), name="corpus")

    assert look.certain
    assert dict(look.mapping.columns) == {
        Role(role): name for role, name in zip(roles.split(), head.split(","), strict=True)
    }


def test_a_row_brings_its_fields_and_keeps_the_rest() -> None:
    """Headline and byline stand above the text, and what has no role keeps its column's name."""
    row = {
        "title": "Pilots end their strike", "body": LONG, "published": "2021-03-03T10:00:00+01:00",
        "author": "Ann Example", "source": {"name": "Sample Wire"}, "desk": "Ports", "id": "77",
    }  # fmt: skip
    (read,) = articles_of(f"{json.dumps(row)}\n{json.dumps({'body': ' '})}\n".encode()[:-15])
    article = read.article

    assert article.text == f"Pilots end their strike\n\nAnn Example\n\n{LONG}"
    assert [p.kind for p in article.passages[:2]] == [PassageKind.HEADLINE, PassageKind.BYLINE]
    assert article.source == "Sample Wire"
    assert article.published == dt.datetime.fromisoformat("2021-03-03T10:00:00+01:00")
    assert article.dateline is not None
    assert read.details.guid == "77"
    assert read.origin == "/corpus#77"
    assert read.details.extra == (("desk", "Ports"),)
    assert json.loads(read.received) == row


def test_a_text_that_opens_with_its_headline_has_it_once() -> None:
    """Nothing is set above a text that says it already."""
    data = table([["title", "text"], ["Pilots end strike", f"PILOTS END STRIKE\n\n{BODY}"]])

    (read,) = articles_of(data)

    assert read.article.text == f"PILOTS END STRIKE\n\n{BODY}"
    assert read.article.headline == "Pilots end strike"


def test_html_in_a_cell_is_read_as_html() -> None:
    """What systems export as markup becomes paragraphs."""
    data = table(
        [["title", "body"], ["Pilots", "<p>One &amp; two.</p><h2>Talks</h2><p>Three.</p>"]]
    )

    (read,) = articles_of(data)

    assert read.article.text == "Pilots\n\nOne & two.\n\nTalks\n\nThree."


@pytest.mark.parametrize(
    ("cells", "order", "first"),
    [
        (["13/04/2019", "02/04/2019"], DateOrder.DAY_FIRST, dt.date(2019, 4, 13)),
        (["04/13/2019", "04/02/2019"], DateOrder.MONTH_FIRST, dt.date(2019, 4, 13)),
        (["Tuesday, April 16, 2019 9:10am EDT", "May 3, 2019"], None, dt.date(2019, 4, 16)),
        (["1555372800", "1555372801"], None, dt.datetime(2019, 4, 16, tzinfo=dt.UTC)),
        (["16.04.2019", "02.04.2019"], None, dt.date(2019, 4, 16)),
        (["26-FEB-1987 15:01:01.01", "26-FEB-1987 15:02:20.00"], None, dt.date(1987, 2, 26)),
    ],
)
def test_dates_are_read_by_what_their_column_proves(
    cells: list[str], order: DateOrder | None, first: dt.date
) -> None:
    """The order of day and month is proven by the column, or not needed."""
    data = table([["text", "date"], *([f"{LONG} {n}", cell] for n, cell in enumerate(cells))])
    look = registry.look(io.BytesIO(data), kind=registry.recognised(data, "c"), name="c")

    assert look.mapping.order is order
    assert look.certain
    assert articles_of(data)[0].article.published == first


def test_an_order_that_nobody_proves_is_asked_for() -> None:
    """03/04/2019 is no date until somebody says what stands first, and it is kept as it is."""
    data = table([["text", "date"], [LONG, "03/04/2019"], [f"{LONG} Again.", "05/04/2019"]])
    look = registry.look(io.BytesIO(data), kind=registry.recognised(data, "c"), name="c")
    first = articles_of(data)[0]
    named = Columns(parse_mapping("text=text,date=date,order=dmy"))

    assert not look.certain
    assert first.article.published is None
    assert first.details.extra == (("date", "03/04/2019"),)
    assert [problem.kind for problem in first.problems] == [ProblemKind.PART_UNREAD]
    assert articles_of(data, columns=named)[0].article.published == dt.date(2019, 4, 3)


def test_a_table_without_a_text_is_refused_by_its_columns() -> None:
    """The sentence says which columns there are."""
    data = table([["id", "date"], ["1", "2019-01-01"], ["2", "2019-01-02"]])

    with pytest.raises(FormatError) as refused:
        articles_of(data)

    assert "id, date" in refused.value.hint


def test_a_column_that_is_not_there_is_refused() -> None:
    """A slip of the pen is told, not read around."""
    with pytest.raises(FormatError, match="no column “txt”"):
        articles_of(
            table([["text", "title"], [LONG, "x"]]), columns=Columns(parse_mapping("text=txt"))
        )


def test_rows_without_text_and_broken_rows_are_left_out_by_number() -> None:
    """The rows around them are read."""
    data = b'{"text": "One story."}\n{"text": " "}\n{"text": \n{"text": "Another story."}\n'
    rows = rows_of(data, columns=Columns(parse_mapping("text=text")), kind="jsonl")

    assert [row for row in rows if isinstance(row, LeftOut)] == [
        LeftOut(2, LeftOutWhy.NO_TEXT),
        LeftOut(3, LeftOutWhy.UNREADABLE),
    ]
    assert len(rows) == 4


SHORT = ["Grain prices rose.", "Dockers walked out on Monday."]


@pytest.mark.parametrize("name", ["text", "body", "content", "article"])
def test_a_plain_name_makes_even_short_cells_the_text(name: str) -> None:
    """Length is asked only where no column is called what it is."""
    rows = [{"title": "A", name: SHORT[0]}, {"title": "B", name: SHORT[1]}]
    data = "\n".join(map(json.dumps, rows)).encode()

    read = articles_of(data)

    assert [(each.article.headline, each.article.text.split("\n")[-1]) for each in read] == [
        ("A", SHORT[0]),
        ("B", SHORT[1]),
    ]


def test_a_plain_name_over_numbers_is_no_text() -> None:
    """What holds no words in a row is refused as before."""
    with pytest.raises(FormatError):
        articles_of(table([["article", "date"], ["A-1", "2019-01-01"], ["A-2", "2019-01-02"]]))


@pytest.mark.parametrize("bad", [1, 2, 3])
def test_broken_lines_among_objects_are_left_out_by_number(bad: int) -> None:
    """Wherever they stand, the others are a corpus."""
    good = [json.dumps({"title": text[0], "text": text}) for text in [*SHORT, *SHORT]]
    lines = [*good[: bad - 1], "no object", "[]", *good[bad - 1 :]]
    rows = rows_of("\n".join(lines).encode())

    assert [row for row in rows if isinstance(row, LeftOut)] == [
        LeftOut(bad, LeftOutWhy.UNREADABLE),
        LeftOut(bad + 1, LeftOutWhy.UNREADABLE),
    ]
    assert len(rows) == 6


def test_one_bad_date_leaves_the_others_read() -> None:
    """The row of the bad one is told, and keeps it as it stands."""
    data = table([["text", "date"], [LONG, "14.05.2019"], [LONG, "2019-13-45"]])

    good, bad = articles_of(data)

    assert (good.article.published, bad.article.published) == (dt.date(2019, 5, 14), None)
    assert (good.problems, [each.kind for each in bad.problems]) == ((), [ProblemKind.PART_UNREAD])
    assert bad.details.extra == (("date", "2019-13-45"),)


@pytest.mark.parametrize("end", [b"", b'D,"Another text.",2019-05-15\n'])
def test_a_broken_quote_costs_its_row_alone(end: bytes) -> None:
    """The rows that it would have swallowed are read, and it is named."""
    data = (
        b"title,body,date\n"
        b'A,"Pilots, it seems, went back.",2019-05-14,extra\n'
        b'B,"Nobody ever closed this\n'
        b"C,Grain prices rose.,2019-05-15\n"
    )
    rows = rows_of(data + end)

    assert [row for row in rows if isinstance(row, LeftOut)] == [LeftOut(2, LeftOutWhy.UNREADABLE)]
    headlines = [row.article.headline for row in rows if isinstance(row, Imported)]
    assert headlines == ["A", "C", "D"][: len(rows) - 1]


def test_a_text_that_a_file_breaks_off_in_is_named_and_makes_no_rows() -> None:
    """Paragraphs below an open quote are no rows, for they have not their cells."""
    data = table([["title", "text"], ["A", LONG]]) + b'B,"First.\n\nSecond, third, fourth.\n'

    assert rows_of(data)[1:] == [LeftOut(2, LeftOutWhy.UNREADABLE)]


def test_a_loosely_quoted_text_of_many_lines_is_one_cell() -> None:
    """What stands in plain quotes within a cell breaks no row."""
    data = table([["title", "text"], ["A", LONG]]) + b'B,"He said.\nAnd a "plain" no."\n'

    assert [each.article.headline for each in articles_of(data)] == ["A", "B"]


@pytest.mark.parametrize(
    "shape",
    [
        {
            "articles": [{"title": "One", "text": LONG}, {"title": "Two", "text": LONG}],
            "status": "ok",
        },
        {"title": ["One", "Two"], "text": [LONG, LONG]},
        {"title": {"0": "One", "1": "Two"}, "text": {"0": LONG, "1": LONG}},
        [{"title": "One", "text": LONG}, {"title": "Two", "text": LONG}],
    ],
)
@pytest.mark.parametrize("indent", [None, 1])
def test_the_shapes_of_json(shape: object, indent: int | None) -> None:
    """An array, an object that holds one, an object of arrays, and a data frame's."""
    read = articles_of(json.dumps(shape, indent=indent).encode())

    assert [each.article.headline for each in read] == ["One", "Two"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_tables_in_other_encodings(encoding: str) -> None:
    """A spreadsheet program's own encodings are read, and the bytes of a row are its own."""
    text = f"{LONG} The café’s owner agreed."
    data = table([["title", "text"], ["A", text], ["B", text]]).decode().encode(encoding)

    (first, second) = articles_of(data)

    assert first.article.text.endswith(text)
    assert second.received in data


def test_a_stray_byte_far_down_is_read_as_most_desks_meant_it() -> None:
    """What was decided by the first lines does not spoil the last."""
    plain = table([["title", "text"], *([str(n), LONG] for n in range(SAMPLE // len(LONG) + 2))])
    stray = b'last,"' + LONG.encode() + b' Caf\xe9."\r\n'

    read = articles_of(plain + stray)

    assert read[-1].article.text.endswith("Café.")
    assert read[-1].received == stray


@pytest.mark.parametrize(
    "copy",
    [
        "By Ann Example, Sample Wire\n\nPORTO NOVA, March 3 (Sample Wire) -- Pilots returned, the union said.\nIt, too, agreed, he said.\n",
        "Name\tPrice\tChange\nAcme\t10.2\t+1\nBolt\t3.1\t-2\nCo\t1.1\t0\n",
        "Ships, ports, pilots\n\nThree words, one story, no end\n",
        "{Sample Wire} Pilots returned to work.\n",
        "[Note to editors] Pilots returned to work.\n",
    ],
)
def test_wire_copy_is_no_table(copy: str) -> None:
    """Commas, tabs and brackets alone make no corpus."""
    assert registry.recognised(copy.encode(), "copy").name == "plain"


def test_rows_are_read_as_they_are_asked_for() -> None:
    """The first article is there before the rest of the file is read."""
    line = json.dumps({"text": LONG}).encode() + b"\n"
    file = io.BytesIO(line * 20_000)
    kind = next(row for row in registry.FORMATS if row.name == "jsonl")
    rows = registry.read_rows(file, kind=kind, columns=NAMED_TEXT, name="c", origin="/c")

    assert isinstance(next(rows), Imported)
    assert file.tell() < 1_000_000


NAMED_TEXT = Columns(Mapping(((Role.TEXT, "text"),)))
