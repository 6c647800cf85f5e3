"""What was read last is found again, for each library on its own."""

from pathlib import Path

from variorum.app.last_read import LastRead
from variorum.app.settings import LAST_READ, Settings
from variorum.ids import ArticleId


def test_each_library_has_its_own_place(tmp_path: Path) -> None:
    """Another library's article takes nothing away, and a later one takes the place."""
    last = LastRead(Settings(tmp_path))

    last.keep("one", ArticleId(3))
    last.keep("two", ArticleId(7))
    last.keep("one", ArticleId(4))

    assert last.of("one") == ArticleId(4)
    assert last.of("two") == ArticleId(7)
    assert last.of("three") is None


def test_what_is_no_list_counts_as_nothing(tmp_path: Path) -> None:
    """A settings file that somebody wrote in by hand stops nothing."""
    settings = Settings(tmp_path)
    for written in ("[1]", "no JSON", '{"one": "x"}'):
        settings.set(LAST_READ, written)

        assert LastRead(settings).of("one") is None


def test_the_oldest_of_very_many_are_forgotten(tmp_path: Path) -> None:
    """The list does not grow for ever."""
    last = LastRead(Settings(tmp_path))

    for number in range(60):
        last.keep(str(number), ArticleId(number))

    assert last.of("0") is None
    assert last.of("59") == ArticleId(59)
