"""Read and write where an ELF library looks for others: the RUNPATH of its dynamic section.

Layout as in the System V ABI, "Object Files" and "Dynamic Linking", for 64 bits, low byte first.
"""

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Final

_MAGIC: Final = b"\x7fELF\x02\x01"
_PT_LOAD: Final = 1
_PT_DYNAMIC: Final = 2
_DT_STRTAB: Final = 5
_RUN_PATHS: Final = (15, 29)
"""DT_RPATH and DT_RUNPATH."""

BESIDE: Final = b"$ORIGIN"


def look_beside(file: Path) -> bool:
    """Let a library look in its own folder where it names one of the builder's; say if it did."""
    data = bytearray(file.read_bytes())
    changed = False
    for start in _run_paths(data):
        old = bytes(data[start : data.index(b"\0", start)])
        if old.startswith(b"/") and len(old) >= len(BESIDE):
            data[start : start + len(old)] = BESIDE.ljust(len(old), b"\0")
            changed = True
    if changed:
        file.write_bytes(data)
    return changed


def run_paths(file: Path) -> list[str]:
    """Return the folders in which a library looks for others."""
    data = file.read_bytes()
    return [data[start : data.index(b"\0", start)].decode() for start in _run_paths(data)]


def _run_paths(data: bytes | bytearray) -> Iterator[int]:
    """Yield where in the file each of the paths begins."""
    if not data.startswith(_MAGIC):
        return
    segments = list(_segments(data))
    loaded = [
        (address, size, offset) for kind, offset, address, size in segments if kind == _PT_LOAD
    ]
    for kind, offset, _, size in segments:
        if kind == _PT_DYNAMIC:
            entries = list(struct.iter_unpack("<qQ", data[offset : offset + size]))
            strings = next((value for tag, value in entries if tag == _DT_STRTAB), None)
            for tag, value in entries:
                if tag in _RUN_PATHS and strings is not None:
                    yield _in_file(strings, loaded) + value


def _segments(data: bytes | bytearray) -> Iterator[tuple[int, int, int, int]]:
    """Yield kind, offset, address and size of each segment."""
    (first,) = struct.unpack_from("<Q", data, 32)
    each, count = struct.unpack_from("<HH", data, 54)
    for index in range(count):
        kind, _, offset, address, _, size = struct.unpack_from(
            "<IIQQQQ", data, first + index * each
        )
        yield kind, offset, address, size


def _in_file(address: int, loaded: list[tuple[int, int, int]]) -> int:
    start, offset = next(
        (start, offset) for start, size, offset in loaded if start <= address < start + size
    )
    return address - start + offset
