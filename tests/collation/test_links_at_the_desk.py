"""What desks do to sentences: wrap, list, reorder, part, merge, quote, repeat, in several languages.

Links are written short: `0=1` same, `0~1` edited, `0>1,2` split, `0,1<2` merged, `0-` cut, `+1`
added; a star says that it moved. Numbers are those of sentences, from 0.
"""

import textwrap

import pytest

from variorum.collation.collate import collate
from variorum.collation.reading.sentences import sentences
from variorum.collation.values import Relation
from variorum.text import Article, PassageKind

from .collation_helpers import article, law_holds

_SIGNS = {Relation.SAME: "=", Relation.EDITED: "~", Relation.SPLIT: ">", Relation.MERGED: "<"}
HEADLINE = PassageKind.HEADLINE

STOP = "The ferry company Brandt Lines said on Thursday it would stop its night service to Havn from October."
FUEL = (
    "Fuel has become a third dearer since the spring, and fewer lorries cross the sound at night."
)
CARS = (
    "“We carried eleven cars on Sunday,” the company's chief, Ada Holm, told a meeting in the port."
)
BLOW = "The mayor of Havn, Per Lund, called the decision a blow to the fishermen of the islands."
CREW = "Some 140 people work on the night boats, most of them from Havn."
TALK = "The union asked for talks before the end of the month."
WHOLE = [STOP, FUEL, CARS, BLOW, CREW, TALK]
BRANDT = "Shares of Brandt Lines fell 4 percent to 31.20 crowns."
NORD = "Shares of Nord Ferries rose 2 percent to 12.70 crowns."
EXPECTED = "Analysts on average had expected {} crowns a share, according to Nordic Estimates."
SEALS = [f"Crews found {n} seals on {day} off Lund." for n, day in ((3, "Monday"), (5, "Tuesday"), (4, "Wednesday"))]  # fmt: skip
PLAIN = "The committee looked into harbour pilots until half past nine on Friday evening"

Blocks = list[str | tuple[PassageKind, str]]


def shape(base: Article, version: Article) -> str:
    """Return the links in short."""
    collation = collate(base, version)
    assert law_holds(base, version, collation)
    one, other = ({s.span: n for n, s in enumerate(sentences(a))} for a in (base, version))
    found: list[str] = []
    for link in collation.links:
        here = ",".join(str(one[span]) for span in link.base)
        there = ",".join(str(other[span]) for span in link.version)
        if not there:
            found.append(f"{here}-")
        elif not here:
            found.append(f"+{there}")
        else:
            found.append(f"{here}{_SIGNS[link.relation]}{there}{'*' * link.moved}")
    return " ".join(found)


def wrapped(words: str, width: int = 62) -> str:
    """Return words as a wire sent them."""
    return "\n".join(textwrap.wrap(words, width))


@pytest.mark.parametrize(
    ("base", "version", "expected"),
    [
        # Wrapped lines, lists, tables.
        ([wrapped(f"{STOP} {FUEL}"), wrapped(CARS)], [STOP, FUEL, CARS], "0=0 1=1 2=2"),
        (["The ferry company Brandt\nLines said on Thursday it would stop its night ser-\nvice to Havn from October."], [STOP], "0~0"),
        (["Closed today:", "- Sund Bridge, both lanes", "- Kirk Lane, north of the mill", "- Havn Quay, all day"],
         ["Closed today:", "- Havn Quay, all day", "- Sund Bridge, both lanes", "- Kirk Lane, north of the mill"],
         "0=0 1=2 2=3 3=1*"),
        (["Results of the regatta:", "1. Alma, Havn, 2:14:07", "2. Brisk, Lund, 2:15:30", "3. Cora, Sandvik, 2:16:02"],
         ["Results of the regatta:", "1. Brisk, Lund, 2:14:01", "2. Alma, Havn, 2:14:07", "3. Cora, Sandvik, 2:16:02"],
         "0=0 1~2 2~1* 3=3"),
        (["May 3: The pier closes.", "May 9: The board meets.", "June 1: The ferry sails."],
         ["May 9: The board meets.", "June 1: The ferry sails.", "June 7: The pier opens."],
         "0- 1=0 2=1 +2"),
        (["Qtr ended June 30", "Shr 12 cts vs 9 cts", "Net 1,204,000 vs 902,000", "Six months", "Shr 21 cts vs 17 cts", "Net 2,110,000 vs 1,690,000"],
         ["Qtr ended June 30", "Shr 13 cts vs 9 cts", "Net 1,304,000 vs 902,000", "Six months", "Shr 22 cts vs 17 cts", "Net 2,210,000 vs 1,690,000"],
         "0=0 1~1 2~2 3=3 4~4 5~5"),
        # Near-identical lines.
        (SEALS, [SEALS[0], SEALS[1].replace("5", "6"), SEALS[2]], "0=0 1~1 2=2"),
        (SEALS, [SEALS[0], SEALS[2]], "0=0 1- 2=1"),
        ([BRANDT, EXPECTED.format(53), NORD, EXPECTED.format(75)], [NORD, EXPECTED.format(75)], "0- 1- 2=0 3=1"),
        ([BRANDT, EXPECTED.format(53), NORD, EXPECTED.format(75)],
         ["Shares of Nord Ferries rose 3 percent to 12.90 crowns.", EXPECTED.format(75), "Shares of Brandt Lines fell 5 percent to 30.90 crowns.", EXPECTED.format(53)],
         "0~2 1=3 2~0* 3=1*"),
        # Headlines against leads.
        ([(HEADLINE, "Brandt Lines to stop night ferries to Havn"), STOP, FUEL],
         [(HEADLINE, "Night ferries to Havn to stop in October"), "Brandt Lines will stop night ferries to Havn, the company said on Thursday.", FUEL],
         "0~0 1~1 2=2"),
        ([(HEADLINE, "Brandt Lines to stop night ferries to Havn"), STOP], [STOP, FUEL], "0- 1=0 +1"),
        (["Brandt Lines will stop its night boats to Havn in October.", STOP, FUEL], [STOP, FUEL], "0- 1=0 2=1"),
        # Quotations.
        (["“We carried eleven cars on Sunday,” Holm said. “Nobody can run a ship on that.”"],
         ["“We carried eleven cars on Sunday. Nobody can run a ship on that,” Holm said."], "0~0 1~1"),
        (["“We carried eleven cars on Sunday,” Holm said. “Nobody can run a ship on that.”", BLOW],
         ["“We carried eleven cars on Sunday,” Holm said.", BLOW], "0=0 1- 2=1"),
        ([CARS, BLOW], ["The company's chief, Ada Holm, told a meeting in the port: “We carried eleven cars on Sunday.”", BLOW], "0~0 1=1"),
        (["The company carried eleven cars on Sunday, Holm said.", FUEL, BLOW], [FUEL, BLOW, "“We carried eleven cars on Sunday,” Holm said."], "0~2* 1=0 2=1"),
        (["“We will see,” said Holm.", FUEL, "“We will see,” said Lund.", CREW], ["“We will see,” said Lund.", FUEL, CREW], "0- 1=1 2=0* 3=2"),
        (["“It is over,” Holm said.", FUEL, BLOW, "Asked again at night, Holm said: “It is over.”"],
         ["Asked again at night, Holm said: “It is over.”", FUEL, BLOW], "0- 1=1 2=2 3=0*"),
        # Two wires in one, a story cut, one quoted within another.
        (WHOLE, [STOP, "In Sandvik a second operator, Nord Ferries, kept its fares as they were.", FUEL, CARS, "Nord Ferries has two ships and forty people.", CREW],
         "0=0 +1 1=2 2=3 +4 3- 4=5 5-"),
        (WHOLE, WHOLE[:3], "0=0 1=1 2=2 3- 4- 5-"),
        (["In other news, councils met.", STOP, FUEL, "Rain is expected."], WHOLE[:3], "0- 1=0 2=1 +2 3-"),
        # Moves, and what looks like one.
        (WHOLE, [CREW.replace("140", "150"), *WHOLE[:4], TALK], "0=1 1=2 2=3 3=4 4~0* 5=5"),
        (WHOLE, ["Rain fell on Havn all night.", *WHOLE], "+0 0=1 1=2 2=3 3=4 4=5 5=6"),
        ([(HEADLINE, "Mayor of Havn calls it a blow to fishermen"), BLOW, STOP], [(HEADLINE, "Havn's night boats to stop"), STOP, BLOW], "+0 0- 1=2* 2=1"),
        (["9:05 a.m.", STOP, "11:30 a.m.", BLOW], ["11:30 a.m.", BLOW, "9:05 a.m.", STOP], "0=2 1=3 2=0* 3=1*"),
        # What is printed twice.
        ([STOP, "Brandt Lines declined to comment.", FUEL, "Brandt Lines declined to comment.", CARS],
         [STOP, FUEL, "Brandt Lines declined to comment.", CARS], "0=0 1- 2=1 3=2 4=3"),
        (WHOLE[:3], [*WHOLE[:3], FUEL], "0=0 1=1 2=2 +3"),
        ([*WHOLE[:3], FUEL], WHOLE[:3], "0=0 1=1 2=2 3-"),
        (WHOLE[:3], [FUEL, STOP, FUEL, CARS], "+0 0=1 1=2 2=3"),
        # Parted and merged.
        ([CREW, TALK], [f"{CREW[:-1]}, while {TALK[0].lower()}{TALK[1:]}"], "0,1<0"),
        ([CREW, FUEL], [f"{FUEL[:-1]}, and {CREW[0].lower()}{CREW[1:]}"], "0,1<0"),
        (WHOLE, [f"{STOP[:-1]}, a step that the mayor of Havn, Per Lund, called a blow to the fishermen of the islands.", FUEL, CARS, CREW, TALK],
         "0,3<0 1=1 2=2 4=3 5=4"),
        ([f"{STOP[:-1]}, a step that the mayor of Havn, Per Lund, called a blow to the fishermen of the islands.", FUEL, CARS, CREW],
         [STOP, FUEL, CARS, CREW, "The mayor of Havn, Per Lund, called it a blow to the fishermen of the islands."],
         "0>0,4 1=1 2=2 3=3"),
        (["Brandt Lines, which has run the sound since 1951, said on Thursday that its night service to Havn would end in October because fuel had become a third dearer and fewer lorries cross at night."],
         ["Brandt Lines said on Thursday its night service to Havn would end in October.", "Fuel has become a third dearer and fewer lorries cross at night, it said.", "The company has run the sound since 1951."],
         "0>0,1,2"),
        (["The bridge is shut; the ferry runs once an hour, the harbour office said."],
         ["The bridge is shut, the harbour office said.", "The ferry runs once an hour."], "0>0,1"),
        (["The union asked for talks, and the company did not answer the letter that it sent in May."],
         ["The union asked for talks.", "The company answered the letter that it sent in May."], "0>0,1"),
        # Other claims about the same people.
        (["Holm said the ships would be sold in spring to a buyer in Lund."], ["Holm said the crews would be paid in full until the spring."], "+0 0-"),
        ([BLOW, CREW], [BLOW.replace("called", "did not call"), CREW], "0~0 1=1"),
    ],
)  # fmt: skip
def test_sentences_find_their_like(base: Blocks, version: Blocks, expected: str) -> None:
    """Each sentence is linked with what became of it, and with nothing else."""
    assert shape(article(*base), article(*version)) == expected


@pytest.mark.parametrize(
    ("language", "base", "version", "expected"),
    [
        ("fr", ["La compagnie Brandt supprimera ses traversées de nuit vers Havn à partir d’octobre, a-t-elle annoncé jeudi.", "Le maire, Per Lund, y voit « un coup dur » pour les pêcheurs."],
         ["Le maire, Per Lund, y voit « un coup dur » pour les pêcheurs.", "La compagnie Brandt a annoncé jeudi qu’elle supprimera ses traversées de nuit vers Havn à partir d’octobre."],
         "0~1 1=0*"),
        ("de", ["Die Reederei Brandt stellt ihre Nachtfahrten nach Havn ab Oktober ein, weil der Treibstoff um ein Drittel teurer geworden ist.", "Der Bürgermeister sprach von einem Schlag für die Fischer."],
         ["Die Reederei Brandt stellt ihre Nachtfahrten nach Havn ab Oktober ein.", "Der Treibstoff ist um ein Drittel teurer geworden.", "Der Bürgermeister sprach von einem Schlag für die Fischer."],
         "0>0,1 1=2"),
        ("es", ["El alcalde criticó la decisión de la naviera.", "Unas 140 personas trabajan en los barcos nocturnos."],
         ["El alcalde criticó la decisión de la naviera y unas 140 personas trabajan en los barcos nocturnos."], "0,1<0"),
        ("ar", ["أعلنت شركة العبارات إلغاء رحلاتها الليلية إلى الميناء اعتبارا من أكتوبر.", "وقال رئيس البلدية إن القرار ضربة للصيادين في الجزر.", "ويعمل على المراكب الليلية نحو مئة وأربعين شخصا."],
         ["ويعمل على المراكب الليلية نحو مئة وأربعين شخصا.", "أعلنت شركة العبارات إلغاء رحلاتها الليلية إلى الميناء اعتبارا من أكتوبر.", "وقال رئيس البلدية إن القرار ضربة للصيادين في الجزر."],
         "0=1 1=2 2=0*"),
        ("ar", ["وقال رئيس البلدية إن القرار ضربة للصيادين في الجزر.", "ويعمل على المراكب الليلية نحو مئة وأربعين شخصا."],
         ["وقال رئيس البلدية إن القرار ضربة للصيادين في الجزر ويعمل على المراكب الليلية نحو مئة وأربعين شخصا."], "0,1<0"),
        ("zh", ["渡轮公司周四宣布从十月起停止夜间航班，燃料价格自春季以来上涨了三分之一。市长说这对岛上的渔民是一个打击。"],
         ["渡轮公司周四宣布从十月起停止夜间航班。燃料价格自春季以来上涨了三分之一。市长说这对岛上的渔民是一个打击。"], "0>0,1 1=2"),
        ("zh", ["渡轮公司周四宣布从十月起停止夜间航班。", "市长说这对岛上的渔民是一个打击。", "约一百四十人在夜间渡轮上工作。"],
         ["约一百四十人在夜间渡轮上工作。", "渡轮公司周四宣布从十月起停止夜间航班。", "市长说这对岛上的渔民是一个打击。"], "0=1 1=2 2=0*"),
        ("ja", ["フェリー会社は木曜日、十月から夜間便を廃止すると発表した。市長は漁師への打撃だと述べた。"],
         ["フェリー会社は木曜日、十一月から夜間便を廃止すると発表した。市長は漁師への打撃だと語った。"], "0~0 1~1"),
    ],
)  # fmt: skip
def test_other_languages(language: str, base: list[str], version: list[str], expected: str) -> None:
    """Moves, splits and mergers are told apart in scripts with and without capitals and spaces."""
    assert (
        shape(article(*base, language=language), article(*version, language=language)) == expected
    )


@pytest.mark.parametrize(
    ("base", "version"),
    [
        (f"{PLAIN} in the U.S. so that it could tell the crews.", f"{PLAIN} in the U.S. So that it could tell the crews."),
        (f"{PLAIN}, and it “is fully bound by the ... accord and will never leave it.”", f"{PLAIN}, and it “is fully bound by the ...\nAccord and will never leave it.”"),
    ],
)  # fmt: skip
def test_a_sentence_that_only_the_cutting_parted_is_one(base: str, version: str) -> None:
    """Where nothing but a capital differs, nobody parted a sentence."""
    relations = {link.relation for link in collate(article(base), article(version)).links}

    assert relations <= {Relation.SAME, Relation.EDITED}


def test_a_sentence_may_lie_in_many_lines() -> None:
    """Where each line came as a paragraph of its own, every line answers to the sentence."""
    words = "Brandt Lines, which is by far the largest ferry company of the sound, said its 12 night crossings would go on until the last of the winter boats had been sold to the council of the island, however few passengers came."  # fmt: skip
    lines = textwrap.wrap(words, 58)

    assert shape(article(words, BLOW), article(*lines, BLOW)) == "0>0,1,2,3 1=4"


def test_copy_without_capitals_has_sentences() -> None:
    """A point ends a sentence where no capital can tell."""
    words = (
        "the board closed the pier. crews left at 5 p.m. on monday. the j. brandt line sails on."
    )

    assert len(sentences(article(words))) == 3


def test_of_a_title_and_a_headline_the_headline_is_kept() -> None:
    """A page prints its title above the headline of its story."""
    words = "Brandt Lines to stop night ferries"
    base = article((HEADLINE, words), (HEADLINE, words), STOP, FUEL)

    assert shape(base, article((HEADLINE, words), STOP, FUEL)) == "0- 1=0 2=1 3=2"
