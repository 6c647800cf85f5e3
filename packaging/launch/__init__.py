"""From a bare checkout to a running program: environment, system libraries, checks.

Standard library only: this runs before anything is installed, on Linux, macOS and Windows.
"""
