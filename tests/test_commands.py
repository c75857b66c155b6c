"""The commands a newcomer types first, where something they need is missing."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[1]


def _python(folder: Path, refuses: str) -> Path:
    """A Python which fails at every program that holds this text."""
    path = folder / "python-of-sorts"
    path.write_text(f'#!/bin/sh\ncase "$*" in *"{refuses}"*) exit 1 ;; esac\nexit 0\n')
    path.chmod(0o755)
    return path


def _install(folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["/bin/sh", "requirements/install.sh", str(folder / "environment"), "runtime"],
        cwd=REPOSITORY,
        env={**os.environ, **variables},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("refuses", "remedy"),
    [("version_info", "older than Python 3.11"), ("ensurepip", "apt-get install python3-venv")],
)
def test_a_python_that_will_not_do_is_told_in_one_line(tmp_path: Path, refuses: str, remedy: str) -> None:
    done = _install(tmp_path, PYTHON=str(_python(tmp_path, refuses)))
    assert done.returncode == 1
    assert remedy in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_machine_without_python_is_told_in_one_line(tmp_path: Path) -> None:
    for program in ("cat", "cksum", "dirname"):
        (tmp_path / program).symlink_to(str(shutil.which(program)))
    done = _install(tmp_path, PATH=str(tmp_path), PYTHON="")
    assert done.returncode == 1
    assert "Python 3.11 or newer is missing: install it" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_make_alone_lists_what_can_be_made() -> None:
    done = subprocess.run(["make"], cwd=REPOSITORY, capture_output=True, text=True, check=True)
    listed = {line.split()[1] for line in done.stdout.splitlines() if line.startswith("  make ")}
    assert {"run", "test", "lint", "format", "lock", "bench", "fuzz", "migration", "schema", "clean"} <= listed
