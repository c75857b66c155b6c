"""The cluster's folder: where it lies, how it is made, and which command serves it.

The folder belongs to whoever runs this program; inside, `data/` and `socket/` belong to the server's account alone.
"""

import os
import re
import shutil
import stat
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from cam_graphql.embedded_postgres.account import ServerAccount, account_name
from cam_graphql.embedded_postgres.binaries import MAJOR_VERSION, ROOTS_OWN
from cam_graphql.embedded_postgres.failure import EmbeddedPostgresFailed

DATABASE = "cam"
ROLE = "cam"
"""Owns the database and may create others, but is no superuser."""

_SUPERUSER = "postgres"
_LONGEST_SOCKET_DIRECTORY = 80
"""A socket's whole path may have 103 bytes on macOS and 107 on Linux."""
_NEEDS_NO_QUOTING = re.compile(r"[\w./@+-]+", re.ASCII)

# Written once into the new cluster's postgresql.conf, for its owner to change there. For a small machine.
_FIRST_SETTINGS = {
    "log_checkpoints": "off",
    "max_connections": "200",
    "max_wal_size": "512MB",
    "shared_buffers": "128MB",
    "timezone": "UTC",
}
# What a crash of the machine may cost does not matter in tests. A worker of autovacuum is the superuser's, and keeps
# the role that made a database from dropping it.
_FAST_AND_UNSAFE = {"autovacuum": "off", "fsync": "off", "full_page_writes": "off", "synchronous_commit": "off"}


@dataclass(frozen=True, slots=True)
class Cluster:
    """One data directory's cluster and who serves it."""

    folder: Path
    account: ServerAccount

    @property
    def data(self) -> Path:
        """PostgreSQL's own data directory."""
        return self.folder / "data"

    @property
    def log(self) -> Path:
        """What the server says since its last start; that of the start before is beside it."""
        return self.folder / "server.log"

    @property
    def exists(self) -> bool:
        """Whether it was made, completely."""
        return (self.data / "PG_VERSION").exists()

    def make(self, programs: Path, *, durable: bool) -> None:
        """Create it with its role and database. What an earlier attempt left half done is thrown away."""
        unfinished = self.folder / "data.unfinished"
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.mkdir()
        self.account.own(unfinished)
        settings = [f"--set={name}={value}" for name, value in _FIRST_SETTINGS.items()]
        # The built-in collation sorts alike on every system and release; the wheel has no ICU.
        locale = ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--encoding=UTF8"]
        sync = [] if durable else ["--no-sync"]
        self._run([programs / "initdb", "-D", unfinished, "-U", _SUPERUSER, "--auth=peer", *locale, *settings, *sync])
        statements = f"CREATE ROLE {ROLE} LOGIN CREATEDB;\n\nCREATE DATABASE {DATABASE} OWNER {ROLE};\n\n"
        self._run([programs / "postgres", "--single", "-j", "-D", unfinished, _SUPERUSER], statements)
        unfinished.rename(self.data)

    def require_our_version(self) -> None:
        """Raise where another release of PostgreSQL made the data, which this one would refuse to open."""
        found = (self.data / "PG_VERSION").read_text().strip()
        if found != str(MAJOR_VERSION):
            raise EmbeddedPostgresFailed(
                f"{self.data} was made by PostgreSQL {found}, and this release brings {MAJOR_VERSION}: dump it with "
                "the release which made it, or set CAM_DATA_DIR to another folder to begin anew."
            )

    def admit(self, user_ids: set[int]) -> None:
        """Let these accounts in, and nobody else: the kernel names the peer at a socket, so no password is needed."""
        names = sorted(name for uid in user_ids if (name := account_name(uid)) is not None)
        _write_for_all(self.folder / "pg_hba.conf", f"local all {ROLE},{_SUPERUSER} peer map=owners\n")
        lines = [f'owners "{name}" {role}\n' for name in names for role in (ROLE, _SUPERUSER)]
        _write_for_all(self.folder / "pg_ident.conf", "".join(lines))

    def server_command(self, programs: Path, *, durable: bool) -> list[str]:
        """The server's command line. It listens on a socket only, and on no port."""
        settings = {
            "listen_addresses": "",
            "unix_socket_directories": str(self._socket_directory()),
            "hba_file": str(self.folder / "pg_hba.conf"),
            "ident_file": str(self.folder / "pg_ident.conf"),
        } | ({} if durable else _FAST_AND_UNSAFE)
        options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        return [str(programs / "postgres"), "-D", str(self.data), *options]

    def _socket_directory(self) -> Path:
        inside = self.folder / "socket"
        if len(os.fsencode(inside)) <= _LONGEST_SOCKET_DIRECTORY and _NEEDS_NO_QUOTING.fullmatch(str(inside)):
            # The lock of a killed server names a process id which may be a stranger's by now.
            shutil.rmtree(inside, ignore_errors=True)
            inside.mkdir()
            self.account.own(inside)
            return inside
        return self._socket_directory_elsewhere(link=inside)

    def _socket_directory_elsewhere(self, link: Path) -> Path:
        """A short folder, remembered by a link, so that it stays the same as long as it exists."""
        if link.is_symlink():
            before = link.readlink()
            if self._is_private(before):
                for left in before.iterdir():
                    left.unlink()
                return before
            link.unlink()
        for candidate in (Path(tempfile.gettempdir()), Path("/tmp")):
            if len(os.fsencode(candidate)) < _LONGEST_SOCKET_DIRECTORY - 20 and self.account.reaches(candidate):
                directory = Path(tempfile.mkdtemp(prefix="cam-", dir=candidate))
                self.account.own(directory)
                link.symlink_to(directory)
                return directory
        raise EmbeddedPostgresFailed(f"The path {link} is too long for a socket: set CAM_DATA_DIR to a shorter one.")

    def _is_private(self, directory: Path) -> bool:
        """Not one which another user of the machine put in the place of ours."""
        try:
            found = directory.lstat()
        except OSError:
            return False
        return stat.S_ISDIR(found.st_mode) and found.st_uid == self.account.uid and not found.st_mode & 0o077

    def _run(self, command: list[str | Path], statements: str = "") -> None:
        done = subprocess.run(
            command,
            input=statements,
            capture_output=True,
            text=True,
            cwd="/",
            env={"LC_ALL": "C", "PATH": os.defpath},
            check=False,
            start_new_session=True,  # Ctrl-C in the terminal is ours to handle
            **self.account.change_to,
        )
        if done.returncode or "ERROR:" in done.stderr:
            said = (done.stderr.strip() or done.stdout.strip())[-2000:]
            raise EmbeddedPostgresFailed(f"The database could not be created in {self.folder}:\n{said}")


def cluster_folder(data_dir: Path, account: ServerAccount) -> Path:
    """The cluster's folder inside `data_dir`, or where a link there points to.

    Root's own folders are often closed to the server's account; then a new cluster goes where that can reach it.
    """
    inside = data_dir / "postgresql"
    if inside.is_symlink() and not inside.exists():
        raise EmbeddedPostgresFailed(
            f"{inside} points to {inside.readlink()}, which is gone: put it back, or remove the link to begin anew."
        )
    if inside.exists():
        if not account.reaches(inside.resolve()):
            raise EmbeddedPostgresFailed(
                f"The database server's account (user id {account.uid}) cannot enter {inside.resolve()}: let it pass "
                "through every folder above (chmod o+x), or set CAM_DATA_DIR to another one."
            )
        return inside.resolve()
    if account.reaches(data_dir):
        inside.mkdir()
        inside.chmod(0o711)
        return inside.resolve()
    try:
        ROOTS_OWN.mkdir(parents=True, exist_ok=True)
        ROOTS_OWN.chmod(0o711)
        outside = Path(tempfile.mkdtemp(prefix="cluster-", dir=ROOTS_OWN))
        outside.chmod(0o711)
        inside.symlink_to(outside)
    except OSError as error:
        raise EmbeddedPostgresFailed(
            f"PostgreSQL cannot run as root, its own account cannot reach {data_dir}, and {ROOTS_OWN} cannot be "
            f"written ({error}): set CAM_DATA_DIR to a folder all users may enter, or CAM_DATABASE_URL."
        ) from error
    return outside


def _write_for_all(path: Path, text: str) -> None:
    with tempfile.NamedTemporaryFile("w", dir=path.parent, delete=False) as file:
        file.write(text)
    Path(file.name).chmod(0o644)
    Path(file.name).replace(path)
