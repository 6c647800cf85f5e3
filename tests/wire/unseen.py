"""The story round which lines of unseen copy are laid, and what kind each of them becomes."""

from variorum.text import Article
from variorum.wire.reader import read

HEADLINE = "Harbour board closes piers for repairs"
LEAD = "OSLO, May 3 (NPA) - The harbour board said on Monday that it would close both piers."
PLAIN = "The harbour board said on Monday that it would close both piers for the winter."
SECOND = "Ferries will sail from the new quay until the spring, the board said in a statement."
THIRD = "Fishermen along the coast had not been asked before the plan was made."


def kinds(article: Article) -> list[str]:
    """Return the kinds of an article's passages in order."""
    return [passage.kind.value for passage in article.passages]


def last(line: str, *, lead: str = LEAD) -> str:
    """Return the kind of a line below the story's last sentence."""
    return kinds(read(f"{HEADLINE}\n\n{lead}\n\n{SECOND}\n\n{line}"))[-1]


def between(line: str) -> str:
    """Return the kind of a line between two paragraphs."""
    return kinds(read(f"{HEADLINE}\n\n{LEAD}\n\n{line}\n\n{SECOND}"))[2]
