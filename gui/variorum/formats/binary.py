"""Recognise files that are no text, to refuse them by name instead of showing noise."""

_MAGIC = (
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"II*\0", "a TIFF picture"),
    (b"MM\0*", "a TIFF picture"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document or an Outlook letter"),
    (b"!BDN", "a box of Outlook letters"),
    (b"bplist00", "a web archive of Safari, or another list of properties"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"PK\x05\x06", "a ZIP archive"),
    (b"SQLite format 3\0", "an SQLite database"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\0", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"ID3\x03", "a sound file"),
    (b"ID3\x04", "a sound file"),
    (b"OggS", "a sound file"),
    (b"\0asm", "a program"),
    (b"WARC/", "a web archive (WARC)"),
)
_BOOK = b"mimetypeapplication/epub+zip"
_HEAD_OF_A_BOOK = 80
_TEXT_CONTROLS = frozenset(b"\0\t\n\v\f\r\x1b")
_MOST_CONTROLS = 0.05
"""Share of control characters; raw wire transmissions stay well below."""
_MOST_NULS = 0.05


def named(data: bytes) -> str | None:
    """Return what a file is, where its first bytes say that it is no text."""
    if data.startswith(b"PK\x03\x04") and _BOOK in data[:_HEAD_OF_A_BOOK]:
        return "a book (EPUB)"
    for magic, what in _MAGIC:
        if data.startswith(magic):
            return what
    if data[:4] == b"RIFF" and data[8:12] in {b"WEBP", b"WAVE", b"AVI "}:
        return "a picture, sound or film"
    if data[4:8] == b"ftyp":
        return "a film or picture"
    return None


def is_noise(sample: bytes) -> bool:
    """Tell whether eight-bit content holds too many control characters for text."""
    if not sample:
        return False
    controls = sum(1 for byte in sample if byte < 0x20 and byte not in _TEXT_CONTROLS)
    return controls > _MOST_CONTROLS * len(sample) or sample.count(0) > _MOST_NULS * len(sample)
