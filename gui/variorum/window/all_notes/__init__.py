"""All notes of a library in one place: filtered, read, led to, and come back to."""
