"""The proofs of other words for one claim: prepositions, pronouns, a state by its capital.

Told here with their needs, for `ordered` to put them among the others.
"""

from collections.abc import Mapping

from variorum.collation.proofs.features import Feature
from variorum.collation.proofs.governed import prove_governed
from variorum.collation.proofs.idioms import (
    prove_comes,
    prove_compares,
    prove_died,
    prove_doer,
    prove_expected,
    prove_going_on,
    prove_two_little,
)
from variorum.collation.proofs.joint_pairs import prove_span
from variorum.collation.proofs.lists import prove_list_joint
from variorum.collation.proofs.needs import Needs, WholeProof
from variorum.collation.proofs.states import (
    prove_government,
    prove_of_state,
    prove_the_country,
    prove_told_place,
)
from variorum.collation.proofs.tenses import prove_may
from variorum.collation.proofs.topics import prove_titled, prove_topic
from variorum.collation.proofs.wording import prove_told_press

F = Feature

WORDING_NEEDS: Mapping[WholeProof, Needs] = {
    prove_governed: Needs(each=(F.LIGHT,), never=F.MARK),
    prove_list_joint: Needs(either=(F.MARK,), each=(F.LIGHT,)),
    prove_going_on: Needs(either=(F.SEVERAL,), each=(F.VERB,), never=F.MARK),
    prove_expected: Needs(each=(F.VERB,), never=F.SEVERAL | F.MARK),
    prove_comes: Needs(each=(F.VERB,), never=F.SEVERAL | F.MARK, alike=True),
    prove_compares: Needs(never=F.SEVERAL | F.MARK, alike=True),
    prove_died: Needs(either=(F.SEVERAL,), each=(F.VERB,), never=F.MARK),
    prove_span: Needs(each=(F.LIGHT, F.DAY | F.FIGURE, F.SEVERAL), never=F.MARK),
    prove_doer: Needs(each=(F.SEVERAL, F.LIGHT), never=F.MARK),
    prove_may: Needs(each=(F.HEDGE,), never=F.SEVERAL | F.MARK),
    prove_told_press: Needs(either=(F.NAME,), never=F.MARK),
    prove_two_little: Needs(either=(F.LIGHT, F.SEVERAL), never=F.MARK),
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
    prove_two_little,
)
"""For a block with words on one side only."""
WORDING_CHANGED = (
    prove_governed,
    prove_topic,
    prove_titled,
    prove_government,
    prove_the_country,
    prove_list_joint,
    prove_going_on,
    prove_expected,
    prove_comes,
    prove_compares,
    prove_died,
    prove_doer,
    prove_may,
    prove_told_press,
)
"""For a block with words on both sides."""
WORDING_ACROSS = (prove_span,)
"""What may be proved of two blocks together with the words between them."""
