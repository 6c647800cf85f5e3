"""Comparisons of pairs: made at once when small, beside the window when large, kept."""

from collections import OrderedDict
from collections.abc import Callable

from PySide6.QtCore import QObject

from variorum.app.jobs import Jobs
from variorum.collation.collate import collate
from variorum.collation.values import Collation
from variorum.text import Article

AT_ONCE = 60_000
"""Code points of both texts together up to which a pair is compared while the reader waits."""

_KEPT = 64

Pair = tuple[Article, Article]
Then = Callable[[Collation], None]


class Collations(QObject):
    """Compare pairs of articles; the same pair is compared once."""

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._found: OrderedDict[Pair, Collation] = OrderedDict()
        self._awaited: dict[Pair, list[Then]] = {}

    def known(self, base: Article, version: Article) -> Collation | None:
        """Return a comparison that is there already."""
        found = self._found.get((base, version))
        if found is not None:
            self._found.move_to_end((base, version))
        return found

    def at_once(self, base: Article, version: Article) -> Collation:
        """Compare now, whatever it takes."""
        found = self.known(base, version)
        if found is None:
            found = collate(base, version)
            self._keep((base, version), found)
        return found

    def is_small(self, base: Article, version: Article) -> bool:
        """Tell whether the reader would not notice the comparison."""
        return len(base.text) + len(version.text) <= AT_ONCE

    def want(self, base: Article, version: Article, then: Then, *, title: str) -> None:
        """Hand the comparison over: at once when known or small, else when a job has made it."""
        pair = (base, version)
        if self.known(base, version) is not None or self.is_small(base, version):
            then(self.at_once(base, version))
            return
        awaited = self._awaited.get(pair)
        if awaited is not None:
            awaited.append(then)
            return
        self._awaited[pair] = [then]
        job = self._jobs.run(title, lambda tick: collate(base, version, tick=tick))

        def arrived(found: Collation) -> None:
            self._arrived(pair, found)

        job.succeeded.connect(arrived)
        job.finished.connect(lambda: self._awaited.pop(pair, None))

    def _arrived(self, pair: Pair, found: Collation) -> None:
        self._keep(pair, found)
        for then in self._awaited.pop(pair, ()):
            then(found)

    def _keep(self, pair: Pair, found: Collation) -> None:
        self._found[pair] = found
        if len(self._found) > _KEPT:
            self._found.popitem(last=False)
