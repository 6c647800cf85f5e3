"""Watched folders: only files that were written to their end, each once, none from elsewhere."""

import os
from pathlib import Path

from variorum.intake.looked import Look
from variorum.intake.resuming import stamp_of
from variorum.intake.watching import look


def names(found: Look) -> set[str]:
    """Return the names of files that are ready."""
    return {file.name for file in found.ready}


def test_a_file_counts_when_two_looks_find_it_the_same(folder: Path, wire: Path) -> None:
    """The first look only takes note of it."""
    first = look([folder], known={}, before=Look())
    second = look([folder], known={}, before=first)

    assert (names(first), names(second)) == (set(), {wire.name})


def test_a_file_that_grows_is_waited_for(folder: Path, wire: Path) -> None:
    """Who writes is let write."""
    first = look([folder], known={}, before=Look())
    wire.write_text("More words came.", encoding="utf-8")
    second = look([folder], known={}, before=first)

    assert names(second) == set()
    assert names(look([folder], known={}, before=second)) == {wire.name}


def test_what_was_read_counts_again_only_when_it_changed(folder: Path, wire: Path) -> None:
    """A file is known by its size and the moment of its change."""
    known = {str(wire): stamp_of(wire)}
    first = look([folder], known=known, before=Look())
    assert first.stamps == {}

    wire.write_text("Other words came.", encoding="utf-8")
    first = look([folder], known=known, before=first)

    assert names(look([folder], known=known, before=first)) == {wire.name}


def test_links_out_of_the_folder_and_hidden_files_are_left_alone(
    folder: Path, wire: Path, tmp_path: Path
) -> None:
    """A folder can name no other file of this machine."""
    outside = tmp_path / "secret.txt"
    outside.write_text("Nobody may read this.", encoding="utf-8")
    (folder / "link.txt").symlink_to(outside)
    (folder / ".hidden.txt").write_text("Half a file.", encoding="utf-8")
    os.mkfifo(folder / "pipe.txt")
    first = look([folder], known={}, before=Look())

    ready = names(look([folder], known={}, before=first))

    assert ready - {"pipe.txt"} == {wire.name}


def test_a_folder_that_is_away_is_no_trouble(tmp_path: Path) -> None:
    """A disk may be unplugged for a while."""
    assert look([tmp_path / "away"], known={}, before=Look()) == Look()
