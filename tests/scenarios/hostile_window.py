"""A window over copy and notes that ask for files and addresses outside; ends by itself.

Run as a program of its own: `python hostile_window.py FOLDER BAIT`, where BAIT is a file that
must stay unopened.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from variorum.app.settings import Settings
from variorum.app.workspace import Workspace
from variorum.intake.importer import import_paths
from variorum.library.annotations import OnHighlight
from variorum.library.library import Library
from variorum.library.queries.articles import all_articles
from variorum.text import Span
from variorum.window.main_window import MainWindow
from variorum.window.start import prepare
from variorum.window.theme import Theme

PAGE = """<!DOCTYPE html [<!ENTITY bait SYSTEM "{bait}">]>
<html><head><title>Ferry fares rise <img src="{bait}"></title>
<link rel="stylesheet" href="http://192.0.2.7/page.css"><base href="http://192.0.2.7/">
<script src="http://192.0.2.7/page.js"></script><meta http-equiv="refresh" content="0;url={bait}">
<style>@import url("{bait}"); body {{ background: url({bait}) }}</style></head>
<body><h1>Ferry fares rise {turn}</h1>
<p>HALVERN (Northline) - Fares on the night ferry rise by a tenth in May, the line said. &bait;</p>
<p><img src="{bait}"><img src="http://192.0.2.7/a.png"><iframe src="{bait}"></iframe>
The line carries some 40,000 passengers a year between the two ports, most of them in summer.</p>
<p>"We held the price for six years," the head of the line, Ada Brekke, told reporters.</p>
<object data="{bait}"></object><video src="http://192.0.2.7/v.mp4" poster="{bait}"></video>
</body></html>"""

NOTE = "![a]({bait}) ![b](http://192.0.2.7/b.png) <img src='{bait}'> <a href='{bait}'>look</a>"


def fill(folder: Path, bait: Path) -> Path:
    """Make a library whose stories, headlines and notes all ask for the bait."""
    files = [folder / f"page{turn}.html" for turn in range(2)]
    for turn, file in enumerate(files):
        file.write_text(PAGE.format(bait=bait.as_uri(), turn=turn), encoding="utf-8")
    path = folder / "library.variorum"
    with Library.open(path, create=True) as library:
        import_paths(library, files)
    return path


def main(folder: Path, bait: Path) -> int:
    """Show the comparison, write a hostile note on it, and close once both are painted."""
    app = QApplication(["hostile"])
    prepare(app)
    path = fill(folder, bait)
    window = MainWindow(Workspace.open(path, settings=Settings(folder)), theme=Theme.load("light"))
    window.show()
    window.hands.turning.show_first_comparison()
    (first, *_) = all_articles(window.session.library.reader)
    note = NOTE.format(bait=bait.as_uri())
    marks, writing = window.marks, window.workspace.writing
    marks.highlight(
        first, Span(0, 5), then=lambda mark: writing.write(OnHighlight(mark), None, note)
    )
    look = QTimer(interval=20)

    def close_when_noted() -> None:
        notes = [note for mark in marks.highlights for note in marks.notes.get(mark.id, ())]
        if notes and window.is_settled:
            look.stop()
            window.grab()
            versions = len(window.reading.versions)
            sys.stdout.write(f"{versions} versions and {len(notes)} note shown\n")
            window.close()

    look.timeout.connect(close_when_noted)
    look.start()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
