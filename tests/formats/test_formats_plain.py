"""Plain text: encodings, what is kept, what is refused."""

import os
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.errors import FormatError
from variorum.formats import binary, registry
from variorum.formats.documents import plain
from variorum.text import Imported, ProblemKind

_SENTENCES = {
    "en": "The café owner said the “naïve” plan — drawn up by Müller — was £4 million too dear, and that it would be rejected by the council on Monday.",
    "fr": "Le maire a déclaré que la réunion était prévue à Genève, où les délégués français seront présents après le vote.",
    "de": "Der Rat hat am Montag beschlossen, dass über die Maßnahmen für den Hafen künftig häufiger geprüft werden soll.",
    "pl": "Burmistrz powiedział, że spotkanie nie jest możliwe, bo środki nie zostały przyznane i są już za małe dla miasta.",
    "cs": "Starosta řekl, že se setkání neuskuteční, protože město ještě nepřidělilo peníze, které jsou pro přístav příliš malé.",
    "ru": "Мэр сказал, что встреча не состоится, так как город ещё не выделил деньги на это и их не хватит до конца года.",
    "el": "Ο δήμαρχος είπε ότι η συνάντηση δεν θα γίνει, επειδή η πόλη δεν έχει διαθέσει ακόμη χρήματα.",
    "he": "ראש העיר אמר כי הפגישה לא תתקיים מכיוון שהעירייה עדיין לא הקצתה כסף",
    "ar": "قال رئيس البلدية إن الاجتماع لن يعقد لأن المدينة لم تخصص بعد أموالا من هذا التي كان في",
    "tr": "Belediye başkanı bu konuda ve diğer konularda daha çok çalışma olacağını, ancak bir karar için çok geç olduğunu söyledi.",
    "zh": "市长说,会议不会在这个月举行,因为中国的政府还没有为这件事拨款,他们要等到明年才有结果。",
    "ja": "市長は会議が開かれないと述べた。市がまだ資金を割り当てていないためである。",
    "ko": "시장은 시가 아직 자금을 배정하지 않았기 때문에 회의가 열리지 않을 것이라고 말했다.",
}
_OLD = [
    ("en", "cp1252"), ("en", "mac-roman"), ("fr", "latin-1"), ("fr", "cp1252"), ("de", "latin-1"),
    ("de", "mac-roman"), ("pl", "cp1250"), ("pl", "iso8859-2"), ("cs", "cp1250"), ("ru", "cp1251"),
    ("ru", "koi8-r"), ("el", "cp1253"), ("he", "cp1255"), ("ar", "cp1256"), ("tr", "cp1254"),
    ("zh", "gb18030"), ("ja", "cp932"), ("ja", "euc-jp"), ("ko", "cp949"),
]  # fmt: skip


def load(data: bytes) -> Imported:
    """Read the one article of some bytes."""
    (imported,) = registry.read_bytes(data, name="story.txt", origin="/stories/story.txt")
    return imported


def outcome_of(reading: Callable[[], Imported]) -> Imported | FormatError:
    """Return what a reading gives, or the refusal that it raises."""
    try:
        return reading()
    except FormatError as error:
        return error


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff")))
def test_utf8_comes_back_as_it_went(text: str) -> None:
    """Keep every character of UTF-8 text, and report no problem."""
    data = text.encode("utf-8")
    if not text.strip() or binary.named(data) or binary.is_noise(data):
        return

    imported = load(data)

    if imported.format == plain.NAME:
        assert imported.article.text == text
        assert (imported.encoding, imported.problems) == ("utf-8", ())


@settings(deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused_in_a_sentence(data: bytes) -> None:
    """Give sound text or one plain sentence for whatever bytes come."""
    outcome = outcome_of(lambda: load(data))

    if isinstance(outcome, FormatError):
        assert outcome.message.startswith("story.txt ")
        assert outcome.message.endswith(".")
        assert outcome.hint
    else:
        assert outcome.article.text.encode("utf-8")
        assert "\0" not in outcome.article.text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("language", ["en", "de"])
def test_unicode_encodings_are_certain_or_nearly(language: str, encoding: str) -> None:
    """Read every Unicode encoding, and drop its byte order mark."""
    sentence = _SENTENCES[language]

    assert load(sentence.encode(encoding)).article.text == sentence


@pytest.mark.parametrize(("language", "encoding"), _OLD)
def test_old_encodings_are_guessed_by_their_letters(language: str, encoding: str) -> None:
    """Read older encodings by what their letters say, and report the guess."""
    data = _SENTENCES[language].encode(encoding, errors="ignore")

    imported = load(data)

    assert imported.article.text == data.decode(encoding)
    assert [problem.kind for problem in imported.problems] == [ProblemKind.ENCODING_GUESSED]


def test_stray_bytes_in_utf8_are_read_as_the_older_encoding() -> None:
    """Read text that holds both encodings, as damaged copy does."""
    data = "“Où?” — “À Moß” said M".encode() + b"\xfcller, after all."

    imported = load(data)

    assert imported.article.text == "“Où?” — “À Moß” said Müller, after all."
    assert [problem.kind for problem in imported.problems] == [ProblemKind.ENCODING_MIXED]


@pytest.mark.parametrize("language", ["fr", "de", "en"])
def test_lines_of_two_encodings_are_each_read_as_they_were_written(language: str) -> None:
    """Keep what is UTF-8, read the rest in the older encoding, and say that both are there."""
    sentence = _SENTENCES[language]
    utf8, older = sentence.encode(), sentence.encode("cp1252")

    imported = load(b"\n".join([utf8, *[older] * 4]))

    assert imported.article.text == "\n".join([sentence] * 5)
    assert [problem.kind for problem in imported.problems] == [ProblemKind.ENCODING_MIXED]


@pytest.mark.parametrize("rest", ["Fin – “merci”.", "Où ça\x81 ?"])
def test_no_guess_puts_another_script_into_latin_words(rest: str) -> None:
    """One word of UTF-8 among older ones makes no French text Arabic."""
    words = "Le délégué ".encode() + "a été très déçu à l’été passé. ".encode("cp1252") * 9
    imported = load(words + rest.encode("latin-1", errors="ignore"))

    assert not any("\u0370" <= letter <= "\u1fff" for letter in imported.article.text)


def test_white_space_stays_as_received() -> None:
    """Change no line ending, no tab, no no-break space, no U+2028."""
    text = "a\r\nb\rc\td\xa0e\u2028f\u2029g \n"

    assert load(text.encode()).article.text == text


def test_nul_becomes_its_symbol_and_is_reported() -> None:
    """Replace NUL by U+2400 in otherwise sound text."""
    imported = load(b"The harbour board met" + b"\0" + b" on Monday to close both of its piers.")

    assert imported.article.text.count("\u2400") == 1
    assert [(p.kind, p.detail) for p in imported.problems] == [(ProblemKind.NUL_REPLACED, "1")]


def test_lone_surrogates_of_utf16_never_enter() -> None:
    """Replace what is no character, and report how often."""
    data = (
        "﻿The board met.".encode("utf-16-le")
        + b"\x00\xd8"
        + " Both piers close.".encode("utf-16-le")
    )

    imported = load(data)

    assert imported.article.text == "The board met.\ufffd Both piers close."
    assert [(p.kind, p.detail) for p in imported.problems] == [
        (ProblemKind.CHARACTERS_REPLACED, "1")
    ]


REFUSED = [
    (b"", "is empty"),
    (b" \r\n\t", "is empty"),
    (b"\xef\xbb\xbf", "is empty"),
    (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "is not text"),
    (b"PK\x03\x04\x14\0\x06\0", "is not text"),
    (b"PK\x03\x04" + b"\0" * 26 + b"mimetypeapplication/epub+zip", "is not text: it is a book"),
    (b"bplist00\xd1\x01\x02", "is not text: it is a web archive of Safari"),
    (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "is damaged"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is not text"),
    (bytes(range(256)) * 8, "is not text"),
]


@pytest.mark.parametrize(("data", "said"), REFUSED, ids=[str(row[0][:8]) for row in REFUSED])
def test_what_is_no_text_is_refused_in_a_sentence(data: bytes, said: str) -> None:
    """Refuse empty and binary files, name them, and hint at what to do."""
    with pytest.raises(FormatError) as caught:
        load(data)

    assert caught.value.message.startswith(f"story.txt {said}")
    assert caught.value.hint


def test_file_beyond_the_limit_is_refused() -> None:
    """Refuse more than 50 MB before anything is decoded."""
    with pytest.raises(FormatError, match="larger than 50 MB"):
        load(b"a" * (registry.LARGEST + 1))


def test_article_keeps_where_and_how_it_came() -> None:
    """Keep the bytes, the origin, the encoding and the format with an article."""
    data = b"\xef\xbb\xbfThe harbour board met."

    imported = load(data)

    assert (imported.received, imported.origin) == (data, "/stories/story.txt")
    assert (imported.encoding, imported.format, imported.index) == ("utf-8", "plain", 0)


@settings(deadline=None)
@given(st.text(min_size=1))
def test_paste_of_any_text_is_sound(text: str) -> None:
    """Take any pasted text but an empty one; no lone surrogate and no NUL get in."""
    outcome = outcome_of(lambda: plain.read_text(text, origin="paste:1"))

    if isinstance(outcome, FormatError):
        assert not text.replace("\ufeff", "").strip()
        assert outcome.message == "The paste is empty."
    else:
        assert outcome.article.text.encode("utf-8")
        assert outcome.received.decode("utf-8").replace("\0", "\u2400") == outcome.article.text


def test_paste_keeps_what_it_can() -> None:
    """Replace a lone surrogate alone, and keep emoji."""
    imported = plain.read_text("a\ud800b 😀", origin="paste:1")

    assert imported.article.text == "a\ufffdb 😀"
    assert [p.kind for p in imported.problems] == [ProblemKind.CHARACTERS_REPLACED]


def test_random_noise_is_refused() -> None:
    """Refuse bytes without any pattern."""
    noise = os.urandom(20_000)

    with pytest.raises(FormatError, match="is not text"):
        load(noise)
