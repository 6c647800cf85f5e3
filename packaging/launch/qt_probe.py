"""Load Qt's modules and one of the platform plugins named; run by the environment's Python.

Says what is missing and exits with 1; loading is the only test that misses no library.
"""

import sys
from importlib import import_module
from pathlib import Path

try:
    from PySide6.QtCore import QLibraryInfo, QPluginLoader

    for module in ("QtGui", "QtWidgets", "QtSvg"):
        import_module(f"PySide6.{module}")
except ImportError as error:
    sys.exit(f"  {error}")


def complaints(names: list[str]) -> list[str]:
    """Return what each plugin says that does not load, or nothing once one has loaded."""
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath), "platforms")
    said: list[str] = []
    for name in names:
        loaders = [QPluginLoader(str(file)) for file in sorted(folder.glob(f"lib{name}*.so"))]
        if any(loader.load() for loader in loaders):
            return []
        said += [loader.errorString() for loader in loaders] or [f"{name}: no such plugin"]
    return said


if __name__ == "__main__":
    found = complaints(sys.argv[1:])
    sys.exit("\n".join(f"  {sentence}" for sentence in found) if found else 0)
