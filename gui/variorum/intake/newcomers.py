"""An article on its way into a library, made ready in the process in which it was read."""

import pickle
from dataclasses import dataclass

from variorum.intake.pieces import Ready
from variorum.library.preparing import Prepared, prepare
from variorum.stories.likeness import Profile
from variorum.text import Imported


@dataclass(frozen=True, slots=True)
class Newcomer(Ready):
    """Hold an article's rows, and the article itself packed: few are ever looked into again."""

    rows: Prepared
    packed: bytes
    words: int
    source: str | None

    @classmethod
    def of(cls, imported: Imported) -> "Newcomer":
        """Prepare an article; the work is done here, before the library is busy."""
        profile = Profile(imported.article)
        rows = prepare(imported, profile.fingerprint)
        packed = pickle.dumps(imported.article, pickle.HIGHEST_PROTOCOL)
        return cls(rows, packed, len(profile.words), imported.article.source)

    @property
    def profile(self) -> Profile:
        """Return what is compared of the article, unpacked."""
        # We packed it ourselves, a moment ago.
        return Profile(pickle.loads(self.packed))  # noqa: S301
