"""Parsing in child processes, so that no page can stall, crash or bloat the process that serves requests.

Children are plain processes behind two pipes, not `multiprocessing`'s: those import the parent's main module, which
here is the whole application. Pools such as loky's fail every waiting page when one child dies.
"""

import asyncio
import contextlib
import pickle
import sys
from asyncio.subprocess import PIPE, Process
from pathlib import Path

from sources.web.links import PromisingLink
from sources.web.page import FetchedPage, ParsedPage
from sources.web.parse_child import BEGUN, LENGTH, READY
from sources.web.settings import WebSourceSettings

PARSER = "sources.web.parsing:parse_and_judge"

Parsed = tuple[ParsedPage, tuple[PromisingLink, ...]]
_ROOT = str(Path(__file__).resolve().parents[2])
_START = (
    "import sys; sys.path.insert(0, sys.argv[1]); from sources.web.parse_child import serve; "
    "serve(sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))"
)
_SECONDS_TO_START = 60.0
_QUEUED_PER_PROCESS = 4
_CHUNK = 64 * 1024
_LONGEST_ANSWER = 8 * 1024 * 1024


class PageNotParsed(Exception):
    """The page made the parser fail, hang, or take too much memory. The message says which."""


class ParserUnavailable(Exception):
    """No child can load the parser: a fault of the installation, not of a page."""


class _DiedWaiting(Exception):
    """The child was gone before it had the question."""


class _Child:
    """One process, and what is known of it."""

    def __init__(self, process: Process) -> None:
        assert process.stdin is not None
        assert process.stdout is not None
        self.process, self.questions, self.answers = process, process.stdin, process.stdout
        self.ready = False
        self.leaving = False
        self.gone = asyncio.Event()

    @property
    def alive(self) -> bool:
        return self.process.returncode is None and not self.leaving and not self.answers.at_eof()

    async def load_parser(self) -> None:
        try:
            async with asyncio.timeout(_SECONDS_TO_START):
                self.ready = self.ready or await self.answers.readexactly(len(READY)) == READY
        except (TimeoutError, EOFError, OSError) as error:
            raise ParserUnavailable("the process which parses pages does not start") from error

    async def ask(self, *question_parts: object) -> tuple[Parsed | None, str | None]:
        question = pickle.dumps(question_parts, pickle.HIGHEST_PROTOCOL)
        try:
            self.questions.writelines((LENGTH.pack(len(question)), question))
            await self.questions.drain()
            await self.answers.readexactly(len(BEGUN))
        except (EOFError, OSError) as error:
            raise _DiedWaiting from error
        (length,) = LENGTH.unpack(await self.answers.readexactly(LENGTH.size))
        if length > _LONGEST_ANSWER:
            raise PageNotParsed("it says more than can be taken in")
        parsed, reason, self.leaving = pickle.loads(await self.answers.readexactly(length))
        return parsed, reason

    def kill(self) -> None:
        if self.process.returncode is None:
            self.process.kill()

    async def see_off(self) -> None:
        """Wait until the killed process and its pipes are gone. Nobody else may be reading its answers."""
        self.questions.close()
        # The exit is not noticed before the pipes' ends, nor those before what is left in them was read.
        with contextlib.suppress(OSError):
            while await self.answers.read(_CHUNK):
                pass
        await self.process.wait()
        self.gone.set()


class ParsePool:
    """At most `parse_processes` children, started when needed, stopped when idle. Belongs to one event loop."""

    def __init__(self, settings: WebSourceSettings, parser: str = PARSER) -> None:
        self._settings = settings
        self._parser = parser
        self._permits = asyncio.Semaphore(settings.parse_processes)
        self._idle: list[_Child] = []
        self._busy: set[_Child] = set()
        self._ending: set[asyncio.Task[None]] = set()
        self._idle_timer: asyncio.TimerHandle | None = None
        self.queue = asyncio.Semaphore(settings.parse_processes * _QUEUED_PER_PROCESS)
        """Places for pages that wait or are parsed. A fetched page takes one before its request counts as done."""

    @property
    def child_pids(self) -> frozenset[int]:
        """The processes running now."""
        return frozenset(child.process.pid for child in (*self._idle, *self._busy))

    async def warm_up(self) -> None:
        """Start a child if there is none, so that it loads the parser while the first page is fetched."""
        if self._idle or self._permits.locked():
            return
        async with self._permits:
            if not self._idle:
                self._idle.append(await self._start())
                self._stop_when_idle()

    async def parse(self, page: FetchedPage, *, worth: float, is_seed: bool) -> Parsed:
        """Have a child do `parsing.parse_and_judge`. Cancelling kills that child.

        Raises `PageNotParsed` and `ParserUnavailable`.
        """
        async with self._permits:
            while (answer := await self._ask(page, self._settings.product_token, worth, is_seed)) is None:
                pass
        parsed, reason = answer
        if parsed is None:
            raise PageNotParsed(reason or "it cannot be parsed")
        return parsed

    async def close(self) -> None:
        """Stop all children and wait until they are gone. The pool starts new ones if it is used again."""
        if self._idle_timer is not None:
            self._idle_timer.cancel()
        children = (*self._idle, *self._busy)
        self._stop_idle()
        for child in self._busy:
            child.kill()  # whoever waits for its answer notices
        await asyncio.gather(*self._ending, *(child.gone.wait() for child in children))

    async def _ask(self, *question_parts: object) -> tuple[Parsed | None, str | None] | None:
        """What a child answers, or None where an idle one had died without anybody noticing yet."""
        child = await self._take()
        was_idle = child.ready
        try:
            await child.load_parser()
            async with asyncio.timeout(self._settings.parse_seconds):
                answer = await child.ask(*question_parts)
        except TimeoutError as error:
            self._end(child)
            raise PageNotParsed(f"parsing it takes longer than {self._settings.parse_seconds:g} s") from error
        except (_DiedWaiting, EOFError, OSError, pickle.UnpicklingError) as error:
            self._end(child)
            if was_idle and isinstance(error, _DiedWaiting):
                return None
            raise PageNotParsed("the process which parsed it died") from error
        except BaseException:
            self._end(child)
            raise
        finally:
            self._busy.discard(child)
            self._stop_when_idle()
        if child.alive:
            self._idle.append(child)
        else:
            self._end(child)
        return answer

    async def _take(self) -> _Child:
        while self._idle:
            child = self._idle.pop()
            if child.alive:
                break
            self._end(child)
        else:
            child = await self._start()
        self._busy.add(child)
        return child

    async def _start(self) -> _Child:
        bounds = (str(self._settings.parse_memory_bytes), str(self._settings.parse_idle_memory_bytes))
        command = (sys.executable, "-P", "-c", _START, _ROOT, self._parser, *bounds)
        return _Child(await asyncio.create_subprocess_exec(*command, stdin=PIPE, stdout=PIPE))

    def _stop_when_idle(self) -> None:
        if self._idle_timer is not None:
            self._idle_timer.cancel()
        self._idle_timer = asyncio.get_running_loop().call_later(self._settings.parse_idle_seconds, self._stop_idle)

    def _stop_idle(self) -> None:
        for child in self._idle:
            self._end(child)
        self._idle.clear()

    def _end(self, child: _Child) -> None:
        """Kill the child; a task of its own sees it off, so that nobody has to wait for that."""
        child.kill()
        ending = asyncio.create_task(child.see_off())
        self._ending.add(ending)
        ending.add_done_callback(self._ending.discard)
