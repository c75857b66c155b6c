"""What a process sees to before it has many clients."""

import subprocess
import sys

import pytest

_PROGRAM = """
import gc, logging, resource, sys
from cam_graphql.many_clients import allow_connections, spare_what_stays
logging.basicConfig(format="%(message)s", stream=sys.stdout)
resource.setrlimit(resource.RLIMIT_NOFILE, (256, int(sys.argv[1])))
allow_connections(int(sys.argv[2]))
print(resource.getrlimit(resource.RLIMIT_NOFILE)[0])
spare_what_stays()
print(gc.get_freeze_count() > 1_000)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such limit")
@pytest.mark.parametrize(
    ("hard", "connections", "says"),
    [
        (4_000, 1_000, ["1500", "True"]),
        (1_200, 1_000, ["the system allows too few open files for CAM_SOCKETS", "1200", "True"]),
    ],
)
def test_as_many_files_may_be_open_as_clients_need_and_the_system_allows(
    hard: int, connections: int, says: list[str]
) -> None:
    words = [sys.executable, "-c", _PROGRAM, str(hard), str(connections)]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == says
