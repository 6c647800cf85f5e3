"""The wheel: it is built without a network, and holds the program with its resources."""

import subprocess
import sys
import zipfile
from email.parser import BytesParser
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.Path:
    """Build the wheel with the back end of this environment, and return its inside."""
    folder = tmp_path_factory.mktemp("wheel")
    answer = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder],
        cwd=CHECKOUT,
        check=False,
        capture_output=True,
        text=True,
    )
    assert answer.returncode == 0, answer.stderr
    (built,) = folder.glob("*.whl")
    return zipfile.Path(built)


@pytest.fixture(scope="module")
def names(wheel: zipfile.Path) -> set[str]:
    """Return the names of the files in the wheel."""
    return set(wheel.root.namelist())


def test_every_resource_travels(names: set[str]) -> None:
    """Each file of resources/ stands in the wheel, inside the package."""
    resources = CHECKOUT / "resources"
    expected = {
        f"variorum/resources/{path.relative_to(resources).as_posix()}"
        for path in resources.rglob("*")
        if path.is_file()
    }

    assert expected - names == set()


def test_every_module_travels(names: set[str]) -> None:
    """Each module of the package stands in the wheel, with the mark of a typed package."""
    gui = CHECKOUT / "gui"
    expected = {path.relative_to(gui).as_posix() for path in gui.rglob("*.py")}

    assert (expected | {"variorum/py.typed"}) - names == set()


def test_nothing_else_travels(names: set[str]) -> None:
    """The wheel holds the package and its metadata: no tests, no packaging."""
    tops = {name.partition("/")[0] for name in names}

    assert {name for name in tops if not name.endswith(".dist-info")} == {"variorum"}


def test_the_licences_travel(names: set[str]) -> None:
    """The wheel holds our licence and those of the fonts."""
    licences = {name.rpartition("/")[2] for name in names if "/licenses/" in name}

    assert "LICENSE" in licences
    assert any("OFL" in name for name in licences)


def test_the_wheel_says_what_it_needs(wheel: zipfile.Path) -> None:
    """The metadata caps PySide6 on Python 3.11, where newer ones abort the process."""
    (information,) = (path for path in wheel.iterdir() if path.name.endswith(".dist-info"))
    metadata = BytesParser().parsebytes((information / "METADATA").read_bytes())
    needs = [need for need in metadata.get_all("Requires-Dist", []) if "3.12" in need]

    assert metadata["Requires-Python"] == ">=3.11"
    assert any("<6.12" in need and "python_version < '3.12'" in need for need in needs)
