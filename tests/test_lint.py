"""What `make lint` checks, so that nobody has to remember to run it."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Caches go where they may be written, whoever owns the checkout; `make` names a folder which stays."""
    folder = str(tmp_path_factory.mktemp("caches"))
    caches = {name: os.environ.get(name, folder) for name in ("MYPY_CACHE_DIR", "RUFF_CACHE_DIR")}
    return {**os.environ, **caches}


@pytest.mark.slow
@pytest.mark.parametrize(
    "arguments",
    [
        ["ruff", "check", "--quiet"],
        ["ruff", "format", "--check", "--quiet"],
        ["mypy"],
        ["lint-imports", "--no-cache"],
    ],
    ids=["lint", "format", "types", "imports"],
)
def test_the_code_keeps_its_rules(arguments: list[str], environment: dict[str, str]) -> None:
    program, *options = arguments
    command = [str(Path(sys.executable).parent / program), *options]
    done = subprocess.run(command, cwd=REPOSITORY, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_pins_name_no_registry() -> None:
    pins = sorted((REPOSITORY / "requirements").glob("*.txt"))
    assert [pin.name for pin in pins] == ["development.txt", "installer.txt", "runtime.txt"]
    assert not [pin.name for pin in pins if "://" in pin.read_text() or "--index" in pin.read_text()]


def test_every_requirement_is_pinned_by_hashes() -> None:
    for pin in (REPOSITORY / "requirements").glob("*.txt"):
        for requirement in pin.read_text().replace("\\\n", "").splitlines():
            if not requirement.startswith("#"):
                assert "==" in requirement, requirement
                assert "--hash=sha256:" in requirement, requirement


@pytest.mark.parametrize(("file", "groups"), [("runtime", []), ("development", ["dev"]), ("installer", ["installer"])])
def test_everything_that_is_named_is_pinned(file: str, groups: list[str]) -> None:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text())
    named = [] if file == "installer" else project["project"]["dependencies"]
    named = named + [name for group in groups for name in project["dependency-groups"][group]]
    pinned = re.findall(r"^([a-z0-9-]+)==", (REPOSITORY / "requirements" / f"{file}.txt").read_text(), re.MULTILINE)
    assert {re.split(r"[\[;]", name)[0] for name in named} <= set(pinned), "run make lock"
