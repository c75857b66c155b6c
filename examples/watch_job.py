"""Run the newest discovery job again, and watch it until it ends, over WebSocket (graphql-transport-ws).

`TOKEN` in the environment is an API token, as `cam-graphql token create` tells it.
"""

import asyncio
import json
import os
from typing import Any

import websockets

NEWEST = "{ discoveryJobs(first: 1) { nodes { id } } }"
RUN = "mutation($id: ID!) { runDiscoveryJob(input: {id: $id}) { userErrors { message } } }"
WATCH = """
subscription($id: ID!) {
  discoveryJob(id: $id) {
    sequence
    discoveryJob { status sourceRuns { platform status profilesFound requestsMade } }
  }
}
"""


def line(job: dict[str, Any]) -> str:
    """A job's status, and how far each of its sources is."""
    runs = [
        f"{run['platform']} {run['status']}, {run['profilesFound']} people, {run['requestsMade']} requests"
        for run in job["sourceRuns"]
    ]
    return "  ".join([f"{job['status']:8}", *runs])


async def main() -> None:
    """Ask for the newest job, run it, watch it: three operations over one connection."""
    async with websockets.connect(
        "ws://127.0.0.1:8000/graphql", subprotocols=[websockets.Subprotocol("graphql-transport-ws")]
    ) as socket:

        async def ask(operation: str, query: str, **variables: Any) -> None:
            payload = {"query": query, "variables": variables}
            await socket.send(json.dumps({"id": operation, "type": "subscribe", "payload": payload}))

        credentials = {"authorization": f"Bearer {os.environ['TOKEN']}"}
        await socket.send(json.dumps({"type": "connection_init", "payload": credentials}))
        async for text in socket:
            message = json.loads(text)
            match message.get("id"), message["type"]:
                case None, "connection_ack":
                    await ask("newest", NEWEST)
                case "newest", "next":
                    [job] = message["payload"]["data"]["discoveryJobs"]["nodes"]
                    await ask("run", RUN, id=job["id"])
                case "run", "next":
                    await ask("watch", WATCH, id=job["id"])
                case "watch", "next":
                    update = message["payload"]["data"]["discoveryJob"]
                    print(line(update["discoveryJob"]))
                case "watch", "complete":
                    return
                case _, "error":
                    raise SystemExit(f"The server refuses the operation: {message['payload']}")


if __name__ == "__main__":
    asyncio.run(main())
