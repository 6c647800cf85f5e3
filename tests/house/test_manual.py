"""The manual says all there is, and nothing else: what the program has must stand in its pages."""

import re
import shlex
import sqlite3
import subprocess
import sys
from collections.abc import Iterable
from contextlib import closing
from enum import Enum
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from variorum.annotations.values import CarriedStatus
from variorum.app import settings
from variorum.app.settings import Setting
from variorum.cli.export import ExportFormat
from variorum.cli.main import COMMANDS, variorum
from variorum.collation.collate import collate
from variorum.collation.values import Relation, Rule, VariantClass, Verdict
from variorum.exchange.measures_table import COLUMNS
from variorum.exchange.wording import ENGLISH
from variorum.formats.registry import FORMATS
from variorum.intake.skips import SkipReason
from variorum.library.opening import CURRENT
from variorum.library.safety.backups import Why
from variorum.library.safety.proofs import Flaw
from variorum.library.schema.first import APPLICATION_ID
from variorum.library.search.matching import Field
from variorum.library.search.search import FoundIn
from variorum.text import PassageKind, ProblemKind
from variorum.window.actions.table import ACTIONS
from variorum.window.manual.pages import anchor_of, folder, pages
from variorum.window.menus import MENUS
from variorum.window.settings.table import PAGES
from variorum.wire.reader import read

from .manual_facts import below, rows_of, sentences_of_errors, tables, text_of

CHECKOUT = Path(__file__).parents[2]
LARGEST_PICTURE = 200_000
"""Bytes."""
LINK = re.compile(r"\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#{1,6} +(.*?) *$", re.MULTILINE)


def named(page: str) -> set[str]:
    """Return what stands between backticks on a page."""
    return set(re.findall(r"`([^`\n]+)`", text_of(page)))


def values(members: Iterable[Enum]) -> set[str]:
    """Return the values of an enum."""
    return {str(member.value) for member in members}


# --- pages, links, pictures ------------------------------------------------------------------


def test_the_index_names_every_page() -> None:
    """No page is beyond the reach of a reader who begins at the index."""
    assert {page.name for page in pages()} == {path.name for path in folder().glob("*.md")}


def test_every_page_has_one_title() -> None:
    """Each page begins with its only heading of the first rank; no two have the same."""
    titles = [re.findall(r"^# (.+)$", page.markdown, re.MULTILINE) for page in pages()]

    assert all(len(found) == 1 for found in titles)
    assert len({found[0] for found in titles}) == len(titles)


def test_every_link_leads_somewhere() -> None:
    """Each link of a page leads to a page or picture that is there, and to a heading on it."""
    broken: list[str] = []
    for page in pages():
        for target in LINK.findall(page.markdown):
            name, _, anchor = target.partition("#")
            file = folder() / (name or page.name)
            if not file.is_file():
                broken.append(f"{page.name}: {target}")
            elif anchor:
                headings = HEADING.findall(file.read_text(encoding="utf-8"))
                if anchor not in map(anchor_of, headings):
                    broken.append(f"{page.name}: {target}")

    assert broken == []


def test_pictures_are_few_and_small() -> None:
    """A picture is shown by some page, or by the README, and is quickly loaded."""
    pictures = {path.name: path.stat().st_size for path in (folder() / "pictures").iterdir()}
    readme = (CHECKOUT / "README.md").read_text(encoding="utf-8")
    shown = {Path(target).name for page in pages() for target in LINK.findall(page.markdown)}
    shown |= {Path(target).name for target in LINK.findall(readme)}

    assert set(pictures) <= shown
    assert {name for name, size in pictures.items() if size > LARGEST_PICTURE} == set()


# --- the window ------------------------------------------------------------------------------


def test_every_action_and_key_is_on_its_page() -> None:
    """The page lists exactly the actions there are, each with exactly its keys."""
    page = text_of("actions.md")
    menus = "".join(below(page, f"## {menu.title.replace('&', '')}") for menu in MENUS)
    told = {row[0]: row[1] for row in rows_of(menus) if row[1] != "keys"}
    told.pop("the name of a code")
    wanted = {row.text: ", ".join(f"**{keys}**" for keys in row.keys) for row in ACTIONS.values()}

    assert told == wanted


def test_every_setting_is_on_its_page() -> None:
    """The page names exactly the settings there are, as the file has them."""
    keys = {value.key for value in vars(settings).values() if isinstance(value, Setting)}

    assert {name for name in named("settings.md") if re.fullmatch(r"\w+/\w+", name)} == keys


def test_every_page_of_the_settings_is_told() -> None:
    """Each page of the dialog has a section, with its settings in their order and by their names."""
    for sheet in PAGES:
        rows = rows_of(below(text_of("settings.md"), f"## {sheet.title}"))[1:]

        assert [row[:2] for row in rows] == [[r.title, f"`{r.setting.key}`"] for r in sheet.rows]


def test_every_message_of_trouble_is_on_its_page() -> None:
    """Each sentence of an error stands on the page, with what to do about it."""
    told = {row[0] for row in rows_of(text_of("messages.md")) if row[1]}
    missing = {text: place for text, place in sentences_of_errors().items() if text not in told}

    assert missing == {}


# --- what is read and compared ----------------------------------------------------------------


def test_every_format_is_on_its_page() -> None:
    """Each format that is read stands on the page on importing."""
    assert {each.name for each in FORMATS} <= named("importing.md")


def test_every_reason_and_oddity_of_an_import_is_on_its_page() -> None:
    """Each reason to skip a file, and each oddity that is noted, stands there."""
    assert values(SkipReason) | values(ProblemKind) <= named("importing.md")


def test_every_kind_of_passage_is_explained() -> None:
    """Each kind stands among the words, by its name in the window and in files."""
    told = {row[0] for row in rows_of(text_of("words.md"))}

    assert {f"{ENGLISH.passage_kind(kind)} `{kind}`" for kind in PassageKind} <= told


def test_every_relation_and_verdict_is_explained() -> None:
    """Each way in which sentences correspond, and each fate of a quotation, stands there."""
    told = {row[0] for row in rows_of(text_of("figures.md"))}
    relations = {f"{ENGLISH.relation(each)} `{each}`" for each in Relation}
    verdicts = {f"{ENGLISH.verdict(each)} `{each}`" for each in Verdict}

    assert relations | verdicts <= told


def test_every_measure_is_explained() -> None:
    """Each column of the table of measures stands on the page on figures."""
    assert set(COLUMNS) <= named("figures.md")


def test_every_outcome_of_carrying_is_explained() -> None:
    """Each thing that carrying can make of a mark stands there, in the window's words."""
    told = {row[0] for row in rows_of(text_of("marks.md"))}

    assert {ENGLISH.status(status) for status in CarriedStatus} <= told


def test_every_class_is_explained() -> None:
    """Each class stands on the page, in the window's words."""
    page = text_of("rules.md")
    told = {row[0] for row in rows_of(page)}

    assert {ENGLISH.variant_class(each) for each in VariantClass} <= told
    assert all(below(page, f"## {each.value.capitalize()}") for each in VariantClass)


def test_every_rule_is_on_the_page() -> None:
    """The page has exactly the rules there are, each below its class, by its name."""
    page = text_of("rules.md")
    for each in VariantClass:
        rows = rows_of(below(page, f"## {each.value.capitalize()}"))[1:]
        wanted = [f"{ENGLISH.rule(r)} `{r}`" for r in Rule if r.variant_class is each]

        assert [row[0] for row in rows] == wanted


@pytest.mark.parametrize("rule", Rule)
def test_the_example_of_a_rule_is_true(rule: Rule) -> None:
    """The program finds in the example what the page says, in exactly the words set in bold."""
    row = next(row for row in rows_of(text_of("rules.md")) if row[0].endswith(f"`{rule}`"))
    base, version = (read(cell.replace("**", "")) for cell in row[1:3])
    found = [each for each in collate(base, version).variants if each.rule is rule]

    assert bold(row[1]) == [each.base.of(base.text) for each in found if len(each.base)]
    assert bold(row[2]) == [each.version.of(version.text) for each in found if len(each.version)]
    assert bold(row[1]) or bold(row[2])


def bold(cell: str) -> list[str]:
    """Return the words that are set in bold."""
    return re.findall(r"\*\*(.+?)\*\*", cell)


# --- the library --------------------------------------------------------------------------------


def test_the_schema_is_told_in_full(tmp_path: Path) -> None:
    """The page has exactly the tables, views and columns that a library has."""
    page = text_of("library-file.md")
    told = {
        name: [row[0].strip("`") for row in rows_of(below(page, f"### {name}"))[1:]]
        for name in re.findall(r"^### (\w+)$", page, re.MULTILINE)
    }

    assert told == tables(tmp_path / "new.variorum")


def test_the_example_of_a_query_runs(tmp_path: Path) -> None:
    """Any SQLite tool can run the query that the page gives."""
    query = re.findall(r"^```sql\n(.*?)^```", text_of("library-file.md"), re.MULTILINE | re.DOTALL)
    tables(tmp_path / "new.variorum")
    with closing(sqlite3.connect(tmp_path / "new.variorum")) as connection:
        assert [connection.execute(each).fetchall() for each in query] == [[]]


def test_the_numbers_of_the_schema_are_told() -> None:
    """The page names the application id, and the copy that is made before an update."""
    assert str(APPLICATION_ID) in text_of("library-file.md")
    for page in ("safety.md", "privacy.md"):
        assert f".before-{CURRENT.version}.variorum" in text_of(page)


def test_every_reason_of_a_backup_is_explained() -> None:
    """Each reason why a backup was made stands there, in the words of the list of backups."""
    told = {row[0] for row in rows_of(below(text_of("safety.md"), "## Restore from a backup"))}

    assert len(told - {"why"}) == len(Why)


def test_everything_that_can_be_searched_is_explained() -> None:
    """Each place where words are found, and each field of the filter line, stands there."""
    words = named("searching.md")

    assert values(FoundIn) <= words
    assert {field for field in Field if not any(w.startswith(f"{field}:") for w in words)} == set()


def test_every_flaw_is_explained() -> None:
    """Each flaw that a check can find stands there, with what to do."""
    rows = rows_of(below(text_of("safety.md"), "## Check a library"))

    assert {f"`{flaw}`" for flaw in Flaw} == {row[0] for row in rows[1:]}


# --- the command line -----------------------------------------------------------------------------


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_on_the_page(name: str) -> None:
    """A command has a section; its options stand there, or where it says what holds for all."""
    page = text_of("command-line.md")
    section = below(page, f"## {name}")
    common = below(page, "## What holds for all")
    command = variorum.get_command(click.Context(variorum), name)
    assert command is not None
    options = [max(each.opts, key=len) for each in command.params if isinstance(each, click.Option)]

    assert f"variorum {name} " in section
    assert [each for each in options if each not in section + common] == []


def test_every_export_format_is_on_the_page() -> None:
    """Each format that is written stands in the section on export, with an example."""
    section = below(text_of("command-line.md"), "## export")

    assert [each for each in ExportFormat if f"| `{each.value}` |" not in section] == []
    assert [each for each in ExportFormat if f"--format {each.value} " not in section] == []


def examples() -> list[list[str]]:
    """Return the words of every line of every example, in the order of the page."""
    blocks = re.findall(r"^```sh\n(.*?)^```", text_of("command-line.md"), re.MULTILINE | re.DOTALL)
    return [shlex.split(line) for block in blocks for line in block.splitlines()]


def test_every_example_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The examples work one after the other, as a reader would type them beside the samples."""
    (tmp_path / "resources").symlink_to(CHECKOUT / "resources", target_is_directory=True)
    monkeypatch.chdir(tmp_path)
    for place in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(place, str(tmp_path / place))
    for words in examples():
        match words:
            case ["echo", text, ">", file]:
                Path(file).write_text(f"{text}\n", encoding="utf-8")
            case ["variorum", "open", *rest]:
                opened = [sys.executable, "-m", "variorum", "open", *rest]
                shown = subprocess.run(opened, check=False, capture_output=True, text=True)
                assert shown.returncode == 0, shown.stderr
            case ["variorum", *rest]:
                answer = CliRunner().invoke(variorum, rest)
                assert answer.exit_code == 0, f"{rest}: {answer.output}"
                assert answer.output or "--to" in rest or "--html" in rest
            case _:
                pytest.fail(f"no example that this test knows: {words}")

    written = {path.name for path in tmp_path.iterdir()}
    assert {"desk.variorum", "monday.variorum", "comparisons.html", "window.png"} <= written
