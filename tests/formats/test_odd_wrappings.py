"""Items as senders wrap them that keep no rule: escaped bodies, digests, notes in Markdown, old tables."""

import pytest

from variorum.formats.registry import read_bytes
from variorum.text import Imported

FIRST = "LINDHOLM (Northline) - The ferry may stop in autumn, the guard said on Monday."
SECOND = "Nobody was told of it before, its cook said."


def read(data: bytes) -> list[Imported]:
    """Return the articles of a file."""
    return read_bytes(data, name="file", origin="/file")


def words(found: Imported) -> list[str]:
    """Return the words of an article's passages."""
    return [found.article.words_of(passage) for passage in found.article.passages]


@pytest.mark.parametrize(
    "body",
    [
        f"<block><![CDATA[<p>{FIRST}</p><p>{SECOND}</p>]]></block>",
        f"<block>&lt;p&gt;{FIRST}&lt;/p&gt;</block><block>&lt;p&gt;{SECOND}&lt;/p&gt;</block>",
        f"<p>{FIRST}</p><p>{SECOND}</p>",
    ],
)
def test_a_body_that_was_escaped_is_read_as_what_it_is(body: str) -> None:
    """No mark-up is left among the words."""
    item = f"<nitf><body><body.content>{body}</body.content></body></nitf>"
    (found,) = read(item.encode())

    assert words(found) == [FIRST, SECOND]


def letter(subject: str, text: str) -> str:
    """Return a letter."""
    return f"From: desk@nl.example\nSubject: {subject}\nDate: Mon, 4 Jun 2018 09:00:00 +0000\n\n{text}\n"


def test_a_digest_of_letters_is_no_letter_of_its_own() -> None:
    """It has no words but those of the letters in it."""
    inside = "".join(f"--zz\n\n{letter(s, t)}\n" for s, t in (("Ferry", FIRST), ("Cook", SECOND)))
    sent = "From: list@nl.example\nSubject: Digest 12\nDate: Mon, 4 Jun 2018 10:00:00 +0000\n"
    head = f"{sent}Content-Type: multipart/digest; boundary=zz\n"
    found = read(f"{head}\n{inside}--zz--\n".encode())

    assert [each.article.headline for each in found] == ["Ferry", "Cook"]


def test_notes_to_desks_in_markdown_make_copy_no_markdown() -> None:
    """The head of the copy ends as agencies end it, and its lines stay as they are broken."""
    copy = f"Ferry/Lindholm/\n1ST LEAD\nFerry may stop in autumn =\n\n{FIRST}\n\n{SECOND}\n\n# Notebook\n\n"
    notes = (
        "## Note to editors\n- adds cook\n\n## Internet links\n- [Ferry](http://ferry.example)\n"
    )
    (found,) = read(f"{copy}{notes}".encode())

    assert found.format == "plain"
    assert found.article.headline is not None
    assert "Ferry may stop in autumn" in found.article.headline


def test_a_mark_within_a_word_speaks_against_an_encoding() -> None:
    """One letter of an old table is a quotation mark in a later one."""
    text = "Nordhaven (nka) - Die Lotsen haben die Arbeit niedergelegt. Die Gespräche sind gescheitert."
    (found,) = read(text.encode("cp850"))

    assert found.article.text == text
