"""Links in notes say what they lead to, and read as their label."""

from hypothesis import given
from hypothesis import strategies as st

from variorum.annotations.links import LinkKind, NoteLink, note_links, token_of
from variorum.text import Span

labels = st.text(min_size=1, max_size=200)
TOKEN = "5f2c0d1e9a7b"  # noqa: S105 - the end of an id


@given(labels, st.sampled_from([None, *LinkKind]), st.integers(0, 9**8), st.integers(0, 99))
def test_a_link_comes_back_from_a_note(
    label: str, kind: LinkKind | None, start: int, length: int
) -> None:
    """Whatever it is called: brackets and line ends cannot break out of it."""
    span = Span(start, start + length) if kind is LinkKind.PASSAGE else None
    link = NoteLink(label, kind, TOKEN if kind else "", span)

    (again,) = note_links(f"before {link}] after")

    assert (again.kind, again.token, again.span) == (link.kind, link.token, link.span)
    assert str(again) == str(link)


def test_only_whole_links_are_links() -> None:
    """Brackets of Markdown, open ones, and unknown kinds lead nowhere."""
    text = "[a](b) [[open [[]] [[x|person 5f2c0d1e9a7b]] [[y|code 5f]] [[A name]] [[c|code 5f2c0d1e9a7b]]"

    assert [str(link) for link in note_links(text)] == ["[[A name]]", "[[c|code 5f2c0d1e9a7b]]"]


def test_a_token_is_the_end_of_a_stable_id() -> None:
    """Its last group of digits."""
    assert token_of("0190f2a0-0000-7000-8000-5f2c0d1e9a7b") == TOKEN
