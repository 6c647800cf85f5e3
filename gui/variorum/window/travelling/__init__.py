"""Marks out of the library and in again: the dialog, the jobs, and what is said of them."""
