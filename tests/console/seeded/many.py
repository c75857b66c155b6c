"""Many mutations of one kind, a few requests."""

from collections.abc import Sequence
from typing import Any

from tests.end_to_end.client import ApiClient

_AT_ONCE = 20


async def many(api: ApiClient, field: str, inputs: Sequence[dict[str, Any]], answer: str = "") -> list[dict[str, Any]]:
    """Carry out one mutation for each input; their payloads. Raises AssertionError where one is refused."""
    payloads: list[dict[str, Any]] = []
    for start in range(0, len(inputs), _AT_ONCE):
        some = inputs[start : start + _AT_ONCE]
        data = await api.execute(_document(field, some, answer), **{f"i{n}": given for n, given in enumerate(some)})
        payloads += [data[f"a{number}"] for number in range(len(some))]
    refused = [payload["userErrors"] for payload in payloads if payload["userErrors"]]
    assert not refused, f"{field}: {refused}"
    return payloads


async def one(api: ApiClient, field: str, answer: str = "", **given: Any) -> dict[str, Any]:
    """Carry out a mutation; its payload. Raises AssertionError where it is refused."""
    (payload,) = await many(api, field, [given], answer)
    return payload


def _document(field: str, inputs: Sequence[object], answer: str) -> str:
    kind = f"{field[0].upper()}{field[1:]}Input!"
    arguments = ", ".join(f"$i{number}: {kind}" for number in range(len(inputs)))
    calls = " ".join(
        f"a{number}: {field}(input: $i{number}) {{ {answer} userErrors {{ field message }} }}"
        for number in range(len(inputs))
    )
    return f"mutation ({arguments}) {{ {calls} }}"
