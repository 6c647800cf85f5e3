"""Recognise which articles are versions of one story. Knows no storage."""
