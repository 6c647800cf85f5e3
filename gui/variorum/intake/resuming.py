"""Let an import go on where it was cut off: which files were read, and how far."""

import json
from collections.abc import Container, Sequence
from pathlib import Path

from variorum.formats.corpora.mapping import DateOrder, Mapping, Role, mapping_of
from variorum.formats.corpora.rows import Columns
from variorum.library.connection import Db
from variorum.library.ids import ImportId
from variorum.library.unfinished import FileProgress, Unfinished, progress, unfinished


class Places:
    """Know how far the files of one import were read."""

    def __init__(self, before: dict[str, FileProgress] | None = None) -> None:
        self._before = before or {}
        self._news: dict[str, FileProgress] = {}
        self._stamps: dict[Path, str] = {}

    @classmethod
    def of(cls, db: Db, import_id: ImportId) -> "Places":
        """Return how far an import came."""
        return cls(progress(db, import_id))

    def is_done(self, file: Path) -> bool:
        """Tell whether a file was read to its end, and is still the same."""
        known = self._known(file)
        return known is not None and known.done

    def after(self, file: Path) -> int:
        """Return how many articles of a file were read."""
        known = self._known(file)
        return known.articles if known is not None else 0

    def _known(self, file: Path) -> FileProgress | None:
        known = self._before.get(str(file.absolute()))
        return known if known is not None and known.stamp == self._stamp(file) else None

    def _stamp(self, file: Path) -> str:
        if file not in self._stamps:
            self._stamps[file] = stamp_of(file)
        return self._stamps[file]

    def came(self, file: Path, articles: int, *, done: bool = False) -> None:
        """Remember how far a file was read."""
        path = str(file.absolute())
        self._news[path] = FileProgress(path, self._stamp(file), articles, done)

    def take_news(self) -> list[FileProgress]:
        """Return what was remembered since the last call."""
        news, self._news = list(self._news.values()), {}
        return news


def stamp_of(file: Path) -> str:
    """Return a file's size and the moment of its last change; empty where there is none."""
    try:
        status = file.stat()
    except OSError:
        return ""
    return f"{status.st_size} {status.st_mtime_ns}"


def cut_off(
    db: Db, paths: Sequence[Path], columns: Columns, *, running: Container[ImportId]
) -> Unfinished | None:
    """Return the import of these paths that did not come to its end, and is not under way."""
    named, said = tuple(names_of(paths)), columns_to_json(columns)
    same = (each for each in unfinished(db) if (each.paths, each.columns) == (named, said))
    return next((each for each in same if each.id not in running), None)


def names_of(paths: Sequence[Path]) -> list[str]:
    """Return by which names an import's paths are kept."""
    return [str(path.absolute()) for path in paths]


def columns_to_json(columns: Columns) -> str:
    """Return how rows are read, as the library keeps it."""
    mapping = columns.mapping
    said = mapping and {"columns": dict(mapping.columns), "order": mapping.order}
    return json.dumps({"mapping": said, "certain": columns.certain_only}, ensure_ascii=False)


def columns_from_json(kept: str) -> Columns:
    """Return how rows are read, from what the library keeps."""
    said = json.loads(kept)
    mapping: Mapping | None = None
    if said["mapping"] is not None:
        order = said["mapping"]["order"]
        pairs = [(Role(role), column) for role, column in said["mapping"]["columns"].items()]
        mapping = mapping_of(pairs, order=DateOrder(order) if order else None)
    return Columns(mapping, certain_only=said["certain"])
