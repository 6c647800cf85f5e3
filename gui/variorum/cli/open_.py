"""`variorum open`: the window, or a picture of it where there is no screen."""

import os
import sys
from pathlib import Path

import click
from platformdirs import user_data_path

from variorum.cli.failures import FilePath
from variorum.errors import LibraryLocked
from variorum.intake.samples import import_samples
from variorum.library.library import Library
from variorum.window.start import start

_PICTURE = Path("variorum.png")


@click.command("open", epilog="Example: variorum open --sample --snapshot window.png")
@click.argument("clicked", required=False, type=FilePath())
@click.option(
    "--library",
    "library_file",
    type=FilePath(),
    help="The library to open; without it your own.",
)
@click.option("--story", type=int, help="The story to show; its number is the one `list` prints.")
@click.option(
    "--snapshot",
    type=FilePath(),
    help="Paint the window, save a picture, and end; needs no screen.",
)
@click.option("--sample", is_flag=True, help="Open the library of sample stories.")
def open_(
    *,
    clicked: Path | None,
    library_file: Path | None,
    story: int | None,
    snapshot: Path | None,
    sample: bool,
) -> None:
    """Open the window on a library.

    The library may also be named alone, as a double click on its file does.
    """
    if (clicked is not None) + (library_file is not None) + sample > 1:
        raise click.UsageError("Choose one library: --sample, or --library, or a file.")
    library_file = library_file or clicked
    if snapshot is None and not _has_screen():
        snapshot = _PICTURE
        click.echo(f"There is no screen; a picture of the window is saved in {snapshot}.", err=True)
    if sample:
        library_file = _sample_library()
    click.get_current_context().exit(start(library=library_file, story=story, snapshot=snapshot))


def _sample_library() -> Path:
    """Return the library of sample stories, made where the window would make it."""
    folder = user_data_path("variorum", appauthor=False)
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "samples.variorum"
    try:
        with Library.open(file, create=not file.exists()) as library:
            import_samples(library)
    except LibraryLocked:
        # A window has it open, so that the stories are in it.
        pass
    return file


def _has_screen() -> bool:
    if not sys.platform.startswith(("linux", "freebsd")):
        return True
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return any(os.environ.get(name) for name in named)
