"""Starting the server, sharing it, and stopping it after the last."""

import asyncio
import os
import subprocess
import sys
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from urllib.parse import quote

from cam_graphql.embedded_postgres import keeper
from cam_graphql.embedded_postgres.account import server_account
from cam_graphql.embedded_postgres.binaries import server_programs
from cam_graphql.embedded_postgres.cluster import DATABASE, ROLE, Cluster, cluster_folder
from cam_graphql.embedded_postgres.failure import EmbeddedPostgresFailed
from cam_graphql.embedded_postgres.participants import LOCK_NAME, Participation, starting
from cam_graphql.embedded_postgres.running import RunningServer, await_ready, read_running_server, stop_server

_START_SECONDS = 120.0
"""After a crash of the machine the server repairs its data first."""
_LOG_LINES_SHOWN = 12


class EmbeddedPostgres:
    """This process's part in the server of one data directory. Blocks; in an event loop, use `embedded_postgres`."""

    def __init__(self, data_dir: Path, *, durable: bool = True) -> None:
        """`durable=False` trades safety against a crash of the machine for speed, for tests."""
        self._data_dir = data_dir.absolute()
        self._durable = durable
        self._participation: Participation | None = None
        self._turn = threading.Lock()

    def start(self) -> str:
        """Join the server, starting it where it does not run. Returns the URL of its database `cam`.

        A first start takes about 1.5 s, a later one a tenth. Called again, it revives a server that has died, at the
        same URL. Raises `EmbeddedPostgresFailed`.
        """
        with self._turn, _failures_explained(self._data_dir):
            _make_private_folder(self._data_dir)
            with starting(self._data_dir):
                participation = self._participation or Participation(self._data_dir)
                try:
                    server = self._running() or self._launch()
                except BaseException:
                    participation.close()
                    self._participation = None
                    raise
                self._participation = participation
            return f"postgres://{ROLE}@/{DATABASE}?host={quote(str(server.socket_directory))}"

    def release(self) -> None:
        """Take no part any more. The last to do so stops the server, and returns when it has ended."""
        with self._turn:
            if self._participation is None:
                return
            participation, self._participation = self._participation, None
            with participation.leave() as last:
                if last:
                    stop_server(self._cluster().data)

    def _cluster(self) -> Cluster:
        existing = self._data_dir / "postgresql" / "data"
        account = server_account(existing if existing.exists() else None)
        return Cluster(cluster_folder(self._data_dir, account), account)

    def _running(self) -> RunningServer | None:
        data = self._cluster().data
        found = read_running_server(data)
        if found is None:
            return None
        if found.is_alive(data):
            return await_ready(data, found.pid, _START_SECONDS)
        return found if found.ready and found.answers() else None

    def _launch(self) -> RunningServer:
        cluster = self._cluster()
        programs = server_programs(cluster.account)
        if not cluster.exists:
            cluster.make(programs, durable=self._durable)
        cluster.require_our_version()
        cluster.admit({0, os.geteuid(), self._data_dir.stat().st_uid})
        # Nobody serves this data, as `_running` found: what a killed server left would only mislead the new one,
        # where a stranger has its process id by now.
        (cluster.data / "postmaster.pid").unlink(missing_ok=True)
        if cluster.log.exists():
            cluster.log.replace(cluster.log.with_suffix(".log.before"))
        pid = self._start_keeper(cluster, cluster.server_command(programs, durable=self._durable))
        server = await_ready(cluster.data, pid, _START_SECONDS)
        if server is None:
            said = "\n".join(cluster.log.read_text(errors="replace").splitlines()[-_LOG_LINES_SHOWN:])
            raise EmbeddedPostgresFailed(f"The database server did not start. Its log, {cluster.log}, ends:\n{said}")
        return server

    def _start_keeper(self, cluster: Cluster, server_command: list[str]) -> int:
        account = cluster.account
        uid, gid = (account.uid, account.gid) if account.stands_in else (-1, -1)
        lock = self._data_dir / LOCK_NAME
        done = subprocess.run(
            [sys.executable, "-I", "-S", keeper.__file__, lock, cluster.log, str(uid), str(gid), *server_command],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            cwd="/",
            env={"LC_ALL": "C", "PATH": os.defpath},
            check=False,
            start_new_session=True,  # Ctrl-C in the terminal must not reach the server before us
        )
        if not done.stdout.strip():
            raise EmbeddedPostgresFailed(f"The database server's keeper did not start:\n{done.stderr.strip()}")
        return int(done.stdout)


@asynccontextmanager
async def embedded_postgres(data_dir: Path, *, durable: bool = True) -> AsyncIterator[str]:
    """Take part in the server of this data directory while the context lasts; yields its database's URL."""
    server = EmbeddedPostgres(data_dir, durable=durable)
    try:
        yield await asyncio.to_thread(server.start)
    finally:
        # Waits for a start under way whose caller was cancelled, so that no participation is forgotten.
        await asyncio.to_thread(server.release)


def _make_private_folder(data_dir: Path) -> None:
    """Root's may be entered by the server's account, which finds nothing there to read."""
    if not data_dir.is_dir():
        data_dir.parent.mkdir(parents=True, exist_ok=True)
        data_dir.mkdir(exist_ok=True)
        data_dir.chmod(0o711 if os.geteuid() == 0 else 0o700)


@contextmanager
def _failures_explained(data_dir: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, subprocess.SubprocessError) as error:
        raise EmbeddedPostgresFailed(
            f"The embedded database in {data_dir} cannot be used ({error}): set CAM_DATA_DIR to a folder of your own, "
            "or CAM_DATABASE_URL to a PostgreSQL of yours."
        ) from error
