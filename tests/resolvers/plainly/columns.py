"""What rows are made of: for each column its values in turn, keys of all sizes, and JSON as it is written."""

from collections.abc import Callable, Iterable, Sequence
from itertools import cycle
from typing import Any, TypeVar

from tortoise import Tortoise
from tortoise.models import Model

from tests.resolvers.plainly import rubbish

T = TypeVar("T")
M = TypeVar("M", bound=Model)


def cycled(values: Iterable[T]) -> Callable[[], T]:
    """Each value in turn. Columns have values of different numbers, so that their combinations vary."""
    return cycle(values).__next__


def key(position: int, among: int, keys: Sequence[int] = rubbish.KEYS) -> dict[str, Any]:
    """Large keys for the last rows; the others count from 1."""
    large = position - among + len(keys)
    return {"id": keys[large]} if large >= 0 else {"id": position + 1}


short = cycled(rubbish.SHORT_TEXTS)
text = cycled(rubbish.LONG_TEXTS)
unknown = cycled((None, *rubbish.LONG_TEXTS, None))
few = cycled((None, *rubbish.SHORT_TEXTS))
website = cycled((None, *rubbish.URLS))
moment = cycled(rubbish.MOMENTS)
then = cycled((None, *rubbish.MOMENTS, None))
count = cycled(rubbish.COUNTS)


async def with_json(row: M, column: str, written: str) -> M:
    """The row with any JSON in a column, as it is written. Tortoise takes texts in JSON for JSON themselves."""
    statement = f'UPDATE "{row._meta.db_table}" SET "{column}" = $1::text::jsonb WHERE id = $2'
    await Tortoise.get_connection("default").execute_query(statement, [written, row.pk])
    return row


async def scatter(table: str) -> None:
    """Store some rows behind others with larger keys, for rows often come in the order in which they are stored."""
    await Tortoise.get_connection("default").execute_query(f'UPDATE "{table}" SET id = id WHERE id % 3 = 1')
