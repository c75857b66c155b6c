"""A real IMAP server for tests: Dovecot, installed from Debian's packages where it is missing."""

import getpass
import grp
import itertools
import os
import pwd
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psutil
import trustme

from gateways.imap import ImapSettings
from gateways.security import Security
from tests.debian import Program

PASSWORD = 's3"cret\\word'
DOVECOT = Program("Dovecot", Path("/usr/sbin/dovecot"), ("dovecot-imapd",), seconds=80)
_STARTING_SECONDS = 20
_CONFIGURATION = """
base_dir = {folder}/run
state_dir = {folder}/run
log_path = {folder}/log
protocols = imap
listen = 127.0.0.1
mail_max_userip_connections = 100
default_internal_user = {user}
default_internal_group = {group}
default_login_user = {user}
first_valid_uid = {uid}
first_valid_gid = {gid}
mail_location = maildir:~/Maildir
disable_plaintext_auth = no
ssl = yes
ssl_cert = <{folder}/server.pem
ssl_key = <{folder}/server.key
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={folder}/mail/%u
}}
service anvil {{
  chroot =
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = {tls_port}
    ssl = yes
  }}
}}
"""


@dataclass(slots=True)
class Dovecot:
    """A running server. Every user has an own empty mailbox and the same password."""

    folder: Path
    account: pwd.struct_passwd
    port: int
    tls_port: int
    _process: subprocess.Popen[bytes] | None = None
    _numbers: Iterator[int] = field(default_factory=itertools.count)

    def settings(self, user: str, security: Security = Security.NONE, timeout: float = 10) -> ImapSettings:
        """How a user's mailbox is reached."""
        port = self.tls_port if security is Security.TLS else self.port
        authority = self.folder / "authority.pem"
        return ImapSettings("127.0.0.1", port, user, PASSWORD, security=security, ca_file=authority, timeout=timeout)

    def deliver(self, user: str, mail: bytes) -> None:
        """Put a mail into the user's mailbox, as a mail server does."""
        box = self.folder / "mail" / user / "Maildir"
        if not box.exists():
            for name in ("new", "cur", "tmp"):
                (box / name).mkdir(parents=True)
            for path in (box.parent, box, *box.iterdir()):
                self._give(path)
        number = next(self._numbers)
        written = box / "tmp" / f"{time.time_ns()}.{number}.tests"
        written.write_bytes(mail)
        self._give(written)
        written.rename(box / "new" / written.name)

    def renumber(self, user: str) -> None:
        """Make the server forget by what UIDs it knew the mails."""
        for file in (self.folder / "mail" / user / "Maildir").glob("dovecot*"):
            if not file.name.startswith("dovecot-uidvalidity"):
                file.unlink()

    def start(self) -> None:
        """Start it, and wait until it answers."""
        command = [str(DOVECOT.path), "-F", "-c", str(self.folder / "dovecot.conf")]
        identity: dict[str, Any] = {}
        if os.getuid() == 0:  # it keeps nobody's mail as root
            identity = {"user": self.account.pw_uid, "group": self.account.pw_gid, "extra_groups": []}
        with (self.folder / "output").open("ab") as output:
            self._process = subprocess.Popen(command, stdout=output, stderr=output, cwd=self.folder, **identity)
        deadline = time.monotonic() + _STARTING_SECONDS
        while not self._greets():
            if time.monotonic() > deadline or self._process.poll() is not None:
                files = [file for name in ("output", "log") if (file := self.folder / name).exists()]
                raise AssertionError("Dovecot does not start:\n" + "\n".join(file.read_text() for file in files))
            time.sleep(0.05)

    def kill(self) -> None:
        """SIGKILL for all of it, as where the machine fails: its helpers would answer on without it."""
        assert self._process is not None
        master = psutil.Process(self._process.pid)
        master.suspend()  # so that it starts no more of them
        helpers = master.children(recursive=True)
        for one in (master, *helpers):
            with suppress(psutil.NoSuchProcess):
                one.kill()
        _, still_there = psutil.wait_procs(helpers, timeout=10)
        assert not still_there
        self._process.wait()
        self._process = None

    def stop(self) -> None:
        """End it, if it runs."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait(10)

    def _greets(self) -> bool:
        with suppress(OSError), socket.create_connection(("127.0.0.1", self.port), 1) as connection:
            return connection.recv(100).startswith(b"* OK")
        return False

    def _give(self, path: Path) -> None:
        if os.getuid() == 0:
            os.chown(path, self.account.pw_uid, self.account.pw_gid)


@contextmanager
def dovecot(folder: Path) -> Iterator[Dovecot]:
    """A server on free ports, which keeps all it has in this folder; its account must be able to enter that."""
    _install()
    account = pwd.getpwnam("nobody" if os.getuid() == 0 else getpass.getuser())
    server = Dovecot(folder, account, *_free_ports())
    (folder / "mail").mkdir(parents=True)
    (folder / "run").mkdir()
    authority = trustme.CA()
    authority.cert_pem.write_to_path(str(folder / "authority.pem"))
    certificate = authority.issue_cert("127.0.0.1")
    certificate.private_key_pem.write_to_path(str(folder / "server.key"))
    for blob in certificate.cert_chain_pems:
        blob.write_to_path(str(folder / "server.pem"), append=True)
    (folder / "dovecot.conf").write_text(
        _CONFIGURATION.format(
            folder=folder,
            user=account.pw_name,
            group=grp.getgrgid(account.pw_gid).gr_name,
            uid=account.pw_uid,
            gid=account.pw_gid,
            port=server.port,
            tls_port=server.tls_port,
            password=PASSWORD,
        )
    )
    for path in (folder, *folder.iterdir()):
        server._give(path)
    server.start()
    try:
        yield server
    finally:
        server.stop()


def _free_ports() -> tuple[int, int]:
    with socket.socket() as one, socket.socket() as other:
        one.bind(("127.0.0.1", 0))
        other.bind(("127.0.0.1", 0))
        return one.getsockname()[1], other.getsockname()[1]


def _install() -> None:
    """Install Dovecot, where it is missing. Raises AssertionError where it cannot, or is one we do not know."""
    DOVECOT.install()
    version = subprocess.run([DOVECOT.path, "--version"], capture_output=True, text=True, check=True, timeout=10).stdout
    if not version.startswith("2.3."):
        raise AssertionError(f"These tests know how to configure Dovecot 2.3, and this is {version}")
