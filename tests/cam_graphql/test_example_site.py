import socket
from pathlib import Path

import aiohttp
import pytest

from cam_graphql.example_site import example_site


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "team").mkdir()
    (tmp_path / "index.html").write_text("<p>Grüße</p>", encoding="utf-8")
    (tmp_path / "team" / "index.html").write_text("<p>team</p>")
    (tmp_path / "team" / "ana.vcf").write_text("BEGIN:VCARD\r\nEND:VCARD\r\n")
    (tmp_path / "404.html").write_text("<p>nothing here</p>")
    (tmp_path / "robots.txt").write_text("User-agent: *\n")
    return tmp_path


@pytest.mark.parametrize(
    ("path", "status", "content_type", "text"),
    [
        ("/", 200, "text/html; charset=utf-8", "Grüße"),
        ("/team/", 200, "text/html; charset=utf-8", "team"),
        ("/team/ana.vcf", 200, "text/vcard; charset=utf-8", "BEGIN:VCARD"),
        ("/robots.txt", 200, "text/plain; charset=utf-8", "User-agent"),
        ("/missing.html", 404, "text/html; charset=utf-8", "nothing here"),
        ("/../../etc/passwd", 404, "text/html; charset=utf-8", "nothing here"),
    ],
)
async def test_files_are_served_as_a_web_server_would(
    site: Path, path: str, status: int, content_type: str, text: str
) -> None:
    async with example_site(0, site) as url, aiohttp.ClientSession() as client, client.get(url + path) as answer:
        assert answer.status == status
        assert answer.headers["content-type"] == content_type
        assert text in await answer.text()


async def test_a_port_in_use_is_no_obstacle(site: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        async with example_site(other.getsockname()[1], site) as url, aiohttp.ClientSession() as client:
            assert (await client.get(url)).status == 200


async def test_the_site_is_gone_afterwards(site: Path) -> None:
    async with example_site(0, site) as url:
        pass
    async with aiohttp.ClientSession() as client:
        with pytest.raises(aiohttp.ClientConnectorError):
            await client.get(url)
