"""Pages copied whole into plain text: menus, mastheads, lists of other stories, who edited the copy."""

import pytest

from variorum.text import Article
from variorum.wire.reader import read

_STORY = (
    "The iron bridge may close by autumn, the council said on Monday, after a survey of its legs.",
    "“It is tired,” said its keeper, Mara Quill, who has swept it for thirty years and more.",
    "Some 4,100 people walked on it last summer, a third fewer than in the year of the jubilee.",
)


def kinds(article: Article) -> list[tuple[str, str]]:
    """Return the kind and the words of each passage."""
    return [(passage.kind.value, article.words_of(passage)) for passage in article.passages]


@pytest.mark.parametrize(
    "above",
    ["Lindholm Post", "Home News Sport Weather", "Lindholm Post\nHome News Sport\n\nNews > Local"],
)
def test_the_headline_stands_below_masthead_and_menu(above: str) -> None:
    """Both may have as many words as a headline."""
    article = read("\n\n".join([above, "Bridge to close", "By Jon Hale", *_STORY]))

    assert article.headline == "Bridge to close"


def test_words_of_sections_alone_make_no_menu() -> None:
    """A menu begins with the page's own beginning."""
    article = read("\n\n".join(["World travel report", "By Jon Hale", *_STORY]))

    assert article.headline == "World travel report"


def test_a_list_of_stories_goes_on_behind_its_buttons() -> None:
    """They turn to other links, and say which of them is shown."""
    links = "RELATED ARTICLES\nPrevious\n1\nNext\nOld bridges of the coast\nWho swept the bridge"
    article = read("\n\n".join(["Bridge to close", _STORY[0], links, *_STORY[1:]]))
    found = kinds(article)

    assert ("promo", "Old bridges of the coast") in found
    assert ("promo", "Who swept the bridge") in found
    assert [words for kind, words in found if kind == "paragraph"] == list(_STORY)


def test_editors_behind_the_last_sentence_are_a_credit() -> None:
    """Agencies of Taiwan close with them, and with the day in figures."""
    article = read(
        "鐵橋可能關閉\n\n市議會今天表示，因橋墩老化，鐵橋可能於秋天關閉。（編輯：于明）1070604"
    )

    assert kinds(article)[-1] == ("credit", "（編輯：于明）1070604")
