"""Prove that a frozen program works: it says its versions, reads, compares, imports and paints.

What it prints has to be what the program prints in the environment it was frozen from.
"""

import os
import re
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from launch.environment import Environment
from launch.steps import CHECKOUT, Stop, ask, say

OLDEST_SQLITE: Final = (3, 38)
"""Strict tables came with 3.37, and JSON that cannot be left out with 3.38."""

_MANY: Final = 320
"""Files from 300 on are read by processes beside, which a frozen program starts in its own way."""

_PATIENCE: Final = 180
"""Seconds for a command that takes two on an idle machine."""

_PAGE: Final = """\
<!doctype html><html lang="en"><head><title>Ferry returns to Port Merrow</title>
<meta property="og:site_name" content="The Beacon"><meta name="author" content="Ada Lindqvist">
<meta property="article:published_time" content="2024-05-02T09:30:00Z"></head>
<body><nav><a href="/">Home</a> <a href="/news">News</a></nav><article>
<h1>Ferry returns to Port Merrow</h1><p>By Ada Lindqvist</p>
<p>PORT MERROW (Meridian) - The ferry that was taken out of service in March sailed again on
Thursday with 212 passengers, the operator said, after its engines had been rebuilt.</p>
<p>"We know how long the winter was for the island," its director told reporters at the quay, and
announced two crossings a day until the end of the season.</p>
<p>The council had asked for a third, which the operator said it would consider in the autumn.</p>
</article><footer>All rights reserved</footer></body></html>
"""


def prove(program: Path, environment: Environment) -> None:
    """Stop with a sentence where the frozen program fails or says something else."""
    module = [environment.python, "-m", "variorum"]
    with tempfile.TemporaryDirectory(prefix="variorum-") as name:
        trial = _Trial(Path(name), program, module)
        trial.says_its_versions()
        trial.reads_a_page()
        trial.compares()
        trial.imports_many()
        trial.paints()


class _Trial:
    """Run the frozen program in a folder of its own."""

    def __init__(self, folder: Path, program: Path, module: Sequence[str | Path]) -> None:
        self._folder = folder
        self._program = program
        self._module = module

    def says_its_versions(self) -> None:
        began = time.perf_counter()
        said = self._run("--version")
        taken = time.perf_counter() - began
        found = re.search(r"SQLite (\d+)\.(\d+)", said)
        if found is None or (int(found[1]), int(found[2])) < OLDEST_SQLITE:
            message = f"The bundle's SQLite is too old, or is not named: {said}"
            raise Stop(message)
        say(f"{said} answers in {taken:.2f} s")

    def reads_a_page(self) -> None:
        page = self._folder / "page.html"
        page.write_text(_PAGE, encoding="utf-8")
        self._says_the_same("parse", page, "--json")

    def compares(self) -> None:
        story = CHECKOUT / "resources" / "samples" / "rate-decision"
        base, version, *_ = sorted(story.glob("*.txt"))
        self._says_the_same("collate", base, version, "--json")

    def imports_many(self) -> None:
        folder = self._folder / "many"
        folder.mkdir()
        for number in range(_MANY):
            text = f"Notice {number}\n\nPORT MERROW - Berth {number} is closed on Thursday.\n"
            (folder / f"{number}.txt").write_text(text, encoding="utf-8")
        story = CHECKOUT / "resources" / "samples" / "rate-decision"
        self._run("import", folder, story, "--library", self._library)

    def paints(self) -> None:
        picture = self._folder / "window.png"
        began = time.perf_counter()
        self._run("open", "--library", self._library, "--snapshot", picture)
        taken = time.perf_counter() - began
        if not picture.is_file():
            raise Stop("The frozen program painted no window.")
        kept = CHECKOUT / "build" / "bundle" / "window.png"
        kept.write_bytes(picture.read_bytes())
        say(f"The window is painted in {taken:.2f} s: {kept.relative_to(CHECKOUT)}")

    @property
    def _library(self) -> Path:
        return self._folder / "trial.variorum"

    def _says_the_same(self, *words: str | Path) -> None:
        frozen = self._run(*words)
        code, unfrozen = ask([*self._module, *words], extra=self._surroundings())
        if code or frozen != unfrozen:
            message = f"Frozen, `variorum {words[0]}` says something else:\n{frozen}\n{unfrozen}"
            raise Stop(message)

    def _run(self, *words: str | Path) -> str:
        command = [self._program, *words]
        code, said = ask(command, extra=self._surroundings(), patience=_PATIENCE)
        if code:
            message = f"Frozen, `variorum {words[0]}` failed:\n{said}"
            raise Stop(message)
        return said

    def _surroundings(self) -> dict[str, str]:
        """Keep away from the builder's own libraries and screen."""
        screen = {"QT_QPA_PLATFORM": "offscreen"} if sys.platform == "linux" else {}
        home = self._folder / "home"
        places = ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")
        kept = dict.fromkeys(places, str(home)) if os.name == "posix" else {}
        return {**screen, **kept}
