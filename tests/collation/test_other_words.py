"""What only words, names or marks a claim otherwise is no substance; its near twin is.

Each pair is held both ways, because a mirrored collation may not know more.
"""

import pytest

from .test_proofs_prove import QUIET, SUBSTANCE, WORDING, Case, loudness

CODES: list[Case] = [
    (QUIET, "Varde Shipping ( VARD.L ) cut its forecast.", "Varde Shipping cut its forecast."),
    (QUIET, "Varde VARD.OL cut its forecast for the year.", "Varde cut its forecast for the year."),
    (QUIET, "Varde's (VARD.OL) chairman cut the forecast.", "Varde's chairman cut the forecast."),
    (QUIET, "Varde Shipping (NYSE: VRD) cut its forecast.", "Varde Shipping cut its forecast."),
    (QUIET, "Varde Ltd <VARD.L> cut its forecast.", "Varde Ltd cut its forecast."),
    (QUIET, "The unit is <Lund Aluminium Corp> of Lund.", "The unit is Lund Aluminium Corp of Lund."),
    (QUIET, "The pier was shut. [ID:nL081255] Ships left.", "The pier was shut. Ships left."),
    (QUIET, "The index .OBX fell on the day.", "The index fell on the day."),
    (SUBSTANCE, "Varde ( VARD.L ) cut its forecast.", "Varde ( VARE.L ) cut its forecast."),
    (SUBSTANCE, "The growth was <5 percent of output.", "The growth was 5 percent of output."),
    (SUBSTANCE, "Varde Shipping (Norway) cut its forecast.", "Varde Shipping cut its forecast."),
]  # fmt: skip
NAMINGS: list[Case] = [
    (QUIET, "Varde Shipping Ltd cut its forecast. Varde fell.", "Varde Shipping cut its forecast. Varde fell."),
    (QUIET, "Varde Shipping & Co cut its forecast.", "Varde Shipping cut its forecast."),
    (QUIET, "Varde Corp cut its forecast. Varde said so.", "Varde cut its forecast. Varde said so."),
    (SUBSTANCE, "Police sued Ford Co for the loss.", "Police sued Ford for the loss."),
    (QUIET, "Lund Stock Market Inc cut its forecast. Lund said so.", "Lund cut its forecast. Lund said so."),
    (SUBSTANCE, "Varde Holding Inc fell. Varde Bank Inc fell. Varde said so.", "Varde Holding Inc fell. Varde fell. Varde said so."),
    (QUIET, "The Lund Port Authority met. Then Lund Port Authority said no to the new pier.", "The Lund Port Authority met. Then LPA said no to the new pier."),
    (QUIET, "The Lund Port Authority met. Lund Port said no to the new pier.", "The Lund Port Authority met. LPA said no to the new pier."),
    (SUBSTANCE, "The harbour board met. Then Lund Port Authority said no to the new pier.", "The harbour board met. Then LPA said no to the new pier."),
    (QUIET, "Ann Quill, chief executive officer of Varde, left.", "Ann Quill, chief executive of Varde, left."),
    (QUIET, "The CEO of Varde Shipping left on Friday.", "The chief executive of Varde Shipping left on Friday."),
    (SUBSTANCE, "The CEO of Varde Shipping left on Friday.", "The chief financial officer of Varde Shipping left on Friday."),
    (QUIET, "A spokesman for Varde said no.", "A spokesperson for Varde said no."),
    (SUBSTANCE, "A spokesman for Varde said no.", "A spokeswoman for Varde said no."),
    (QUIET, "Swedish Ports Minister Ann Quill left. On Friday Swedish Ports Minister Ann Quill spoke.", "Swedish Ports Minister Ann Quill left. On Friday Quill spoke."),
    (SUBSTANCE, "The ports were shut. On Friday Swedish Ports Minister Ann Quill spoke.", "The ports were shut. On Friday Quill spoke."),
    (QUIET, "President Ivo Reyle left Lund. Later President Reyle spoke of the port.", "President Ivo Reyle left Lund. Later Mr Reyle spoke of the port."),
    (QUIET, "President Ivo Reyle left Lund. Later President Reyle spoke of the port.", "President Ivo Reyle left Lund. Later Ivo Reyle spoke of the port."),
    (SUBSTANCE, "President Ivo Reyle left Lund. Later President Reyle spoke of the port.", "President Ivo Reyle left Lund. Later Governor Reyle spoke of the port."),
    (SUBSTANCE, "President Ivo Reyle left Lund. His son Jan Reyle stayed. Later President Reyle spoke of the port.", "President Ivo Reyle left Lund. His son Jan Reyle stayed. Later Mr Reyle spoke of the port."),
    (QUIET, "He met Mara Quill (MAH-rah KWIL) in Lund.", "He met Mara Quill in Lund."),
    (QUIET, "The book is 9781604025514 in shops.", "The book is 978-1-60402-551-4 in shops."),
    (QUIET, "The U.S. Officials gave notice.", "The U.S. officials gave notice."),
]  # fmt: skip
LITTLE: list[Case] = [
    (WORDING, "Crews freed sailors that were stranded near the pier.", "Crews freed sailors stranded near the pier."),
    (SUBSTANCE, "Crews freed sailors who stranded a ship there.", "Crews freed sailors stranded a ship there."),
    (WORDING, "The sale would not bring layoffs there.", "The sale would not bring any layoffs there."),
    (SUBSTANCE, "The deal would trigger few job cuts there.", "The deal would trigger any job cuts there."),
    (WORDING, "He was not tried or convicted in Lund.", "He was not tried nor convicted in Lund."),
    (WORDING, "It grew over the last decade in Lund.", "It grew over the past decade in Lund."),
    (WORDING, "It grew in the last two years in Lund.", "It grew in the past two years in Lund."),
    (SUBSTANCE, "It grew in the last week in Lund.", "It grew in the past week in Lund."),
    (WORDING, "But more ships left the port on Friday.", "More ships left the port on Friday."),
    (WORDING, "On the pier, though, two ships were left.", "On the pier, two ships were left."),
    (SUBSTANCE, "All but three ships left the port.", "All three ships left the port."),
]  # fmt: skip
ORDERS: list[Case] = [
    (WORDING, "He feared meddling in the U.S. 2016 election there.", "He feared meddling in the 2016 U.S. election there."),
    (WORDING, "In Varde's largest markets, Norway and Sweden, it gained share.", "In Norway and Sweden, Varde's largest markets, it gained share."),
    (WORDING, "The firm blamed colder UK weather for the fall.", "The firm blamed colder weather in the UK for the fall."),
    (WORDING, "The mayor, Ann Quill, opened the new pier.", "Ann Quill, the mayor, opened the new pier."),
    (SUBSTANCE, "Finch, a lawyer, and Reyle left the town hall.", "Finch and Reyle, a lawyer, left the town hall."),
    (WORDING, "Sweden had no contact with Lund over it, he said.", "He added that Sweden had no contact with Lund over it."),
    (SUBSTANCE, "Sweden had no contact with Lund over it, he said.", "She added that Sweden had no contact with Lund over it."),
    (SUBSTANCE, "Finch told Reyle of the plan.", "Reyle told Finch of the plan."),
    (WORDING, "Varde reported better earnings Wednesday on higher sales.", "Varde on Wednesday reported better earnings on higher sales."),
    (SUBSTANCE, "On Wednesday he said crews would leave the port.", "He said crews would leave the port on Wednesday."),
]  # fmt: skip
REFERENCES: list[Case] = [
    (WORDING, "Varde cut its forecast. Varde said sales fell in May.", "Varde cut its forecast. The company said sales fell in May."),
    (WORDING, "Varde cut costs. Sales rose, helped by Varde's new ships.", "Varde cut costs. Sales rose, helped by its new ships."),
    (WORDING, "Tern plans to buy Varde and then sell Varde to a fund in Lund.", "Tern plans to buy Varde and then sell the company to a fund in Lund."),
    (SUBSTANCE, "Varde sued Tern Holdings. Varde said sales fell in May.", "Varde sued Tern Holdings. The company said sales fell in May."),
    (WORDING, "Varde cut costs there. It said sales fell in May.", "Varde cut costs there. The company said sales fell in May."),
    (SUBSTANCE, "Varde sued Tern over it. It said sales fell in May.", "Varde sued Tern over it. The company said sales fell in May."),
    (SUBSTANCE, "Tern sued Varde over it. Varde said sales fell in May.", "Tern sued Varde over it. The company said sales fell in May."),
    (SUBSTANCE, "Mr Varde cut costs. Sales rose, helped by Varde's new ships.", "Mr Varde cut costs. Sales rose, helped by its new ships."),
]  # fmt: skip
PHRASES: list[Case] = [
    (WORDING, "The port is considered a bellwether of trade.", "The port is seen as a bellwether of trade."),
    (WORDING, "He pleaded innocent to the charge in Lund.", "He pleaded not guilty to the charge in Lund."),
    (SUBSTANCE, "He pleaded guilty to the charge in Lund.", "He pleaded not guilty to the charge in Lund."),
    (SUBSTANCE, "He was found innocent by the court in Lund.", "He was found guilty by the court in Lund."),
    (WORDING, "Sales were $5 million, up from $4 million a year earlier.", "Sales were $5 million, compared with $4 million a year earlier."),
    (SUBSTANCE, "Sales were strong, up from a low in May.", "Sales were strong, compared with a low in May."),
    (WORDING, "Coffee exports were up 5 percent in May.", "Coffee exports rose 5 percent in May."),
    (SUBSTANCE, "Coffee exports were up 5 percent in May.", "Coffee exports fell 5 percent in May."),
    (SUBSTANCE, "They dropped the charge in May there.", "They fell the charge in May there."),
    (WORDING, "The forecast was below the consensus.", "The forecast fell short of the consensus."),
    (WORDING, "Profit rose, driven by sales of ships.", "Profit rose, helped by sales of ships."),
    (SUBSTANCE, "Profit rose, hurt by sales of ships.", "Profit rose, helped by sales of ships."),
    (WORDING, "The plan sparked a backlash among crews.", "The plan sparked an outcry among crews."),
    (WORDING, "Finch said on Friday crews would leave.", "Finch said on Friday that crews would leave."),
    (SUBSTANCE, "Prosecutors probed the fire in May.", "Prosecutors caused the fire in May."),
]  # fmt: skip
MARKED: list[Case] = [
    (QUIET, 'The dollar"s fall hurt the port of Lund in May.', "The dollar's fall hurt the port of Lund in May."),
    (QUIET, '"We don"t know," Finch said of the port.', '"We don\'t know," Finch said of the port.'),
    (QUIET, "It hurt Varde Inc.'s port in May.", "It hurt Varde Inc's port in May."),
    (QUIET, "Earnings before interest and tax (EBIT) rose in May.", "Earnings before interest and tax rose in May."),
    (QUIET, 'This is good for crews," Finch said of it.', '"This is good for crews," Finch said of it.'),
    (SUBSTANCE, "This is good for crews, Finch said of it.", '"This is good for crews," Finch said of it.'),
    (SUBSTANCE, "Sales at its unit, Varde Express, rose 5 percent.", "Sales at its unit Varde Express rose 5 percent."),
    (SUBSTANCE, "He met the union, Varde, and the army there.", "He met the union Varde and the army there."),
    (QUIET, "Banks of the American continent met in April.", "Banks of the american continent met in April."),
    (QUIET, "The non-binding motion passed in Lund.", "The non binding motion passed in Lund."),
    (QUIET, "Net for the six mths rose in Lund.", "Net for the six months rose in Lund."),
    (SUBSTANCE, "Earnings before interest and tax (US) rose in May.", "Earnings before interest and tax rose in May."),
    (QUIET, "Quill-Varde shut the plant. Later Quill-Varde cut the forecast.", "Quill-Varde shut the plant. Later QV cut the forecast."),
]  # fmt: skip


@pytest.mark.parametrize(
    ("expected", "one", "other"),
    [*CODES, *NAMINGS, *LITTLE, *ORDERS, *REFERENCES, *PHRASES, *MARKED],
)
def test_other_words_both_ways(expected: str, one: str, other: str) -> None:
    """Only what a rule proves to be the same is quiet or wording, in either order of the texts."""
    assert (loudness(one, other), loudness(other, one)) == (expected, expected)
