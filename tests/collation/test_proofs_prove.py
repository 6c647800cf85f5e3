"""Facts that one character changes are loud; house style beside them stays quiet.

Each pair is held both ways, because a mirrored collation may not know more.
"""

import datetime as dt

import pytest

from variorum.collation.collate import collate
from variorum.collation.values import Relation, Rule, VariantClass

from .collation_helpers import article

WEDNESDAY = dt.date(2019, 3, 13)
SUBSTANCE, WORDING, QUIET = "substance", "wording", "quiet"

Case = tuple[str, str, str]

NUMBERS: list[Case] = [
    (SUBSTANCE, "Temperatures fell to -5 degrees in the highlands.", "Temperatures fell to 5 degrees in the highlands."),
    (SUBSTANCE, "Growth was −1.2 percent in the quarter.", "Growth was 1.2 percent in the quarter."),
    (SUBSTANCE, "The gap was -3 percent.", "The gap was 3 percent."),
    (SUBSTANCE, "The mercury fell to -5C at night.", "The mercury fell to 5C at night."),
    (SUBSTANCE, "The gap was (-3) percent.", "The gap was (3) percent."),
    (SUBSTANCE, "Profit was -$5 million.", "Profit was $5 million."),
    (SUBSTANCE, "Profit was $-5 million.", "Profit was $5 million."),
    (QUIET, "Temperatures fell to -5 degrees.", "Temperatures fell to minus 5 degrees."),
    (QUIET, "Temperatures fell to -5 degrees.", "Temperatures fell to −5 degrees."),
    (SUBSTANCE, "Temperatures fell to –5 degrees.", "Temperatures fell to 5 degrees."),
    (SUBSTANCE, "The rate was cut by 1/2 point.", "The rate was cut by 1-2 point."),
    (QUIET, "The rate rose 5½ points.", "The rate rose 5.5 points."),
    (QUIET, "The rate rose 5 1/2 points.", "The rate rose 5.5 points."),
    (QUIET, "The rate rose 5-1/2 points.", "The rate rose 5 1/2 points."),
    (QUIET, "It took two and a half hours.", "It took 2.5 hours."),
    (QUIET, "It took two and a half hours.", "It took 2 1/2 hours."),
    (QUIET, "It took 2 and a half hours.", "It took 2½ hours."),
    (SUBSTANCE, "It took two and a half hours.", "It took 3.5 hours."),
    (SUBSTANCE, "It took 5½ hours.", "It took 5 hours."),
    (SUBSTANCE, "The bill passed with 50-5 votes.", "The bill passed with 55 votes."),
    (SUBSTANCE, "They won 20 or 5 seats.", "They won 25 seats."),
    (SUBSTANCE, "They won twenty or five seats.", "They won 25 seats."),
    (QUIET, "They won twenty-five seats.", "They won 25 seats."),
    (QUIET, "They won twenty five seats.", "They won 25 seats."),
    (SUBSTANCE, "He got five votes in May.", "He got 5th votes in May."),
    (SUBSTANCE, "The court freed two men.", "The court freed second men."),
    (SUBSTANCE, "The 1 percent rise came.", "The 1st percent rise came."),
    (SUBSTANCE, "It lasted a second, he said.", "It lasted a 2nd, he said."),
    (QUIET, "The second ship sank.", "The 2nd ship sank."),
    (QUIET, "About 5 lakh people moved to the city.", "About 500,000 people moved to the city."),
    (QUIET, "The port cost 5 crore rupees to build.", "The port cost 50 million rupees to build."),
    (SUBSTANCE, "The port cost 5 crore rupees to build.", "The port cost 5 million rupees to build."),
    (QUIET, "A dozen people marched.", "12 people marched."),
    (QUIET, "About half a million people marched.", "About 500,000 people marched."),
    (SUBSTANCE, "Hundreds of people marched.", "A hundred people marched."),
    (SUBSTANCE, "Dozens of people marched.", "A dozen people marched."),
    (QUIET, "The court’s term ended.", "The court´s term ended."),
    (SUBSTANCE, "In the 2018/19 season he won.", "In the 2018-20 season he won."),
    (QUIET, "In the 2018/19 season he won.", "In the 2018-19 season he won."),
    (QUIET, "Sales rose 1/2 percent.", "Sales rose 0.5 percent."),
    (QUIET, "Sales rose a half percent.", "Sales rose 0.5 percent."),
    (SUBSTANCE, "Sales rose 1/3 percent.", "Sales rose 1.3 percent."),
    (SUBSTANCE, "They lost 3-1 in Lima.", "They lost 31 in Lima."),
    (SUBSTANCE, "They drove 9/11 trucks.", "They drove 9-11 trucks."),
]  # fmt: skip
FORMS: list[Case] = [
    (SUBSTANCE, "The striker resigned from the club on Friday.", "The striker re-signed from the club on Friday."),
    (SUBSTANCE, "The police recovered the painting.", "The police re-covered the painting."),
    (SUBSTANCE, '"I never re-signed the deal," Medina said.', '"I never resigned the deal," Medina said.'),
    (QUIET, "The bank re-opened on Friday.", "The bank reopened on Friday."),
    (QUIET, "Voters re-elected the mayor.", "Voters reelected the mayor."),
    (SUBSTANCE, "He sent a re-formed church group.", "He sent a reformed church group."),
    (SUBSTANCE, "They re-presented the case.", "They represented the case."),
    (QUIET, "They co-operate with police.", "They cooperate with police."),
    (SUBSTANCE, "They took a way out of the school.", "They took away out of the school."),
    (SUBSTANCE, "The children are now here after the storm.", "The children are nowhere after the storm."),
    (SUBSTANCE, "He set off for a broad road.", "He set off for abroad road."),
    (SUBSTANCE, "He burned the green house.", "He burned the greenhouse."),
    (SUBSTANCE, "They saw the black bird.", "They saw the blackbird."),
    (SUBSTANCE, "They may be late.", "They maybe late."),
    (QUIET, "The health care plan fell.", "The healthcare plan fell."),
    (QUIET, "Work was under way in May.", "Work was underway in May."),
    (SUBSTANCE, "Workers got over time pay.", "Workers got overtime pay."),
    (SUBSTANCE, "The farmer cut three-year-old trees.", "The farmer cut three year-old trees."),
    (QUIET, "The farmer cut a three-year-old tree.", "The farmer cut a three year old tree."),
    (QUIET, "A vice foreign minister spoke.", "A vice-foreign minister spoke."),
    (SUBSTANCE, "The document was leaked by the CIA.", "The document was leaked by the Chinese Intelligence Agency."),
    (SUBSTANCE, "The plane failed after two hours.", "The plan failed after two hours."),
    (SUBSTANCE, "They did note the error in the ledger.", "They did not the error in the ledger."),
    (SUBSTANCE, "It asked for human treatment.", "It asked for humane treatment."),
    (SUBSTANCE, "The lead pipe broke.", "The led pipe broke."),
    (SUBSTANCE, "He was born by his mother.", "He was borne by his mother."),
    (SUBSTANCE, "He found the company in 1987.", "He founded the company in 1987."),
    (SUBSTANCE, "They held the accused man.", "They held the accusing man."),
    (SUBSTANCE, "The union called a nationwide strike over pay.", "The union called nationwide strikes over pay."),
    (SUBSTANCE, "The killing man fled.", "The killed man fled."),
    (SUBSTANCE, "The left party won.", "The leaving party won."),
    (SUBSTANCE, "The leaders meet on Friday in Lima.", "The leaders met on Friday in Lima."),
    (WORDING, "He has opened the pier.", "He opened the pier."),
    (SUBSTANCE, "Prices rise in May.", "Prices rose in May."),
    (WORDING, "Prices have risen in May.", "Prices rose in May."),
    (SUBSTANCE, "The man seen there fled.", "The man saw there fled."),
    (SUBSTANCE, "The army has been attacked near the border.", "The army has attacked near the border."),
    (SUBSTANCE, "Rebels had been shot on Monday.", "Rebels had shot on Monday."),
    (SUBSTANCE, "The bank is being sold.", "The bank is sold."),
    (SUBSTANCE, "He hoped to star in it.", "He hoped to stare in it."),
    (SUBSTANCE, "She was hoping it works.", "She was hopping it works."),
    (SUBSTANCE, "The men were baring it.", "The men were barring it."),
    (SUBSTANCE, "They rated the plan.", "They ratted the plan."),
    (SUBSTANCE, "They planed the wood.", "They planned the wood."),
    (SUBSTANCE, "He is leading the party.", "He leads the party."),
    (SUBSTANCE, "The talk of peace is over.", "The talks of peace is over."),
    (SUBSTANCE, "The court will rule on it.", "The court ruled on it."),
    (SUBSTANCE, "The firm owed money.", "The firm owned money."),
]  # fmt: skip
WORDING_CASES: list[Case] = [
    (SUBSTANCE, "Exports rose to 5 percent of output last year.", "Exports rose 5 percent of output last year."),
    (SUBSTANCE, "Shares rose to 41 pesos in early trade in the capital.", "Shares rose 41 pesos in early trade in the capital."),
    (SUBSTANCE, "Few residents came back to the valley after the flood.", "A few residents came back to the valley after the flood."),
    (SUBSTANCE, "He said few residents had come back.", "He said a few residents had come back."),
    (SUBSTANCE, "A third suspect was held on Monday.", "The third suspect was held on Monday."),
    (SUBSTANCE, "He was first to leave the town hall.", "He was the first to leave the town hall."),
    (SUBSTANCE, "The army has been attacked near the border.", "The army has attacked near the border."),
    (SUBSTANCE, "Rebels had been shot on Monday in the valley.", "Rebels had shot on Monday in the valley."),
    (SUBSTANCE, "The bank is being sold to a fund.", "The bank is sold to a fund."),
    (SUBSTANCE, "The man was killed by soldiers near the gate.", "The man was killed with soldiers near the gate."),
    (SUBSTANCE, "He stole a letter of the mayor to his wife.", "He stole a letter from the mayor to his wife."),
    (SUBSTANCE, "The deal must be signed in two days.", "The deal must be signed within two days."),
    (SUBSTANCE, "Lawmakers voted for the bill on pensions.", "Lawmakers voted on the bill on pensions."),
    (SUBSTANCE, "He has been ill since he left the army in May.", "He has been ill because he left the army in May."),
    (SUBSTANCE, "The minister quit over the tax on bread in May.", "The minister quit on the tax over bread in May."),
    (SUBSTANCE, "Ministers met here on Tuesday.", "Ministers met on Tuesday."),
    (SUBSTANCE, "He was paid for the house in cash.", "He paid for the house in cash."),
    (SUBSTANCE, "Police shot at the man in the square.", "Police shot the man in the square."),
    (SUBSTANCE, "He paid for the men in cash.", "He paid the men in cash."),
    (SUBSTANCE, "He was killed by 5 men.", "He was killed 5 men."),
    (WORDING, "The index fell 5 percent in Quayle.", "The index fell by 5 percent in Quayle."),
    (WORDING, "Finch met with Reyle in Quayle.", "Finch met Reyle in Quayle."),
    (WORDING, "Finch said crews had left.", "Finch said that crews had left."),
    (WORDING, "The man whom the police shot fled.", "The man the police shot fled."),
    (SUBSTANCE, "The man who shot police fled.", "The man shot police fled."),
    (SUBSTANCE, "The mayor, a lawyer, left for Lima.", "The mayor and a lawyer left for Lima."),
    (WORDING, "A ship sank near the port.", "The ship sank near the port."),
    (SUBSTANCE, "He shot himself near the old port.", "He shot near the old port."),
    (SUBSTANCE, "The then mayor left the port.", "The mayor left the port."),
    (SUBSTANCE, "He acted like a spy for the north.", "He acted as a spy for the north."),
    (SUBSTANCE, "Police found the gun in his car.", "Police found the gun in the car."),
    (SUBSTANCE, "The court will lift the ban on Friday.", "The court will elevator the ban on Friday."),
    (SUBSTANCE, "The army will store grain.", "The army will shop grain."),
    (SUBSTANCE, "The army lost its post in the north.", "The army lost its job in the north."),
    (SUBSTANCE, "He hired a lawyer for the north.", "He hired an attorney for the north."),
    (SUBSTANCE, "He runs a football club.", "He runs a soccer club."),
    (SUBSTANCE, "Several men were held in the north.", "Various men were held in the north."),
    (SUBSTANCE, "They dropped the charges in May.", "They declined the charges in May."),
    (SUBSTANCE, "They showed in the streets.", "They demonstrated in the streets."),
    (SUBSTANCE, "They made a firm offer on Friday.", "They made a company offer on Friday."),
    (WORDING, "The company said it would pay.", "The firm said it would pay."),
    (WORDING, "The fall in Quayle was steep.", "The drop in Quayle was steep."),
    (SUBSTANCE, "The accounts were false, Medina said.", "The accounts were false, Medina noted."),
    (SUBSTANCE, "The accounts were false, Medina said.", "The accounts were false, Medina explained."),
    (WORDING, "More than 20 people were held.", "Over 20 people were held."),
    (SUBSTANCE, "More than 20 people were held.", "About 20 people were held."),
    (SUBSTANCE, "The talks ended in 2010.", "The talks ended before 2010."),
    (SUBSTANCE, "The price will rise, Medina said, but Ortega denied it.", "The price will rise, but Ortega denied it, Medina said."),
    (SUBSTANCE, "Medina said on Monday that troops had left.", "Medina said that troops had left on Monday."),
    (WORDING, "On Monday he left for Quayle.", "He left for Quayle on Monday."),
    (WORDING, '"We will rebuild the pier," Finch said.', 'Finch said: "We will rebuild the pier."'),
    (SUBSTANCE, "After the vote the minister left and the troops came back.", "The minister left and after the vote the troops came back."),
    (SUBSTANCE, "Ministers met late on Monday, and on Friday troops left.", "Ministers met late, and on Friday troops left on Monday."),
]  # fmt: skip
NAMES: list[Case] = [
    (SUBSTANCE, "Ministers met on Tuesday to sign the accord.", "Ministers met on March 19 to sign the accord."),
    (QUIET, "Ministers met on Tuesday to sign the accord.", "Ministers met on March 12 to sign the accord."),
    (SUBSTANCE, "Ministers met on Tuesday to sign the accord.", "Ministers met on Tuesday (March 19) to sign the accord."),
    (QUIET, "Ministers met on Tuesday to sign the accord.", "Ministers met on Tuesday (March 12) to sign the accord."),
    (QUIET, "Ministers will meet on Monday to sign it.", "Ministers will meet on Monday (March 18) to sign it."),
    (SUBSTANCE, "Ministers will meet on Monday to sign it.", "Ministers will meet on Monday (March 11) to sign it."),
    (SUBSTANCE, "Ministers are expected to meet on Monday in Lima.", "Ministers are expected to meet on March 11 in Lima."),
    (QUIET, "Ministers are expected to meet on Monday in Lima.", "Ministers are expected to meet on March 18 in Lima."),
    (QUIET, "Ministers flew to Rome on Friday with aides.", "Ministers flew to Rome on March 8 with aides."),
    (SUBSTANCE, "Kim Jong Un toured the plant on Monday.\n\nHis sister Kim Yo Jong cut the ribbon.\n\nKim said the plant would open next year.", "Kim Jong Un toured the plant on Monday.\n\nHis sister Kim Yo Jong cut the ribbon.\n\nMs Kim said the plant would open next year."),
    (SUBSTANCE, "Kim Jong Un toured the plant on Monday.\n\nHis sister Kim Yo Jong cut the ribbon.\n\nKim said the plant would open next year.", "Kim Jong Un toured the plant on Monday.\n\nHis sister Kim Yo Jong cut the ribbon.\n\nMr Kim said the plant would open next year."),
    (SUBSTANCE, "Rosa Ortega, the mayor, said her plan had failed. Ortega said the plant would open.", "Rosa Ortega, the mayor, said her plan had failed. Mr Ortega said the plant would open."),
    (QUIET, "Rosa Ortega, the mayor, said her plan had failed. Ortega said the plant would open.", "Rosa Ortega, the mayor, said her plan had failed. Ms Ortega said the plant would open."),
    (SUBSTANCE, "Dr Ortega said the plant would open.", "Mr Ortega said the plant would open."),
    (SUBSTANCE, "Alan Ortega said the plant would open.", "Lord Alan Ortega said the plant would open."),
    (SUBSTANCE, "Sir Alan Ortega said the plant would open.", "Mr Alan Ortega said the plant would open."),
    (SUBSTANCE, "Ortega said the plant would open.", "Dr Ortega said the plant would open."),
    (QUIET, "Dr Alan Ortega met us. Ortega said the plant would open.", "Dr Alan Ortega met us. Dr Ortega said the plant would open."),
    (QUIET, "Ortega said the plant would open.", "Mr Ortega said the plant would open."),
    (SUBSTANCE, "Police held Daniel Gray after the shooting.", "Police held Daniel Grey after the shooting."),
    (SUBSTANCE, "Police held Alan Harbor after the shooting.", "Police held Alan Harbour after the shooting."),
    (SUBSTANCE, "Mr Gray said no to the plan.", "Mr Grey said no to the plan."),
    (QUIET, "The Defense Ministry said no to it.", "The Defence Ministry said no to it."),
    (QUIET, "The Labor Party said no to it.", "The Labour Party said no to it."),
    (QUIET, "The gray car hit the harbor wall.", "The grey car hit the harbour wall."),
    (SUBSTANCE, "Two stories in the paper were wrong.", "Two storeys in the paper were wrong."),
    (QUIET, "The tower has two stories more.", "The tower has two storeys more."),
    (SUBSTANCE, "The bank will check payments on Monday.", "The bank will cheque payments on Monday."),
    (SUBSTANCE, "He signed the draft in a cold room.", "He signed the draught in a cold room."),
    (SUBSTANCE, "Police broke the racket in May.", "Police broke the racquet in May."),
    (SUBSTANCE, "He sat on the mat in court.", "He sat on the matt in court."),
    (SUBSTANCE, "The pact was drawn up by Democrats there.", "The pact was drawn up by democrats there."),
    (SUBSTANCE, "The law was backed by the Greens there.", "The law was backed by the greens there."),
    (SUBSTANCE, "The order was read by King to the crowd.", "The order was read by king to the crowd."),
    (SUBSTANCE, "The Sun reported that talks failed.", "The sun reported that talks failed."),
    (QUIET, "The Prime Minister left the pier.", "The prime minister left the pier."),
    (QUIET, "Later the Government said no to it.", "Later the government said no to it."),
    (QUIET, "Aides of President Moon left it.", "Aides of president Moon left it."),
    (SUBSTANCE, "They saw the White House burn.", "They saw the white house burn."),
    (SUBSTANCE, "He was met by Bishop in Lima.", "He was met by bishop in Lima."),
    (QUIET, "The talks are on the Internet now.", "The talks are on the internet now."),
    (SUBSTANCE, "Officials said Turkey was sold.", "Officials said turkey was sold."),
    (SUBSTANCE, "He praised the Conservatives of the north.", "He praised the conservatives of the north."),
    (QUIET, "A NATO ship sank there in May.", "A Nato ship sank there in May."),
    (SUBSTANCE, "He praised Labour leaders there.", "He praised labour leaders there."),
    (SUBSTANCE, "Police shot Hunter in the leg.", "Police shot hunter in the leg."),
    (QUIET, "In Spring the war ended there.", "In spring the war ended there."),
    (SUBSTANCE, "He will resume work there.", "He will résumé work there."),
    (QUIET, "Ana Pena met the police there.", "Ana Peña met the police there."),
]  # fmt: skip
NOISE: list[Case] = [
    (QUIET, "He lives on Main St. near the mill.", "He lives on Main Street near the mill."),
    (QUIET, "The ship left at 5:30 p.m. on Friday.", "The ship left at 5.30pm on Friday."),
    (QUIET, "The ship left at 0700 GMT on Friday.", "The ship left at 7 a.m. GMT on Friday."),
    (QUIET, "The ship left at 5 p.m. on Friday.", "The ship left at 17:00 on Friday."),
    (SUBSTANCE, "The ship left at 5 a.m. on Friday.", "The ship left at 5 p.m. on Friday."),
    (SUBSTANCE, "The ship left at 5 a.m. on Friday.", "The ship left at 17:00 on Friday."),
    (SUBSTANCE, "The ship left at 12 a.m. on Friday.", "The ship left at 12:00 on Friday."),
    (SUBSTANCE, "The ship left at 7:30 p.m. on Friday.", "The ship left at 7.50pm on Friday."),
    (QUIET, "Q2 profit fell in the year.", "Second-quarter profit fell in the year."),
    (SUBSTANCE, "Q2 profit fell in the year.", "Third-quarter profit fell in the year."),
    (QUIET, "It will cost 5-10 million pesos.", "It will cost 5 to 10 million pesos."),
    (SUBSTANCE, "It will cost 5-10 million pesos.", "It will cost 5 to 11 million pesos."),
    (SUBSTANCE, "It fell from 5 to 10 million pesos.", "It fell from 10 to 5 million pesos."),
    (SUBSTANCE, "He prayed to St. John near the mill.", "He prayed to Street John near the mill."),
    (QUIET, "Aides at No. 10 said no to it.", "Aides at No 10 said no to it."),
    (SUBSTANCE, "No 10 ships sailed in the storm.", "No. 10 ships sailed in the storm."),
    (QUIET, '"We saw US ships there," Medina said.', '"We saw U.S. ships there," Medina said.'),
    (SUBSTANCE, "The ministers' cars were burnt there.", "The minister's cars were burnt there."),
    (SUBSTANCE, "A police spokesman said it fell.", "A navy spokesman said it fell."),
]  # fmt: skip
MARKS: list[Case] = [
    (SUBSTANCE, "Cruz said Lopez lied to them.", "Cruz, said Lopez, lied to them."),
    (SUBSTANCE, "The minister said no more men died.", "The minister said no, more men died."),
    (SUBSTANCE, "The man eating shark was seen there.", "The man-eating shark was seen there."),
    (SUBSTANCE, "He has ten-dollar bills with him.", "He has ten dollar bills with him."),
    (SUBSTANCE, "Twenty-odd men left it on Friday.", "Twenty odd men left it on Friday."),
    (QUIET, "The state-owned firm left it on Friday.", "The state owned firm left it on Friday."),
    (QUIET, "After the vote, the minister left.", "After the vote the minister left."),
]  # fmt: skip
INITIALS: list[Case] = [
    (QUIET, "The PM said no to the plan for the harbour.", "The prime minister said no to the plan for the harbour."),
    (SUBSTANCE, "The PM said no to the plan for the harbour.", "The Peter Morgan said no to the plan for the harbour."),
    (QUIET, "The Lima Port Authority (LPA) met. The LPA said no to the plan for the harbour.", "The Lima Port Authority (LPA) met. The Lima Port Authority said no to the plan for the harbour."),
    (SUBSTANCE, "The LPA said no to the plan for the harbour.", "The Lima Port Authority said no to the plan for the harbour."),
]  # fmt: skip


def loudness(base: str, version: str) -> str:
    """Return the loudest class between two texts; sentences that part count as substance."""
    one, other = (
        article(*text.split("\n\n"), "The harbour drew visitors this spring.", published=WEDNESDAY)
        for text in (base, version)
    )
    collation = collate(one, other)
    classes = {variant.variant_class for variant in collation.variants}
    parted = any(link.relation in {Relation.CUT, Relation.ADDED} for link in collation.links)
    if VariantClass.SUBSTANCE in classes or parted:
        return SUBSTANCE
    return WORDING if VariantClass.WORDING in classes else QUIET


@pytest.mark.parametrize(
    ("expected", "one", "other"),
    [*NUMBERS, *FORMS, *WORDING_CASES, *NAMES, *NOISE, *MARKS, *INITIALS],
)
def test_proofs_prove_both_ways(expected: str, one: str, other: str) -> None:
    """What can change a fact is substance; what a rule proves is no louder than its class."""
    assert (loudness(one, other), loudness(other, one)) == (expected, expected)


@pytest.mark.parametrize(
    ("rule", "base", "version"),
    [
        (Rule.FIGURE, "The vote was 52-48 on Monday.", "The vote was 48-52 on Monday."),
        (Rule.FIGURE, "It cost C$5 in May.", "It cost $5 in May."),
        (Rule.DATE_TIME, "He came on 3/6/2018 to Lund.", "He came on 6/3/2018 to Lund."),
        (Rule.PLACE, "The U.S. army left.", "The U.K. army left."),
    ],
)
def test_a_changed_fact_is_called_by_its_kind(rule: Rule, base: str, version: str) -> None:
    """Figures that turned round, another currency, day or country are named as what they are."""
    for one, other in ((base, version), (version, base)):
        variants = collate(article(one), article(other)).variants

        assert [variant.rule for variant in variants] == [rule]
