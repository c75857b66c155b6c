"""When the console is built, and what is said where it cannot be. Node and npm are stood in for by small scripts."""

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[1]
TOOLS = ("cat", "cksum", "dirname", "find", "mkdir", "sh", "sort", "touch")
NPM = """#!/bin/sh
echo "$*" >>../called
case "$*" in
install*) mkdir -p node_modules && touch node_modules/.package-lock.json ;;
*build) [ ! -e broken ] && touch ../cam_graphql/console/files/index.html ;;
esac
"""
INSTALL = "install --no-save --no-audit --no-fund --loglevel=error"
BUILD = "run --silent build"


@dataclass
class Checkout:
    """A checkout with a web/ of one file, and programs beside it."""

    root: Path
    programs: Path

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """The script's end."""
        return subprocess.run(
            ["/bin/sh", "requirements/console.sh", *arguments],
            cwd=self.root,
            env={**os.environ, "PATH": str(self.programs)},
            capture_output=True,
            text=True,
            check=False,
        )

    def called(self) -> list[str]:
        """What npm was told to do since this was asked last."""
        log = self.root / "called"
        calls = log.read_text().splitlines() if log.exists() else []
        log.unlink(missing_ok=True)
        return calls

    def program(self, name: str, text: str) -> None:
        """Have a program."""
        (self.programs / name).write_text(text)
        (self.programs / name).chmod(0o755)


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    root, programs = tmp_path / "checkout", tmp_path / "programs"
    for folder in (programs, root / "web/src", root / "requirements", root / "cam_graphql/console"):
        folder.mkdir(parents=True)
    shutil.copy(REPOSITORY / "requirements/console.sh", root / "requirements")
    for name in ("schema.graphql", "web/package-lock.json", "web/src/main.tsx", "web/src/main.test.tsx"):
        (root / name).write_text(name)
    for name in TOOLS:
        (programs / name).symlink_to(str(shutil.which(name)))
    made = Checkout(root, programs)
    made.program("npm", NPM)
    made.program("node", "#!/bin/sh\nexit 0\n")
    return made


def test_it_is_built_once(checkout: Checkout) -> None:
    assert checkout.run().returncode == 0
    assert checkout.called() == [INSTALL, BUILD]
    again = checkout.run("needed")
    assert (again.returncode, again.stdout, again.stderr) == (0, "", "")
    assert checkout.called() == []


@pytest.mark.parametrize("name", ["schema.graphql", "web/src/main.tsx", "requirements/console.sh"])
def test_it_is_built_anew_where_something_it_is_made_of_changed(checkout: Checkout, name: str) -> None:
    checkout.run()
    checkout.called()
    with (checkout.root / name).open("a") as file:
        file.write("\n# more\n")
    assert checkout.run().returncode == 0
    assert checkout.called() == [BUILD]


def test_a_renamed_file_is_a_change_and_a_test_is_none(checkout: Checkout) -> None:
    checkout.run()
    checkout.called()
    (checkout.root / "web/src/main.test.tsx").write_text("another test")
    checkout.run()
    assert checkout.called() == []
    (checkout.root / "web/src/main.tsx").rename(checkout.root / "web/src/start.tsx")
    checkout.run()
    assert checkout.called() == [BUILD]


def test_other_packages_are_installed_where_others_are_pinned(checkout: Checkout) -> None:
    checkout.run()
    checkout.called()
    lock = checkout.root / "web/package-lock.json"
    lock.write_text("others")
    installed = (checkout.root / "web/node_modules/.package-lock.json").stat().st_mtime
    os.utime(lock, (installed + 10, installed + 10))
    checkout.run()
    assert checkout.called() == [INSTALL, BUILD]


def test_a_build_that_failed_is_tried_again(checkout: Checkout) -> None:
    broken = checkout.root / "web/broken"
    broken.touch()
    assert checkout.run().returncode != 0
    assert checkout.run().returncode != 0
    broken.unlink()
    assert checkout.run().returncode == 0
    assert checkout.called() == [INSTALL, BUILD, BUILD, BUILD]


def test_other_tasks_are_done_each_time(checkout: Checkout) -> None:
    checkout.run("lint")
    checkout.run("lint")
    assert checkout.called() == [INSTALL, "run --silent lint", "run --silent lint"]


@pytest.mark.parametrize("node", ["none", "old"])
def test_without_node_one_line_says_so_and_only_who_needs_it_fails(checkout: Checkout, node: str) -> None:
    if node == "none":
        (checkout.programs / "node").unlink()
    else:
        checkout.program("node", "#!/bin/sh\nexit 1\n")
    for arguments, status in (((), 0), (("needed",), 1), (("lint",), 0), (("test", "needed"), 1)):
        done = checkout.run(*arguments)
        assert done.returncode == status
        assert "needs Node 20.19 or newer" in done.stderr
        assert len((done.stdout + done.stderr).splitlines()) == 1
    assert checkout.called() == []


@pytest.mark.skipif(shutil.which("node") is None, reason="Node itself says which versions will do")
@pytest.mark.parametrize(
    ("version", "will_do"),
    [
        ("18.20.0", False),
        ("20.18.9", False),
        ("20.19.0", True),
        ("21.7.0", False),
        ("22.11.0", False),
        ("22.12.0", True),
        ("23.0.0", True),
        ("26.1.0", True),
    ],
)
def test_versions_of_node_are_those_of_vite(checkout: Checkout, version: str, will_do: bool) -> None:
    told = f"Object.defineProperty(process.versions, 'node', {{value: '{version}'}});"
    checkout.program("node", f'#!/bin/sh\nexec {shutil.which("node")} -e "{told} $2"\n')
    assert (checkout.run("needed").returncode == 0) is will_do
