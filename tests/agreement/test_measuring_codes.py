"""What a code is confused with, and what was marked at all, told apart from the rest."""

import pytest

from variorum.agreement.coded import Coded, Mark
from variorum.agreement.measuring import figures
from variorum.agreement.unitizing import unitizing_alphas
from variorum.ids import AnnotatorId, ArticleId, CodeId, HighlightId
from variorum.text import Span

A, B = AnnotatorId(1), AnnotatorId(2)
FARE, DATE, PLACE = CodeId(1), CodeId(2), CodeId(3)


def coded(*marks: tuple[AnnotatorId, int, int, CodeId]) -> Coded:
    """Return an article of forty words, marked from word to word."""
    words = tuple(Span(2 * place, 2 * place + 1) for place in range(40))
    made = (
        Mark(HighlightId(number), who, Span(words[start].start, words[end - 1].end), frozenset({c}))
        for number, (who, start, end, c) in enumerate(marks, start=1)
    )
    return Coded(ArticleId(1), words, frozenset({A, B}), tuple(made))


READ = coded(
    (A, 0, 4, FARE), (B, 0, 4, FARE),
    (A, 10, 14, DATE), (B, 10, 14, PLACE),
    (A, 20, 24, PLACE), (B, 20, 24, PLACE),
)  # fmt: skip


def test_a_code_that_is_confused_stands_below_one_that_is_not() -> None:
    """The figure of a code is that of the article's family, over all codes, for this one."""
    family = unitizing_alphas([READ.continuum((A, B))])
    found = {code: figures([READ], (A, B), code).code_alpha for code in (FARE, DATE, PLACE)}

    assert found == {code: family.of_value[frozenset({code})] for code in found}
    assert found[FARE] == 1.0
    place, date = found[PLACE], found[DATE]
    assert place is not None
    assert date is not None
    assert date < place < 1.0


def test_all_codes_together_have_no_figure_of_one_code() -> None:
    """What was marked at all agrees fully here; what it was marked as does not."""
    found = figures([READ], (A, B))

    assert found.code_alpha is None
    assert found.marked_alpha == pytest.approx(1.0)
    assert found.u_alpha is not None
    assert found.u_alpha < 1.0


def test_a_code_that_nobody_gave_has_no_figure() -> None:
    """There is nothing to compare."""
    assert figures([READ], (A, B), CodeId(9)).code_alpha is None
