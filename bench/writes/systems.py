"""The systems compared by single writes, over one database."""

from dataclasses import replace

from bench.reads.systems import Commands, in_node, in_python, ours
from bench.rounds import OURS
from bench.writes.workloads import OWN, POSTGRAPHILE

LIMIT = "limit"
GENERATED = "postgraphile"

COMMANDS: Commands = {
    OURS: lambda database: replace(ours(database), dialect=OWN),
    LIMIT: lambda database: replace(in_python("bench.writes.limit", database), dialect=OWN),
    GENERATED: lambda database: in_node("postgraphile.js", POSTGRAPHILE, database, "writing"),
}
