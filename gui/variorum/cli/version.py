"""What `variorum --version` prints; apart, because it asks Qt and SQLite."""

from variorum.app.versions import versions


def version_line() -> str:
    """Return the version, and those of what the program stands on."""
    found = versions()
    return (
        f"Variorum {found.variorum} (Python {found.python}, SQLite {found.sqlite}, Qt {found.qt})"
    )
