"""The lock: it satisfies pyproject.toml on every system, by hashes, and names no place."""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

CHECKOUT = Path(__file__).parents[2]
PROGRAM = "requirements.lock"
TEST = "requirements-test.lock"
BUNDLE = "requirements-bundle.lock"
SYSTEMS = [
    {"sys_platform": platform, "platform_system": system, "os_name": name}
    for platform, system, name in (
        ("linux", "Linux", "posix"),
        ("darwin", "Darwin", "posix"),
        ("win32", "Windows", "nt"),
    )
]
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
PLACES = [
    {**system, "python_version": python, "python_full_version": f"{python}.1", "extra": ""}
    for system in SYSTEMS
    for python in PYTHONS
]


@dataclass(frozen=True, slots=True)
class Pin:
    """One package of a lock."""

    version: Version
    marker: Marker | None
    hashes: list[str]


def pins(lock: str) -> list[tuple[str, Pin]]:
    """Return what a lock pins, by name; a package may stand there twice with two markers."""
    text = (CHECKOUT / "packaging" / lock).read_text(encoding="utf-8").replace("\\\n", " ")
    found: list[tuple[str, Pin]] = []
    for line in text.splitlines():
        hashes = re.findall(r"--hash=sha256:([0-9a-f]{64})", line)
        requirement = Requirement(line.partition("--hash")[0].strip())
        (specifier,) = requirement.specifier
        pin = Pin(Version(specifier.version), requirement.marker, hashes)
        found.append((canonicalize_name(requirement.name), pin))
    return found


def wanted(lock: str) -> list[Requirement]:
    """Return what pyproject.toml asks for: the program with its back end, and what else."""
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))
    lines: list[str] = [
        *project["project"]["dependencies"],
        *project["dependency-groups"]["build"],
        *project["build-system"]["requires"],
    ]
    if lock == TEST:
        lines += project["project"]["optional-dependencies"]["test"]
    if lock == BUNDLE:
        lines += project["dependency-groups"]["bundle"]
    return [Requirement(line) for line in lines]


@pytest.mark.parametrize("lock", [PROGRAM, TEST, BUNDLE])
def test_the_lock_satisfies_the_project(lock: str) -> None:
    """On every system and Python, each requirement is met by exactly one pin."""
    unmet: list[str] = []
    for place in PLACES:
        here = {
            name: pin for name, pin in pins(lock) if not pin.marker or pin.marker.evaluate(place)
        }
        for need in wanted(lock):
            if need.marker and not need.marker.evaluate(place):
                continue
            pin = here.get(canonicalize_name(need.name))
            if pin is None or pin.version not in need.specifier:
                unmet.append(f"{need} on {place['sys_platform']}, Python {place['python_version']}")

    assert unmet == []


@pytest.mark.parametrize("lock", [PROGRAM, TEST, BUNDLE])
def test_every_pin_has_hashes(lock: str) -> None:
    """Nothing is installed whose hash was not written down."""
    assert [name for name, pin in pins(lock) if not pin.hashes] == []


@pytest.mark.parametrize("lock", [TEST, BUNDLE])
def test_the_other_locks_have_the_versions_of_the_program(lock: str) -> None:
    """What the program's lock pins, the locks of the checks and the bundle pin alike."""
    pinned = pins(lock)
    missing = [pin for pin in pins(PROGRAM) if pin not in pinned]

    assert missing == []


@pytest.mark.parametrize("lock", [PROGRAM, TEST, BUNDLE])
def test_the_lock_names_no_place(lock: str) -> None:
    """No address, index or folder stands in a lock: pip's own configuration knows them."""
    text = (CHECKOUT / "packaging" / lock).read_text(encoding="utf-8")

    assert re.findall(r"://|index|find-links|/", text) == []
