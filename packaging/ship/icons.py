"""Draw the application's icon in the sizes and files of each system: `icons.py DRAWING FOLDER`.

Run by the Python of the bundle's environment: Qt draws. The files are made when they are
needed, so that the drawing in resources/ is the only one that is kept.
"""

import struct
import sys
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

PNG_SIZES: Final = (16, 22, 24, 32, 48, 64, 128, 256, 512)
ICO_SIZES: Final = (16, 24, 32, 48, 64, 256)
ICNS_KINDS: Final = (
    *((b"icp4", 16), (b"icp5", 32), (b"ic11", 32), (b"ic12", 64), (b"ic07", 128)),
    *((b"ic13", 256), (b"ic08", 256), (b"ic14", 512), (b"ic09", 512), (b"ic10", 1024)),
)
"""What a size is called in an .icns file; some sizes are there twice, for dense screens."""

_ICNS_FILLED: Final = 0.805
"""On macOS an icon leaves a margin to its square: 824 of 1024 in Apple's template."""
_WHOLE: Final = 256
"""Windows reads this size as PNG and smaller ones as bitmaps, on all its versions."""


def draw(drawing: QSvgRenderer, size: int, *, filled: float = 1.0) -> QImage:
    """Return the drawing on a square of so many pixels, of which it fills a part."""
    picture = QImage(size, size, QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.transparent)
    side = round(size * filled)
    margin = (size - side) / 2
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    drawing.render(painter, QRectF(margin, margin, side, side))
    painter.end()
    return picture


def png(picture: QImage) -> bytes:
    """Return a picture as a PNG file."""
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not QImageWriter(buffer, QByteArray(b"png")).write(picture):
        raise OSError("Qt could not write a PNG")
    return bytes(kept.data())


def bitmap(picture: QImage) -> bytes:
    """Return a picture as .ico files hold small ones: rows from below, and an empty mask."""
    width, height = picture.width(), picture.height()
    header = struct.pack("<IiiHHIIiiII", 40, width, height * 2, 1, 32, 0, 0, 0, 0, 0, 0)
    pixels = bytes(picture.constBits())
    stride = picture.bytesPerLine()
    rows = [pixels[row * stride : row * stride + width * 4] for row in reversed(range(height))]
    mask = bytes((width + 31) // 32 * 4 * height)
    return header + b"".join(rows) + mask


def ico(drawing: QSvgRenderer) -> bytes:
    """Return an icon file for Windows."""
    pictures = [draw(drawing, size) for size in ICO_SIZES]
    data = [png(one) if one.width() == _WHOLE else bitmap(one) for one in pictures]
    head = struct.pack("<HHH", 0, 1, len(data))
    offset = len(head) + 16 * len(data)
    for picture, part in zip(pictures, data, strict=True):
        side = picture.width() % _WHOLE
        head += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(part), offset)
        offset += len(part)
    return head + b"".join(data)


def icns(drawing: QSvgRenderer) -> bytes:
    """Return an icon file for macOS."""
    parts = [(kind, png(draw(drawing, size, filled=_ICNS_FILLED))) for kind, size in ICNS_KINDS]
    body = b"".join(kind + struct.pack(">I", len(data) + 8) + data for kind, data in parts)
    return b"icns" + struct.pack(">I", len(body) + 8) + body


def main(arguments: list[str]) -> int:
    """Write `variorum.ico`, `variorum.icns` and the PNG files by size into a folder."""
    source, folder = Path(arguments[0]), Path(arguments[1])
    folder.mkdir(parents=True, exist_ok=True)
    drawing = QSvgRenderer(str(source))
    if not drawing.isValid():
        print(f"{source} is no drawing that Qt reads", file=sys.stderr)
        return 1
    for size in PNG_SIZES:
        (folder / f"{size}.png").write_bytes(png(draw(drawing, size)))
    (folder / "variorum.ico").write_bytes(ico(drawing))
    (folder / "variorum.icns").write_bytes(icns(drawing))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
