"""The console's own checks: its linter and types, and its components' tests, which Vitest runs."""

import subprocess
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[1]


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize("task", ["lint", "test"])
def test_the_console_keeps_its_own_rules(task: str) -> None:
    command = ["/bin/sh", "requirements/console.sh", task, "needed"]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_its_packages_are_pinned_and_no_registry_is_named() -> None:
    lock = (REPOSITORY / "web/package-lock.json").read_text()
    assert '"resolved"' not in lock
    assert "://registry" not in lock
