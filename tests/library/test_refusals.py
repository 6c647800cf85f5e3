"""Where a library may not be opened or written, one sentence says so and nothing is lost."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from variorum.errors import LibraryError, LibraryLocked, LibraryMissing
from variorum.library.commands import Command
from variorum.library.keeping import drafts, keep_draft
from variorum.library.library import Library
from variorum.library.queries.stories import story_count
from variorum.library.safety.integrity import check

from .making import bring_in, read

GUI = Path(__file__).parents[2] / "gui"
NOBODY = 65534


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a closed library with one article."""
    path = tmp_path / "desk.variorum"
    with Library.open(path, create=True) as library:
        bring_in(library, read("The ferry is late."))
    return path


def draft(library: Library, text: str) -> None:
    """Keep a draft."""
    library.run(Command.HOUSEKEEPING, lambda db: keep_draft(db, place="here", text=text))


def run(program: str, *arguments: str, wrapper: tuple[str, ...] = ()) -> list[str]:
    """Run a program in a process of its own; return the lines it printed, and no trace."""
    ended = subprocess.run(
        [*wrapper, sys.executable, "-c", program, *arguments],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(GUI)},
    )
    assert ended.stderr == ""
    return ended.stdout.splitlines()


OPENS = """
import os, sys, pathlib
from variorum.errors import LibraryError
from variorum.library.commands import Command
from variorum.library.keeping import keep_draft
from variorum.library.library import Library
from variorum.library.queries.stories import story_count
if sys.argv[2:]:
    os.setgid(int(sys.argv[2])); os.setuid(int(sys.argv[2]))
try:
    with Library.open(pathlib.Path(sys.argv[1])) as library:
        print(library.access.value, story_count(library.reader))
        deed = lambda db: keep_draft(db, place="here", text="words")
        library.run(Command.HOUSEKEEPING, deed)
        print("written")
except LibraryError as error:
    print(error.message)
    print(error.hint)
"""

needs_root = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs root to become nobody"
)


@needs_root
@pytest.mark.parametrize(("file_mode", "folder_mode"), [(0o444, 0o777), (0o644, 0o755)])
def test_a_protected_file_or_folder(
    path: Path, public_folder: Path, file_mode: int, folder_mode: int
) -> None:
    """It is read, and the first deed is refused in a sentence."""
    protected = Path(shutil.copy(path, public_folder))
    protected.chmod(file_mode)
    public_folder.chmod(folder_mode)

    lines = run(OPENS, str(protected), str(NOBODY))

    assert lines[0] in {"read 1", "frozen 1"}
    assert lines[1] == "This library was opened to be read only."
    assert len(lines) == 3


def _can_mount() -> bool:
    probe = ["unshare", "-m", "mount", "-t", "tmpfs", "none", "/mnt"]
    try:
        return subprocess.run(probe, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


needs_mount = pytest.mark.skipif(
    not sys.platform.startswith("linux") or not _can_mount(), reason="needs the right to mount"
)


@needs_mount
def test_a_protected_mount(path: Path) -> None:
    """A library on a disk that may only be read is read, whoever asks."""
    mount = f'mount --bind "{path.parent}" /mnt && mount -o remount,ro,bind /mnt && exec "$@"'

    lines = run(OPENS, f"/mnt/{path.name}", wrapper=("unshare", "-m", "sh", "-c", mount, "sh"))

    assert lines[0] == "frozen 1"
    assert lines[1] == "This library was opened to be read only."


FULL = """
import pathlib, shutil, sys
from variorum.errors import LibraryFull
from variorum.library.commands import Command
from variorum.library.safety.integrity import check
from variorum.library.keeping import drafts, keep_draft
from variorum.library.library import Library
path = pathlib.Path("/mnt/desk.variorum")
shutil.copy(sys.argv[1], path)
with Library.open(path) as library:
    def save(place, size=3000):
        deed = lambda db: keep_draft(db, place=place, text="w" * size)
        return library.run(Command.HOUSEKEEPING, deed).took_reserve
    (path.parent / "hog").write_bytes(b"x")
    saved, took = [], False
    while not took:
        took = save(f"note {len(saved)}")
        saved.append(f"note {len(saved)}")
    print("reserve taken", took)
    try:
        while True:
            save(f"note {len(saved)}")
            saved.append(f"note {len(saved)}")
    except LibraryFull as error:
        print(error.message)
    print("lost", len(set(saved) - {one.place for one in drafts(library.reader)}))
    print("reserve", library.hold_reserve())
with Library.open(path) as library:
    print("sound", check(library).is_sound, len(saved) - len(drafts(library.reader)))
"""


@needs_mount
def test_a_full_disk_takes_the_note_at_hand(path: Path) -> None:
    """The reserve is given up so that the deed under way is saved; then the disk is told full."""
    mount = 'mount -t tmpfs -o size=3m none /mnt && exec "$@"'

    lines = run(FULL, str(path), wrapper=("unshare", "-m", "sh", "-c", mount, "sh"))

    assert lines == [
        "reserve taken True",
        "The disk is full; this was not saved.",
        "lost 0",
        "reserve False",
        "sound True 0",
    ]


@needs_mount
def test_no_library_is_begun_on_a_full_disk(path: Path) -> None:
    """Where there is no room, the attempt is told of and leaves nothing behind."""
    program = (
        "import pathlib\n"
        "from variorum.errors import LibraryError\n"
        "from variorum.library.library import Library\n"
        "try:\n"
        "    Library.open(pathlib.Path('/mnt/new.variorum'), create=True)\n"
        "except LibraryError as error:\n"
        "    print(error.message, bool(error.hint))\n"
        "print([one.name for one in pathlib.Path('/mnt').iterdir()])\n"
    )
    mount = 'mount -t tmpfs -o size=40k none /mnt && exec "$@"'

    lines = run(program, wrapper=("unshare", "-m", "sh", "-c", mount, "sh"))

    assert lines == ["The disk is full; this was not saved. True", "[]"]
    assert path.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="no open file can be deleted there")
@pytest.mark.parametrize("deed", ["deleted", "renamed", "replaced"])
def test_a_file_that_loses_its_name(path: Path, deed: str) -> None:
    """A deed on a file that is no longer in its place is refused, and a copy saves everything."""
    copy = path.with_name("copy.variorum")
    with Library.open(path) as library:
        draft(library, "before")
        if deed == "deleted":
            path.unlink()
        else:
            path.rename(path.with_name("other.variorum"))
        if deed == "replaced":
            path.write_bytes(b"another file")
        with pytest.raises(LibraryMissing, match="moved, renamed or deleted"):
            draft(library, "after")
        library.backup_to(copy)

    with Library.open(copy) as library:
        assert [one.text for one in drafts(library.reader)] == ["before"]
        assert check(library).is_sound


@pytest.mark.skipif(sys.platform == "win32", reason="no open file can be renamed there")
def test_a_file_put_back_in_its_place_is_written_again(path: Path) -> None:
    """After the file has its name again, deeds are saved as before."""
    elsewhere = path.with_name("elsewhere.variorum")
    with Library.open(path) as library:
        path.rename(elsewhere)
        with pytest.raises(LibraryMissing):
            draft(library, "lost")
        elsewhere.rename(path)
        draft(library, "saved")

    with Library.open(path) as library:
        assert [one.text for one in drafts(library.reader)] == ["saved"]


@pytest.mark.slow
def test_another_tool_writes_the_file(path: Path) -> None:
    """While another program holds the file's own lock, that is told, and nothing is changed."""
    holder = subprocess.Popen(
        [
            sys.executable,
            "-c",
            (
                "import sqlite3, sys\n"
                "db = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
                "db.execute('PRAGMA locking_mode = EXCLUSIVE')\n"
                "db.execute('BEGIN EXCLUSIVE')\n"
                "print('held', flush=True)\n"
                "sys.stdin.readline()\n"
            ),
            str(path),
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    with holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        with pytest.raises(LibraryLocked, match="Another program"):
            Library.open(path)
        holder.communicate(b"\n")

    with Library.open(path) as library:
        assert story_count(library.reader) == 1


@pytest.mark.parametrize("name", ["gone/new.variorum", "gone.variorum", "."])
def test_nothing_is_made_where_nothing_was(tmp_path: Path, name: str) -> None:
    """A missing file, a missing folder, a folder: refused with a hint, and nothing is made."""
    with pytest.raises(LibraryError) as caught:
        Library.open(tmp_path / name)

    assert caught.value.hint
    assert list(tmp_path.iterdir()) == []
