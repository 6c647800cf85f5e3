"""From a checkout to what people install: a folder that needs no Python, and packages of it.

Standard library only, but for what the environment of the bundle runs: `icons` and the specs.
"""
