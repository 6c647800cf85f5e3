"""The command line: each command in its own module, found through the table in `main`.

It may use every room below it; it holds what a terminal needs and no logic of its own.
"""
