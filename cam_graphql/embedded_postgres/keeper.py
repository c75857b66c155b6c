"""The server's parent process: stops the server when all who use it are gone, even if they were killed.

Run as a script by `launch`, on the standard library's lightest modules, since it lives as long as the server:
`keeper.py LOCK LOG UID GID POSTGRES ARGUMENT…`, with UID -1 for no change. Prints the server's process id.
"""

import fcntl
import os
import signal
import sys
import time

_LOOK_EVERY_SECONDS = 1.0


def _become_server(log: int, uid: int, gid: int, command: list[str]) -> None:
    os.dup2(log, 1)
    os.dup2(log, 2)
    if uid >= 0:
        os.setgroups([])
        os.setgid(gid)
        os.setuid(uid)
    os.execv(command[0], command)


def _nobody_left(lock: int) -> bool:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def main(lock_path: str, log_path: str, uid: str, gid: str, *command: str) -> None:
    """Keep the server until it ends, or nobody uses it any more."""
    if os.fork():
        os._exit(0)  # whoever started us has no child to wait for
    lock = os.open(lock_path, os.O_RDWR)
    log = os.open(log_path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    server = os.fork()
    if not server:
        _become_server(log, int(uid), int(gid), list(command))
    os.write(1, b"%d\n" % server)
    os.dup2(log, 1)  # our output's reader waits for its end
    os.dup2(log, 2)
    found_alone = False
    while os.waitpid(server, os.WNOHANG) == (0, 0):
        if not _nobody_left(lock):
            found_alone = False
        elif found_alone:  # twice in a row: whoever leaves in an orderly way stops the server sooner than we do
            os.kill(server, signal.SIGINT)  # PostgreSQL's fast shutdown
            os.waitpid(server, 0)
            return
        else:
            fcntl.flock(lock, fcntl.LOCK_UN)
            found_alone = True
        time.sleep(_LOOK_EVERY_SECONDS)


if __name__ == "__main__":
    main(*sys.argv[1:])
