"""What versions are called, and that no two of a story are called alike."""

import datetime as dt

from variorum.app.version_names import is_named, names_of
from variorum.ids import ArticleId, StoryId
from variorum.library.queries.rows import VersionRow


def _row(
    number: int,
    *,
    source: str | None = None,
    origin: str = "/home/a/ferries.txt",
    title: str = "Ferry fares rise",
    published: dt.date | None = None,
) -> VersionRow:
    return VersionRow(
        article=ArticleId(number),
        story=StoryId(1),
        is_base=number == 1,
        chosen_by_hand=False,
        title=title,
        headline=title,
        source=source,
        published=published,
        words=100,
        highlights=0,
        notes=0,
        why="",
        text_sha256="",
        origin=origin,
    )


def _names(*rows: VersionRow) -> list[str]:
    names = names_of(rows)
    return [names[row.article] for row in rows]


def test_without_a_source_the_file_gives_the_name() -> None:
    """A file's name, an address's host, or that it was pasted."""
    rows = (
        _row(1, origin="/home/a/wire%20copy.txt"),
        _row(2, origin="C:\\wires\\reprint.txt"),
        _row(3, origin="https://www.example.org/a/b"),
        _row(4, origin="paste:0123"),
    )

    assert _names(*rows) == ["wire copy.txt", "reprint.txt", "example.org", "Pasted text"]
    assert not any(is_named(row) for row in rows)


def test_an_update_is_told_from_what_it_updates() -> None:
    """The wire's own tag comes first among what sets likes apart."""
    day = dt.date(2021, 4, 12)
    first = _row(1, source="Northline", published=day)
    second = _row(2, source="Northline", title="UPDATE 1-Ferry fares rise", published=day)

    assert _names(first, second) == ["Northline", "Northline · UPDATE 1"]


def test_days_then_hours_set_likes_apart() -> None:
    """Two days are enough; on one day the hours are said."""
    days = [_row(n, source="Northline", published=dt.date(2021, 4, 11 + n)) for n in (1, 2)]
    hours = [
        _row(n, source="Northline", published=dt.datetime(2021, 4, 12, 8 + n, tzinfo=dt.UTC))
        for n in (1, 2)
    ]

    assert _names(*days) == ["Northline · 12 Apr 2021", "Northline · 13 Apr 2021"]
    assert _names(*hours) == ["Northline · 09:00", "Northline · 10:00"]


def test_what_nothing_sets_apart_is_numbered() -> None:
    """No two versions are called alike, whatever comes."""
    assert _names(_row(1, source="Post"), _row(2, source="Post")) == ["Post", "Post (2)"]
