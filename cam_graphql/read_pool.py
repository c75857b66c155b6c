"""Connections for reads. asyncpg's own pool spends a third of a point read on handing a connection out and back.

It resets, shields and times what a connection went through; a read is one statement outside any transaction, and leaves
nothing behind. So here a connection is taken from a list and put back, and one that was interrupted is not used again:
its statement is ended in PostgreSQL, which else would go on with what nobody waits for.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress

import asyncpg

from services.unreachable import NO_ANSWER

Connect = Callable[[], Awaitable[asyncpg.Connection]]

_LOST = (
    asyncpg.PostgresConnectionError,
    asyncpg.AdminShutdownError,
    asyncpg.CrashShutdownError,
    asyncpg.InterfaceError,
    asyncpg.InternalClientError,  # a connection that PostgreSQL is just closing
    ConnectionError,
)
"""The connection is gone, or the server is: whatever was asked can be asked again, since it was only read."""

_CONNECT_SECONDS = 5.0
"""How long opening a connection may take. A server that is there takes milliseconds."""
_END_SECONDS = 2.0
"""How long PostgreSQL has for ending a statement. Its connection is cut then, and its place given to another.

It overhears a request that comes just before the statement begins. Then it ends it for the cut connection, where
`client_connection_check_interval` has it look after those.
"""
_MOST_WAITING = 2_000
"""Reads that wait for a connection at most: enough for what requests and sockets may have under way by default."""


class ReadPool:
    """At most `size` connections, opened when they are needed; whoever finds all of them busy waits in turn.

    `connect_seconds` bounds opening one, and `most_waiting` how many wait.
    """

    def __init__(
        self,
        connect: Connect,
        size: int,
        *,
        connect_seconds: float = _CONNECT_SECONDS,
        most_waiting: int = _MOST_WAITING,
    ) -> None:
        self._connect = connect
        self._connect_seconds = connect_seconds
        self._most_waiting = most_waiting
        self._size = self._places = size
        self._idle: list[asyncpg.Connection] = []
        self._waiting: deque[asyncio.Future[asyncpg.Connection | None]] = deque()
        self._ending: set[asyncio.Task[None]] = set()

    @property
    def idle(self) -> int:
        """Connections that are open, and nobody's."""
        return len(self._idle)

    @property
    def busy(self) -> int:
        """Connections that are in use, or being opened or ended."""
        return self._size - self._places - len(self._idle)

    @property
    def awaited(self) -> int:
        """Reads that wait for a connection."""
        return len(self._waiting)

    async def fetch(self, sql: str, arguments: Sequence[object]) -> str:
        """The one value that the statement gives. A statement whose connection turns out to be lost is sent again.

        Raises TimeoutError where no connection comes about in time, and TooManyConnectionsError where too many reads
        wait for one already.
        """
        connection = self._idle.pop() if self._idle else await self._next()
        try:
            value = await connection.fetchval(sql, *arguments)
        except asyncpg.PostgresError as error:
            if isinstance(error, _LOST):
                return await self._again(connection, sql, arguments)
            self._put_back(connection)
            raise
        except _LOST:
            return await self._again(connection, sql, arguments)
        except BaseException:
            self._give_up(connection)
            raise
        self._put_back(connection)
        return str(value)

    async def close(self) -> None:
        """Close the connections that nobody uses, or not any more."""
        if self._ending:
            await asyncio.wait(self._ending)
        while self._idle:
            await self._idle.pop().close()

    async def _next(self) -> asyncpg.Connection:
        if not self._places:
            if len(self._waiting) >= self._most_waiting:
                raise asyncpg.TooManyConnectionsError("as many reads wait for a connection as may")
            turn = asyncio.get_running_loop().create_future()
            self._waiting.append(turn)
            try:
                handed = await turn
            except asyncio.CancelledError:
                if turn.done() and not turn.cancelled():
                    self._pass_on(turn.result())
                else:
                    self._waiting.remove(turn)
                raise
            return handed or await self._open()
        self._places -= 1
        return await self._open()

    async def _open(self) -> asyncpg.Connection:
        try:
            async with asyncio.timeout(self._connect_seconds):
                return await self._connect()
        except BaseException:
            self._pass_on(None)
            raise

    def _put_back(self, connection: asyncpg.Connection) -> None:
        self._pass_on(None if connection.is_closed() else connection)

    def _give_up(self, connection: asyncpg.Connection) -> None:
        """Have the connection ended, and pass its place on once that is done.

        asyncpg asks for a statement to be cancelled from a task of its own, over another connection. One that is
        terminated at once has no number left to ask with.
        """
        task = asyncio.get_running_loop().create_task(self._end(connection))
        self._ending.add(task)
        task.add_done_callback(self._ending.discard)

    async def _end(self, connection: asyncpg.Connection) -> None:
        try:
            with suppress(*NO_ANSWER):
                await connection.close(timeout=_END_SECONDS)
        finally:
            connection.terminate()
            self._pass_on(None)

    def _pass_on(self, connection: asyncpg.Connection | None) -> None:
        """Give the connection, or a place for a new one, to whoever waits longest."""
        while self._waiting:
            turn = self._waiting.popleft()
            if not turn.done():
                turn.set_result(connection)
                return
        if connection is None:
            self._places += 1
        else:
            self._idle.append(connection)

    async def _again(self, connection: asyncpg.Connection, sql: str, arguments: Sequence[object]) -> str:
        connection.terminate()
        fresh = await self._open()
        try:
            value = await fresh.fetchval(sql, *arguments)
        except BaseException:
            self._give_up(fresh)
            raise
        self._put_back(fresh)
        return str(value)


class Reads:
    """Two pools, since PostgreSQL decides by connection how it plans.

    A page by an ordering is planned once for all values. Where rows are filtered, the best way to them depends on how
    many there are with the value asked for: by one plan for all, 50,000 rows were read to show 20. Such statements are
    planned anew each time, which costs them half a millisecond.
    """

    def __init__(self, settled: ReadPool, by_value: ReadPool) -> None:
        self._settled = settled
        self._by_value = by_value

    @property
    def pools(self) -> Mapping[str, ReadPool]:
        """Both, by what they are called."""
        return {"reads": self._settled, "reads by value": self._by_value}

    async def fetch(self, sql: str, arguments: Sequence[object], by_value: bool) -> str:
        """The one value that the statement gives."""
        return await (self._by_value if by_value else self._settled).fetch(sql, arguments)

    async def close(self) -> None:
        """Close the connections that nobody uses."""
        await self._settled.close()
        await self._by_value.close()
