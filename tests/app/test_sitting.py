"""Where one sat is found again, for each library on its own."""

import json
from pathlib import Path

import pytest

from variorum.app.listing import Shown
from variorum.app.settings import LAST_READ, Settings
from variorum.app.sitting import Sitting, Sittings
from variorum.ids import ArticleId
from variorum.library.ids import ListId
from variorum.library.queries.rows import StoryOrder

WHOLE = Sitting(
    panes=(ArticleId(4), ArticleId(2)),
    article=ArticleId(2),
    place=17,
    top=12,
    share=0.25,
    shown=Shown("is:open", StoryOrder.MARKS, ListId(3)),
    is_map=True,
    find="pilots",
)


def test_each_library_has_its_own_sitting(tmp_path: Path) -> None:
    """Another library's takes nothing away, and a later one takes the place; all of it is kept."""
    sittings = Sittings(Settings(tmp_path))

    sittings.keep("one", Sitting(article=ArticleId(3)))
    sittings.keep("two", Sitting(article=ArticleId(7)))
    sittings.keep("one", WHOLE)

    assert sittings.of("one") == WHOLE
    assert sittings.of("two") == Sitting(article=ArticleId(7))
    assert sittings.of("three") is None


@pytest.mark.parametrize(
    "written",
    [
        "[1]",
        "no JSON",
        '{"one": "x"}',
        '{"one": {"panes": 3}}',
        '{"one": null}',
        json.dumps({"one": {"panes": [], "article": "x", "shown": {}}}),
    ],
)
def test_what_is_no_sitting_counts_as_none(tmp_path: Path, written: str) -> None:
    """A settings file that somebody wrote in by hand stops nothing."""
    settings = Settings(tmp_path)
    settings.set(LAST_READ, written)

    assert Sittings(settings).of("one") is None


def test_what_an_earlier_version_kept_is_read(tmp_path: Path) -> None:
    """It kept the number of the article alone."""
    settings = Settings(tmp_path)
    settings.set(LAST_READ, '{"one": 5}')

    assert Sittings(settings).of("one") == Sitting(article=ArticleId(5))


def test_the_oldest_of_very_many_are_forgotten(tmp_path: Path) -> None:
    """The list does not grow for ever."""
    sittings = Sittings(Settings(tmp_path))

    for number in range(60):
        sittings.keep(str(number), Sitting(article=ArticleId(number)))

    assert sittings.of("0") is None
    assert sittings.of("59") == Sitting(article=ArticleId(59))
