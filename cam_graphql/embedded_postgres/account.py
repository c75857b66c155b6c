"""The operating system's account under which the server runs. PostgreSQL refuses to run as root."""

import os
import pwd
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cam_graphql.embedded_postgres.failure import EmbeddedPostgresFailed


@dataclass(frozen=True, slots=True)
class ServerAccount:
    """Who owns the cluster and runs the server."""

    uid: int
    gid: int
    stands_in: bool
    """Whether it is another account than ours, which root must give files to and change to."""

    @property
    def change_to(self) -> dict[str, Any]:
        """Arguments of `subprocess.run` which make the child run under this account."""
        return {"user": self.uid, "group": self.gid, "extra_groups": []} if self.stands_in else {}

    def reaches(self, path: Path, *tests: str) -> bool:
        """Whether it can enter the folder, and `test` holds for each expression there, e.g. `-x bin/initdb`.

        Asked by trying under that account: modes alone leave out access lists and mounts.
        """
        script = 'cd "$0" 2>/dev/null' + "".join(f" && test {expression}" for expression in tests)
        return subprocess.run(["/bin/sh", "-c", script, path], cwd="/", check=False, **self.change_to).returncode == 0

    def own(self, path: Path) -> None:
        """Make it the folder's owner, and the only one who may look inside."""
        path.chmod(0o700)
        if self.stands_in:
            os.chown(path, self.uid, self.gid)


def server_account(existing_cluster: Path | None) -> ServerAccount:
    """Ourselves, unless we are root: then the cluster's present owner, or `nobody` for a new one.

    Whatever else runs as `nobody` on the machine could read such a cluster's files: root is for trying out, an account
    of its own for keeping data.
    """
    uid = os.geteuid()
    if uid != 0:
        _require_entry(uid)
        return ServerAccount(uid, os.getegid(), stands_in=False)
    if existing_cluster is not None:
        owner = existing_cluster.stat()
        if owner.st_uid != 0:
            return ServerAccount(owner.st_uid, owner.st_gid, stands_in=True)
    try:
        nobody = pwd.getpwnam("nobody")
    except KeyError:
        raise EmbeddedPostgresFailed(
            "PostgreSQL cannot run as root, and there is no account 'nobody' to run it: create one (useradd nobody), "
            "run this program as an ordinary user, or set CAM_DATABASE_URL."
        ) from None
    return ServerAccount(nobody.pw_uid, nobody.pw_gid, stands_in=True)


def account_name(uid: int) -> str | None:
    """The account's name, None where the system does not know it."""
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return None


def _require_entry(uid: int) -> None:
    if account_name(uid) is None:
        raise EmbeddedPostgresFailed(
            f"The user id {uid} has no name on this system, which PostgreSQL needs: add it to /etc/passwd, "
            "or set CAM_DATABASE_URL."
        )
