"""From a bare checkout: which environments are taken as they are, and what people are told."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from launch import debian, system_libraries
from launch.environment import Environment, Purpose

CHECKOUT = Path(__file__).parents[2]

pytestmark = pytest.mark.skipif(sys.prefix == sys.base_prefix, reason="runs in an environment")


@pytest.fixture
def environment(tmp_path: Path) -> Environment:
    """Return the environment of a small checkout, which is made but not filled."""
    (tmp_path / "packaging").mkdir()
    for name in ("requirements.lock", "requirements-test.lock"):
        shutil.copy(CHECKOUT / "packaging" / name, tmp_path / "packaging")
    shutil.copy(CHECKOUT / "pyproject.toml", tmp_path)
    return make(Environment(tmp_path))


def make(environment: Environment) -> Environment:
    """Make an environment that sees this one's packages, pip among them, without a network."""
    options = ["--without-pip", "--system-site-packages"]
    subprocess.run([sys.executable, "-m", "venv", *options, environment.folder], check=True)
    packages = Path(pytest.__file__).parents[1]
    (site,) = environment.folder.rglob("site-packages")
    (site / "borrowed.pth").write_text(f"{packages}\n", encoding="utf-8")
    return environment


def fill(environment: Environment, purpose: Purpose) -> None:
    """Write the stamp, as a filled environment has it."""
    environment.stamp.write_text(environment.wanted_stamp(purpose), encoding="utf-8")


def test_a_missing_environment_is_made(tmp_path: Path) -> None:
    """Where there is nothing, nothing can be used."""
    assert not Environment(tmp_path).is_usable()


def test_an_environment_made_by_hand_is_filled(environment: Environment) -> None:
    """A developer's own environment is kept, and filled."""
    assert environment.is_usable()
    assert not environment.is_filled(Purpose.PROGRAM)


def test_a_half_made_environment_is_made_anew(environment: Environment) -> None:
    """An environment whose filling was interrupted is not trusted."""
    fill(environment, Purpose.TEST)
    environment.unfinished.touch()

    assert not environment.is_usable()
    assert not environment.is_filled(Purpose.TEST)


def test_an_environment_without_pip_is_made_anew(tmp_path: Path) -> None:
    """An environment that was interrupted before pip arrived is of no use."""
    environment = Environment(tmp_path)
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", environment.folder], check=True)

    assert not environment.is_usable()


def test_a_broken_interpreter_is_replaced(environment: Environment) -> None:
    """An environment whose Python does not run is of no use."""
    environment.python.unlink()
    environment.python.write_text("no program", encoding="utf-8")

    assert not environment.is_usable()


def test_a_moved_checkout_gets_a_new_environment(environment: Environment, tmp_path: Path) -> None:
    """An environment knows its place: its commands start with the old path."""
    fill(environment, Purpose.PROGRAM)
    moved = environment.checkout.rename(tmp_path.with_name(f"{tmp_path.name}-moved"))

    assert not Environment(moved).is_usable()


def test_the_second_run_does_nothing(environment: Environment) -> None:
    """A filled environment is taken as it is."""
    fill(environment, Purpose.PROGRAM)

    assert environment.is_filled(Purpose.PROGRAM)


def test_an_environment_for_the_tests_serves_the_program(environment: Environment) -> None:
    """The test lock holds all that the program needs; not the other way round."""
    fill(environment, Purpose.TEST)
    serves_the_program = environment.is_filled(Purpose.PROGRAM)
    fill(environment, Purpose.PROGRAM)

    assert serves_the_program
    assert not environment.is_filled(Purpose.TEST)


def test_a_changed_lock_fills_again(environment: Environment) -> None:
    """Another lock is another environment."""
    fill(environment, Purpose.PROGRAM)
    with environment.lock(Purpose.PROGRAM).open("a", encoding="utf-8") as lock:
        lock.write("# one more line\n")

    assert not environment.is_filled(Purpose.PROGRAM)
    assert environment.is_usable()


@pytest.mark.parametrize(
    ("os_release", "families"),
    [
        ('ID=debian\nNAME="Debian"\n', {"debian"}),
        ("ID=linuxmint\nID_LIKE='ubuntu debian'\n", {"linuxmint", "ubuntu", "debian"}),
        (
            '# a comment = no setting\n\nID="opensuse-leap"\nID_LIKE="suse opensuse"\n',
            {"opensuse-leap", "suse", "opensuse"},
        ),
        ("", set[str]()),
    ],
)
def test_a_linux_says_its_family(os_release: str, families: set[str]) -> None:
    """The names of a Linux and its parents are read, quoted or not."""
    assert debian.families_in(os_release) == families


def test_the_line_to_type_is_whole() -> None:
    """What a person is told to run needs no second thought."""
    line = debian.line(["libgl1", "libegl1"])

    assert line == (
        "sudo apt-get update && sudo apt-get install --no-install-recommends libgl1 libegl1"
    )


@pytest.mark.parametrize(
    ("families", "command"),
    [
        ({"debian"}, "apt-get install --no-install-recommends libgl1 libglib2.0-0"),
        ({"linuxmint", "ubuntu"}, "apt-get install"),
        ({"fedora"}, "dnf install"),
        ({"rocky", "rhel", "fedora"}, "dnf install"),
        ({"manjaro", "arch"}, "pacman -S"),
        ({"opensuse-leap", "suse"}, "zypper install"),
        ({"nixos"}, "your system's package manager"),
    ],
)
def test_each_linux_has_its_line(families: set[str], command: str) -> None:
    """Where nothing may be installed, the line to type is the one of the Linux at hand."""
    advice = system_libraries.advise(families, [("libgl1",), ("libglib2.0-0t64", "libglib2.0-0")])

    assert command in advice


def probe(*plugins: str) -> subprocess.CompletedProcess[str]:
    """Run the probe as the start does."""
    file = CHECKOUT / "packaging" / "launch" / "qt_probe.py"
    return subprocess.run(
        [sys.executable, file, *plugins], check=False, capture_output=True, text=True
    )


@pytest.mark.skipif(sys.platform != "linux", reason="plugins are tried on Linux only")
def test_the_probe_loads_what_the_tests_draw_with() -> None:
    """Qt and its plugin without a screen are loaded."""
    assert probe("qoffscreen").returncode == 0


@pytest.mark.skipif(sys.platform != "linux", reason="plugins are tried on Linux only")
def test_the_probe_says_what_does_not_load() -> None:
    """A plugin that cannot be loaded is named."""
    answer = probe("qnosuch")

    assert answer.returncode == 1
    assert "qnosuch" in answer.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="plugins are tried on Linux only")
def test_one_plugin_that_loads_is_enough() -> None:
    """A screen that two plugins could draw on needs one of them."""
    assert probe("qnosuch", "qoffscreen").returncode == 0


def test_an_old_python_is_told_what_is_needed() -> None:
    """The start file has no word that Python 3.6 could not read, before it says what it needs."""
    source = (CHECKOUT / "packaging" / "run.py").read_text(encoding="utf-8")

    compile(source.partition("from launch")[0], "run.py", "exec", dont_inherit=True)
    assert "match " not in source
    assert "->" not in source
