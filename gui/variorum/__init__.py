"""Variorum: read the printings of a wire story side by side, and keep notes on them."""

__version__ = "0.1.0"
