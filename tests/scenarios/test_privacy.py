"""After a day's work the reader's words stand in the library and its backups, and nowhere else."""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from tests.window.hands import PATIENCE_MS, Reader
from tests.window.story import WIRE, highlight

from variorum.app.settings import RECENT
from variorum.library.commands import Command
from variorum.library.connection import Db
from variorum.progress import Tick
from variorum.window.action_row import ActionId
from variorum.window.crash import Crashes

# Nonsense that stands nowhere by chance.
SECRETS = [f"zqx{number:02d}wkv" for number in range(20)]
IN_TEXT, IN_HEADLINE, IN_SOURCE, IN_NOTE, IN_CODE, IN_DRAFT, IN_NAME, IN_FOLDER = SECRETS[:8]
IN_ERRORS = SECRETS[8:18]
IN_SEARCH, IN_PASTE = SECRETS[18:]


def test_words_stay_in_the_library(
    reader: Reader,
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Twenty secrets in articles, notes, names and errors: none is found in any other file."""
    # Whatever is written to temporary files is written below the folder that is searched.
    (tmp_path / "temp").mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temp"))
    monkeypatch.setattr(tempfile, "tempdir", None)
    crashes = Crashes(tmp_path / "logs", lambda _report, _path: None)
    window = reader.open()
    window.crashed.connect(crashes.take)

    _work(reader, tmp_path)
    _go_wrong(reader)
    window.bar[ActionId.BACK_UP].trigger()
    reader.qtbot.waitUntil(lambda: "backed up" in window.messages.text, timeout=PATIENCE_MS)
    reader.close()
    reader.settings.save()

    clipboard = QGuiApplication.clipboard().text()
    reports = list((tmp_path / "logs").iterdir())
    printed = capfd.readouterr()
    assert len(reports) == len(IN_ERRORS)
    assert _found(clipboard.encode()) == set()
    assert _found((printed.out + printed.err).encode()) == set()
    assert _found(reader.library.read_bytes()) >= {IN_TEXT, IN_SOURCE, IN_NOTE, IN_CODE}
    assert _places(tmp_path, but=[reader.library, tmp_path / "backups"]) == {}


def _work(reader: Reader, folder: Path) -> None:
    """Do what a reader does in a day, with a secret in everything."""
    window = reader.window
    papers = folder / "papers"
    papers.mkdir()
    file = papers / f"{IN_NAME}.txt"
    file.write_text(f"{IN_HEADLINE} {IN_FOLDER}\n\n{WIRE.replace('autumn', IN_TEXT)}")
    reader.drop([file])
    file.unlink()
    reader.drop(text=WIRE.replace("Northline", IN_SOURCE).replace("ferry", IN_PASTE))
    reader.answers.line = IN_CODE
    reader.press("Ctrl+Shift+K")
    highlight(reader, "four per cent")
    reader.press("N")
    reader.write(f"Ask about {IN_NOTE}.")
    reader.press("Esc")
    reader.press("N")
    reader.write(IN_DRAFT)
    window.stories.filter.setText(IN_SEARCH)
    reader.settle()
    window.stories.filter.clear()
    reader.settle()


def _go_wrong(reader: Reader) -> None:
    """Make ten mistakes of ours, with a secret in each: in deeds, in jobs, in slots."""
    window = reader.window

    def raising(secret: str) -> Callable[[], None]:
        def fail() -> None:
            try:
                raise KeyError(secret)
            except KeyError as cause:
                raise ValueError(f"could not read {secret}") from cause

        return fail

    for number, secret in enumerate(IN_ERRORS):
        fail = raising(secret)
        with reader.qtbot.waitSignal(window.crashed, timeout=PATIENCE_MS):
            if number % 3 == 0:
                window.bar.dispatch(fail)
            elif number % 3 == 1:
                window.session.submit(Command.HOUSEKEEPING, _as_deed(fail))
            else:
                job = window.session.jobs.run("Trying", _as_work(fail))
                job.failed.connect(window.crashed)
        reader.settle()


def _as_deed(fail: Callable[[], None]) -> Callable[[Db], None]:
    return lambda _: fail()


def _as_work(fail: Callable[[], None]) -> Callable[[Tick], None]:
    return lambda _: fail()


def _found(data: bytes) -> set[str]:
    """Return the secrets in some bytes, also where they are written two bytes a character."""
    return {one for one in SECRETS if one.encode() in data or one.encode("utf-16-le") in data}


def _places(root: Path, *, but: list[Path]) -> dict[str, set[str]]:
    """Return the files below a folder that hold a secret, or have one in their name."""
    found: dict[str, set[str]] = {}
    for file in (Path(folder, name) for folder, _, names in os.walk(root) for name in names):
        if not any(file.is_relative_to(one) for one in but):
            found[str(file)] = _found(file.read_bytes()) | _found(os.fsencode(file.name))
    return {name: secrets for name, secrets in found.items() if secrets}


def test_the_list_of_recent_libraries_can_be_turned_off(reader: Reader, tmp_path: Path) -> None:
    """Turned off, no setting names a library any more."""
    window = reader.open()
    window.hands.libraries.begin()
    assert reader.settings.get(RECENT)

    window.bar[ActionId.KEEP_RECENT].trigger()
    reader.close()
    reader.settings.save()

    settings = (tmp_path / "settings.ini").read_text(encoding="utf-8")
    assert reader.library.name not in settings
