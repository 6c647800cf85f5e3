"""The proofs of other words for one claim: prepositions, pronouns, a state by its capital.

Told here with their needs, for `ordered` to put them among the others.
"""

from collections.abc import Mapping

from variorum.collation.proofs.features import Feature
from variorum.collation.proofs.governed import prove_governed
from variorum.collation.proofs.needs import Needs, WholeProof
from variorum.collation.proofs.states import (
    prove_government,
    prove_of_state,
    prove_the_country,
    prove_told_place,
)
from variorum.collation.proofs.topics import prove_titled, prove_topic

F = Feature

WORDING_NEEDS: Mapping[WholeProof, Needs] = {
    prove_governed: Needs(each=(F.LIGHT,), never=F.SEVERAL | F.MARK),
    prove_topic: Needs(either=(F.REFERS,)),
    prove_titled: Needs(either=(F.TITLE, F.SEVERAL, F.NAME)),
    prove_government: Needs(each=(F.NAME,), never=F.MARK),
    prove_the_country: Needs(either=(F.SEVERAL, F.NAME), never=F.MARK),
    prove_of_state: Needs(either=(F.NAME,), never=F.MARK),
    prove_told_place: Needs(either=(F.NAME, F.LIGHT, F.SEVERAL), never=F.MARK),
}
"""What the words of a block must show for these proofs to hold."""
WORDING_CAME_OR_WENT = (
    prove_of_state,
    prove_told_place,
)
"""For a block with words on one side only."""
WORDING_CHANGED = (
    prove_governed,
    prove_topic,
    prove_titled,
    prove_government,
    prove_the_country,
)
"""For a block with words on both sides."""
