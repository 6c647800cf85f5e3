"""What may stand in the repository: few things at the top, no machine's paths, no borrowed words."""

import fnmatch
import os
import re
from collections.abc import Iterator
from pathlib import Path

CHECKOUT = Path(__file__).parents[2]
TOP = {
    *("gui", "resources", "tests", "packaging"),
    *("pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md"),
}
WORDS_IN_A_ROW = 9


def ignored_patterns() -> list[str]:
    """Return the patterns of .gitignore, which are all plain names."""
    lines = (CHECKOUT / ".gitignore").read_text(encoding="utf-8").splitlines()
    return [line.strip("/") for line in lines if line and not line.startswith("#")]


def is_ignored(name: str) -> bool:
    """Tell whether git passes over a file or folder."""
    return any(fnmatch.fnmatch(name, pattern) for pattern in ignored_patterns())


def texts() -> Iterator[tuple[str, str]]:
    """Yield the path and the words of each text file that git keeps or would keep."""
    for folder, folders, files in os.walk(CHECKOUT):
        folders[:] = [name for name in folders if name != ".git" and not is_ignored(name)]
        for file in files:
            data = Path(folder, file).read_bytes() if not is_ignored(file) else b"\0"
            if b"\0" not in data:
                path = Path(folder, file).relative_to(CHECKOUT).as_posix()
                yield path, data.decode("utf-8", errors="replace")


def test_the_top_is_tidy() -> None:
    """Four folders and four files stand at the top, beside dot-files."""
    names = {path.name for path in CHECKOUT.iterdir() if not path.name.startswith(".")}

    assert {name for name in names - TOP if not is_ignored(name)} == set()


def test_no_path_of_a_machine_stands_anywhere() -> None:
    """No file names a folder of the machine it was written on, or where packages come from."""
    machine = re.compile(
        r"(?<![\w./])/(?:work|root)/|(?:index|find-links)[-_ ]?(?:url)?\s*=\s*\S*://"
    )
    places = {path for path, text in texts() if machine.search(text)}

    assert places - {Path(__file__).relative_to(CHECKOUT).as_posix()} == set()


def test_the_founding_pair_stays_outside(seeds: tuple[Path, Path]) -> None:
    """Nine words in a row of the founding pair stand nowhere in the repository."""
    runs = {run for seed in seeds for run in runs_of_words(seed.read_text(encoding="utf-8"))}
    borrowed = {path for path, text in texts() if not runs.isdisjoint(runs_of_words(text))}

    assert borrowed == set()


def runs_of_words(text: str) -> set[tuple[str, ...]]:
    """Return all runs of words of a text, without regard to case and punctuation."""
    words = re.findall(r"\w+", text.lower())
    return set(zip(*(words[start:] for start in range(WORDS_IN_A_ROW)), strict=False))


def test_the_readme_has_the_two_commands() -> None:
    """The README names the command that starts the program and the one that tests it."""
    readme = (CHECKOUT / "README.md").read_text(encoding="utf-8")

    assert "\npython3 packaging/run.py\n" in readme
    assert "\npython3 packaging/run.py test\n" in readme


def test_the_pictures_of_the_readme_exist() -> None:
    """Each file that the README shows or links to is there."""
    readme = (CHECKOUT / "README.md").read_text(encoding="utf-8")
    targets = re.findall(r"\]\((?!\w+:|#)([^)#]+)", readme)

    assert targets
    assert [target for target in targets if not (CHECKOUT / target).exists()] == []


def test_ci_runs_the_command_of_the_readme() -> None:
    """CI tests what everybody is told to run."""
    script = (CHECKOUT / ".ci" / "run").read_text(encoding="utf-8")

    assert "exec python3 packaging/run.py test" in script
