"""Electronic letters: their words, their attachments, and boxes of them."""

import datetime as dt
import json
from email.message import EmailMessage

import pytest

from variorum.errors import FormatError
from variorum.formats import registry
from variorum.formats.documents.flowed import unflowed
from variorum.formats.wires import sniff as wire_sniff
from variorum.text import Imported, PassageKind, ProblemKind

WORDS = (
    "HARBOURTON, March 4 - The ferry board said on Monday that boats would leave from the\n"
    "northern quay until the spring.\n\nRepairs would cost 4.2 million crowns, it said.\n"
)
PAGE = "<html><body>" + "".join(f"<p>{part}</p>" for part in WORDS.split("\n\n")) + "</body></html>"


def letter(
    subject: str = "Ferries move to northern quay", words: str | None = WORDS
) -> EmailMessage:
    """Return a letter of an invented press office."""
    message = EmailMessage()
    message["From"] = '"Ferry Board, Press" <press@ferries.example>'
    message["To"] = "desk@northernpress.example"
    message["Subject"] = subject
    message["Date"] = "Mon, 04 Mar 2024 11:37:00 +0100"
    message["Message-ID"] = "<17@ferries.example>"
    if words is not None:
        message.set_content(words)
    return message


def load(data: EmailMessage | bytes) -> list[Imported]:
    """Read a letter as the program does."""
    return registry.read_bytes(bytes(data), name="letter.eml", origin="/a/letter.eml")


def test_letter_is_read_with_its_headers() -> None:
    """The subject is the headline; sender, date and identifier are kept."""
    (imported,) = load(letter())
    article = imported.article

    assert imported.format == "email"
    assert imported.origin == imported.details.guid == "17@ferries.example"
    assert article.headline == "Ferries move to northern quay"
    assert article.text.startswith("Ferries move to northern quay\n\nHARBOURTON, March 4 -")
    assert article.published == dt.datetime(2024, 3, 4, 10, 37, tzinfo=dt.UTC)
    assert imported.details.provider == "Ferry Board, Press"


@pytest.mark.parametrize("subject", ["Re: Boats", "Fwd: AW: Boats", "RE[2]: Boats", "Boats"])
def test_marks_of_answers_are_no_part_of_the_headline(subject: str) -> None:
    """What mail programs put before a subject is left off."""
    (imported,) = load(letter(subject))

    assert imported.article.headline == "Boats"


def test_plain_text_is_read_before_html() -> None:
    """A letter in two renditions is read once, in its plain text."""
    message = letter()
    message.add_alternative("<p>The same in colour.</p>", subtype="html")
    (imported,) = load(message)

    assert "colour" not in imported.article.text


def test_html_is_read_where_the_plain_text_says_nothing() -> None:
    """A stand-in for the page is no story."""
    message = letter(words="See HTML.")
    message.add_alternative(PAGE, subtype="html")
    (imported,) = load(message)

    assert "northern quay until the spring" in imported.article.text
    assert imported.article.headline == "Ferries move to northern quay"
    assert imported.article.passages[0].kind is PassageKind.HEADLINE


def test_page_behind_its_own_pictures_is_found() -> None:
    """Some programs put what a page shows before the page."""
    data = (
        b"From: a@b.example\nSubject: Boats\nMIME-Version: 1.0\n"
        b'Content-Type: multipart/related; boundary="x"\n\n--x\nContent-Type: text/css\n\np {}\n'
        b"--x\nContent-Type: text/html\n\n" + PAGE.encode() + b"\n--x--\n"
    )
    (imported,) = load(data)

    assert "northern quay until the spring" in imported.article.text


def test_signature_is_set_apart() -> None:
    """What stands below the line of two dashes is how to reach the sender."""
    (imported,) = load(letter(words=WORDS + "\n-- \nKim Lund\n+47 1234\n"))
    last = imported.article.passages[-1]

    assert last.kind is PassageKind.CONTACT
    assert "Kim Lund" in imported.article.words_of(last)


def test_attached_articles_are_read_and_the_others_are_named() -> None:
    """A release in a file is an article; a picture is none."""
    message = letter()
    message.add_attachment(
        b"\x89PNG\r\n\x1a\n123", maintype="image", subtype="png", filename="quay.png"
    )
    message.add_attachment(WORDS.encode(), maintype="text", subtype="plain", filename="release.txt")
    own, attached = load(message)

    assert [(p.kind, p.detail) for p in own.problems] == [(ProblemKind.PART_UNREAD, "quay.png")]
    assert attached.origin == "17@ferries.example/release.txt"
    assert attached.article.dateline is not None


def test_forwarded_letter_is_an_article_of_its_own() -> None:
    """A letter within a letter is read as one."""
    message = letter("Forwarded", words="See the letter below, it has all that we know so far.")
    inner = letter("The pier")
    del inner["Message-ID"]
    message.add_attachment(inner)
    own, inside = load(message)

    assert [own.article.headline, inside.article.headline] == ["Forwarded", "The pier"]


def test_letter_that_carries_an_item_is_read_as_that() -> None:
    """Desks send items of news as the words of a letter."""
    item = {"uri": "urn:17", "headline": "Boats", "pubstatus": "usable", "body_text": WORDS}
    (imported,) = load(letter(words=json.dumps(item)))

    assert imported.format == "ninjs"
    assert imported.article.headline == "Boats"
    assert imported.details.provider == "Ferry Board, Press"


def test_letter_that_carries_the_fields_of_a_form_is_read_as_its_article() -> None:
    """Forms send a story's fields as JSON, each in a list of its own, and programs break its lines."""
    form = {"Headline": ["Boats"], "Slugline": ["pier"], "Desk": ["Coast"], "Body": ["They sail."]}
    words = json.dumps(form).replace('"Coast"', '"Coast\ndesk"')
    (imported,) = load(letter("A form was filled in", words=words))

    article = imported.article
    assert (article.headline, article.slug) == ("Boats", "pier")
    assert article.text == "Boats\n\nThey sail."


def test_every_letter_of_a_box_is_an_article() -> None:
    """An mbox is letters, each below its envelope; one without text is named."""
    empty = letter("Nothing", words="")
    second = letter(
        "The pier", words="Boats.\nFrom the quay they leave, and from the pier no more.\n"
    )
    box = b"".join(
        b"From press@ferries.example Mon Mar  4 11:37:00 2024\n"
        + bytes(each).replace(b"\nFrom the", b"\n>From the")
        + b"\n"
        for each in (letter(), empty, second)
    )
    one, two = load(box)

    assert [one.article.headline, two.article.headline] == [
        "Ferries move to northern quay",
        "The pier",
    ]
    assert "\nFrom the quay" in two.article.text
    assert [problem.detail for problem in one.problems] == ["letters: 1"]


def test_letter_without_text_is_refused() -> None:
    """A letter that says nothing is refused in a sentence."""
    with pytest.raises(FormatError, match="without text"):
        load(letter(words=""))


def test_broken_headers_cost_no_text() -> None:
    """Dates, charsets and codings that are none are passed over."""
    data = (
        b"From: =?x-none?q?=FF?= <>\nSubject: =?utf-8?b?####?=\nDate: yesterday\nTo: ;;,<\n"
        b"Content-Type: text/plain; charset=none-such\nContent-Transfer-Encoding: base65\n\n"
        + WORDS.encode()
    )
    (imported,) = load(data)

    assert "northern quay until the spring" in imported.article.text
    assert imported.origin == "/a/letter.eml"


@pytest.mark.parametrize(
    "head",
    [
        b"Subject: A quay\n\nText.",
        b"Slug: quay\nDate: 4 March\n\nText.",
        b"Harbourton: The board said\nNothing: at all\n\nText.",
        b"From the quay boats leave.\n",
    ],
)
def test_copy_with_a_few_labels_is_no_letter(head: bytes) -> None:
    """Copy that opens with lines of a label and a value is plain text."""
    assert not wire_sniff.is_letter(head)


@pytest.mark.parametrize(
    ("flowed", "joins", "expected"),
    [
        ("Boats leave \nfrom the quay.\nThe end.", False, "Boats leave from the quay.\nThe end."),
        ("Boats le \nave.\n", True, "Boats leave.\n"),
        (" From here.\n-- \nKim", False, "From here.\n-- \nKim"),
        ("> a \n> b\nc", False, "> a b\nc"),
    ],
)
def test_flowed_lines_are_joined(flowed: str, *, joins: bool, expected: str) -> None:
    """Soft breaks go, hard ones stay, and a signature's line is no soft break."""
    assert unflowed(flowed, joins_words=joins) == expected
