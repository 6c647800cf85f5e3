"""Pages that mean harm or were never meant to be read: a result or one sentence, and no fetching."""

import socket
import sys
from collections.abc import Callable
from typing import Any, NoReturn

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from variorum.errors import FormatError
from variorum.formats import registry
from variorum.text import Imported, PassageKind, ProblemKind

TEXT = "The harbour board said on Monday that it would close the old pier for repairs next week."
STORY = (
    f"<p>{TEXT}</p><p>{TEXT[:-1]}, and the quay.</p><p>Ferries leave from the northern quay.</p>"
)


def load(page: str | bytes) -> Imported:
    """Read the one article of a page."""
    data = page if isinstance(page, bytes) else page.encode("utf-8", "surrogatepass")
    (imported,) = registry.read_bytes(data, name="page.html", origin="/a/page.html")
    return imported


def outcome(data: bytes) -> tuple[Imported | None, str]:
    """Return the article of a page, or the sentence that says why there is none."""
    try:
        return load(data), ""
    except FormatError as error:
        return None, error.message


def around(story: str, *, head: str = "") -> str:
    """Return a page around a story."""
    return f"<html><head>{head}</head><body><h1>Old pier to close</h1><article>{story}{STORY}</article></body></html>"


def refuse(*_args: Any, **_kwargs: Any) -> NoReturn:
    """Stand for a network that must not be touched."""
    raise AssertionError("the page made the program reach for the network")


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nothing open a connection or ask for a name."""
    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.mark.usefixtures("no_network")
def test_nothing_is_fetched() -> None:
    """Pictures, styles, frames, scripts and entities stay where they are."""
    page = (
        '<!DOCTYPE html [<!ENTITY out SYSTEM "http://evil.example/x">'
        '<!ENTITY file SYSTEM "file:///etc/hostname">]><html><head>'
        '<base href="http://evil.example/"><link rel="stylesheet" href="http://evil.example/a.css">'
        '<script src="http://evil.example/a.js"></script><meta http-equiv="refresh" content="0;url=http://evil.example">'
        f'</head><body><h1>Old pier to close</h1><img src="http://evil.example/a.png"><iframe src="http://evil.example/">'
        f"</iframe><article>{STORY}<p>&out; &file; stand in this sentence as they are.</p></article></body></html>"
    )

    assert TEXT in load(page).article.text


def test_opened_files_are_none() -> None:
    """Reading a page opens no file that the page names."""
    opened: list[str] = []

    def hear(event: str, arguments: tuple[Any, ...]) -> None:
        if event == "open" and listening:
            opened.append(str(arguments[0]))

    listening = False
    load(around(""))
    sys.addaudithook(hear)
    listening = True
    load(around('<img src="file:///etc/hostname"><object data="/etc/hosts"></object>'))
    listening = False

    assert not [name for name in opened if name.startswith("/etc/")]


def many(opening: str, times: int = 5_000) -> str:
    """Return an opening tag over and over."""
    return opening * times


TOO_MUCH: dict[str, Callable[[], str]] = {
    "deep boxes": lambda: around(many("<div>")),
    "deep bold": lambda: around(many("<b>")),
    "deep tables": lambda: around(many("<table><tr><td>", 300)),
    "deep lists": lambda: around(many("<ul><li>", 900)),
    "many paragraphs": lambda: around("<p>A sentence.</p>" * 40_000),
    "many parts": lambda: around("<i>x</i>" * 120_000),
    "many attributes": lambda: around(
        "<p " + " ".join(f"a{n}=1" for n in range(50_000)) + ">x</p>"
    ),
    "long class": lambda: around('<p class="' + "a-" * 1_000_000 + '">x</p>'),
    "long word": lambda: around("<p>" + "x" * 1_000_000 + "</p>"),
    "spaces": lambda: around("<p>a" + " " * 1_000_000 + "b</p>"),
    "breaks": lambda: around("<p>a" + "<br>" * 10_000 + "b</p>"),
    "quotes": lambda: around("<p>a." + '"”' * 50_000 + "x</p>"),
    "title": lambda: around("", head="<title>" + "a - " * 50_000 + "</title>"),
    "names": lambda: around("", head='<meta name="author" content="' + "a, " * 100_000 + '">'),
    "deep json": lambda: around(
        "", head='<script type="application/ld+json">' + "[" * 50_000 + "</script>"
    ),
    "commas": lambda: around(
        "", head='<script type="application/ld+json">{"a":1' + "," * 50_000 + "}</script>"
    ),
    "big number": lambda: around(
        "", head='<script type="application/ld+json">{"a":' + "1" * 10_000 + "}</script>"
    ),
    "odd json": lambda: around(
        "",
        head='<script type="application/ld+json">{"@type":"NewsArticle","@id":["x"],"headline":[[]],'
        '"author":[[[["A"]]],5,null,{"name":{"x":1}},{"@id":["q"]}],"datePublished":5,"publisher":[],'
        '"mainEntityOfPage":[],"url":7,"articleBody":{}}</script>',
    ),
    "comment": lambda: around("<!--" + "x" * 1_000_000 + "-->"),
    "unclosed": lambda: around("<p><b><a href=x><table><td><ul>" * 50),
    "frames": lambda: "<html><frameset><frame src=x></frameset></html>",
    "nothing": lambda: "<html></html>",
}


@pytest.mark.parametrize("name", TOO_MUCH)
def test_any_page_ends_with_a_result_or_one_sentence(name: str) -> None:
    """Whatever a page holds, it gives an article or says in one sentence why not."""
    imported, sentence = outcome(TOO_MUCH[name]().encode())

    assert (imported is None) == sentence.endswith(".")
    assert imported is None or "northern quay" in imported.article.text


def test_entities_are_not_expanded() -> None:
    """A doctype's own entities are no text."""
    bomb = "".join(f'<!ENTITY e{n} "&e{n - 1};&e{n - 1};&e{n - 1};">' for n in range(1, 40))
    imported = load(
        f'<!DOCTYPE html [<!ENTITY e0 "ha">{bomb}]>'
        + around("<p>See &e39; in this sentence here.</p>")
    )

    assert len(imported.article.text) < 1_000


def test_nul_is_shown_and_reported() -> None:
    """Databases and widgets stop at NUL, so it becomes its picture."""
    imported = load(around("").replace("harbour", "har\0bour", 1))

    assert "har\u2400bour" in imported.article.text
    assert [problem.kind for problem in imported.problems] == [ProblemKind.NUL_REPLACED]


def test_no_character_is_a_lone_surrogate() -> None:
    """Databases refuse them, so a reference to one is none."""
    text = load(
        around("<p>&#xD800; &#xDFFF; &#0; &#x110000; in a sentence of this story.</p>")
    ).article.text

    assert text.encode("utf-8")


@pytest.mark.parametrize(
    ("data", "encoding", "word"),
    [
        (around("<p>Zoë said on Monday that the pier was closed.</p>").encode(), "utf-8", "Zoë"),
        (
            b"\xef\xbb\xbf" + around("<p>Zoë said on Monday that it closed.</p>").encode(),
            "utf-8",
            "Zoë",
        ),
        (
            around("<p>Zoë said on Monday that the pier closed.</p>").encode("utf-16"),
            "utf-16-le",
            "Zoë",
        ),
        (
            around(
                "<p>Zoë said on Monday that it closed.</p>", head="<meta charset=iso-8859-1>"
            ).encode("cp1252"),
            "cp1252",
            "Zoë",
        ),
        (
            around("<p>“Zoë” said on Monday it closed.</p>", head="<meta charset=latin1>").encode(
                "cp1252"
            ),
            "cp1252",
            "“Zoë”",
        ),
        (
            around(
                "<p>Порт закрыт, сказал мэр в понедельник.</p>",
                head='<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">',
            ).encode("cp1251"),
            "cp1251",
            "Порт закрыт",
        ),
        (
            around(
                "<p>港は月曜日に閉鎖されると発表された。</p>", head="<meta charset=shift_jis>"
            ).encode("cp932"),
            "cp932",
            "港は月曜日",
        ),
        (
            around(
                "<p>Zoë said on Monday that it closed.</p>", head="<meta charset=iso-8859-1>"
            ).encode(),
            "utf-8",
            "Zoë",
        ),
        (
            around(
                "<p>Zoë said on Monday that it closed.</p>", head="<meta charset=zlib>"
            ).encode(),
            "utf-8",
            "Zoë",
        ),
    ],
    ids=[
        "utf-8",
        "mark",
        "utf-16",
        "latin",
        "windows",
        "cyrillic",
        "japanese",
        "wrong",
        "no-charset",
    ],
)
def test_encodings(data: bytes, encoding: str, word: str) -> None:
    """Mark, sound UTF-8, declaration: in this order, and recorded."""
    imported = load(data)

    assert imported.encoding == encoding
    assert word in imported.article.text
    assert imported.received == data


def test_undeclared_encoding_is_guessed_and_said() -> None:
    """A guess is a problem that the reader may overrule."""
    imported = load(
        around("<p>Der Rat hat am Montag über die Maßnahmen für den Hafen beraten.</p>").encode(
            "latin-1"
        )
    )

    assert "über die Maßnahmen für" in imported.article.text
    assert ProblemKind.ENCODING_GUESSED in [problem.kind for problem in imported.problems]


TAGS = "div p span h1 h2 ul li table tr td blockquote article section a b br script style nav aside figure figcaption main body html head meta title time pre amp-img".split()  # noqa: SIM905 - a list of words
_FRAGMENT = st.one_of(
    st.sampled_from([f"<{tag}>" for tag in TAGS] + [f"</{tag}>" for tag in TAGS]),
    st.builds(
        "<{} {}='{}'>".format,
        st.sampled_from(TAGS),
        st.sampled_from(
            ["class", "id", "style", "hidden", "datetime", "href", "content", "itemprop"]
        ),
        st.text(max_size=12),
    ),
    st.sampled_from(
        [
            TEXT,
            STORY,
            "<!--",
            "-->",
            "<![CDATA[",
            "]]>",
            "&amp;amp;",
            "&#x0;",
            "<!DOCTYPE html>",
            "\0",
            "\u2028",
            "<",
            ">",
            "&",
        ]
    ),
    st.text(max_size=30),
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_FRAGMENT, max_size=40).map("".join))
def test_random_pages_give_an_article_or_a_format_error(page: str) -> None:
    """Passages tile the text, or one sentence says why there is none; nothing else is raised."""
    imported, sentence = outcome(("<html><body>" + page).encode("utf-8", "replace"))

    assert (imported is None) == bool(sentence)
    if imported is not None:
        text = imported.article.text
        assert "".join(passage.span.of(text) for passage in imported.article.passages) == text
        assert "\0" not in text


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.text(
            st.characters(categories=["Ll", "Lu"], max_codepoint=0x24F), min_size=2, max_size=9
        ),
        min_size=12,
        max_size=20,
    ),
    st.integers(min_value=3, max_value=12),
)
def test_paragraphs_come_out_as_they_went_in(words: list[str], count: int) -> None:
    """No paragraph of a plain article is lost, merged or reordered."""
    texts = [f"Number {n} of them says {' '.join(words[n % 5 :])}." for n in range(count)]
    page = (
        "<html><body><article>"
        + "".join(f"<p>{text}</p>" for text in texts)
        + "</article></body></html>"
    )
    article = load(page).article
    story = [article.words_of(p) for p in article.passages if p.kind is PassageKind.PARAGRAPH]

    assert story == texts
