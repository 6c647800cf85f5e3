"""The themes' colours as CSS, so that an exported page looks like the window."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from variorum.assets import resources


@cache
def colours_css() -> str:
    """Return the colours of both themes as CSS variables: light, or dark where that is wished."""
    light, dark = (" ".join(_variables(_theme(name))) for name in ("light", "dark"))
    return (
        f":root {{ color-scheme: light dark; {light} }}\n"
        f"@media (prefers-color-scheme: dark) {{ :root {{ {dark} }} }}\n"
        f"@media print {{ :root {{ {light} }} }}\n"
    )


def _theme(name: str) -> Mapping[str, Any]:
    path = resources() / "themes" / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _variables(theme: Mapping[str, Any]) -> Iterator[str]:
    groups = {
        "": theme["colours"],
        "class-": theme["classes"],
        "tint-": theme["codes"]["tint"],
        "line-": theme["codes"]["line"],
    }
    for prefix, colours in groups.items():
        for name, colour in colours.items():
            yield f"--{prefix}{name.replace('_', '-')}: {colour};"


@cache
def code_lines() -> Mapping[str, str]:
    """Return the colours of codes by name, `#rrggbb`, as they line words on white paper."""
    return _theme("light")["codes"]["line"]


@cache
def code_tints() -> Mapping[str, str]:
    """Return the colours of codes by name, `#rrggbb`, as they tint words on white paper."""
    return _theme("light")["codes"]["tint"]
