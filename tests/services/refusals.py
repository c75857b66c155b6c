"""What a refused request says."""

from collections.abc import Awaitable

import pytest

from services.errors import DomainError


async def problems_of(request: Awaitable[object]) -> set[tuple[str, str]]:
    """Each problem of a request that is refused, as its path and its code."""
    with pytest.raises(DomainError) as refusal:
        await request
    return {(".".join(problem.path), problem.code) for problem in refusal.value.problems}
