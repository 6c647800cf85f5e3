"""Write the locks anew: `python3 packaging/lock.py`, with uv in `.venv` or on the PATH.

Arguments go to uv, for example `--upgrade` or `--upgrade-package ruff`.
"""

import shutil
import subprocess
import sys
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[1]
HERE = Path("packaging")
# Universal: one lock for every system and Python. No address: pip knows where packages are.
COMPILE = [
    *("pip", "compile", "pyproject.toml", "--group", "build", "--quiet"),
    *("--universal", "--python-version", "3.11", "--generate-hashes"),
    *("--no-emit-index-url", "--no-emit-find-links", "--no-header", "--no-annotate"),
]


def main(arguments: list[str]) -> int:
    """Compile the lock of the program, then those of checks and bundle with the same versions."""
    folders = f"{CHECKOUT / '.venv' / 'bin'}:{CHECKOUT / '.venv' / 'Scripts'}"
    uv = shutil.which("uv", path=folders) or shutil.which("uv")
    if uv is None:
        print("uv is needed to write the locks: pip install uv", file=sys.stderr)
        return 1
    program = HERE / "requirements.lock"
    checks, bundle = HERE / "requirements-test.lock", HERE / "requirements-bundle.lock"
    same = ["--constraints", program]
    for options in (
        ["--output-file", program],
        ["--output-file", checks, "--extra", "test", *same],
        ["--output-file", bundle, "--group", "bundle", *same],
    ):
        command = [uv, *COMPILE, *options, *arguments]
        if code := subprocess.run(command, cwd=CHECKOUT, check=False).returncode:
            return code
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
