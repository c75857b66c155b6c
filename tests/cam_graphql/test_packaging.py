"""What an installed wheel looks like from outside the checkout."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from cam_graphql.console import FILES, read_build

REPOSITORY = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=REPOSITORY, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


@pytest.mark.slow
def test_the_wheel_puts_one_package_into_site_packages(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        top = {name.partition("/")[0] for name in archive.namelist()}
    assert {name for name in top if not name.endswith(".dist-info")} == {"cam_graphql"}


@pytest.mark.slow
def test_the_wheel_brings_its_floors_migrations_and_example_site(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    program = (
        "import cam_graphql, gateways, models, pushdown, resolvers, services, sources\n"
        "from cam_graphql.example_site import SITE; from cam_graphql.migrations import upgrade\n"
        "assert (SITE / 'index.html').is_file(), SITE\n"
        "assert any((cam_graphql.CONTENT_ROOT / 'migrations' / 'models').glob('0_*.py'))\n"
        "print(*(module.__file__ for module in (gateways, models, pushdown, resolvers, services, sources)))"
    )
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert all(Path(file).is_relative_to(tmp_path / "cam_graphql" / "_bundle") for file in done.stdout.split())


@pytest.mark.slow
@pytest.mark.skipif(not read_build(), reason="the console is not built: make console")
def test_the_wheel_brings_the_console_though_git_ignores_it(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    assert read_build(tmp_path / FILES.relative_to(REPOSITORY)) == read_build()
