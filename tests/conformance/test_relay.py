"""Relay's compiler, over the committed schema: its ids, its connections, its pages."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import httpx
import pytest
from graphql import build_schema, parse, validate

from tests.conformance.node_scripts import FOLDER, install
from tests.end_to_end.client import AUTHORIZATION

_SDL = Path(__file__).parents[2] / "schema.graphql"


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the compiler has written what an application sends."""
    install()
    folder = tmp_path_factory.mktemp("relay")
    shutil.copytree(FOLDER / "relay", folder / "src")
    shutil.copy(_SDL, folder / "schema.graphql")
    settings = {"src": "./src", "language": "javascript", "schema": "./schema.graphql"}
    (folder / "relay.config.json").write_text(json.dumps(settings))
    compiler = FOLDER / "node_modules" / ".bin" / "relay-compiler"
    done = subprocess.run(
        [compiler, "relay.config.json"], cwd=folder, capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "src" / "__generated__"


def _texts(folder: Path) -> dict[str, str]:
    """What is sent, by the operation's name."""
    found = {}
    for file in sorted(folder.glob("*.graphql.js")):
        text = re.search(r'"text": ("(?:[^"\\]|\\.)*")', file.read_text())
        if text is not None:
            found[file.name.removesuffix(".graphql.js")] = json.loads(text[1])
    return found


async def test_relays_compiler_takes_the_schema_and_the_server_what_it_makes_of_it(
    compiled: Path, endpoint: str
) -> None:
    texts = _texts(compiled)
    assert set(texts) == {"LeadsMoveMutation", "LeadsPaginationQuery", "LeadsQuery", "LeadsSubscription"}
    schema = build_schema(_SDL.read_text())
    for name, text in texts.items():
        assert validate(schema, parse(text)) == [], name
    async with httpx.AsyncClient(headers=AUTHORIZATION, timeout=30) as http:
        asked = {"query": texts["LeadsQuery"], "variables": {"id": "TGVhZDox"}}
        answer = (await http.post(endpoint, json=asked)).json()
        assert answer["data"] == {
            "leads": {"edges": [], "pageInfo": {"endCursor": None, "hasNextPage": False}},
            "node": None,
        }
        page = {"query": texts["LeadsPaginationQuery"], "variables": {"first": 5, "after": None}}
        assert (await http.post(endpoint, json=page)).json()["data"]["leads"]["edges"] == []
