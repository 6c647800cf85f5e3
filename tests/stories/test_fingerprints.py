"""Laws of fingerprints: stable, and the same shingles are kept in every text."""

from hashlib import blake2b

from hypothesis import given
from hypothesis import strategies as st

from variorum.stories.fingerprints import LEAD, ONE_IN, SHINGLE, fingerprint, fingerprint_of, words
from variorum.text import Article, Passage, PassageKind, Span
from variorum.wire.reader import read

EXPECTED = [
    1894316207843039975,
    2457518245711122745,
    3290326868054957755,
    5131903419794931905,
    8700302371338269502,
]

word_lists = st.lists(
    st.sampled_from(["port", "harbour", "ship", "strike", "moll", "12", "said", "on", "lake"])
)


def test_fingerprints_are_the_same_on_every_machine_and_day() -> None:
    """Hashes are kept in libraries: these values must never change."""
    found = fingerprint_of(words("the harbour board closed two ferry terminals"))

    assert sorted(found) == EXPECTED


@given(word_lists, word_lists)
def test_a_part_has_part_of_the_fingerprint(before: list[str], after: list[str]) -> None:
    """Whatever is kept of a text is kept of every text that contains it."""
    assert fingerprint_of(before) <= fingerprint_of(before + after)


@given(st.text())
def test_hashes_fit_into_sqlite(text: str) -> None:
    """SQLite's integers have 64 bits with a sign."""
    assert all(0 <= value < 1 << 63 for value in fingerprint_of(words(text)))


@given(st.lists(st.integers(0, 40).map(str), max_size=100))
def test_all_shingles_mixed_at_once_are_as_each_by_itself(folded: list[str]) -> None:
    """The numbers of three words are mixed by the steps of splitmix64, one after the other."""
    numbers = [int.from_bytes(blake2b(word.encode(), digest_size=8).digest()) for word in folded]
    mixed = [_mixed(*three) for three in zip(numbers, numbers[1:], numbers[2:], strict=False)]
    lead = LEAD - SHINGLE + 1
    rest = [value for value in mixed[lead:] if not (value >> 32) % ONE_IN]

    assert fingerprint_of(folded) == {value >> 1 for value in (*mixed[:lead], *rest)}


def _mixed(first: int, second: int, third: int) -> int:
    value = (first * 0x9E3779B97F4A7C15 ^ second) * 0xBF58476D1CE4E5B9
    return (value ^ third) * 0x94D049BB133111EB & (1 << 64) - 1


def test_about_one_in_four_is_kept() -> None:
    """Sampling keeps the share that the rest of the room counts on."""
    numbers = [str(number) for number in range(4002)]

    assert 900 < len(fingerprint_of(numbers)) - LEAD < 1100


def test_a_brief_keeps_all_it_has() -> None:
    """Two sentences have too few words to be sampled."""
    assert len(fingerprint_of([str(number) for number in range(LEAD)])) == LEAD - SHINGLE + 1


def test_glyphs_and_case_make_no_difference() -> None:
    """A reprint with other quotation marks has the same words."""
    assert words("Dorn’s “Offer”") == words('DORN\'S "offer"')


@given(st.text(st.characters(max_codepoint=127)))
def test_letters_of_most_keyboards_are_read_as_all_are(text: str) -> None:
    """A text of ASCII has the words that it has beside a letter of another alphabet."""
    assert [*words(text), "é"] == words(f"{text} é")


PRINTED = st.text("abZ9.,'’‘“”„–—…\u00a0 \u0301é한中_", max_size=20)


@given(PRINTED)
def test_printed_marks_are_read_as_typed_ones(text: str) -> None:
    """A text with a letter of no ASCII is read as it is without."""
    assert [*words(text), "é"] == words(f"{text} é")
    assert words(text.replace("’", "'").replace("‘", "'")) == words(text)
    assert words(text.translate(dict.fromkeys(map(ord, "“”„–—…\u00a0"), " "))) == words(text)


def test_scripts_without_spaces_have_words_too() -> None:
    """Each Chinese character counts as a word."""
    assert words("港口关闭 today") == ["港", "口", "关", "闭", "today"]


def test_furniture_and_dateline_are_left_out() -> None:
    """What a desk or a page adds to a story does not make it like another."""
    story = "Pilots at the largest port walked off the job on Monday after talks had stalled."
    line = "(Reporting by Clara Stene in Port Merrow; Editing by Jon Abel)"
    cut = len(story) + 2
    text = f"{story}\n\n{line}"
    furnished = Article(
        text,
        (
            Passage(PassageKind.PARAGRAPH, Span(0, cut), Span(0, len(story))),
            Passage(PassageKind.CREDIT, Span(cut, len(text)), Span(cut, len(text))),
        ),
    )

    assert fingerprint(read(story)) == fingerprint(furnished)
    assert fingerprint(read(story)) == fingerprint(read(f"PORT MERROW, April 12 (AP) - {story}"))
