"""The list of stories as Qt sees it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex
from pytestqt.modeltest import ModelTester

from variorum.app.listing import Shown
from variorum.app.models.stories import KEPT_ROLE, ROW_ROLE, StoriesModel
from variorum.intake.importer import import_paste
from variorum.intake.samples import import_samples
from variorum.library.library import Library
from variorum.library.queries.rows import StoryRow, VersionRow


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """Return a library with the sample stories."""
    with Library.open(tmp_path / "samples.variorum", create=True) as library:
        import_samples(library)
        yield library


@pytest.fixture
def model(library: Library, qtmodeltester: ModelTester) -> StoriesModel:  # noqa: ARG001 - Qt
    """Return the list of its stories."""
    return StoriesModel(library)


def test_the_model_keeps_qts_rules(model: StoriesModel, qtmodeltester: ModelTester) -> None:
    """Rows, parents and indexes agree with one another."""
    qtmodeltester.check(model)  # pyright: ignore[reportUnknownMemberType]  # pytest-qt has no types here


def test_a_story_opens_to_its_versions(model: StoriesModel) -> None:
    """Below each story stand as many versions as its row says, the base first."""
    for place in range(model.rowCount()):
        index = model.index(place, 0)
        story = model.data(index, ROW_ROLE)
        assert isinstance(story, StoryRow)
        rows = [
            model.data(model.index(n, 0, index), ROW_ROLE) for n in range(model.rowCount(index))
        ]

        assert len(rows) == story.versions
        assert [row.is_base for row in rows if isinstance(row, VersionRow)] == [
            True,
            *[False] * (story.versions - 1),
        ]


def test_a_story_is_found_by_its_id(model: StoriesModel) -> None:
    """The place of a story and that of its version lead back to them."""
    for place in range(model.rowCount()):
        story = model.story(model.index(place, 0))
        assert story is not None
        version = model.version(model.index(0, 0, model.index(place, 0)))
        assert version is not None

        assert model.index_of(story.story).row() == place
        assert model.version(model.index_of_version(story.story, version.article)) == version


def test_a_filter_leaves_what_fits(model: StoriesModel) -> None:
    """Stories without the words are not in the list, and their places are not either."""
    everything = model.rowCount()
    hidden = {model.index(n, 0).data(ROW_ROLE).story for n in range(everything)}

    model.show(Shown("pilots"))

    shown = {model.index(n, 0).data(ROW_ROLE).story for n in range(model.rowCount())}
    assert 0 < len(shown) < everything
    assert all(not model.index_of(story).isValid() for story in hidden - shown)


def test_new_stories_come_with_a_reload(model: StoriesModel, library: Library) -> None:
    """A story that was imported is there once the list is read again."""
    before = model.rowCount()
    import_paste(library, "A lighthouse on Orlen was lit again on Monday after forty years.\n")

    model.reload()

    assert model.rowCount() == before + 1


def test_what_lives_on_is_shown_when_it_is_known(model: StoriesModel) -> None:
    """The share kept is unknown at first, then what was measured."""
    parent = model.index(0, 0)
    index = model.index(1, 0, parent)
    version = model.version(index)
    assert version is not None
    assert model.data(index, KEPT_ROLE) is None

    model.show_kept({version.article: 0.5})

    assert model.data(index, KEPT_ROLE) == 0.5


def test_nothing_is_below_a_version(model: StoriesModel) -> None:
    """The tree has two levels."""
    version = model.index(0, 0, model.index(0, 0))

    assert version.isValid()
    assert model.rowCount(version) == 0
    assert not model.hasChildren(version)
    assert model.parent(QModelIndex()) == QModelIndex()
