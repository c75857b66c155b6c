import json
import logging
from collections.abc import Iterator

import pytest
import structlog

from cam_graphql.settings import load_settings
from cam_graphql.structured_logs import configure_logs


@pytest.fixture(autouse=True)
def logging_as_before() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers, root.level
    yield
    root.handlers, root.level = handlers, level
    logging.captureWarnings(capture=False)
    structlog.reset_defaults()


def _logged(capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    (line,) = capsys.readouterr().err.splitlines()
    event = json.loads(line)
    assert isinstance(event, dict)
    return event


def test_a_librarys_event_is_one_json_object_with_the_request_id(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logs(load_settings(log_format="json"))
    with structlog.contextvars.bound_contextvars(request_id="r1"):
        logging.getLogger("somebody.elses").info("served %s", "/graphql", extra={"status": 200})
    event = _logged(capsys)
    assert event["message"] == "served /graphql"
    assert (event["request_id"], event["status"], event["level"]) == ("r1", 200, "info")
    assert str(event["timestamp"]).endswith("Z")


def test_our_own_event_looks_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logs(load_settings(log_format="json"))
    structlog.get_logger("ours").warning("waiting", seconds=3)
    event = _logged(capsys)
    assert (event["message"], event["seconds"], event["logger"]) == ("waiting", 3, "ours")


def test_a_traceback_stays_on_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logs(load_settings(log_format="json"))
    try:
        raise ValueError("broken")
    except ValueError:
        logging.getLogger("ours").exception("fault")
    assert "ValueError: broken" in str(_logged(capsys)["exception"])


def test_secrets_are_masked(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logs(load_settings(log_format="json"))
    try:
        raise ValueError("cannot reach postgres://cam:swordfish@localhost/cam")
    except ValueError:
        logging.getLogger("ours").exception(
            "connecting to postgres://cam:swordfish@localhost/cam", extra={"api_key": "swordfish", "user": "cam"}
        )
    written = capsys.readouterr().err
    assert "swordfish" not in written
    assert "postgres://cam:***@localhost/cam" in written


def test_quiet_leaves_warnings(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logs(load_settings(log_format="json"), quiet=True)
    logging.getLogger("ours").info("not this")
    logging.getLogger("ours").warning("but this")
    assert _logged(capsys)["message"] == "but this"


def test_statements_with_peoples_data_are_not_logged_even_at_debug(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logs(load_settings(log_format="json", log_level="debug"))
    logging.getLogger("tortoise.db_client").debug("SELECT … %s", "someone@people.example")
    logging.getLogger("ours").debug("this is ours")
    assert _logged(capsys)["message"] == "this is ours"


def test_a_console_line_is_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logs(load_settings(log_format="console"))
    logging.getLogger("ours").info("serving", extra={"url": "http://127.0.0.1:8000"})
    written = capsys.readouterr().err
    assert "serving" in written
    assert "url=http://127.0.0.1:8000" in written
