"""Examples of stories: versions come together, look-alikes stay apart."""

import random
from datetime import date
from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.stories.grouping import WhyKind, group, is_one_story
from variorum.stories.profiles import Profile
from variorum.text import Article
from variorum.wire.fields import Fields
from variorum.wire.reader import read

from .desks import sentence

STRIKE = (
    (
        "PORT MERROW, April 12 (Northline) - Pilots at the largest port of Karsova walked off the job"
        " on Monday after talks over pay and rest hours stalled, leaving 14 ships at anchor."
    ),
    (
        "The Pilots' Guild said 212 of its 230 members had joined the strike, which began at dawn"
        " and has no set end."
    ),
    '"We have asked for rest, not riches," Guild chair Edda Moll told reporters at the gate.',
    "The Port Authority regretted the walkout and said it would keep emergency berths open.",
    "Two freighters loaded with wheat were diverted to Saltholm overnight, agents said.",
    "The pilots want shifts capped at 12 hours and a pay rise of 8 percent over two years.",
)
QUAKE = (
    (
        "SALTHOLM, Nov 2 (Northline) - An earthquake of magnitude 6.1 shook the north of Velmar"
        " early on Tuesday, the national seismic service said, but no tsunami warning was given."
    ),
    (
        "Shelves fell in shops along the coast road and power failed in two villages, the mayor of"
        " Lund told local radio, adding that nobody was known to be hurt."
    ),
    "The quake struck at a depth of 12 km, 30 km off the coast, and was felt in the capital.",
)
BOND = (
    (
        "PORT MERROW, March {day} - {name} has floated a {sum} mln mark note of five years that pays"
        " {rate} pct at an issue price of 101, {bank} said as its arranger."
    ),
    "Pieces of the note come in lots of 2,000 marks and will trade on the Saltholm exchange.",
    "The banks share a fee of 1-3/8 pct, of which 3/8 pct goes to those who stand surety.",
)


def text(*paragraphs: str) -> str:
    """Return a story of paragraphs."""
    return "\n\n".join(paragraphs)


def groups_of(*texts: str) -> list[tuple[int, ...]]:
    """Return the numbers of the texts that belong together."""
    return [found.articles for found in group([read(each) for each in texts])]


def bond(name: str, *, total: int, rate: str, bank: str, day: int) -> str:
    """Return a notice as desks fill them in."""
    return text(*BOND).format(name=name, sum=total, rate=rate, bank=bank, day=day)


def test_a_reprint_in_another_style_belongs_to_its_story() -> None:
    """House style does not hide a story."""
    reprint = text(*STRIKE).replace("percent", "per cent").replace('"', "”").replace("Edda", "Ms")

    assert groups_of(text(*STRIKE), text(*QUAKE), reprint) == [(0, 2), (1,)]


def test_an_excerpt_belongs_to_its_story() -> None:
    """Half a story is still that story, whichever is read first."""
    whole, half = text(*STRIKE), text(*STRIKE[:3])

    assert groups_of(whole, half) == [(0, 1)]
    assert groups_of(half, whole) == [(0, 1)]


def test_excerpts_without_a_common_word_meet_in_the_whole() -> None:
    """The beginning and the end of a story are both versions of it."""
    assert groups_of(text(*STRIKE[:3]), text(*STRIKE[3:]), text(*STRIKE)) == [(0, 1, 2)]


def test_only_what_shares_a_passage_is_shown_to_be_one_story() -> None:
    """A round-up holds stories that have nothing to do with one another."""
    strike, quake = Profile(read(text(*STRIKE))), Profile(read(text(*QUAKE)))

    assert is_one_story(strike, Profile(read(text(STRIKE[0], *QUAKE))))
    assert not is_one_story(strike, quake)


def test_a_moved_paragraph_is_no_other_story() -> None:
    """The order of the paragraphs may change."""
    turned = text(STRIKE[0], STRIKE[4], STRIKE[5], *STRIKE[1:4])

    assert groups_of(text(*STRIKE), turned) == [(0, 1)]


def test_an_update_with_another_figure_belongs_to_its_story() -> None:
    """What a later version corrects does not part it from the earlier one."""
    update = text(*STRIKE).replace("14 ships", "17 ships").replace("212", "218")

    assert groups_of(text(*STRIKE), update) == [(0, 1)]


def test_the_same_template_with_another_company_is_another_story() -> None:
    """Notices share most of their words and are still news of different firms."""
    notices = [
        bond("Harrow Steel NV", total=100, rate="7-3/4", bank="Calder Trust", day=3),
        bond("Tidewater Motors Inc", total=150, rate="8-1/8", bank="Banque Orval", day=3),
        bond("Norrland Kraft AB", total=75, rate="7-1/4", bank="Saxo Union", day=25),
    ]

    assert groups_of(*notices) == [(0,), (1,), (2,)]


def test_a_notice_sent_twice_is_one_story() -> None:
    """The same notice again is a version, not a look-alike."""
    notice = bond("Harrow Steel NV", total=100, rate="7-3/4", bank="Calder Trust", day=3)

    assert groups_of(notice, notice.replace("at par", "at 100")) == [(0, 1)]


def test_a_short_piece_finds_its_story() -> None:
    """Two paragraphs are enough."""
    assert groups_of(text(*STRIKE), text(*STRIKE[:2])) == [(0, 1)]


def test_equal_texts_say_so() -> None:
    """The reason tells an equal text from a like one."""
    found = group([read(text(*QUAKE)), read(text(*QUAKE)), read(text(*QUAKE[:2]))])

    assert len(found) == 1
    kinds = [why.kind for why in found[0].why if why is not None]
    assert sorted(kinds) == [WhyKind.SAME_TEXT, WhyKind.SHARED_WORDS]


def test_many_reprints_of_one_story_are_still_found() -> None:
    """A story that a hundred and more papers print does not count as a template."""
    reprints = [
        text(*STRIKE, f"Paper number {number} adds a line of its own.") for number in range(130)
    ]

    assert len(groups_of(*reprints)) == 1


def test_the_order_of_the_articles_has_no_say() -> None:
    """However they are given, the same articles belong together."""
    texts = [text(*STRIKE), text(*STRIKE[:3]), text(*STRIKE[2:]), text(*QUAKE), text(*QUAKE[:2])]
    expected = {frozenset({0, 1, 2}), frozenset({3, 4})}

    for order in permutations(range(len(texts))):
        found = groups_of(*(texts[number] for number in order))
        assert expected == {frozenset(order[place] for place in members) for members in found}


@settings(max_examples=50)
@given(st.lists(st.text(max_size=60), max_size=6))
def test_every_article_stands_in_one_story(texts: list[str]) -> None:
    """Nothing is lost and nothing is counted twice, whatever the texts."""
    found = group([read(each) for each in texts])

    assert sorted(n for each in found for n in each.articles) == list(range(len(texts)))


MAYOR = (
    "HARSUND (Northline) - The mayor of {town}, Jorge {name}, resigned on Monday after a court found"
    " that he had taken money from a mining firm, his lawyer said.\n\n"
    "{name} denies the charges and will appeal to a higher court in the capital.\n\n"
    "The firm said it would help prosecutors, who have asked for a long term in prison."
)


def mayor(name: str = "Belmonte", *, town: str = "Tolva") -> str:
    """Return a short story about a mayor of a name."""
    return MAYOR.format(name=name, town=town)


def test_a_corrected_name_does_not_part_a_short_story() -> None:
    """A name misspelt in one version is the same name."""
    assert groups_of(mayor(), mayor("Belmonde")) == [(0, 1)]


def test_one_corrected_place_does_not_part_a_short_story() -> None:
    """One name for another, where all else stands, was put right."""
    assert groups_of(mayor(), mayor(town="Garmo")) == [(0, 1)]


def test_a_word_that_opens_a_sentence_is_no_name() -> None:
    """Who writes another little word before a figure, and corrects one, prints the same story."""
    one = (
        "HARSUND, May 4 (Northline) - The night boat to Tolva was stopped on Tuesday when divers"
        " found a crack of 40 centimetres in its hull.\n\n"
        "Some 310 passengers went on by bus, and the line expects a fortnight in dock.\n\n"
        "The crack runs along a seam that a yard in the town had welded last autumn."
    )
    other = one.replace("Some 310", "About 310").replace("40 centimetres", "14 centimetres")

    assert groups_of(one, other) == [(0, 1)]


def test_two_other_names_part_short_stories() -> None:
    """Another man of another town is another story, however alike the words."""
    assert groups_of(mayor(), mayor("Quiroga", town="Garmo")) == [(0,), (1,)]


def test_another_romanisation_does_not_part_a_short_story() -> None:
    """Names written with other letters, hyphens and apostrophes are known again."""
    one = (
        "KIEV (Northline) - Vitaliy Boyko, who led the yard at Chon'ma, was freed on Monday,"
        " Park Sung-il said, after twenty days in a cell of the old harbour fort.\n\n"
        "He will go home by train, the guards of the fort said in a statement."
    )
    other = one.replace("KIEV", "KYIV").replace("Vitaliy Boyko", "Vitalii Boiko")
    other = other.replace("Chon'ma", "Chonma").replace("Sung-il", "Sung Il")

    assert groups_of(one, other) == [(0, 1)]


WEATHER = (
    "SALTHOLM - Temperatures will reach {heat} degrees on {day}, the weather service said, with"
    " showers expected in the late morning over the south of the island.\n\n"
    "The air will remain in the good range, and winds will blow from the north-east.\n\n"
    "Residents should carry an umbrella and drink water, the service said."
)


def test_a_notice_of_another_day_is_another_story() -> None:
    """What differs in its weekday and its figure alone is sent daily."""
    notices = [WEATHER.format(heat=31, day="Monday"), WEATHER.format(heat=33, day="Tuesday")]

    assert groups_of(*notices) == [(0,), (1,)]


def test_a_corrected_figure_of_one_day_is_the_same_story() -> None:
    """A figure put right on the same day parts nothing."""
    notices = [WEATHER.format(heat=31, day="Monday"), WEATHER.format(heat=33, day="Monday")]

    assert groups_of(*notices) == [(0, 1)]


def test_a_notice_whose_words_differ_too_is_an_update() -> None:
    """What says more on the next day than a weekday and a figure goes on with its story."""
    first = WEATHER.format(heat=31, day="Monday")
    second = WEATHER.format(heat=33, day="Tuesday").replace("showers", "thunderstorms")

    assert groups_of(first, second) == [(0, 1)]


def report(firm: str, chief: str, *, tonnes: int, day: date) -> Article:
    """Return a long notice of a mill's month, as an agency words it every time."""
    body = (
        f"{firm} said {chief} had brought {tonnes} tonnes of paper to the quay in the month, more"
        " than the mill had planned at the start of the year. "
        + "The mill buys its wood from farmers on both banks of the river and floats it down in"
        " spring, when the water is high enough to carry the trunks over the weir. "
        * 2
        + "Whatever is left of the bark is burned in the ovens of the town, which have run on it"
        " for as long as anybody can remember, and the ash goes back to the fields in autumn. "
        + "The men work in three shifts, and the women in the sorting hall in two, with a day of"
        " rest between; who has served for ten years gets a house with a garden by the water."
    )
    return read(body, fields=Fields(published=day))


def test_a_template_is_no_story_however_long_its_notices_are() -> None:
    """Months apart, other names and figures at the top say so."""
    first = report("Halvern Mills", "Edda Moll", tonnes=412, day=date(2021, 3, 2))
    other = report("Ostry Paper", "Per Aalto", tonnes=938, day=date(2021, 5, 4))

    assert len(group([first, other])) == 2


def test_a_template_filled_in_twice_in_a_day_is_two_stories() -> None:
    """Other people and other figures stand in the same places."""
    day = date(2021, 3, 2)
    first = report("Halvern Mills", "Edda Moll", tonnes=412, day=day)

    assert len(group([first, report("Ostry Paper", "Per Aalto", tonnes=938, day=day)])) == 2
    assert len(group([first, report("Halvern Mills", "Edda Moll", tonnes=938, day=day)])) == 1
    assert len(group([first, report("Ostry Paper", "Per Aalto", tonnes=412, day=day)])) == 1


def test_a_story_that_is_printed_again_stays_one() -> None:
    """The same names and figures months later are the same story."""
    first = report("Halvern Mills", "Edda Moll", tonnes=412, day=date(2021, 3, 2))
    again = report("Halvern Mills", "Edda Moll", tonnes=412, day=date(2021, 5, 4))

    assert len(group([first, again])) == 1


LANDSLIDE = (
    (
        "{place}, Nov 2, 2021 (Northline) - A slope above the old quarry of {place} gave way on Tuesday"
        " and buried the road to the valley, the mayor {mayor} said."
    ),
    (
        "Nobody was hurt, but {count} households are without water until engineers have laid a pipe"
        " across the scree, which may take them the better part of a week."
    ),
    '"We have asked for a wall for as long as I can think," {mayor} told reporters at the barrier.',
    (
        "The province set money aside for walls after the wet spring of two years ago. Most of it"
        " went to the railway, whose bridges were thought to be in greater danger than any road."
    ),
    "Drivers are sent over the pass, where snow is expected by the end of the week.",
)


def landslide(place: str, mayor: str, count: int = 40) -> str:
    """Return a story of a landslide as one desk tells them all."""
    return text(*LANDSLIDE).format(place=place, mayor=mayor, count=count)


def test_a_like_event_elsewhere_is_another_story() -> None:
    """The same sentences of one day, of another place and other people, are no version."""
    here, there = landslide("ORVAL", "Ilse Tamm"), landslide("BRECK", "Noah Quist", 70)

    assert groups_of(here, there) == [(0,), (1,)]


def test_another_dateline_alone_parts_no_story() -> None:
    """It is of the same people; or a corrected place; or sent on from where the other tells of."""
    first = landslide("ORVAL", "Ilse Tamm")
    moved = first.replace("ORVAL, Nov", "SALTHOLM, Nov", 1)

    assert groups_of(first, landslide("BRECK", "Ilse Tamm")) == [(0, 1)]
    assert groups_of(first, moved) == [(0, 1)]
    assert groups_of(first, moved.replace("Ilse Tamm", "Noah Quist")) == [(0, 1)]


BRIDGE = (
    "{lead} A barge struck the eastern pier of the swing bridge on Monday, and the harbour master"
    " closed the inner basin to all ships until divers have looked at the foundations.\n\n"
    "The barge was loaded with gravel and had lost its rudder in the current, its owner said.\n\n"
    "Trams end at the customs house until further notice, and a ferry runs every half hour."
)


def test_names_that_a_short_piece_merely_adds_part_nothing() -> None:
    """Each lead may name who the other does not, where it puts nobody in another's place."""
    one = BRIDGE.format(lead="").replace("its owner said", "its owner Tor Lindqvist said")
    other = BRIDGE.format(lead="Nobody was hurt, Captain Ebba Strand told Radio Merrow.")

    assert groups_of(one, other) == [(0, 1)]


def test_half_of_a_long_text_is_enough_whatever_else_each_says() -> None:
    """Desks that keep half of the copy and write the rest themselves print one story."""
    chance = random.Random(8)
    kept, ours, theirs = (" ".join(sentence(chance) for _ in range(count)) for count in (9, 7, 7))
    ours, theirs = ours[::-1], theirs.replace(" ", " x")

    assert groups_of(f"{ours} {kept}", f"{theirs} {kept}") == [(0, 1)]


def test_a_follow_up_that_repeats_the_background_is_another_story() -> None:
    """What is new in each is new to the other; of one day an update may still know the first lead."""
    chance = random.Random(7)
    background, one = (" ".join(sentence(chance) for _ in range(count)) for count in (5, 9))
    other = " ".join(chance.sample(one.split(), len(one.split())))
    days = [Fields(published=date(2021, 3, day)) for day in (2, 3)]
    lead = one[: one.index(".") + 1]
    first = read(f"{one} {background}", fields=days[0])

    def stories(news: str, when: Fields) -> int:
        return len(group([first, read(f"{news} {background}", fields=when)]))

    assert stories(other, days[1]) == stories(other, days[0]) == 2
    assert stories(f"{other} {lead}", days[1]) == 2
    assert stories(f"{other} {lead}", days[0]) == 1
    assert stories(one, days[1]) == 1
