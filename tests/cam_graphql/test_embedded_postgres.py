"""The embedded server as its users meet it: real processes, real signals, real accounts."""

import asyncio
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import asyncpg
import pytest

from cam_graphql.database import connection_arguments
from cam_graphql.embedded_postgres import EmbeddedPostgres, EmbeddedPostgresFailed, embedded_postgres
from cam_graphql.embedded_postgres.running import RunningServer, read_running_server

ROOT = os.geteuid() == 0
REPOSITORY = Path(__file__).parents[2]


@pytest.fixture
def new_data_dir(shared_folder: Path) -> Iterator[Path]:
    """A folder that does not exist yet."""
    folder = Path(tempfile.mkdtemp(dir=shared_folder)) / "data"
    folder.parent.chmod(0o711)
    yield folder
    assert _becomes_true(lambda: _server(folder) is None), "the test left a server running"


@pytest.fixture(scope="module")
def made_data_dir(shared_folder: Path) -> Path:
    """A data directory with its cluster, to be copied: making one takes a second."""
    server = EmbeddedPostgres(shared_folder / "made", durable=False)
    server.start()
    server.release()
    return shared_folder / "made"


@pytest.fixture
def data_dir(new_data_dir: Path, made_data_dir: Path) -> Path:
    """A folder with a cluster nobody serves."""
    subprocess.run(["cp", "-a", made_data_dir, new_data_dir], check=True)
    if (new_data_dir / "postgresql").is_symlink():  # where the temporary directory is closed to the server's account
        pytest.skip("the temporary directory is open to root alone")
    return new_data_dir


def _server(data_dir: Path) -> RunningServer | None:
    data = data_dir / "postgresql" / "data"
    found = read_running_server(data)
    return found if found is not None and found.is_alive(data) else None


def _becomes_true(condition: Callable[[], bool], within_seconds: float = 15) -> bool:
    deadline = time.monotonic() + within_seconds
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.02)
    return True


def _participant(data_dir: Path, *, forking: bool = False) -> subprocess.Popen[str]:
    """Another process which takes part until its standard input ends. Its first line is the URL.

    With `forking`, the second line is the process id of its child, which outlives it.
    """
    fork = "child = os.fork()\nif not child: os.close(1); signal.pause()\nprint(child, flush=True)\n"
    program = (
        "import os, signal, sys; from pathlib import Path; from cam_graphql.embedded_postgres import EmbeddedPostgres\n"
        "server = EmbeddedPostgres(Path(sys.argv[1]), durable=False); print(server.start(), flush=True)\n"
        f"{fork if forking else ''}"
        "sys.stdin.read(); server.release()"
    )
    return subprocess.Popen(
        [sys.executable, "-c", program, data_dir],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=REPOSITORY,
    )


def _first_line(participant: subprocess.Popen[str]) -> str:
    assert participant.stdout is not None
    return participant.stdout.readline().strip()


async def _value(url: str, query: str) -> object:
    connection = await asyncpg.connect(**connection_arguments(url))
    try:
        return await connection.fetchval(query)
    finally:
        await connection.close()


async def test_a_first_start_gives_an_empty_database_of_our_own(new_data_dir: Path) -> None:
    async with embedded_postgres(new_data_dir, durable=False) as url:
        assert await _value(url, "SELECT current_user || ' ' || current_database()") == "cam cam"
        assert await _value(url, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user") is False
        assert await _value(url, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'") == 0


async def test_the_url_is_one_that_asyncpg_takes(data_dir: Path) -> None:
    async with embedded_postgres(data_dir, durable=False) as url:
        connection = await asyncpg.connect(url)
        assert await connection.fetchval("SELECT 1") == 1
        await connection.close()


async def test_what_was_written_is_there_after_a_restart(data_dir: Path) -> None:
    async with embedded_postgres(data_dir) as url:
        await _value(url, "CREATE TABLE kept AS SELECT 42 AS value")
    assert _server(data_dir) is None

    async with embedded_postgres(data_dir) as url:
        assert await _value(url, "SELECT value FROM kept") == 42


async def test_letters_beyond_ascii_change_case_and_sort_alike_everywhere(data_dir: Path) -> None:
    async with embedded_postgres(data_dir, durable=False) as url:
        assert await _value(url, "SELECT lower('ÅSA ÉTÉ')") == "åsa été"


def test_it_listens_on_a_private_socket_and_on_no_port(data_dir: Path) -> None:
    server = EmbeddedPostgres(data_dir, durable=False)
    server.start()
    running = _server(data_dir)
    assert running is not None
    assert running.socket_directory.stat().st_mode & 0o077 == 0
    assert (data_dir / "postgresql" / "data" / "postmaster.pid").read_text().splitlines()[5] == ""
    server.release()


async def test_processes_share_one_server_and_the_last_one_stops_it(data_dir: Path) -> None:
    first, second = _participant(data_dir), _participant(data_dir)
    assert _first_line(first) == _first_line(second)
    running = _server(data_dir)
    assert running is not None

    first.communicate()
    assert _server(data_dir) == running

    second.communicate()
    assert _server(data_dir) is None


@pytest.mark.slow
def test_many_first_starts_at_once_make_one_cluster(new_data_dir: Path) -> None:
    participants = [_participant(new_data_dir) for _ in range(6)]
    assert len({_first_line(participant) for participant in participants}) == 1
    for participant in participants:
        participant.communicate()
        assert participant.returncode == 0


def test_a_killed_participant_leaves_no_server_behind(data_dir: Path) -> None:
    participant = _participant(data_dir)
    assert _first_line(participant)

    participant.kill()
    participant.communicate()

    assert _becomes_true(lambda: _server(data_dir) is None)


@pytest.mark.slow
async def test_a_killed_participant_takes_the_server_from_nobody_else(data_dir: Path) -> None:
    victim = _participant(data_dir)
    _first_line(victim)
    async with embedded_postgres(data_dir) as url:
        victim.kill()
        victim.communicate()
        await asyncio.sleep(3.5)  # the keeper looks once a second, and acts on the second look
        assert await _value(url, "SELECT 1") == 1


def test_a_forked_child_does_not_keep_the_server(data_dir: Path) -> None:
    participant = _participant(data_dir, forking=True)
    _first_line(participant)
    child = int(_first_line(participant))
    try:
        participant.communicate()
        assert _becomes_true(lambda: _server(data_dir) is None)
    finally:
        os.kill(child, signal.SIGKILL)


def test_an_interrupt_for_the_whole_process_group_spares_the_server(data_dir: Path) -> None:
    server = EmbeddedPostgres(data_dir, durable=False)
    server.start()
    running = _server(data_dir)
    assert running is not None
    assert os.getpgid(running.pid) != os.getpgrp()
    assert os.getsid(running.pid) != os.getsid(0)
    server.release()


async def test_a_server_that_died_is_revived_at_the_same_url(data_dir: Path) -> None:
    server = EmbeddedPostgres(data_dir)
    url = server.start()
    await _value(url, "CREATE TABLE kept AS SELECT 42 AS value")
    running = _server(data_dir)
    assert running is not None
    os.kill(running.pid, signal.SIGKILL)
    assert _becomes_true(lambda: _server(data_dir) is None)

    assert server.start() == url

    assert await _value(url, "SELECT value FROM kept") == 42
    server.release()


async def test_a_stale_process_id_of_a_stranger_does_no_harm(data_dir: Path) -> None:
    async with embedded_postgres(data_dir, durable=False):
        recorded = (data_dir / "postgresql" / "data" / "postmaster.pid").read_text().splitlines()
    recorded[0] = str(os.getpid())
    (data_dir / "postgresql" / "data" / "postmaster.pid").write_text("\n".join(recorded) + "\n")

    async with embedded_postgres(data_dir, durable=False) as url:
        assert await _value(url, "SELECT 1") == 1


@pytest.mark.parametrize("name", ["long-" + "x" * 120, 'it\'s $HOME, "quoted" Ünïcode'])
async def test_any_folder_will_do(new_data_dir: Path, name: str) -> None:
    urls = set()
    for _ in range(2):
        async with embedded_postgres(new_data_dir / name, durable=False) as url:
            assert await _value(url, "SELECT 1") == 1
            urls.add(url)
    assert len(urls) == 1
    shutil.rmtree(connection_arguments(urls.pop())["host"])


def test_data_of_another_release_is_refused_with_a_remedy(data_dir: Path) -> None:
    server = EmbeddedPostgres(data_dir, durable=False)
    server.start()
    server.release()
    (data_dir / "postgresql" / "data" / "PG_VERSION").write_text("16\n")

    with pytest.raises(EmbeddedPostgresFailed, match=r"made by PostgreSQL 16.*CAM_DATA_DIR"):
        server.start()


def test_a_server_that_cannot_start_shows_the_end_of_its_log(data_dir: Path) -> None:
    server = EmbeddedPostgres(data_dir, durable=False)
    server.start()
    server.release()
    (data_dir / "postgresql" / "data" / "postgresql.conf").write_text("shared_buffers = nonsense\n")

    with pytest.raises(EmbeddedPostgresFailed, match=r"server\.log(.|\n)*shared_buffers"):
        server.start()


def test_a_creation_broken_off_is_begun_anew(data_dir: Path) -> None:
    (data_dir / "postgresql" / "data").rename(data_dir / "postgresql" / "data.unfinished")
    server = EmbeddedPostgres(data_dir, durable=False)
    server.start()
    server.release()
    assert not (data_dir / "postgresql" / "data.unfinished").exists()


@pytest.mark.skipif(not ROOT, reason="only root can become another user")
def test_a_cluster_shut_off_from_its_account_is_told_with_a_remedy(data_dir: Path) -> None:
    data_dir.chmod(0o700)
    with pytest.raises(EmbeddedPostgresFailed, match="chmod"):
        EmbeddedPostgres(data_dir, durable=False).start()


def test_a_file_in_the_way_is_named(new_data_dir: Path) -> None:
    new_data_dir.write_text("")
    with pytest.raises(EmbeddedPostgresFailed, match=r"CAM_DATA_DIR"):
        EmbeddedPostgres(new_data_dir).start()


@pytest.mark.skipif(not ROOT, reason="only root can become another user")
def test_root_is_served_from_folders_which_only_root_may_enter(new_data_dir: Path) -> None:
    new_data_dir.mkdir(mode=0o700)
    server = EmbeddedPostgres(new_data_dir, durable=False)
    server.start()
    running = _server(new_data_dir)
    assert running is not None
    server.release()
    assert (new_data_dir / "postgresql").is_symlink()
    shutil.rmtree((new_data_dir / "postgresql").resolve())
    with pytest.raises(EmbeddedPostgresFailed, match="which is gone"):
        server.start()
    (new_data_dir / "postgresql").unlink()


@pytest.mark.skipif(not ROOT, reason="only root can become another user")
def test_another_user_of_the_machine_is_not_let_in(data_dir: Path) -> None:
    server = EmbeddedPostgres(data_dir, durable=False)
    url = server.start()
    socket_directory = connection_arguments(url)["host"]
    attempt = (
        "import socket, sys; connection = socket.socket(socket.AF_UNIX)\n"
        "try: connection.connect(sys.argv[1] + '/.s.PGSQL.5432')\n"
        "except PermissionError: print('refused')"
    )
    done = subprocess.run(
        ["/usr/bin/env", "python3", "-c", attempt, socket_directory],
        user=pwd.getpwnam("daemon").pw_uid,
        extra_groups=[],
        cwd="/",
        env={"PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )
    server.release()
    if done.returncode == 127:
        pytest.skip("this system has no Python which every user may run")
    assert done.stdout.strip() == "refused"
