"""What a process needs in order to have thousands of clients at once."""

import gc
import logging
import sys

logger = logging.getLogger(__name__)

_OBJECTS_BETWEEN_LOOKS = 10_000
"""A change told to a thousand subscribers makes some thousands at once, and none of them is garbage yet."""
_BESIDES_CLIENTS = 500
"""Files that are open for other reasons: connections to the database, pages that are read, the program's own."""


def spare_what_stays() -> None:
    """Keep the collector of garbage from looking through the program and its schema again and again.

    They are most of what there is, and to look through them holds up everybody for a third of a second.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(_OBJECTS_BETWEEN_LOOKS)


def allow_connections(most: int) -> None:
    """Let the process have so many connections open, as far as the system's hard limit goes.

    Shells and services are begun with a soft limit of 1,024 on most systems, for programs that use `select`.
    """
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - it does not exist on Windows

    wanted = most + _BESIDES_CLIENTS
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        allowed = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(resource.RLIMIT_NOFILE, (allowed, hard))
        if allowed < wanted:
            logger.warning("the system allows too few open files for CAM_SOCKETS", extra={"allowed": allowed})
