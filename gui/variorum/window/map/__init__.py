"""The story map: what became of each passage in every version, and who made which from which.

A page over the desk. One painter draws for the screen, for SVG and for PNG; the table behind
it is an item model, so that keys and screen readers find every cell. Nothing here compares
texts: `app/mapping.py` has the map made beside the window.
"""
