"""Follow Rich Text group by group and keep what it prints."""

import codecs
import re
from dataclasses import dataclass, field, replace

from variorum.formats.documents.document import Paragraph
from variorum.formats.documents.rtf_tokens import Token, TokenKind

_OF_CHARSET = {
    2: "cp1252", 77: "mac-roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gbk",
    136: "big5", 161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256",
    186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250", 255: "cp437",
}  # fmt: skip
"""Encodings by the numbers that fonts give for their characters."""
_DECLARED = {"mac": "mac-roman", "pc": "cp437", "pca": "cp850", "ansi": "cp1252"}
_SIGNS = {
    "tab": "\t", "line": "\n", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
    "emdash": "—", "endash": "–", "bullet": "•", "emspace": "\u2003", "enspace": "\u2002",
    "qmspace": "\u2005", "softline": "\n", "zwj": "\u200d", "zwnj": "\u200c",
}  # fmt: skip
_SYMBOLS = {"~": "\u00a0", "_": "\u2011", "\\": "\\", "{": "{", "}": "}", "\n": "¶", "\r": "¶"}
_UNSHOWN = frozenset({
    "colortbl", "info", "pict", "object", "header", "headerl", "headerr", "headerf", "footer",
    "footerl", "footerr", "footerf", "footnote", "annotation", "fldinst", "pntext", "listtext",
    "xe", "tc", "rxe", "nonshppict", "private", "themedata", "datastore", "revtbl", "listtable",
    "generator", "template", "filetbl", "atnid", "atnauthor", "do", "shp",
})  # fmt: skip
_PARAGRAPH_ENDS = frozenset({"par", "sect", "page", "column"})
_HEADING = re.compile(r"(?:heading|überschrift|titre|título|titolo|kop|rubrik) ?\d", re.IGNORECASE)
_TITLES = frozenset({"title", "titel", "titre", "título", "titolo"})
_DEEPEST = 1_000
_FONTS, _STYLES = "fonttbl", "stylesheet"


@dataclass(slots=True)
class _Group:
    """Hold what holds until the group ends."""

    encoding: str
    destination: str = ""
    """Where its text goes when not onto the page."""
    is_unshown: bool = False
    is_hidden: bool = False
    is_deleted: bool = False
    is_optional: bool = False
    """It began with the sign that says: leave it out unless you know it."""
    skip: int = 1
    """How many characters stand in for one beyond the encoding."""
    font: int = 0
    style: int = 0
    named: list[str] = field(default_factory=list[str])


class RichText:
    """Take tokens one after the other, and give the paragraphs at the end."""

    def __init__(self) -> None:
        self.encoding = "cp1252"
        self._group = _Group(self.encoding)
        self._outer: list[_Group] = []
        self._too_deep = 0
        self._fonts: dict[int, str] = {}
        self._styles: dict[int, str] = {}
        self._default_font = 0
        self._bytes = bytearray()
        self._to_skip = 0
        self._words: list[str] = []
        self._cells: list[str] = []
        self._rows: list[list[str]] = []
        self._is_cell = self._is_outline = False
        self._paragraph_style = 0
        self._done: list[Paragraph] = []

    def take(self, token: Token) -> None:
        """Take a token."""
        if token.kind is TokenKind.BYTES:
            self._take_bytes(token)
            return
        self._flush()
        match token.kind:
            case TokenKind.OPEN:
                self._open()
            case TokenKind.CLOSE:
                self._close()
            case TokenKind.SIGN:
                self._sign(token.word)
            case _:
                self._word(token.word, token.number)

    def finished(self) -> list[Paragraph]:
        """Return the paragraphs; those that hold nothing are empty."""
        self._flush()
        self._end_table()
        if self._words:
            self._end_paragraph()
        return self._done

    # --- groups ---------------------------------------------------------------------------------

    def _open(self) -> None:
        self._to_skip = 0
        if len(self._outer) >= _DEEPEST:
            self._too_deep += 1
            return
        self._outer.append(self._group)
        self._group = replace(self._group, is_optional=False, named=[])

    def _close(self) -> None:
        self._to_skip = 0
        if self._too_deep:
            self._too_deep -= 1
            return
        group = self._group
        if group.destination == _STYLES and group.named:
            self._styles.setdefault(group.style, "".join(group.named).strip(" ;"))
        if self._outer:
            self._group = self._outer.pop()

    # --- characters -----------------------------------------------------------------------------

    def _take_bytes(self, token: Token) -> None:
        data = token.data
        if self._to_skip:
            skipped = min(self._to_skip, len(data))
            self._to_skip -= skipped
            data = data[skipped:]
        self._bytes += data

    def _flush(self) -> None:
        if self._bytes:
            text = self._bytes.decode(self._group.encoding, "replace")
            self._bytes.clear()
            self._add(text)

    def _add(self, text: str) -> None:
        group = self._group
        if group.destination:
            group.named.append(text)
        elif not (group.is_unshown or group.is_hidden or group.is_deleted):
            self._words.append(text)

    def _sign(self, sign: str) -> None:
        if sign == "*":
            self._group.is_optional = True
        elif sign in "\r\n":
            self._word("par", None)
        elif sign in _SYMBOLS:
            if self._to_skip:
                self._to_skip -= 1
            else:
                self._add(_SYMBOLS[sign])

    # --- words ----------------------------------------------------------------------------------

    def _word(self, word: str, number: int | None) -> None:
        if word == "u":
            self._character(number or 0)
            return
        if self._to_skip:
            self._to_skip -= 1
        if self._destination(word) or self._setting(word, number):
            return
        if self._group.destination or self._group.is_unshown:
            return
        if word in _SIGNS:
            self._add(_SIGNS[word])
        elif word in _PARAGRAPH_ENDS:
            self._end_of_paragraph()
        elif word == "cell":
            self._cells.append(self._taken())
        elif word == "row":
            self._rows.append(self._cells)
            self._cells = []

    def _character(self, number: int) -> None:
        """Take a character by its number, and pass over what stands in for it."""
        self._add(chr(number % 65_536) if -65_536 < number < 65_536 else chr(min(number, 0x10FFFF)))
        self._to_skip = self._group.skip

    def _destination(self, word: str) -> bool:
        group = self._group
        if word in {_FONTS, _STYLES}:
            group.destination = word
            group.is_unshown = True
            return True
        if word in _UNSHOWN or (group.is_optional and not group.destination):
            group.is_unshown = True
            group.is_optional = False
            return True
        return False

    def _setting(self, word: str, number: int | None) -> bool:
        return self._of_characters(word, number) or self._of_paragraphs(word, number)

    def _of_characters(self, word: str, number: int | None) -> bool:
        group = self._group
        match word:
            case "ansicpg":
                self._declare(f"cp{number}")
            case "mac" | "pc" | "pca" | "ansi":
                self._declare(_DECLARED[word])
            case "deff":
                self._default_font = number or 0
            case "uc":
                group.skip = min(max(number or 0, 0), 16)
            case "f":
                group.font = number or 0
                group.encoding = self._fonts.get(group.font, self.encoding)
            case "fcharset" if group.destination == _FONTS:
                self._fonts[group.font] = _OF_CHARSET.get(number or 0, self.encoding)
            case "v" | "webhidden":
                group.is_hidden = number != 0
            case "deleted":
                group.is_deleted = number != 0
            case "plain":
                group.is_hidden = False
                group.encoding = self._fonts.get(self._default_font, self.encoding)
            case _:
                return False
        return True

    def _of_paragraphs(self, word: str, number: int | None) -> bool:
        match word:
            case "pard":
                self._is_cell = self._is_outline = False
                self._paragraph_style = 0
            case "intbl":
                self._is_cell = True
            case "outlinelevel":
                self._is_outline = (number or 0) < 9
            case "s":
                self._group.style = number or 0
                if not self._group.is_unshown:
                    self._paragraph_style = self._group.style
            case _:
                return False
        return True

    def _declare(self, encoding: str) -> None:
        known = {"cp65001": "utf-8", "cp10000": "mac-roman", "cp1361": "johab", "cp936": "gbk"}
        encoding = known.get(encoding, encoding)
        try:
            codecs.lookup(encoding)
        except LookupError:
            return
        self.encoding = self._group.encoding = encoding

    # --- paragraphs -----------------------------------------------------------------------------

    def _taken(self) -> str:
        words = "".join(self._words)
        self._words.clear()
        return words

    def _end_of_paragraph(self) -> None:
        if self._is_cell:
            self._add("\n")
            return
        self._end_table()
        self._end_paragraph()

    def _end_paragraph(self) -> None:
        style = self._styles.get(self._paragraph_style, "")
        self._done.append(
            Paragraph(
                self._taken(),
                is_heading=self._is_outline or bool(_HEADING.match(style)),
                is_title=style.casefold() in _TITLES,
            )
        )

    def _end_table(self) -> None:
        """Put down a table; one with a single column only sets text, so as paragraphs."""
        if self._cells:
            self._rows.append(self._cells)
            self._cells = []
        if not self._rows:
            return
        if all(len(row) <= 1 for row in self._rows):
            cells = (line for row in self._rows for cell in row for line in cell.split("\n"))
            self._done += [Paragraph(line) for line in cells]
        else:
            lines = ["\t".join(" ".join(cell.split()) for cell in row) for row in self._rows]
            self._done.append(Paragraph("\n".join(lines), is_table=True))
        self._rows = []
