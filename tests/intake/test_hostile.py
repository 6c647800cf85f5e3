"""Hostile files, those that are quick to make; `python -m tests.crash.hostile` takes them all."""

import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from tests.crash.hostile_files import QUICK, THINGS, Hostile

from variorum.formats.corpora.rows import GUESSED
from variorum.intake.files import judge, walk
from variorum.intake.guarded import Reader
from variorum.intake.skips import FileRefused, Skipped

HOSTILE = QUICK if sys.platform == "win32" else (*QUICK, *THINGS)


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    """Return one reader for all of them: what one does to it is the next one's trouble."""
    with closing(Reader()) as reader:
        yield reader


@pytest.mark.parametrize("hostile", HOSTILE, ids=[each.name for each in HOSTILE])
def test_a_hostile_file_ends_with_an_article_or_a_sentence(
    folder: Path, reader: Reader, hostile: Hostile
) -> None:
    """Nothing is silent, nothing is raised, nothing ends the reader."""
    path = folder / hostile.name
    hostile.make(path)
    try:
        pieces = list(reader.pieces(judge(path, GUESSED)))
    except FileRefused as refused:
        assert refused.message.endswith(".")  # noqa: PT017 - being read is as good an end
        return
    found = [each for piece in pieces for each in piece.found]
    messages = [each.message for each in found if isinstance(each, Skipped)]

    assert found
    assert all(message.endswith((".", ").")) for message in messages)
    assert not [message for message in messages if "could not be read" in message]


def test_a_folder_of_hostile_files_is_gone_through(folder: Path) -> None:
    """Each of them comes once, or is left out with its reason."""
    for hostile in THINGS if sys.platform != "win32" else ():
        hostile.make(folder / hostile.name)

    assert len(list(walk([folder]))) == len(list(folder.iterdir()))
