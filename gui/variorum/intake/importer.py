"""Bring files, folders and pasted text into a library, each article into its story.

The rules: the same text from the same origin, or from the same known source, is a
duplicate. Another text from an origin is a new version in the story of the one before.
The same words from elsewhere are a version of their own. Nothing here overrules a person:
stories that were there are never joined or parted by an import, it only says where a new article
goes. Those that it made itself a moment ago are one when an article shows it, unless somebody
corrected or regrouped articles in between.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, suppress
from hashlib import sha256
from itertools import islice
from pathlib import Path

from variorum.errors import LibraryError, UsageError
from variorum.formats.corpora.rows import GUESSED, Columns
from variorum.formats.documents.plain import read_text
from variorum.intake.files import walk
from variorum.intake.newcomers import Newcomer
from variorum.intake.reading import read_files
from variorum.intake.report import ImportReport, Tally
from variorum.intake.resuming import Places, columns_to_json, cut_off, names_of
from variorum.intake.saving import BATCH, Saver
from variorum.intake.skips import Skipped
from variorum.library.articles import begin_import
from variorum.library.commands import Command
from variorum.library.connection import Db
from variorum.library.fingerprint_index import Index
from variorum.library.ids import ImportId
from variorum.library.library import Library
from variorum.library.suggestions import asked_count
from variorum.library.unfinished import Ended, begin, forget, leave
from variorum.progress import Cancelled, Tick, felt, no_tick
from variorum.text import Imported

_THOUSAND = 1_000


def _unheard(articles: int) -> None:
    """Hear how many articles are saved, and do nothing with it."""


def import_paths(
    library: Library,
    paths: Sequence[Path],
    *,
    columns: Columns = GUESSED,
    tick: Tick = no_tick,
    saved: Callable[[int], None] = _unheard,
) -> ImportReport:
    """Import files and all files of folders; what cannot be read is skipped with its reason.

    `columns` says how the rows of corpora are read. `tick` counts thousandths of files; when it
    raises `Cancelled`, the import ends with what was saved. `saved` is told how many articles are
    in the library. An import of the same paths that was cut off goes on where it was.
    """
    files, running = list(walk(paths)), library.heeded.running
    tally = library.run(
        Command.IMPORT, lambda db: _begin_or_go_on(db, paths, columns, running)
    ).value
    try:
        _bring(library, files, tally, columns=columns, tick=tick, saved=saved)
    finally:
        running.discard(tally.import_id)
        # Where an error ended the import, it is the one to be told.
        with suppress(LibraryError):
            library.run(Command.HOUSEKEEPING, lambda db: _give_back(db, running))
    return _sum(library, tally)


def _bring(
    library: Library,
    files: Sequence[Path | Skipped],
    tally: Tally,
    *,
    columns: Columns,
    tick: Tick,
    saved: Callable[[int], None],
) -> None:
    """Read files and save what they hold, until it is done or stopped."""
    counter = _Counter(tick, sum(isinstance(file, Path) for file in files))
    with Saver(library, tally, saved) as saver:
        try:
            with felt(counter.again):
                for batch in _batches(_read_all(files, tally, columns, counter)):
                    saver.save(batch)
        except Cancelled:
            tally.stopped = True
            # What was read and not saved is to be read again.
            tally.places.take_news()
        saver.finish()
    library.run(Command.HOUSEKEEPING, lambda db: _leave(db, tally))


def _begin_or_go_on(
    db: Db, paths: Sequence[Path], columns: Columns, running: set[ImportId]
) -> Tally:
    db.hold_more(more=True)
    before = cut_off(db, paths, columns, running=running)
    if before is not None:
        running.add(before.id)
        leave(db, before.id, Ended.RUNNING)
        return Tally(before.id, Index(db), places=Places.of(db, before.id), before=before.articles)
    import_id = begin_import(db)
    running.add(import_id)
    begin(db, import_id, paths=names_of(paths), columns=columns_to_json(columns))
    return Tally(import_id, Index(db))


def _give_back(db: Db, running: set[ImportId]) -> None:
    """Give back the memory that imports were given, once none is under way."""
    if not running:
        db.hold_more(more=False)


def _leave(db: Db, tally: Tally) -> None:
    """Forget how far an import came that is done; keep it of one that was stopped."""
    if tally.stopped:
        leave(db, tally.import_id, Ended.STOPPED)
    else:
        forget(db, tally.import_id)


def import_paste(library: Library, text: str) -> ImportReport:
    """Import a pasted text; the same text pasted again is a duplicate."""
    if not text.strip():
        raise UsageError("There is no text to import.", hint="Copy a story first.")
    origin = f"paste:{sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()}"
    return import_articles(library, [read_text(text, origin=origin)])


def import_articles(library: Library, articles: Iterable[Imported]) -> ImportReport:
    """Import articles that were read already."""
    tally = _begin(library)
    with Saver(library, tally, _unheard) as saver:
        for batch in _batches(map(Newcomer.of, articles)):
            saver.save(batch)
        saver.finish()
    return _sum(library, tally)


def _sum(library: Library, tally: Tally) -> ImportReport:
    if tally.asked:
        # Stories that were united, and a person meanwhile, answered some of it.
        tally.asked = asked_count(library.reader, import_id=tally.import_id)
    return tally.report()


def _begin(library: Library) -> Tally:
    return library.run(Command.IMPORT, lambda db: Tally(begin_import(db), Index(db))).value


def _read_all(
    files: Sequence[Path | Skipped], tally: Tally, columns: Columns, counter: "_Counter"
) -> Iterator[Newcomer]:
    tally.skipped += [file for file in files if isinstance(file, Skipped)]
    found = [file for file in files if isinstance(file, Path)]
    tally.files = len(found)
    counter.again()
    places = tally.places
    wanted = [file for file in found if not places.is_done(file)]
    counter.count(len(found) - len(wanted))
    after = {file: count for file in wanted if (count := places.after(file))}
    left = iter(wanted)
    file, count = next(left, None), 0
    with closing(read_files(wanted, columns=columns, make=Newcomer.of, after=after)) as pieces:
        for piece in pieces:
            if file is None:
                return
            for each in piece.found:
                if isinstance(each, Skipped):
                    tally.skipped.append(each)
                elif isinstance(each, Newcomer):
                    count += 1
                    # A file that is read as a whole is read again; what is known is left out.
                    places.came(file, count + after.get(file, 0) if piece.is_corpus else 0)
                    yield each
            if not piece.is_last:
                counter.within(piece.place, piece.size)
                continue
            if piece.is_corpus:
                tally.corpora.append(file)
            places.came(file, count + after.get(file, 0), done=True)
            counter.count()
            file, count = next(left, None), 0


class _Counter:
    """Tell how far an import is, in thousandths of files: a corpus can be the whole of it."""

    def __init__(self, tick: Tick, files: int) -> None:
        self._tick = tick
        self._total = files * _THOUSAND
        self._done = self._told = 0

    def again(self) -> None:
        """Tell what was told last, so that an import can be stopped where nothing is news."""
        self._tick(self._told, self._total)

    def count(self, files: int = 1) -> None:
        """Count files."""
        self._done += files * _THOUSAND
        self._told = self._done
        self._tick(self._done, self._total)

    def within(self, place: int, size: int) -> None:
        """Tell how far a file has been read, where that is news."""
        now = self._done + min(place * _THOUSAND // max(size, 1), _THOUSAND - 1)
        if now != self._told:
            self._told = now
            self._tick(now, self._total)


def _batches(newcomers: Iterable[Newcomer]) -> Iterator[list[Newcomer]]:
    coming = iter(newcomers)
    while batch := list(islice(coming, BATCH)):
        yield batch
