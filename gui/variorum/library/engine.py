"""Say which SQLite reads and writes the library: a bundle may carry another than the system."""

import sqlite3

SQLITE_VERSION = sqlite3.sqlite_version
