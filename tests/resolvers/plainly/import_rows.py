"""Rows of imports: files, what became of each of their rows, and an upload that can be looked into."""

from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any
from uuid import UUID

import models
from tests.resolvers.plainly import odd_pipeline, rubbish
from tests.resolvers.plainly.columns import count, few, key, moment, short, then, unknown, with_json

_SOUND_IMPORTS, _SOUND_ROWS = 15, 60
_ODD_IMPORTS = (
    *(("mapping", text) for text in odd_pipeline.ODD_MAPPINGS),
    *(("options", text) for text in odd_pipeline.ODD_OPTIONS),
)
_IMPORTS = _SOUND_IMPORTS + len(_ODD_IMPORTS)
_ROWS = _SOUND_ROWS + len(odd_pipeline.ODD_PROBLEMS)
ODD_ROWS = {"LeadImport": len(_ODD_IMPORTS), "LeadImportRow": len(odd_pipeline.ODD_PROBLEMS)}

UPLOAD = UUID(int=7)
"""The token of the one file there is."""
_FILE = "Name;E-mail;Shoe size\n\"Ada; 'Countess'\";ada@people.example;\nBo 🦉;;44\n".encode()
PREVIEW: Mapping[str, Any] = {
    "format": "CSV",
    "encoding": "utf-8",
    "delimiter": ";",
    "columns": [
        {"column": "Name", "field": "NAME", "samples": ["Ada; 'Countess'", "Bo 🦉"]},
        {"column": "E-mail", "field": "EMAIL", "samples": ["ada@people.example", ""]},
        {"column": "Shoe size", "field": None, "samples": ["", "44"]},
    ],
}
"""What anybody can see in it."""


async def fill(campaigns: Sequence[models.Campaign], leads: Sequence[models.Lead]) -> None:
    """Write them."""
    upload = await models.Upload.create(
        token=UPLOAD, size=len(_FILE), digest=sha256(_FILE).hexdigest(), actor="tester", created_at=rubbish.MOMENTS[0]
    )
    await models.UploadChunk.create(upload=upload, number=0, content=_FILE)
    imports = [await _import(number, campaigns) for number in range(_IMPORTS)]
    for number in range(_ROWS):
        await _row(number, imports, leads)


async def _import(number: int, campaigns: Sequence[models.Campaign]) -> models.LeadImport:
    odd = number - _SOUND_IMPORTS
    status = list(models.LeadImportStatus)[number % 5]
    created, rejected = number % 4, number % 3
    of_file = await models.LeadImport.create(
        **key(number, _IMPORTS),
        campaign=campaigns[0 if number % 2 else number % 7],
        filename=few(),
        format=list(models.ImportFormat)[number % 3],
        dry_run=number % 4 == 3,
        mapping=odd_pipeline.MAPPINGS[number % 3],
        options=odd_pipeline.OPTIONS[number // 2 % 3],
        status=status,
        rows_total=None if number % 3 else count(),
        rows_read=created + rejected,
        created_count=created,
        rejected_count=rejected,
        error_message=unknown(),
        actor=short(),
        created_at=rubbish.EARLIEST if odd >= 0 else moment(),
        started_at=then(),
        completed_at=None if status in ("PENDING", "RUNNING") else moment(),
    )
    if odd >= 0:
        await with_json(of_file, *_ODD_IMPORTS[odd])
    return of_file


async def _row(number: int, imports: Sequence[models.LeadImport], leads: Sequence[models.Lead]) -> None:
    """Some name leads that are gone."""
    odd = number - _SOUND_ROWS
    row = await models.LeadImportRow.create(
        **key(number, _ROWS, rubbish.KEYS_IN_TIMELINE),
        lead_import=imports[1 if number % 2 else number % 9],
        number=2**31 - 1 - number if number % 7 == 6 else 1 + number,
        outcome=list(models.ImportOutcome)[number % 4],
        lead_id=[leads[number % 11].id, None, leads[4].id, 9_999][number * 3 % 5 % 4],
        problems=odd_pipeline.PROBLEMS[number % len(odd_pipeline.PROBLEMS)],
        at=moment(),
    )
    if odd >= 0:
        await with_json(row, "problems", odd_pipeline.ODD_PROBLEMS[odd])
