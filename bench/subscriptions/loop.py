"""The limit: a bare websocket loop with the same messages. `python -m bench.subscriptions.loop URL POOL`.

A change is encoded once, and sent to whoever subscribed. Documents are never looked at, and nothing is checked.
"""

import asyncio
import json
import signal
import sys

import asyncpg
import orjson
import uvloop
from websockets.asyncio.server import ServerConnection, broadcast, serve
from websockets.typing import Subprotocol

from bench.subscriptions.changes import CHANNEL
from cam_graphql.database import connection_arguments


async def _run(url: str) -> None:
    subscribed: set[ServerConnection] = set()
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)

    async def talk(socket: ServerConnection) -> None:
        try:
            async for message in socket:
                if orjson.loads(message)["type"] == "connection_init":
                    await socket.send('{"type":"connection_ack"}')
                else:
                    subscribed.add(socket)
        finally:
            subscribed.discard(socket)

    def tell(*notified: object) -> None:
        broadcast(subscribed, '{"id":"1","type":"next","payload":{"data":{"activity":%s}}}' % notified[-1])

    listening = await asyncpg.connect(**connection_arguments(url))
    await listening.add_listener(CHANNEL, tell)
    protocols = [Subprotocol("graphql-transport-ws")]
    async with serve(talk, "127.0.0.1", 0, subprotocols=protocols, compression=None) as server:
        print(json.dumps({"port": next(iter(server.sockets)).getsockname()[1]}), flush=True)
        await stop.wait()
    await listening.close()


if __name__ == "__main__":
    uvloop.run(_run(sys.argv[1]))
