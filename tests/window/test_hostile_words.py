"""Words of others are only words: no markup in any widget, no link that opens by itself (T17, T18)."""

import re
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QTextBrowser,
    QWidget,
)

from variorum.window.crash import CrashDialog, report_of
from variorum.window.notes.browser import NoteBrowser
from variorum.window.wording import isolated

from .hands import Reader
from .story import WIRE, highlight

HEADLINE = "<img src=x><b>y"
MARKUP = re.compile(r"<\s*[a-zA-Z!/]")
MARKER = "Zq7-marker"

# --- T17: links -------------------------------------------------------------------------------

OPENED = (
    "http://example.org/",
    "https://example.org/a?b=c#d",
    "HTTPS://EXAMPLE.ORG/",
    "mailto:desk@example.org",
    "http://user@evil.example/",
    "https://user:word@evil.example/",
    "https://xn--e1awd7f.example/",
    "https://\u0435xample.org/",
    "http://127.0.0.1/",
    "http://[::1]/",
    "https://example.org:8443/",
    "https://example.org/\u202egpj.exe",
)
REFUSED = (
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    "java\tscript:alert(1)",
    " javascript:alert(1)",
    "vbscript:msgbox",
    "file:///etc/passwd",
    "FILE:///etc/passwd",
    "file://host/share",
    "smb://host/share",
    "\\\\host\\share",
    "//host/share",
    "/etc/passwd",
    "etc/passwd",
    "C:\\windows\\system32",
    "c:/windows",
    "data:text/html,<script>1</script>",
    "ms-msdt:/id",
    "ms-word:ofe|u|https://evil.example",
    "search-ms:query=x",
    "ftp://example.org/",
    "ssh://example.org/",
    "telnet://example.org/",
    "tel:+123",
    "about:blank",
    "chrome://settings",
    "view-source:https://example.org",
    "blob:https://example.org/1",
    "ldap://example.org",
    "jar:file:///a.jar!/",
    "qrc:/a",
)


class Browser(QObject):
    """Stand in for the system's browser: remember what would have been opened."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, link: QUrl) -> None:
        """Take a link."""
        self.opened.append(link.toString())


@pytest.fixture
def browser() -> Iterator[Browser]:
    """Catch every address that is handed to the system."""
    browser = Browser()
    schemes = {QUrl(link.strip()).scheme() for link in (*OPENED, *REFUSED)} - {""}
    for scheme in schemes:
        # PySide takes the name as a string, whatever its stubs say.
        QDesktopServices.setUrlHandler(scheme, browser, "open")  # pyright: ignore[reportArgumentType]
    yield browser
    for scheme in schemes:
        QDesktopServices.unsetUrlHandler(scheme)


def test_the_table_has_forty_addresses() -> None:
    """As the plan asks."""
    assert len({*OPENED, *REFUSED}) >= 40


def test_good_links_open_after_a_click_and_a_yes(reader: Reader, browser: Browser) -> None:
    """The question shows the whole address, with no character that hides its end."""
    window = reader.open()
    reader.answers.yes = False
    for link in OPENED:
        window.hands.annotating.open_link(QUrl(link))
    assert browser.opened == []

    reader.answers.yes = True
    for link in OPENED:
        window.hands.annotating.open_link(QUrl(link))

    assert len(browser.opened) == len(OPENED)
    for link, question in zip(OPENED, reader.answers.asked[len(OPENED) :], strict=True):
        assert QUrl(link).host(QUrl.ComponentFormattingOption.FullyEncoded) in question
        assert "\u202e" not in question


def test_other_links_are_not_even_asked_about(reader: Reader, browser: Browser) -> None:
    """Nothing is opened, nothing is asked."""
    window = reader.open()

    for link in REFUSED:
        window.hands.annotating.open_link(QUrl(link))

    assert (browser.opened, reader.answers.asked) == ([], [])


def test_a_note_opens_nothing_by_being_shown(reader: Reader, browser: Browser) -> None:
    """Pictures and links of a note wait for a click; the window opens no links itself."""
    window = reader.open()
    reader.drop(text=WIRE)
    highlight(reader, "four per cent")
    reader.press("N")
    reader.write("![p](https://example.org/p.png) [l](file:///etc/passwd) [h](https://example.org)")
    reader.press("Ctrl+Return")

    browsers = window.findChildren(QTextBrowser)

    assert any(isinstance(one, NoteBrowser) for one in browsers)
    assert not any(one.openLinks() or one.openExternalLinks() for one in browsers)
    assert browser.opened == []


# --- T18: labels ----------------------------------------------------------------------------------


def dialogs(reader: Reader) -> Iterator[QWidget]:
    """Open every box and panel of the window, one after the other."""
    window = reader.window
    openers: tuple[Callable[[], None], ...] = (
        window.hands.showing.show_keys,
        window.hands.showing.show_about,
        window.hands.showing.show_settings,
        window.hands.showing.show_palette,
        window.hands.finder.start,
        window.hands.stories_deeds.edit_details,
        window.hands.coding.new,
    )
    for opener in openers:
        opener()
        yield from [w for w in QApplication.topLevelWidgets() if w.isVisible()]


def rich_texts(widget: QWidget) -> list[str]:
    """Return what a widget and all below it would read as markup."""
    found: list[str] = []
    for label in widget.findChildren(QLabel):
        guessed = label.textFormat() == Qt.TextFormat.AutoText
        if guessed and MARKUP.search(label.text()):
            found.append(label.text())
        if label.textFormat() in {Qt.TextFormat.RichText, Qt.TextFormat.MarkdownText}:
            found.append(label.text())
    for child in (widget, *widget.findChildren(QWidget)):
        if MARKUP.search(child.toolTip()):
            found.append(child.toolTip())  # noqa: PERF401 - one of three reasons
    return found


def test_a_headline_with_tags_is_shown_with_its_tags(reader: Reader) -> None:
    """In the list, panes, results, find bar and every box; nowhere is it read as markup."""
    reader.open()
    reader.drop(text=f"{HEADLINE}\n\n{WIRE}")
    highlight(reader, "four per cent")
    reader.answers.line = HEADLINE
    window = reader.window
    reader.press("Ctrl+K")
    reader.write("fares")
    reader.settle()
    line = window.hands.searcher.panel.model.index(0).data()
    window.stories.filter.setText(HEADLINE + " zebra")
    window.stories.apply_filter()
    reader.settle()

    assert HEADLINE in str(line) or "fares" in str(line)
    for widget in dialogs(reader):
        assert rich_texts(widget) == []
    for box in QApplication.topLevelWidgets():
        if box is not window and box.isVisible():
            box.close()


def test_words_of_others_turn_nothing_around_them() -> None:
    """No sign of direction in a name reaches the words beside it, nor ends what holds it in."""
    assert isolated("The\u202e Bugle\u2069\u2067") == "\u2068The Bugle\u2069"


def test_labels_with_words_of_others_are_plain(reader: Reader) -> None:
    """A label that shows the headline was told not to guess."""
    window = reader.open()
    reader.drop(text=f"{HEADLINE}\n\n{WIRE}")
    reader.press("Ctrl+Shift+I")
    labels = [label for label in window.findChildren(QLabel) if HEADLINE in label.text()]

    assert {label.textFormat() for label in labels} <= {Qt.TextFormat.PlainText}
    assert window.hands.stories_deeds.dialog is not None
    window.hands.stories_deeds.dialog.reject()


# --- T20: reports ---------------------------------------------------------------------------------


class _SecretError(Exception):
    """Carry words of the reader."""


def _break(words: str) -> None:
    secret = {words: words}
    try:
        raise KeyError(words)
    except KeyError as error:
        raise _SecretError(f"{words} in /home/{words}/{secret}") from error


def test_a_report_has_no_word_of_the_reader(reader: Reader) -> None:
    """Neither messages of exceptions nor values nor paths, in ten kinds of errors."""
    window = reader.open()
    reports: list[str] = []
    for number in range(10):
        try:
            _break(f"{MARKER}{number}")
        except _SecretError as error:
            reports.append(report_of(error))
    box = CrashDialog(reports[0], None, window)

    assert all(MARKER not in report for report in reports)
    assert all("/home" not in report and str(reader.library) not in report for report in reports)
    assert "_SecretError" in reports[0]
    assert "KeyError" in reports[0]
    assert "SQLite" in reports[0]
    box.close()
