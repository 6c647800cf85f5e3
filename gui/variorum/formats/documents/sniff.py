"""Recognise PDFs and Rich Text by their first bytes, without loading what reads them."""

_BLANK = b"\xef\xbb\xbf\0\r\n\t "


def is_pdf(head: bytes) -> bool:
    """Tell whether a file is a PDF; blank space may stand before its sign."""
    return head.lstrip(_BLANK).startswith(b"%PDF-")


def is_rtf(head: bytes) -> bool:
    """Tell whether a file is Rich Text."""
    return head.lstrip(_BLANK).startswith(b"{\\rtf")
