"""The arithmetic of heights."""

from hypothesis import given
from hypothesis import strategies as st

from variorum.window.desk.levels import Levels


@st.composite
def scenes(draw: st.DrawFn) -> Levels:
    """Draw rows over two columns with any heights."""
    rows: list[tuple[range, ...]] = []
    counts = [0, 0]
    for _ in range(draw(st.integers(1, 12))):
        sides: list[range] = []
        for column in range(2):
            size = draw(st.integers(0, 3))
            sides.append(range(counts[column], counts[column] + size))
            counts[column] += size
        rows.append(tuple(sides))
    pixels = st.integers(1, 300).map(float)
    heights = [[draw(pixels) for _ in range(count)] for count in counts]
    return Levels(
        rows=rows,
        heights=heights,
        after=[[7.0] * count for count in counts],
        before=[draw(st.sampled_from([0.0, 5.0])) for _ in rows],
        least=[draw(st.sampled_from([0.0, 30.0])) for _ in rows],
        margin=9.0,
    )


@given(scenes())
def test_first_blocks_of_a_row_stand_level(levels: Levels) -> None:
    """The tops of what is linked are equal, to the last fraction of a pixel."""
    for number, row in enumerate(levels.rows):
        tops = {levels.top_of(column, side.start) for column, side in enumerate(row) if side}

        assert tops <= {levels.top_of_row(number)}


@given(scenes())
def test_blocks_never_overlap(levels: Levels) -> None:
    """Each block of a column begins below the one before it."""
    for column, heights in enumerate(levels.heights):
        for block in range(1, len(heights)):
            above = levels.top_of(column, block - 1) + heights[block - 1]

            assert levels.top_of(column, block) >= above + 7.0 - 1e-6


@given(scenes(), st.floats(0, 3000), st.floats(1, 900))
def test_slots_are_what_reaches_into_view(levels: Levels, top: float, height: float) -> None:
    """No block in view is forgotten, none out of view is named."""
    for column, heights in enumerate(levels.heights):
        tops = [levels.top_of(column, block) for block in range(len(heights))]
        expected = [
            block for block, y in enumerate(tops) if y + heights[block] >= top and y <= top + height
        ]
        actual = [slot.block for slot in levels.slots(column, top, top + height)]

        # What only touches the edge may be named or not.
        inside = [
            b for b in expected if tops[b] + heights[b] > top + 1 and tops[b] < top + height - 1
        ]
        assert set(inside) <= set(actual) <= set(expected)


@given(scenes(), st.data())
def test_a_corrected_height_moves_what_is_below_alone(levels: Levels, data: st.DataObject) -> None:
    """Rows above a corrected block keep their place."""
    column = data.draw(st.integers(0, 1))
    if not levels.heights[column]:
        return
    block = data.draw(st.integers(0, len(levels.heights[column]) - 1))
    row = levels.row_of(column, block)
    before = [levels.top_of_row(number) for number in range(row + 1)]
    levels.set_height(column, block, 500.0)

    assert before == [levels.top_of_row(number) for number in range(row + 1)]
    assert levels.total >= levels.top_of_row(row) + 500.0


@given(scenes(), st.floats(0, 3000))
def test_a_column_that_flows_follows_the_level_desk(levels: Levels, y: float) -> None:
    """Going down the desk, no column ever goes up; the way back leads to where one was."""
    for column in range(2):
        here, below = levels.to_flow(column, y), levels.to_flow(column, y + 50.0)

        assert below >= here - 1e-6
        there = levels.to_flow(column, levels.from_flow(column, here))
        assert abs(there - here) < 1e-3


@given(scenes())
def test_a_column_that_flows_has_no_gaps(levels: Levels) -> None:
    """Its blocks stand in order, closer than or as close as on the level desk."""
    for column, heights in enumerate(levels.heights):
        tops = [levels.flow_top_of(column, block) for block in range(len(heights))]
        level = [levels.top_of(column, block) for block in range(len(heights))]

        assert tops == sorted(tops)
        assert all(own <= common + 1e-6 for own, common in zip(tops, level, strict=True))
        assert not tops or tops[-1] + heights[-1] <= levels.flow_total(column) + 1e-6
