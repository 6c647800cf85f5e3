"""Importing: what is new, what is known, and which story it belongs to."""

from itertools import permutations
from pathlib import Path

import pytest

from variorum.errors import UsageError, VariorumError
from variorum.intake.files import read_file
from variorum.intake.importer import import_articles, import_paste, import_paths
from variorum.intake.newcomers import Newcomer
from variorum.intake.report import ImportReport
from variorum.intake.samples import import_samples
from variorum.intake.saving import BATCH
from variorum.intake.skips import SkipReason
from variorum.library import articles, stories
from variorum.library.annotators import ensure_annotator
from variorum.library.commands import Command
from variorum.library.library import Library
from variorum.library.queries import articles as queries_articles
from variorum.library.queries import stories as queries
from variorum.library.queries.rows import VersionRow
from variorum.progress import Cancelled
from variorum.text import Imported
from variorum.wire.fields import Fields
from variorum.wire.reader import read

from .conftest import WIRE


def versions_of(library: Library) -> list[list[VersionRow]]:
    """Return each story's versions."""
    found = queries.stories(library.reader)
    return [queries.versions(library.reader, story.story) for story in found]


def sizes(library: Library) -> list[int]:
    """Return how many versions each story has."""
    return sorted(len(versions) for versions in versions_of(library))


def printed(text: str, *, origin: str, source: str | None = None) -> Imported:
    """Return an article as it comes from somewhere."""
    article = read(text, fields=Fields(source=source))
    return Imported(article, origin, text.encode(), encoding="utf-8", format="plain")


def counts(report: ImportReport) -> tuple[int, int, int]:
    """Return the articles that were imported, known already, and new versions."""
    return report.imported, report.duplicates, report.new_versions


def test_the_same_file_again_is_a_duplicate(library: Library, wire: Path) -> None:
    """Nothing comes in twice from the same place."""
    first, second = import_paths(library, [wire]), import_paths(library, [wire])

    assert (counts(first), counts(second)) == ((1, 0, 0), (0, 1, 0))
    assert sizes(library) == [1]


def test_a_changed_file_is_a_new_version_of_its_story(library: Library, wire: Path) -> None:
    """The text that was imported first stays as it was."""
    import_paths(library, [wire])
    wire.write_text(WIRE.replace("14 ships", "17 ships"), encoding="utf-8")

    report = import_paths(library, [wire])

    assert counts(report) == (1, 0, 1)
    assert sizes(library) == [2]


def test_quite_another_text_in_the_same_file_is_another_story(library: Library, wire: Path) -> None:
    """A file name that is used again does not join what has nothing in common."""
    import_paths(library, [wire])
    wire.write_text("Bakers in Lund won a prize for rye bread with walnuts.", encoding="utf-8")

    report = import_paths(library, [wire])

    assert counts(report) == (1, 0, 0)
    assert sizes(library) == [1, 1]


@pytest.mark.usefixtures("wire")
def test_the_same_words_in_another_place_are_a_version_of_their_own(
    library: Library, folder: Path
) -> None:
    """Two papers that print the same words are two versions."""
    (folder / "paper.txt").write_text(WIRE, encoding="utf-8")

    report = import_paths(library, [folder])

    assert counts(report) == (2, 0, 0)
    assert sizes(library) == [2]


def test_the_same_text_of_the_same_source_is_a_duplicate(library: Library) -> None:
    """An agency's story that was sent twice is one article."""
    report = import_articles(
        library,
        [
            printed(WIRE, origin="first", source="Northline"),
            printed(WIRE, origin="second", source="NORTHLINE"),
            printed(WIRE, origin="third", source="Channel Post"),
        ],
    )

    assert counts(report) == (2, 1, 0)


def test_versions_meet_whichever_is_imported_first(tmp_path: Path) -> None:
    """The base and the story do not depend on the order of import."""
    texts = [
        printed(WIRE, origin="wire", source="Northline"),
        printed(WIRE.replace("14 ships", "17 ships"), origin="paper", source="The Beacon"),
        printed("\n\n".join(WIRE.split("\n\n")[1:4]), origin="brief", source="Channel Post"),
    ]
    for number, order in enumerate(permutations(texts)):
        with Library.open(tmp_path / f"{number}.variorum", create=True) as each:
            for imported in order:
                import_articles(each, [imported])
            (versions,) = versions_of(each)

            assert len(versions) == 3
            assert versions[0].source == "Northline"


def test_a_story_that_many_papers_print_stays_one(library: Library) -> None:
    """A hundred and more reprints are no template, in one import or in several."""
    reprints = [
        printed(f"{WIRE}\nPaper number {number} adds a line of its own.", origin=str(number))
        for number in range(140)
    ]

    import_articles(library, reprints[:30])
    import_articles(library, reprints[30:135])
    import_articles(library, reprints[135:])

    assert sizes(library) == [140]


def test_a_story_parted_by_hand_stays_parted(library: Library, folder: Path, wire: Path) -> None:
    """An import adds to stories; it never joins what a person parted."""
    (folder / "paper.txt").write_text(WIRE.replace("14 ships", "17 ships"), encoding="utf-8")
    report = import_paths(library, [folder])
    me = library.run(Command.HOUSEKEEPING, lambda db: ensure_annotator(db, "me")).value
    library.run(
        Command.PART, lambda db: stories.part(db, articles=report.articles[:1], annotator=me)
    )
    wire.write_text(WIRE.replace("14 ships", "15 ships"), encoding="utf-8")

    import_paths(library, [folder])

    assert sizes(library) == [1, 2]


def test_what_cannot_be_read_is_skipped_and_the_rest_goes_on(
    library: Library, folder: Path, wire: Path
) -> None:
    """One bad file among many is told once, at the end."""
    (folder / "a-picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    (folder / "empty.txt").touch()

    report = import_paths(library, [folder, folder / "gone.txt"])

    assert report.imported == 1
    assert [skipped.reason for skipped in report.skipped] == [
        SkipReason.UNREADABLE,
        SkipReason.EMPTY,
        SkipReason.MISSING,
    ]
    assert wire.exists()


def test_an_import_that_is_stopped_keeps_what_was_saved(library: Library, folder: Path) -> None:
    """A cancelled import says so and what it brought can still be undone."""
    for number in range(BATCH + 20):
        (folder / f"{number:03}.txt").write_text(f"Story number {number} is about {number} ships.")

    def tick(done: int, _: int) -> None:
        if done > BATCH * 1_000:
            raise Cancelled

    report = import_paths(library, [folder], tick=tick)

    assert report.stopped
    assert report.imported == BATCH
    assert sum(sizes(library)) == BATCH


def test_an_import_that_fails_gives_back_its_memory(library: Library, wire: Path) -> None:
    """What an import may keep of the file in memory is given to it while it is under way."""

    def held() -> int:
        return library.run(Command.HOUSEKEEPING, lambda db: db.value("PRAGMA cache_size")).value

    def fail(articles: int) -> None:
        raise VariorumError(f"heard of {articles}")

    before = held()
    with pytest.raises(VariorumError, match="heard of 1"):
        import_paths(library, [wire], saved=fail)

    assert held() == before


def test_a_whole_import_is_undone_together(library: Library, folder: Path) -> None:
    """Every batch of an import belongs to one deed."""
    for number in range(BATCH + 20):
        (folder / f"{number:03}.txt").write_text(f"Story number {number} is about {number} ships.")
    report = import_paths(library, [folder])

    library.run(
        Command.UNDO_IMPORT, lambda db: articles.undo_import(db, import_id=report.import_id)
    )

    assert sizes(library) == []


def test_pasted_text_is_imported_once(library: Library) -> None:
    """The same paste again is a duplicate, another one is not."""
    reports = [import_paste(library, text) for text in (WIRE, WIRE, "Something else entirely.")]

    assert [counts(report) for report in reports] == [(1, 0, 0), (0, 1, 0), (1, 0, 0)]


def test_an_empty_paste_is_told() -> None:
    """White space is no story."""
    with pytest.raises(UsageError, match="no text"):
        import_paste(None, " \n")  # pyright: ignore[reportArgumentType] - refused before it is used


def test_the_samples_come_grouped_with_their_outlets(library: Library) -> None:
    """Each folder of samples is one story, and each version says who printed it."""
    first, again = import_samples(library), import_samples(library)

    assert first.imported == again.duplicates > 0
    assert len(versions_of(library)) == len(first.stories)
    assert all(len(versions) > 1 for versions in versions_of(library))


@pytest.mark.parametrize("turned", [False, True])
def test_the_founding_pair_s_base_is_the_agency(
    library: Library, seeds: tuple[Path, Path], *, turned: bool
) -> None:
    """Whichever file is imported first, the agency's is the base."""
    for file in reversed(seeds) if turned else seeds:
        import_paths(library, [file])

    (versions,) = versions_of(library)

    assert len(versions) == 2
    assert versions[0].source == "Bloomberg"


@pytest.mark.parametrize("turned", [False, True])
def test_a_correction_of_the_same_day_is_no_base(
    library: Library, tmp_path: Path, *, turned: bool
) -> None:
    """Whichever file is imported first, what was sent first is the base and names the story."""
    sent, corrected = tmp_path / "sent.txt", tmp_path / "corrected.txt"
    headline, body = WIRE.split("\n\n", 1)
    sent.write_text(WIRE, "utf-8")
    note = "(Corrects number of members to 212 from 121 in second paragraph)"
    corrected.write_text(f"CORRECTED-{headline}\n\n{note}\n\n{body}", "utf-8")
    for file in (corrected, sent) if turned else (sent, corrected):
        import_paths(library, [file])

    (versions,) = versions_of(library)

    assert [bool(version.lineage) for version in versions if version.is_base] == [False]


def test_a_newcomer_is_made_of_its_rows_again(wire: Path) -> None:
    """What is compared of an article is what was read of it."""
    imported = read_file(wire)[0]

    assert Newcomer.of(imported).profile.article == imported.article


def test_received_bytes_come_back_whatever_stands_around_the_text(library: Library) -> None:
    """The text helps to keep them small, and nothing of them is lost."""
    text = WIRE * 9
    data = b"{'x': " + text.encode("utf-16") + b"}" * 40_000
    import_articles(library, [Imported(read(text), "one", data, "utf-16", "plain")])
    (number,) = queries_articles.all_articles(library.reader)

    assert queries_articles.received(library.reader, number).data == data
    assert library.reader.value("SELECT length(deflated) FROM received") < len(data) / 4
