"""Hard cases of variants: what is proved quiet, what is only other words, what is substance."""

import datetime as dt

import pytest

from .collation_helpers import rules, variants_between

THURSDAY = dt.date(2021, 5, 20)
CAST = "Port director Orla Finch met Mayor Tomas Reyle in Quayle on May 19. Director Ian Moor was there."

Case = tuple[str, str, list[str]]

FIGURES: list[Case] = [
    ("A storm left 12 killed in Quayle.", "A storm left 21 killed in Quayle.", ["figure"]),
    ("Prices rose 2 percent in Quayle.", "Prices rose 2.5 percent in Quayle.", ["figure"]),
    ("The port cost 3 million dollars.", "The port cost 3 billion dollars.", ["figure"]),
    ("The pier lies 10 miles away.", "The pier lies 16 km away.", ["unit_form"]),
    ("The pier lies 10 miles away.", "The pier lies 10 km away.", ["figure"]),
    ("The pier lies 10 miles away.", "The pier lies 10 miles (16 km) away.", ["unit_form"]),
    ("The pier lies 10 miles away.", "The pier lies 10 miles (26 km) away.", ["figure"]),
    ("The deal is worth $10 million.", "The deal is worth $10 million (9 million euros).", ["figure"]),
    ("It was 86 degrees Fahrenheit.", "It was 86 degrees Fahrenheit (30 degrees Celsius).", ["unit_form"]),
    ("Five men left the pier.", "5 men left the pier.", ["number_form"]),
    ("Profit rose 5 percent to $1.5 billion.", "Profit rose 5% to $1.5bn.", ["percent_form", "currency_form"]),
    ("It cost 30 mln dlrs in Quayle.", "It cost 30 million dollars in Quayle.", ["number_form", "currency_form"]),
    ("Some 1,500 people came.", "About 1500 people came.", ["synonym", "number_form"]),
]  # fmt: skip
CLAIMS: list[Case] = [
    ("The board will close the pier.", "The board will not close the pier.", ["negation"]),
    ("The board will close the pier.", "The board may close the pier.", ["certainty"]),
    ("The board said the pier was safe.", "The board claimed the pier was safe.", ["attribution"]),
    ("Finch said the pier was safe.", "Finch told reporters the pier was safe.", ["reporting_verb"]),
    ("The pier burned down, police said.", "The pier burned down.", ["attribution"]),
    ("The pier fell, according to police.", "The pier fell, police said.", ["reporting_verb"]),
    ("Reyle is expected to open the pier.", "Reyle will open the pier.", ["certainty"]),
    ("The man bites the dog in Quayle.", "The dog bites the man in Quayle.", ["claim", "claim"]),
    ("Talks about the pier collapsed.", "Talks about the pier collapsed?", ["claim"]),
    ("Shell bought the pier.", "Toyota bought the pier.", ["name"]),
    ("He left for Oslo in May.", "He left for Rome in May.", ["place"]),
    ("The crew was seen leaving the pier.", "The crew seen leaving the pier.", ["detail_cut"]),
    ("Reyle told Finch crews had left.", "Finch told Reyle crews had left.", ["attribution", "attribution"]),
    ("Reyle and Finch left the pier.", "Finch and Reyle left the pier.", ["name", "name"]),
    ("The old pier of Quayle burned down.", "The pier of Quayle burned down.", ["detail_cut"]),
    ("The pier of Quayle burned down.", "The rotten pier of Quayle burned down.", ["detail_added"]),
]  # fmt: skip
QUOTED: list[Case] = [
    ('"We will rebuild the pier," Finch said.', '"We will rebuild the pier," Reyle said.', ["name"]),
    ('"We will rebuild the pier," Finch said.', '"We will repair the pier," Finch said.', ["quotation"]),
    ('"We won\'t rebuild the pier," Finch said.', '"We will not rebuild the pier," Finch said.', ["quotation"]),
    ('"We will rebuild the pier," Finch said.', 'Finch said: "We will rebuild the pier."', ["order", "punctuation", "order"]),
    ('"We will rebuild," said Finch.', '"We will rebuild," Finch said.', ["order"]),
    ("“Yes,” he said, “we will go.”", "“Yes, we will go,” he said.", ["order", "punctuation", "order"]),
    ("“The ‘old lady’ will go,” Finch said.", "\"The 'old lady' will go,\" Finch said.", ["quote_glyph"] * 4),
    ("“We will go,” Finch said.", "'We will go,' Finch said.", ["quote_marks", "quote_marks"]),
    ('"Our program works," Finch said.', '"Our programme works," Finch said.', ["spelling"]),
    ('Finch said crews "are safe" now.', "Finch said crews are safe now.", ["quotation", "quotation"]),
]  # fmt: skip
NAMES: list[Case] = [
    ("It was led by Park Jae-in of Quayle.", "It was led by Park Jae In of Quayle.", ["name_form"]),
    ("It was led by the Anglo-Dutch firm.", "It was led by the Anglo Dutch firm.", ["hyphenation"]),
    ("Later Reyle opened the pier.", "Later Mr Reyle opened the pier.", ["honorific"]),
    ("Finally Reyle opened the pier.", "Finally, Mr Reyle opened the pier.", ["punctuation", "honorific"]),
    ("On Monday Reyle opened the pier.", "On Monday Mr Reyle opened the pier.", ["honorific"]),
    ("Reyle's office opened the pier.", "Mr Reyle’s office opened the pier.", ["honorific", "quote_glyph"]),
    ("Reyle opened the pier.", "Mayor Tomas Reyle opened the pier.", ["name_form"]),
    ("Then Reyle opened the pier.", "Then Tomas Reyle opened the pier.", ["name_form"]),
    ("Then Reyle opened the pier.", "Then Anders Reyle opened the pier.", ["name"]),
    ("Director Finch opened the pier.", "Finch opened the pier.", ["title_form"]),
    ("Then Mr Finch opened the pier.", "Then Ms Finch opened the pier.", ["name"]),
    ("The Vice Foreign Minister left.", "The Vice-Foreign Minister left.", ["hyphenation"]),
    ("Gov. Reyle left the pier.", "Governor Reyle left the pier.", ["abbreviation"]),
    ("Britain shut the pier.", "The UK shut the pier.", ["name_form"]),
    ("Müller left the pier of Quayle.", "Mueller left the pier of Quayle.", ["accent_form"]),
]  # fmt: skip
ABBREVIATIONS: list[Case] = [
    ("He left the U.S. The pier stayed shut.", "He left the US. The pier stayed shut.", ["abbreviation"]),
    ("He is in the U.S.", "He is in the United States.", ["abbreviation"]),
    ("The ferry served the US for years.", "The ferry served us for years.", ["place"]),
    ("It hurt us and the crews.", "It hurt US and the crews.", ["place"]),
    ("It hurt us-made ferries badly.", "It hurt US-made ferries badly.", ["name"]),
    ("The pier served WHO crews.", "The pier served crews.", ["name"]),
    ("Crews of the U.S. left it. It shut.", "Crews of the United States left it. It shut.", ["abbreviation"]),
    ("The World Health Organization left.", "The WHO left.", ["abbreviation"]),
    ("He didn’t see the pier.", "He did not see the pier.", ["contraction"]),
    ("It's the end of the pier.", "It is the end of the pier.", ["contraction"]),
    ("It happened on Jan. 21 in Quayle.", "It happened on January 21 in Quayle.", ["abbreviation"]),
    ("It closed at 5 p.m. on Monday.", "It closed at 5pm on Monday.", ["date_form"]),
]  # fmt: skip
SENSES: list[Case] = [
    ("The port program began in Quayle.", "The port programme began in Quayle.", ["spelling"]),
    ("The computer program began.", "The computer programme began.", ["claim"]),
    ("He paid the bank with a check.", "He paid the bank with a cheque.", ["spelling"]),
    ("Police will check the pier.", "Police will cheque the pier.", ["claim"]),
    ("A tire of the truck burst.", "A tyre of the truck burst.", ["spelling"]),
    ("They tire of the pier.", "They tyre of the pier.", ["claim"]),
    ("Talks on denuclearization failed.", "Talks on denuclearisation failed.", ["spelling"]),
]  # fmt: skip
DAYS: list[Case] = [
    ("It fell Tuesday in Quayle.", "It fell on Tuesday in Quayle.", ["day_preposition"]),
    ("It fell Tuesday in Quayle.", "It fell on Tuesday (May 18) in Quayle.", ["day_preposition", "date_gloss"]),
    ("It fell Tuesday in Quayle.", "It fell on Tuesday (May 19) in Quayle.", ["day_preposition", "date_time"]),
    ("It fell Tuesday in Quayle.", "It fell Friday in Quayle.", ["date_time"]),
    ("It fell yesterday in Quayle.", "It fell on Wednesday in Quayle.", ["date_form"]),
    ("It fell on January 21 in Quayle.", "It fell on 21 January in Quayle.", ["date_form"]),
    ("It fell on Jan. 21, 2020, in Quayle.", "It fell on 21 January 2020 in Quayle.", ["date_form"]),
    ("It fell January 21 in Quayle.", "It fell on 21 January in Quayle.", ["day_preposition", "date_form"]),
    ("It fell on January 21st in Quayle.", "It fell on the 21st of January in Quayle.", ["date_form"]),
    ("It fell on Jan. 21, 2020, in Quayle.", "It fell on 21 January 2019 in Quayle.", ["date_time"]),
    ("It fell on Jan. 21 in Quayle.", "It fell on 22 January in Quayle.", ["date_time"]),
    ("It fell on March 3 and April 4.", "It fell on 3 March and 4 April.", ["date_form", "date_form"]),
    ("It closed at 5 p.m. in Quayle.", "It closed at 6 p.m. in Quayle.", ["date_time"]),
    ("He left for Quayle on Monday.", "On Monday he left for Quayle.", ["order", "capitalisation", "order"]),
]  # fmt: skip
LITTLE: list[Case] = [
    ("Finch met with Reyle in Quayle.", "Finch met Reyle in Quayle.", ["function_word"]),
    ("Finch said crews had left.", "Finch said that crews had left.", ["function_word"]),
    ("The index fell 5 percent in Quayle.", "The index fell by 5 percent in Quayle.", ["function_word"]),
    ("The index fell 5 percent in Quayle.", "The index fell to 5 percent in Quayle.", ["detail_added"]),
    ("Crews left in the 1990s.", "Crews left in the 1990's.", ["number_form"]),
    ("Crews have to leave the pier.", "Crews leave the pier.", ["detail_cut"]),
    ("Over 50 crews left the pier.", "About 50 crews left the pier.", ["figure"]),
    ("It's not the end of the pier.", "It ain't the end of the pier.", ["contraction"]),
    ("He has opened the pier of Quayle.", "He opened the pier of Quayle.", ["tense"]),
    ("The fall in Quayle was the biggest yet.", "The drop in Quayle was the largest yet.", ["synonym", "synonym"]),
    ("The healthcare crews left.", "The health care crews left.", ["hyphenation"]),
    ("The Prime Minister left the pier.", "The prime minister left the pier.", ["capitalisation"] * 2),
    ("Crews met the board, which left.", "Crews met the board which left.", ["claim"]),
    ("Crews left the pier — and sang.", "Crews left the pier - and sang.", ["dash_glyph"]),
    ("Crews left the pier...", "Crews left the pier…", ["ellipsis"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("base", "version", "expected"),
    [*FIGURES, *CLAIMS, *QUOTED, *NAMES, *ABBREVIATIONS, *SENSES, *DAYS, *LITTLE],
)
def test_a_change_gets_its_rule(base: str, version: str, expected: list[str]) -> None:
    """One variant, one rule, and in doubt substance."""
    assert rules(variants_between(base, version, CAST, day=THURSDAY)) == expected


@pytest.mark.parametrize(
    ("base", "version", "expected"),
    [
        ("Le ministre a dit que l’accord « est mort ». Il part à Paris.", "Le ministre a dit que l'accord \"est mort\". Il part à Rome.", ["quote_glyph", "quote_glyph", "quote_glyph", "place"]),
        ("Die Ministerin sagte, die Brücke „bleibt zu“.", "Die Ministerin sagte, die Bruecke «bleibt zu».", ["accent_form", "quote_glyph", "quote_glyph"]),
        ("قال الوزير يوم الثلاثاء إن الجسر مغلق، ولم يذكر السبب.", "قال الوزير يوم الأربعاء إن الجسر مغلق، ولم يذكر السبب.", ["claim"]),
        ("会议周二在北京举行。代表们讨论了贸易问题。", "会议周三在北京举行。代表们讨论了安全问题。", ["claim", "claim"]),
    ],
)  # fmt: skip
def test_other_languages_do_not_break(base: str, version: str, expected: list[str]) -> None:
    """French, German, Arabic and Chinese are compared by words, Chinese by characters."""
    assert rules(variants_between(base, version)) == expected


@pytest.mark.parametrize(
    ("version", "more", "expected"),
    [
        ("The pier cost $10 million (9 million euros) in Quayle.", "($1 = 0.90 euros)", ["currency_form"]),
        ("The pier cost $10 million (7 million euros) in Quayle.", "($1 = 0.90 euros)", ["figure"]),
        ("The pier cost $10 million (9 million euros) in Quayle.", "Crews paid $20 (18 euros).", ["currency_form"]),
        ("The pier cost $10 million (9 million euros) in Quayle.", "Crews paid $20 (1,800 yen).", ["figure"]),
    ],
)  # fmt: skip
def test_money_is_held_to_the_rate_that_the_story_states(
    version: str, more: str, expected: list[str]
) -> None:
    """Without a rate nothing is proved; with one the arithmetic decides."""
    base = "The pier cost $10 million in Quayle."

    assert rules(variants_between(base, version, more)) == expected


def test_a_gloss_without_an_article_day_proves_nothing() -> None:
    """A date in brackets is no gloss when nobody knows the day of the article."""
    variants = variants_between(
        "It fell Tuesday in Quayle.", "It fell on Tuesday (May 18) in Quayle."
    )

    assert rules(variants) == ["day_preposition", "date_time"]


def test_an_empty_span_stands_before_the_next_word() -> None:
    """An insertion is at the start of the word that follows, at the end where none does."""
    (middle,) = variants_between("Finch said crews left.", "Finch said that crews left.")
    (end,) = variants_between("Crews left the pier", "Crews left the pier burning")

    assert (middle.base.start, middle.base.end) == (11, 11)
    assert (end.base.start, end.base.end) == (19, 19)


def test_an_honorific_for_the_wrong_one_of_two_is_no_style() -> None:
    """Two people of one name: a change of honorific can change who is meant."""
    cast = "Ms Anna Kell and Mr Paul Kell run the port."
    (variant,) = variants_between("Then Kell left the pier.", "Then Ms Kell left the pier.", cast)

    assert variant.rule.value == "name"
