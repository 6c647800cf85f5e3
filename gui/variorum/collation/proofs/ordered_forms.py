"""The proofs of what the stylebooks of many countries write in many ways: money, measures, ranks.

Told here with their needs, for `ordered` to put them among the others.
"""

from collections.abc import Mapping

from variorum.collation.proofs.features import Feature
from variorum.collation.proofs.measures import prove_measured_range, prove_unit_sign
from variorum.collation.proofs.money import prove_money, prove_money_word
from variorum.collation.proofs.needs import Needs, WholeProof

F = Feature

FORM_NEEDS: Mapping[WholeProof, Needs] = {
    prove_money: Needs(each=(F.FIGURE,)),
    prove_money_word: Needs(never=F.FIGURE),
    prove_unit_sign: Needs(either=(F.UNIT | F.FIGURE,)),
    prove_measured_range: Needs(each=(F.FIGURE,), either=(F.UNIT,)),
}
"""What the words of a block must show for these proofs to hold."""
FORMS_CHANGED = (
    prove_money,
    prove_money_word,
    prove_unit_sign,
    prove_measured_range,
)
"""For a block with words on both sides."""
FORMS_ACROSS = (prove_money,)
"""What may be proved of two blocks together with the words between them."""
