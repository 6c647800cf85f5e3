"""Lines of a page that their neighbours tell of: captions, links, stamps, comments, pleas."""

import pytest

from variorum.text import Article
from variorum.wire.reader import read

_HEAD = "Harbour board to close both piers for repairs until spring"
_LEAD = "The harbour board said on Monday that it would close both of its piers for repairs."
_SECOND = "Ferries will sail from the new quay until the spring, the board said in a statement."
_THIRD = "The state will pay for half of the work, and the town has to find the rest of the money."


def page(*lines: str) -> list[str]:
    """Return the kinds of a page's passages."""
    return kinds(read("\n\n".join(lines)))


def kinds(article: Article) -> list[str]:
    """Return the kinds of an article's passages in order."""
    return [passage.kind.value for passage in article.passages]


def test_a_sentence_above_a_photographs_credit_is_a_caption_when_it_looks_like_one() -> None:
    """Who stands where, or on which day of which year, and the credit below it."""
    caption = "Mayor Ann Lee, left, greets the captain at the old pier on May 3, 2021."

    assert page(_HEAD, _LEAD, caption, "Bo Ek / Getty Images", _SECOND) == [
        *("headline", "paragraph", "caption", "caption", "paragraph"),
    ]


def test_a_sentence_of_the_story_beside_a_credit_stays() -> None:
    """A photograph stands between two sentences of the story; neither is its caption."""
    assert page(_HEAD, _LEAD, "Bo Ek / Getty Images", _SECOND) == [
        *("headline", "paragraph", "caption", "paragraph"),
    ]


def test_a_paragraph_between_two_pictures_stays() -> None:
    """Charts above and below do not make a paragraph a caption."""
    middle = (
        "We can look at this in another way. If the board had waited, the piers would have cost"
        " twice as much. That is the point of its plan."
    )

    credit = "(Ann Lee/The Northern Courier)"
    assert page(_HEAD, _LEAD, credit, middle, credit, _SECOND)[3] == "paragraph"


def test_a_picture_whose_text_is_printed_twice_is_a_caption_twice() -> None:
    """A page prints a picture's title and its text."""
    caption = "The old pier at Brelvik is seen from the hill."

    assert page(_HEAD, "Bo Ek/AP", caption, caption, "By Ann Lee", _LEAD, _SECOND)[2:4] == [
        *("caption", "caption"),
    ]


def test_a_gallery_is_captions_and_buttons() -> None:
    """Blocks between a gallery's buttons and credits are captions, each and all."""
    views = ["The old pier at dawn.", "Mayor Ann Lee and her guests.", "Boats at the new quay."]
    gallery = [line for view in views for line in ("Fullscreen", view, "Bo Ek, Getty Images")]

    assert page(_HEAD, _LEAD, _SECOND, *gallery)[3:] == ["clutter", "caption", "caption"] * 3


def test_a_story_told_by_the_hour_has_its_times_for_crossheads() -> None:
    """A time of day alone above a sentence is a crosshead."""
    assert page(_HEAD, "9:45 a.m.", _LEAD, "9:20 a.m.", _SECOND) == [
        *("headline", "crosshead", "paragraph", "crosshead", "paragraph"),
    ]


def test_posts_of_a_live_page_are_told_from_their_stamps() -> None:
    """Below each stamp stands a crosshead, below that from whom the post is."""
    posts = [
        *("9 min ago", "Board closes the first pier", "From Courier's Ann Lee", _LEAD),
        *("1 hr 4 min ago", "Fishermen march to the town hall", _SECOND),
        *("2 hr 9 min ago", "Board meets behind closed doors", _THIRD),
    ]

    assert page(*posts) == [
        *("clutter", "crosshead", "byline", "paragraph"),
        *("clutter", "crosshead", "paragraph") * 2,
    ]


def test_lines_below_the_head_of_a_list_are_links() -> None:
    """A head such as Related content makes the lines below it promos, until prose comes."""
    link = "Fishermen march against the plan"

    assert page(_HEAD, _LEAD, "Related content", link, _SECOND) == [
        *("headline", "paragraph", "promo", "promo", "paragraph"),
    ]


def test_a_line_that_is_a_link_elsewhere_is_one_here() -> None:
    """A page repeats its links."""
    link = "Fishermen march against the plan of the board"

    assert page(_HEAD, _LEAD, link, _SECOND, "Related content", link, _THIRD)[2] == "promo"


def test_a_bare_name_above_the_day_is_a_byline() -> None:
    """The writer's name stands between headline and date without a word before it."""
    article = read(f"{_HEAD}\n\nAnn Lee\n\nMay 3, 2021 10:00AM (UTC)\n\n{_LEAD}\n\n{_SECOND}")

    assert article.byline == "Ann Lee"


@pytest.mark.parametrize("name", ["The Northern Courier", "CBS News", "northcourier.com"])
def test_the_name_of_the_outlet_above_the_story_is_clutter(name: str) -> None:
    """A page begins with the name of its outlet; that is no headline."""
    article = read(f"{name}\n\nMay 3, 2021\n\n{_HEAD}\n\nEmail\n\n{_LEAD}\n\n{_SECOND}")

    assert kinds(article)[0] == "clutter"
    assert article.headline == _HEAD


def test_a_place_alone_below_the_byline_is_the_dateline() -> None:
    """A page sets the place on a line of its own."""
    article = read(f"{_HEAD}\n\nBy Ann Lee\n\nNEW YORK\n\n{_LEAD}\n\n{_SECOND}")

    assert article.dateline is not None
    assert article.dateline.place == "NEW YORK"
    assert kinds(article) == ["headline", "byline", "paragraph", "paragraph"]


def test_the_foot_of_a_page_is_set_apart() -> None:
    """Topics, lists and comments below the story are none of it."""
    foot = [
        *("Related topics", "Brelvik", "Ferries"),
        *("Most read", "1", "Lorry overturns on coast road"),
        *("12 comments", "Log in to comment", "Old Salt 3 hours ago"),
        *("About time too. The pier was a danger to all of us who fish from it.", "Reply"),
    ]

    assert page(_HEAD, _LEAD, _SECOND, _THIRD, *foot)[4:] == [
        *("promo", "clutter", "clutter", "clutter", "clutter", "promo"),
        *("clutter", "clutter", "clutter", "clutter", "clutter"),
    ]


def test_a_story_that_ends_below_an_advertisement_is_whole() -> None:
    """A short last sentence is no foot of a page."""
    assert page(_HEAD, _LEAD, _SECOND, "Advertisement", "Work begins in June.")[-1] == "paragraph"


def test_a_story_that_goes_on_below_a_list_is_whole() -> None:
    """A list in the middle of a story is no foot."""
    assert page(_HEAD, _LEAD, "Most read", _SECOND, _THIRD)[3:] == ["paragraph", "paragraph"]


def test_pleas_below_the_story_are_clutter() -> None:
    """A page asks for a subscription when the story is told."""
    plea = "If you enjoy our journalism, please consider subscribing today."

    assert page(_HEAD, _LEAD, _SECOND, plea) == ["headline", "paragraph", "paragraph", "clutter"]


PHRASES = [
    "Sign up for the army and you may be sent abroad within a year of your first day.",
    "Sign up for the coastguard and you may be sent to the pier on your very first day.",
    "Subscribe to the view of the chairman and the piers were doomed from the very start.",
    "Follow us to the pier and you will see what the storm has left of it, fishermen say.",
    "Support our harbour, fishermen sang as they marched to the town hall on Monday night.",
    "Get the latest storm out of your mind and the pier looks as it did a hundred years ago.",
    "Join the discussion about the piers and you are soon told to leave, one of them said.",
    "Thanks for signing, the mayor told the captains when the list had gone round the table.",
]


@pytest.mark.parametrize("sentence", PHRASES)
def test_a_sentence_that_opens_like_a_plea_stays_in_the_story(sentence: str) -> None:
    """What opens a page's plea may open a story's sentence, wherever it stands in the story."""
    assert page(_HEAD, sentence, _LEAD, _SECOND)[1:] == ["paragraph"] * 3
    assert page(_HEAD, _LEAD, sentence, _SECOND)[1:] == ["paragraph"] * 3
    assert page(_HEAD, _LEAD, _SECOND, sentence)[1:] == ["paragraph"] * 3


BOXES = [
    "Bright spells. High near 61F. Winds SW at 3 to 8 mph.",
    "Fog at dawn. Low 44F. Winds light.",
    "A link has been sent to the address that you gave us.",
    "You're now signed up for our daily newsletter.",
    "You have reached your limit of free articles.",
]


@pytest.mark.parametrize("box", BOXES)
def test_a_box_of_the_page_is_clutter(box: str) -> None:
    """A forecast without a verb, a dialog, a wall are none of the story."""
    assert page(_HEAD, _LEAD, box, _SECOND)[2] == "clutter"


def test_the_weather_in_a_story_stays() -> None:
    """A sentence about the weather has a verb."""
    weather = "Highs near 80F and winds from the south are expected at the piers on Monday."

    assert page(_HEAD, _LEAD, weather, _SECOND)[2] == "paragraph"


def test_many_heads_in_title_case_are_crossheads() -> None:
    """A story in parts has a head on each; links are fewer."""
    heads = [
        f"The {name} Plan for the Old Pier of Brelvik" for name in ("First", "Best", "Last", "Next")
    ]
    lines = [line for head in heads for line in (head, _SECOND)]

    assert page(_HEAD, _LEAD, *lines)[2:] == ["crosshead", "paragraph"] * 4


PLEAS = [
    "Sign up for our newsletter to get the best of the Courier in your inbox.",
    "Subscribe to our podcast for more stories from the coast.",
    "We use cookies to make this website better for you.",
    "Get the latest news from the coast, every morning - in your inbox.",
]


@pytest.mark.parametrize("plea", PLEAS)
def test_a_plea_of_the_page_is_clutter(plea: str) -> None:
    """What names the page's own offers is clutter, between sentences too."""
    assert page(_HEAD, _LEAD, plea, _SECOND)[2] == "clutter"
