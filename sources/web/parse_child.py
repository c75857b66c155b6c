"""The process which parses pages: reads them from its standard input, answers on its standard output.

It imports the parser alone, gives way to every other process, and ends with its parent: the input closes then, and
where the system can, it kills the child even in the middle of a page.
"""

import contextlib
import ctypes
import importlib
import logging
import os
import pickle
import signal
import struct
import sys
import warnings
from collections.abc import Callable
from typing import Any, BinaryIO

import psutil

LENGTH = struct.Struct("!I")
"""Before every message: how many bytes of pickle follow."""
READY = b"+"
"""Written once, when the parser is loaded."""
BEGUN = b"!"
"""Written for each question as soon as it was read: a child which dies before that cost no page."""
_NICENESS = 10
_PR_SET_PDEATHSIG = 1


def serve(parser: str, memory_bytes: int, idle_memory_bytes: int) -> None:
    """Say `READY`; to each question say `BEGUN`, then `(what the parser gives or None, reason or None, leaving)`.

    A question holds the arguments of `parser`, which is `module:function`. Returns when the input ends, or when the
    process keeps more than `idle_memory_bytes` after an answer, which says so by `leaving`.
    """
    _give_way()
    # Whatever a library prints must not end up between two answers.
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    _limit_memory(memory_bytes)
    module, _, function = parser.partition(":")
    parse = getattr(importlib.import_module(module), function)
    process = psutil.Process()
    answers.write(READY)
    answers.flush()
    leaving = False
    while not leaving and (question := _read(sys.stdin.buffer)) is not None:
        answers.write(BEGUN)
        answers.flush()
        parsed, reason = _answer(parse, question)
        leaving = process.memory_info().rss > idle_memory_bytes
        answer = pickle.dumps((parsed, reason, leaving), pickle.HIGHEST_PROTOCOL)
        answers.write(LENGTH.pack(len(answer)))
        answers.write(answer)
        answers.flush()


def _answer(parse: Callable[..., Any], question: bytes) -> tuple[Any, str | None]:
    try:
        return parse(*pickle.loads(question)), None  # the parent wrote it
    except MemoryError:
        return None, "parsing it takes too much memory"
    except RecursionError:
        return None, "it is nested too deeply"
    except Exception as error:
        return None, f"it cannot be parsed ({type(error).__name__})"


def _read(stream: BinaryIO) -> bytes | None:
    header = stream.read(LENGTH.size)
    if len(header) < LENGTH.size:
        return None
    (length,) = LENGTH.unpack(header)
    body = stream.read(length)
    return body if len(body) == length else None


def _give_way() -> None:
    # Ctrl-C reaches the whole process group; when to stop is the parent's to say.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    if hasattr(os, "nice"):
        os.nice(_NICENESS)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def _limit_memory(memory_bytes: int) -> None:
    if sys.platform != "linux":
        return
    import resource  # noqa: PLC0415 - exists on POSIX only

    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_DATA, (memory_bytes, memory_bytes))
