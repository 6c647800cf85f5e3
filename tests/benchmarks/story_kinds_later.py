"""More pairs of made-up copy, written when the rules had been changed for those of `story_kinds`.

What was expected of each was written down before the program saw it. At first sight, of 24: an explainer
and a second report of one speech were joined, of rates in another country somebody was asked; all else
was as expected.
"""

from collections.abc import Iterator

from story_pairs import Pair, text

_RATES = (
    "{place}, {date} (Northline) - {bank} {lead}",
    (
        "The decision was taken by {votes}. {chair}, the governor, told a news conference that the board saw"
        " {risk} as the greater risk for now."
    ),
    (
        "Prices rose {inflation} percent in the twelve months to {month}, after {before} percent a month"
        " earlier. The bank aims at two percent in the medium term."
    ),
    (
        "The crown {crown} against the currencies of its neighbours after the decision. Yields on bonds of"
        " ten years {yields}."
    ),
    "Economists had been divided. Of nineteen whom Northline asked last week, {right} expected the move.",
    (
        "The bank, founded in 1811, was among the first in the world to raise rates after the crisis and has"
        " been the envy of finance ministers ever since."
    ),
)
_ARREST = (
    "TOLVA, {date} (Northline) - Police in the port of Tolva arrested {who} on {day} who {did}.",
    "{name}, {age}, is to be brought before a judge on {then}. {lawyer}, the lawyer, said {said}.",
    "It is the {count} such case in the town this year. The mayor has asked for more patrols at night.",
)
_HARVEST = (
    (
        "SALTHOLM, Aug 30 (Northline) - Farmers in Karsova have brought in the smallest harvest of wheat for"
        " eleven years after a spring without rain, the farm ministry said on Monday."
    ),
    (
        "It put the crop at 2.1 million tonnes, a quarter less than a year ago. Rye and oats fared a little"
        " better, and the potatoes are still in the ground."
    ),
    (
        '"There is enough bread for everybody, but not enough for export," Minister Solveig Dahl told'
        " reporters on a farm near Breck."
    ),
    (
        "The millers' association said flour would be dearer by a tenth before winter. Two mills on the"
        " river Aln have begun to buy grain from Velmar."
    ),
    (
        "The farmers' union asked for help for farms that cannot pay their loans. Its chairman, Nils"
        " Rognstad, said every fifth farm in the east was in that position."
    ),
    (
        "Karsova exports about a third of its wheat in a good year, most of it through the port of Merrow,"
        " where the silos hold four hundred thousand tonnes."
    ),
    (
        "Weather researchers at the university of Lindfjord say that springs like this one, once seen twice"
        " in a century, must be expected every eight years from now on."
    ),
)
_HARVEST_UPDATE = (
    (
        "SALTHOLM, Aug 30 (Northline) - Karsova will stop the export of wheat until the spring, its farm"
        " minister said on Monday, after the smallest harvest for eleven years."
    ),
    (
        "The ministry put the crop at 2.1 million tonnes, a quarter less than a year ago, because of a spring"
        " without rain. Prices on the exchange in Merrow jumped by seven percent."
    ),
    *_HARVEST[2:],
)
_HARVEST_LOCAL = (
    *_HARVEST[:3],
    (
        "Around Breck itself, where the soil is heavy, the losses are smaller. Ada Tveit, who farms ninety"
        " acres on the slope above the church, said she had seen worse in her father's time."
    ),
    "The co-operative at Breck station took in eleven thousand tonnes, and the drier ran for only six days.",
    *_HARVEST[3:6],
)
_HARVEST_OTHER_AGENCY = (
    (
        "Saltholm (KPD) - The grain harvest in Karsova has turned out the worst since 2010. According to"
        " figures that the ministry of agriculture presented on Monday, 2.1 million tonnes of wheat were"
        " threshed, 25 percent less than in the year before."
    ),
    (
        "Minister Solveig Dahl blamed the drought in spring. The supply of the population was not in danger,"
        " she said during a visit to a farm, but there would be little left to sell abroad."
    ),
    "The association of millers reckons with higher prices for flour. Farmers demand aid from the state.",
)
_EXPLAINER = (
    "Why bread will cost more this winter",
    (
        "A spring without rain, a summer of hail: what happened on the fields of Karsova can be read on the"
        " price boards of bakers by Christmas. Five questions and answers."
    ),
    (
        "How bad is it? The ministry counts 2.1 million tonnes, and that is the good news: in July experts had"
        " feared less than two."
    ),
    "Who earns on it? Those who stored. Grain from last year's harvest lies in sheds on both banks.",
    _HARVEST[5],
    _HARVEST[6],
    "What can be done? Older sorts of wheat need less water, but they yield less in years that are good.",
)
_SPEECH = (
    (
        '"I have made mistakes, and I have paid for some of them," Prime Minister Ole Fossum told the'
        ' congress of his party in Garmo. "But I have never taken a coin that was not mine, and whoever says'
        ' so will have to say it again in court."'
    ),
    (
        '"This party was founded by people who had nothing but their hands, and it will not be taken from'
        ' their grandchildren by people who have everything but shame," he said to long applause.'
    ),
)
_SPEECH_ONE = (
    (
        "GARMO, Sept 12 (Northline) - A defiant prime minister Ole Fossum refused on Sunday to step down over"
        " the sale of state forests and was confirmed as leader of his party with 71 percent of the votes."
    ),
    *_SPEECH,
    (
        "The prosecutor has opened an inquiry into the sale of 40,000 acres to a firm whose owner shared a"
        " hunting lodge with him. A parliamentary committee hears witnesses from next week."
    ),
)
_SPEECH_OTHER = (
    (
        "They had put flowers on the stage and water beside the flowers. When Fossum came in, four hundred"
        " delegates rose, though not all of them, and not all at once."
    ),
    *_SPEECH,
    (
        "In the third row a woman from the north kept her arms folded. She had driven nine hours, she told"
        " us later, to see whether he would look at her. He did not."
    ),
)
_MUSEUM = (
    (
        "The museum of navigation in Merrow opens its doors again on May 14 after three years of building."
        " Visitors find twelve new rooms, a planetarium and a café with a view of the inner basin."
    ),
    (
        "The heart of the exhibition is the wreck of the Alma, a merchantman of 1631 that divers found off"
        " Cape Lind in 2009. She can be seen from all sides, and from below."
    ),
    "The work cost 38 million crowns, of which the city paid a half, the state a third and donors the rest.",
    "Tickets are sold from Monday on. On the first weekend children enter for nothing.",
)


def _filled(template: tuple[str, ...], **said: str) -> str:
    return text(*template).format(**said)


_MARCH = _filled(
    _RATES, place="KARSOVA", date="March 16", bank="The central bank of Karsova", votes="five votes to two",
    lead="raised its key rate by a quarter point to 2.75 percent on Wednesday and said more might follow.",
    chair="Liv Aanes", risk="inflation", inflation="4.1", month="February", before="3.8",
    crown="rose by half a percent", yields="went up", right="eleven",
)  # fmt: skip
_JUNE = _filled(
    _RATES, place="KARSOVA", date="June 15", bank="The central bank of Karsova", votes="six votes to one",
    lead="left its key rate at 2.75 percent on Wednesday after four rises in a row and hinted at a pause.",
    chair="Liv Aanes", risk="a recession", inflation="3.2", month="May", before="3.5",
    crown="fell by a percent", yields="came down", right="all but three",
)  # fmt: skip
_VELMAR = _filled(
    _RATES, place="LUND", date="March 16", bank="The national bank of Velmar", votes="four votes to three",
    lead="cut its key rate by half a point to 1.25 percent on Wednesday to help builders and exporters.",
    chair="Matti Saarin", risk="unemployment", inflation="1.4", month="February", before="1.6",
    crown="lost two percent", yields="fell", right="only five",
)  # fmt: skip
_BURGLAR = _filled(
    _ARREST, date="Jan 9", who="a man", day="Sunday", did="had lived in a school's boiler room for a month",
    name="Arne Solli", age="44", then="Tuesday", lawyer="Bente Rud", said="her client had meant no harm",
    count="third",
)  # fmt: skip
_SMUGGLER = _filled(
    _ARREST, date="Jan 11", who="a woman", day="Tuesday", did="carried nine parrots in her luggage",
    name="Hanna Bergli", age="29", then="Thursday", lawyer="Kjell Moe", said="he would ask for bail",
    count="fourth",
)  # fmt: skip


def later_pairs() -> Iterator[Pair]:
    """Yield the pairs, with what an editor says of them."""
    harvest, update = text(*_HARVEST), text(*_HARVEST_UPDATE)
    yield Pair("rates, two months", _MARCH, _JUNE, is_one=False)
    yield Pair("rates, two countries", _MARCH, _VELMAR, is_one=False)
    yield Pair("rates, cut", _MARCH, _first(_MARCH, 3), is_one=True)
    yield Pair("rates, cut, two months", _first(_MARCH, 3), _first(_JUNE, 3), is_one=False)
    yield Pair("two arrests", _BURGLAR, _SMUGGLER, is_one=False)
    yield Pair("an arrest, corrected", _BURGLAR, _BURGLAR.replace("44", "45"), is_one=True)
    yield Pair(
        "an arrest, a name corrected", _BURGLAR, _BURGLAR.replace("Solli", "Solly"), is_one=True
    )
    yield Pair("an update of the same day", harvest, update, is_one=True)
    yield Pair("an update, and a cut", update, text(*_HARVEST[:4]), is_one=True)
    yield Pair("two paragraphs of a local paper", harvest, text(*_HARVEST_LOCAL), is_one=True)
    yield Pair("local copy and an update", text(*_HARVEST_LOCAL), update, is_one=True)
    yield Pair("another agency's report", harvest, text(*_HARVEST_OTHER_AGENCY), is_one=False)
    yield Pair("an explainer with its background", harvest, text(*_EXPLAINER), is_one=False)
    yield Pair(
        "paragraphs in another order",
        harvest,
        text(*_HARVEST[:2], *reversed(_HARVEST[2:])),
        is_one=True,
    )
    yield Pair("printed a week later", harvest, harvest.replace("Aug 30", "Sept 6"), is_one=True)
    yield Pair("printed months later", harvest, harvest.replace("Aug 30", "Nov 12"), is_one=True)
    yield Pair("in one paragraph", harvest, " ".join(_HARVEST), is_one=True)
    yield Pair(
        "another headline",
        text("Poor harvest", harvest),
        text("Drought hits the fields", harvest),
        is_one=True,
    )
    yield Pair("two reports of one speech", text(*_SPEECH_ONE), text(*_SPEECH_OTHER), is_one=False)
    yield Pair(
        "a report cut to its quotation", text(*_SPEECH_ONE), text(*_SPEECH_ONE[:2]), is_one=True
    )
    release = text(*_MUSEUM)
    article = text(
        "Museum of navigation opens again", *_MUSEUM[:2], "We shall be there and report."
    )
    yield Pair("a release and what was made of it", release, article, is_one=True)
    yield Pair("a release and a short notice of it", release, text(_MUSEUM[0]), is_one=True)
    yield Pair(
        "no date on either, one word changed",
        release,
        release.replace("twelve", "eleven"),
        is_one=True,
    )
    yield Pair("strangers", release, harvest, is_one=False)


def _first(copy: str, paragraphs: int) -> str:
    return text(*copy.split("\n\n")[:paragraphs])
