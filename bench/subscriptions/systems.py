"""The systems compared: each one process, which hears of changes from the same PostgreSQL."""

from pathlib import Path

from bench.reads.systems import Commands, in_node, in_python, ours
from bench.reads.workloads import OWN
from bench.rounds import OURS

FOLDER = Path(__file__).parent / "node"
LOOP = "loop"
YOGA = "yoga"

COMMANDS: Commands = {
    OURS: ours,
    LOOP: lambda database: in_python("bench.subscriptions.loop", database),
    YOGA: lambda database: in_node("yoga.js", OWN, database, folder=FOLDER),
}
