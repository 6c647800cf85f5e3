"""The proofs of what the stylebooks of many countries write in many ways: money, measures, ranks.

Told here with their needs, for `ordered` to put them among the others.
"""

from collections.abc import Mapping

from variorum.collation.proofs.ages import prove_led_age
from variorum.collation.proofs.features import Feature
from variorum.collation.proofs.hours import prove_noon
from variorum.collation.proofs.lettered import (
    prove_lettered_kind,
    prove_letters_for_kind,
    prove_set_off,
)
from variorum.collation.proofs.measures import (
    prove_measured_range,
    prove_spoken_number,
    prove_unit_sign,
)
from variorum.collation.proofs.money import prove_money, prove_money_word
from variorum.collation.proofs.needs import Needs, WholeProof
from variorum.collation.proofs.ranks import (
    prove_honour,
    prove_judge,
    prove_rank,
    prove_titled_list,
)
from variorum.collation.proofs.regions import (
    prove_county,
    prove_place_around,
    prove_region,
    prove_road,
)
from variorum.collation.proofs.scores import prove_score
from variorum.collation.proofs.spans import (
    prove_day_span,
    prove_decade_word,
    prove_era_order,
    prove_fiscal_year,
)
from variorum.collation.proofs.unpointed import prove_two_short, prove_unpointed

F = Feature

FORM_NEEDS: Mapping[WholeProof, Needs] = {
    prove_money: Needs(each=(F.FIGURE,)),
    prove_money_word: Needs(each=(F.UNIT,)),
    prove_unit_sign: Needs(either=(F.UNIT | F.FIGURE,)),
    prove_measured_range: Needs(each=(F.FIGURE,), either=(F.UNIT,)),
    prove_noon: Needs(either=(F.FIGURE,), never=F.SEVERAL),
    prove_lettered_kind: Needs(either=(F.BRACKET,)),
    prove_letters_for_kind: Needs(either=(F.CAPITALS,), never=F.SEVERAL),
    prove_set_off: Needs(either=(F.BRACKET, F.SEVERAL), each=(F.MARK,)),
    prove_led_age: Needs(either=(F.LIGHT,), never=F.FIGURE | F.MARK),
    prove_rank: Needs(each=(F.UPPER,)),
    prove_region: Needs(each=(F.UPPER,)),
    prove_county: Needs(each=(F.UPPER,), alike=True),
    prove_place_around: Needs(either=(F.PLACE,)),
    prove_road: Needs(each=(F.UPPER,)),
    prove_score: Needs(each=(F.FIGURE,)),
    prove_decade_word: Needs(each=(F.WORD,), either=(F.FIGURE,), never=F.SEVERAL),
    prove_spoken_number: Needs(each=(F.FIGURE,), either=(F.HYPHEN,), never=F.SEVERAL),
    prove_day_span: Needs(either=(F.DAY,), each=(F.UPPER,)),
    prove_fiscal_year: Needs(each=(F.FIGURE,)),
    prove_era_order: Needs(each=(F.FIGURE,)),
    prove_two_short: Needs(each=(F.SHORT, F.UPPER), alike=True),
    prove_unpointed: Needs(either=(F.POINT,), each=(F.UPPER,), alike=True),
    prove_judge: Needs(either=(F.HONORIFIC,), never=F.SEVERAL),
    prove_honour: Needs(either=(F.UPPER,), never=F.FIGURE),
    prove_titled_list: Needs(either=(F.TITLE,)),
}
"""What the words of a block must show for these proofs to hold."""
FORMS_CAME_OR_WENT = (
    prove_noon,
    prove_lettered_kind,
    prove_judge,
    prove_honour,
    prove_titled_list,
)
"""For a block with words on one side only."""
FORMS_CHANGED = (
    prove_letters_for_kind,
    prove_led_age,
    prove_rank,
    prove_region,
    prove_county,
    prove_place_around,
    prove_road,
    prove_score,
    prove_decade_word,
    prove_spoken_number,
    prove_day_span,
    prove_fiscal_year,
    prove_unpointed,
    prove_two_short,
    prove_titled_list,
    prove_money,
    prove_money_word,
    prove_unit_sign,
    prove_measured_range,
)
"""For a block with words on both sides."""
FORMS_ACROSS = (prove_money, prove_set_off, prove_era_order, prove_fiscal_year)
"""What may be proved of two blocks together with the words between them."""
