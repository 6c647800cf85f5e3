"""Made-up copy for `story_kinds`: reports of one template, and stories as several desks print them."""

from dataclasses import dataclass

_RESULTS = (
    "{place}, {date} (Northline) - {firm} {lead} on {day} as {why}.",
    (
        "Net profit {verb} to {profit} million crowns in the three months to {end} from {before} million a"
        " year earlier, the company said in a statement. Revenue came to {sales} million crowns."
    ),
    "Analysts polled by Northline had on average expected a net profit of {expected} million crowns.",
    "{chief}, chief executive, said the company kept its forecast for the full year.",
    (
        "{firm} shares were {shares} percent at {price} crowns by {hour}, while the wider index was little"
        " changed. The stock has lost a tenth of its value since the beginning of the year."
    ),
    (
        "The company, founded in {founded}, employs {staff} people in {places} and is controlled by {owner},"
        " which holds a little more than half of the votes."
    ),
)


@dataclass(frozen=True, slots=True)
class Firm:
    """Hold what a report of results says of one firm and quarter."""

    name: str
    place: str
    date: str
    day: str
    figures: tuple[str, str, str, str]
    lead: str
    why: str
    chief: str
    more: tuple[str, str, str]


def results(firm: Firm, *, paragraphs: int = 6) -> str:
    """Return a report of results, or its first paragraphs."""
    profit, before, sales, expected = firm.figures
    return "\n\n".join(_RESULTS[:paragraphs]).format(
        place=firm.place, date=firm.date, day=firm.day, firm=firm.name, lead=firm.lead, why=firm.why,
        verb="rose" if float(profit) > float(before) else "fell", profit=profit, before=before,
        sales=sales, expected=expected, end="September", chief=firm.chief, shares="up 2.1",
        price=f"{float(profit) * 3:.1f}", hour="0910 GMT", founded=1900 + int(float(sales)) % 80,
        staff=int(float(sales) * 9), places=firm.more[0], owner=firm.more[1],
    )  # fmt: skip


HALDEN = Firm(
    "Halden Paper", "SALTHOLM", "Oct 21", "Thursday", ("41.2", "36.8", "512", "39.5"),
    "beat forecasts for a third quarter in a row", "demand for packaging made up for dear pulp",
    "Marit Oksen", ("nine countries", "the Oksen family", ""),
)  # fmt: skip
TORVIK = Firm(
    "Torvik Shipping", "SALTHOLM", "Oct 21", "Thursday", ("88.0", "97.3", "1204", "91.1"),
    "missed forecasts", "freight rates on the northern route fell faster than it could lay up ships",
    "Jens Brandvold", ("four ports", "the Torvik foundation", ""),
)  # fmt: skip
HALDEN_LATER = Firm(
    "Halden Paper", "SALTHOLM", "Jan 27", "Thursday", ("29.7", "33.0", "498", "35.2"),
    "fell short of forecasts for the first time in a year", "a strike closed its largest mill for weeks",
    "Marit Oksen", ("nine countries", "the Oksen family", ""),
)  # fmt: skip

_MATCH = (
    "{place}, {date} (Northline) - {lead}",
    "{scorer} put {ahead} in front after {minute} minutes with {how}, and {second} added another {when}.",
    "{loser} hit the post twice but seldom troubled {keeper}, who made {saves} saves.",
    '"{said}," {coach}, the {ahead} coach, told reporters.',
    "The teams have met {times} times in the league since the war, and {ahead} have won more than half.",
    "{ahead} play at home again on Saturday, {loser} travel to Lindfjord the day after.",
)


def _match(**said: str) -> str:
    return "\n\n".join(_MATCH).format(**said)


SPRING_DERBY = _match(
    place="MERROW", date="April 4", lead="Merrow Rovers beat Karsova City 2-0 in a one-sided derby on"
    " Sunday to go five points clear at the top of the table with seven matches to play.",
    scorer="Anders Holt", ahead="Rovers", minute="17", how="a free kick that went in off the wall",
    second="Luca Ferrant", when="shortly before the break", loser="City", keeper="Emil Strand",
    saves="three", said="We were sharper in every duel", coach="Oskar Wied", times="61",
)  # fmt: skip
AUTUMN_DERBY = _match(
    place="KARSOVA", date="Oct 10", lead="Karsova City came from behind to beat Merrow Rovers 2-1 on"
    " Sunday and leave the champions in the bottom half of the table after ten matches.",
    scorer="Bo Nylander", ahead="City", minute="71", how="a header from a corner",
    second="Ivo Marek", when="deep in stoppage time", loser="Rovers", keeper="Pavel Donat",
    saves="six", said="They never gave up, and it was deserved", coach="Henrik Lund", times="62",
)  # fmt: skip
SPRING_DERBY_REWRITTEN = (
    SPRING_DERBY.replace(
        "Merrow Rovers beat Karsova City 2-0 in a one-sided derby on Sunday to go",
        "League leaders Merrow Rovers won Sunday's derby against Karsova City 2-0 and are now",
    )
    .replace("We were sharper in every duel", "We were the sharper side")
    .replace("April 4", "April 5")
)

_STORM = (
    "{place}, {date} (Northline) - Storm {name} {lead}",
    (
        "The weather service measured gusts of up to {gusts} km an hour at {where}. It kept its highest"
        " warning in force until {until} and asked people to stay indoors."
    ),
    "{deaths}, police said. Fire brigades were called out {calls} times, mostly to clear trees from roads.",
    (
        "About {homes} households were without power by noon, the grid operator said, and it might take"
        " days until all were connected again."
    ),
    (
        "Trains stood still in the whole of the north, ferries stayed in port, and the airport of"
        " {airport} cancelled {flights} flights."
    ),
    (
        "Storms of this force have become more frequent on the coast. The worst in living memory, in the"
        " winter of 1953, broke the dykes in eleven places and killed more than two hundred people."
    ),
)


def _storm(**said: str) -> str:
    return "\n\n".join(_STORM).format(**said)


STORM_ASTA = _storm(
    place="HARSUND", date="Nov 8", name="Asta", lead="tore roofs from houses and flooded harbours on"
    " the west coast on Monday, killing two people and cutting off several islands.",
    gusts="148", where="Cape Lind", until="midnight", deaths="Two men died when a tree fell on their car"
    " near Garmo", calls="1,900", homes="64,000", airport="Harsund", flights="71",
)  # fmt: skip
STORM_BIRK = _storm(
    place="HARSUND", date="Nov 19", name="Birk", lead="swept over the west coast on Friday, the second"
    " within a fortnight, and drove a coaster with nine crew onto the rocks.",
    gusts="131", where="the island of Moss", until="Saturday morning", deaths="A woman was missing after"
    " a wave took her from the quay at Tolva", calls="1,100", homes="22,000", airport="Harsund",
    flights="38",
)  # fmt: skip
STORM_ASTA_LATER = (
    STORM_ASTA.replace("killing two people", "killing four people").replace("64,000", "81,000")
    .replace("Two men died when a tree fell on their car near Garmo", "Two men died when a tree fell on"
             " their car near Garmo, and two anglers were found drowned at Tolva")
    .replace("1,900", "2,600")
)  # fmt: skip

RULING = (
    (
        "KARSOVA, May 3 (Northline) - The supreme court of Karsova ruled on Tuesday that the government"
        " must publish the contracts it signed for the new harbour, ending a dispute of four years."
    ),
    (
        "The judges said by six votes to three that the public's right to know weighed more than the"
        " interest of the builders in keeping their prices to themselves."
    ),
    (
        '"Nobody is forced to build for the state, but who does so builds in the open," Judge Petra'
        " Lindahl wrote for the majority."
    ),
    (
        "The transport ministry said it would study the ruling. It had argued that competitors would"
        " learn how the builders calculate, and that the next tender would be dearer for it."
    ),
    (
        "The harbour at Orval was to cost 310 million crowns when it was approved in 2016. The bill has"
        " since risen to 740 million, and no ship has moored there yet."
    ),
    (
        "The case was brought by the weekly Folkets Blad, which first asked for the papers in 2018. Its"
        " editor, Kaisa Moen, called the ruling a victory for readers."
    ),
    (
        "Two of the builders, Strand & Moe and the Dutch firm Kuipers, declined to comment. A third went"
        " bankrupt last year, and its papers are with the receiver."
    ),
    (
        "The opposition asked the minister, Jon Aasen, to resign. He took office after the contracts had"
        " been signed and has said he would have signed them too."
    ),
)
RULING_NEXT_DAY = (
    (
        "KARSOVA, May 4 (Northline) - Karsova's transport minister, Jon Aasen, resigned on Wednesday, a day"
        " after the supreme court ordered his ministry to publish the contracts for the harbour at Orval."
    ),
    (
        "Aasen said in a short statement that he could not go on while his name stood for a secret he had"
        " not made. The prime minister thanked him and named the deputy minister, Eva Roald, in his place."
    ),
    (
        "Roald said that the contracts would be on the ministry's website by Friday, with nothing but the"
        " names of workers blacked out."
    ),
    RULING[4],
    RULING[5],
    "The opposition welcomed the step but asked for a parliamentary inquiry into who had known what.",
)
RULING_REWRITTEN = (
    (
        "KARSOVA, May 3 (Northline) - Karsova's supreme court has ordered the government to make public the"
        " contracts for the new harbour at Orval, after a dispute that lasted four years."
    ),
    (
        "By six votes to three the judges found on Tuesday that the public's right to know weighed more"
        " than the interest of the builders in keeping their prices to themselves."
    ),
    *RULING[2:4],
    (
        "The harbour was to cost 310 million crowns when it was approved in 2016. The bill has since more"
        " than doubled to 740 million, and no ship has moored there yet."
    ),
    RULING[5],
)
RULING_OWN_WORDS = (
    (
        "Readers of a small weekly have won the right to see what their harbour really costs. The country's"
        " highest judges told ministers on Tuesday to hand over the agreements with three builders."
    ),
    (
        "The paper had asked for them since 2018 and was turned away by two lower courts, which held that"
        " firms may keep their sums to themselves even if the taxpayer foots the bill."
    ),
    "Six of nine judges saw it otherwise. Whoever works for the state works in daylight, they found.",
    "At Orval itself the quay is finished, the cranes are not, and the price has more than doubled.",
)
RULING_BRIEF = (
    (
        "KARSOVA, May 3 (Northline) - The supreme court of Karsova ruled on Tuesday that the government"
        " must publish the contracts it signed for the new harbour."
    ),
    (
        "The judges said by six votes to three that the public's right to know weighed more than the"
        " interest of the builders."
    ),
)
OTHER_RULING = (
    (
        "KARSOVA, May 3 (Northline) - The supreme court of Karsova ruled on Tuesday that the city of Breck"
        " must pay the pensions of 400 tram drivers, ending a dispute of six years."
    ),
    (
        "The judges said by seven votes to two that a promise made in writing bound the city even after"
        " the trams had been sold."
    ),
    (
        "The city council said it would study the ruling. It had argued that the buyer took over all debts"
        " with the depots, and that the sum would eat up the money for two new schools."
    ),
    (
        "The case was brought by the transport workers' union. Its chair, Lars Vik, called the ruling a"
        " victory for everybody who works for a town."
    ),
)

OBITUARY = (
    (
        "SALTHOLM, Feb 11 (Northline) - Ingrid Sollen, whose novels about fishermen's wives were read in"
        " thirty languages, died on Friday at her home on the island of Moss, her publisher said. She was 91."
    ),
    (
        "Sollen began to write at forty, after her husband's boat had not come back, at a kitchen table she"
        " never replaced. Her first book sold two hundred copies; her third, The Lamp in the Window, made"
        " her the best-read author the country ever had."
    ),
    (
        "She was born in 1930 as the fifth child of a lighthouse keeper, left school at thirteen and gutted"
        " herring until she married. She spoke of that time without bitterness and without nostalgia."
    ),
    (
        "Critics found her plots too simple. She answered that the sea had few plots and that nobody had"
        " ever complained to the sea."
    ),
    (
        "In 1987 she turned down the state prize because it was sponsored by a canning firm. The next year"
        " the firm withdrew, and she took it."
    ),
    (
        "Her last book, a collection of letters that were never sent, came out in the autumn. She corrected"
        " the proofs herself, with a magnifying glass and a carpenter's pencil."
    ),
    (
        "She leaves two daughters, five grandchildren and, in a shed behind the house, the manuscripts of"
        " three novels which are not to be printed."
    ),
)
OBITUARY_OF_ANOTHER = (
    (
        "SALTHOLM, Feb 12 (Northline) - Torsten Brekke, whose songs about sailors were sung in twenty"
        " countries, died on Saturday in hospital in Saltholm, his family said. He was 84."
    ),
    (
        "Brekke began to sing in his father's inn, with a guitar he won at cards. His first record was"
        " withdrawn after a bishop complained; his second, Ropes, is still sold."
    ),
    "He was born in 1937 as the only son of an innkeeper, studied law for a year and went to sea.",
    "He leaves a son and a large collection of unpaid bills, which he liked to read on stage.",
)

FIRE = (
    "Fire at the old customs house in Merrow",
    (
        "What we know: A fire broke out in the old customs house of Merrow shortly after six this morning."
        " The building was empty, according to the police. The street is closed from the bridge to the quay."
    ),
    (
        "07:10 - The fire brigade says the roof is burning over its whole length. Eighty firefighters are on"
        " the spot, with more on their way from Tolva and Garmo."
    ),
    (
        "07:45 - Neighbours have been asked to close their windows because of the smoke, which drifts over"
        " the inner basin towards the hospital."
    ),
    (
        "08:20 - The mayor, Ilsa Thorne, is at the scene. She says that the house, built in 1788, was to be"
        " turned into a museum from next spring on."
    ),
    "09:05 - Part of the western gable has collapsed. Nobody was hurt, a spokesman for the brigade says.",
)
FIRE_LATER = (
    FIRE[0] + ": now under control",
    FIRE[1].replace("The building was empty, according to the police.",
                    "Nobody was hurt. The fire has been under control since eleven o'clock."),
    "12:30 - This is where our live coverage ends. Thank you for reading.",
    "11:50 - The police have begun to look for the cause. An electric fault cannot be ruled out.",
    "11:02 - The fire is under control, the brigade says, but it will burn on under the rubble for days.",
    *reversed(FIRE[2:]),
)  # fmt: skip
FIRE_STORY = (
    (
        "MERROW, June 9 (Northline) - A fire destroyed the old customs house of Merrow on Wednesday, one of"
        " the oldest buildings on the coast, a year before it was to open as a museum."
    ),
    (
        "Eighty firefighters fought the flames for five hours. The western gable collapsed shortly after"
        " nine o'clock, but nobody was hurt, a spokesman for the brigade said."
    ),
    (
        "The police are looking for the cause. Mayor Ilsa Thorne said the house, built in 1788, would be"
        " rebuilt stone by stone if there was any way to pay for it."
    ),
)

_POLL = (
    (
        "{party} would win {share} percent of the vote if {land} elected its parliament this Sunday, a poll"
        " published on {day} showed, {change} since the last one a month ago."
    ),
    (
        "The {second} came second with {next} percent. Three smaller parties would clear the hurdle of four"
        " percent, the institute Medlin found."
    ),
    "The institute asked {asked} people between {from_} and {to}. The margin of error is 3.1 points.",
)


def _poll(**said: str) -> str:
    return "\n\n".join(_POLL).format(**said)


POLL_HERE = _poll(party="The Centre party", share="31", land="Karsova", day="Tuesday", change="up two points",
                  second="Labour party", next="27", asked="1,012", from_="March 3", to="March 8")  # fmt: skip
POLL_THERE = _poll(party="The Coast list", share="38", land="Velmar", day="Tuesday", change="down a point",
                   second="Liberals", next="22", asked="1,004", from_="March 2", to="March 8")  # fmt: skip

DIGEST = (
    "News in brief from the coast",
    RULING[0],
    (
        "A fire destroyed the old customs house of Merrow, one of the oldest buildings on the coast. Nobody"
        " was hurt."
    ),
    (
        "Storm Asta tore roofs from houses and flooded harbours on the west coast on Monday, killing two"
        " people."
    ),
    "Merrow Rovers beat Karsova City 2-0 in a one-sided derby on Sunday to go five points clear.",
)
FRENCH = (
    (
        "KARSOVA, 3 mai (Northline) - La Cour suprême de Karsova a décidé mardi que le gouvernement devait"
        " publier les contrats signés pour le nouveau port, mettant fin à un litige de quatre ans."
    ),
    (
        "Par six voix contre trois, les juges ont estimé que le droit du public à l'information pesait plus"
        " que l'intérêt des constructeurs à garder leurs prix pour eux."
    ),
    "Le port d'Orval devait coûter 310 millions de couronnes en 2016. La facture est montée à 740 millions.",
)
GERMAN = (
    (
        "KARSOVA, 3. Mai (Northline) - Das Oberste Gericht von Karsova hat am Dienstag entschieden, dass die"
        " Regierung die Verträge für den neuen Hafen veröffentlichen muss."
    ),
    "Mit sechs gegen drei Stimmen befanden die Richter, das Recht der Öffentlichkeit wiege schwerer.",
)
