"""An article on its way into a library, made ready in the process in which it was read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial

from variorum.intake.pieces import Ready
from variorum.library.preparing import Prepared, article_of, prepare, told_of
from variorum.stories.fingerprints import sample
from variorum.stories.profiles import Profile
from variorum.text import Imported, PartialDate


@dataclass(frozen=True)
class Newcomer(Ready):
    """Hold an article's rows: of few is the article itself ever wanted again."""

    rows: Prepared
    folded: str
    """The folded words of its story, a space between each two."""
    source: str | None
    day: date | PartialDate | None
    """When it was published, or is dated."""

    @classmethod
    def of(cls, imported: Imported) -> "Newcomer":
        """Prepare an article; the work is done here, before the library is busy."""
        profile = Profile(imported.article)
        rows = prepare(imported, profile.fingerprint)
        return cls(rows, " ".join(profile.words), imported.article.source, profile.day)

    @cached_property
    def asked(self) -> Sequence[int]:
        """Return the hashes by which its like is looked for, as the index keeps them."""
        return sample(self.rows.hashes)

    @property
    def words(self) -> int:
        """Count the words of its story."""
        return self.folded.count(" ") + bool(self.folded)

    @cached_property
    def profile(self) -> Profile:
        """Return what is compared of the article; the rest is made of its rows when it is asked."""
        profile = Profile(partial(article_of, self.rows), told=partial(told_of, self.rows))
        profile.words = self.folded.split()
        profile.day = self.day
        return profile

    def unpack(self) -> None:
        """Make what is asked and compared of the article: the library can be busy meanwhile."""
        _ = self.asked, self.profile.vocabulary
