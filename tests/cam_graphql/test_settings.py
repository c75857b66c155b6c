from dataclasses import fields
from datetime import timedelta
from pathlib import Path

import pytest

from cam_graphql.fetch_settings import fetch_setting
from cam_graphql.settings import Settings, SettingsInvalid, load_settings, setting_rows, variable_of
from cam_graphql.worker import WorkerSettings
from services.appointments.rules import AppointmentRules
from services.discovery import CriteriaLimits, RunLimits
from services.outreach.outbox import DEFAULT_PACE, Security
from sources.web.settings import WebSourceSettings


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(variable_of(name), raising=False)


def test_without_any_variable_every_floor_gets_its_own_defaults() -> None:
    settings = load_settings()
    assert settings.web_source() == WebSourceSettings()
    assert settings.worker() == WorkerSettings()
    assert settings.criteria_limits() == CriteriaLimits()
    assert settings.run_limits() == RunLimits()
    assert settings.appointment_rules() == AppointmentRules()
    assert settings.pace() == DEFAULT_PACE


@pytest.mark.parametrize("name", [field.name for field in fields(WebSourceSettings)])
def test_every_bound_of_the_web_source_is_a_setting(name: str) -> None:
    assert fetch_setting(name) in Settings.model_fields


def test_variables_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAM_PORT", "9000")
    monkeypatch.setenv("CAM_FETCH_ALLOW_HOSTS", "intranet.test, 127.0.0.1:8010,")
    monkeypatch.setenv("CAM_FETCH_BYTES_PER_PAGE", "3MiB")
    settings = load_settings()
    assert settings.port == 9000
    assert settings.web_source().allow_hosts == {"intranet.test", "127.0.0.1:8010"}
    assert settings.web_source().bytes_per_page == 3 * 1024 * 1024


def test_hosts_begin_with_the_hours_that_are_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAM_APPOINTMENT_TIME_ZONE", "europe/lisbon")
    monkeypatch.setenv("CAM_APPOINTMENT_DAYS", "tuesday, SUNDAY")
    monkeypatch.setenv("CAM_APPOINTMENT_HOURS", "14:00-18:00,09:00-12:30")
    monkeypatch.setenv("CAM_APPOINTMENT_HOLD", "90")
    rules = load_settings().appointment_rules()
    assert rules.time_zone == "Europe/Lisbon"
    assert rules.hold == timedelta(seconds=90)
    spans = [{"start": "09:00", "end": "12:30"}, {"start": "14:00", "end": "18:00"}]
    assert {day: hours for day, hours in rules.working_hours.items() if hours} == {"TUESDAY": spans, "SUNDAY": spans}


def test_an_empty_variable_is_one_that_is_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAM_DATABASE_URL", "")
    assert load_settings().database_url is None


def test_the_command_line_goes_before_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAM_PORT", "9000")
    assert load_settings(port=9001, host=None).port == 9001


def test_a_data_directory_is_made_absolute(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("CAM_DATA_DIR", "~/cam")
    assert load_settings().data_dir == tmp_path / "cam"


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("CAM_PORT", "99999"),
        ("CAM_PORT", "http"),
        ("CAM_LOG_LEVEL", "loud"),
        ("CAM_WORKER_CONCURRENCY", "1"),
        ("CAM_DATABASE_URL", "mysql://localhost/cam"),
        ("CAM_DATABASE_URL", "postgres://localhost:port/cam"),
        ("CAM_APPOINTMENT_TIME_ZONE", "Factory"),
        ("CAM_APPOINTMENT_DAYS", "MONDAY,NEVER"),
        ("CAM_APPOINTMENT_HOURS", "9-17"),
        ("CAM_APPOINTMENT_HOURS", "17:00-09:00"),
        ("CAM_APPOINTMENT_HOLD", "inf"),
        ("CAM_FETCH_ALLOW_PORTS", "80,x"),
        ("CAM_FETCH_ALLOW_HOSTS", "http://intranet.test/"),
        ("CAM_FETCH_USER_AGENT", "123"),
        ("CAM_FETCH_ROBOTS_BYTES", "10KiB"),
    ],
)
def test_a_value_that_cannot_be_used_is_refused_by_name(
    monkeypatch: pytest.MonkeyPatch, variable: str, value: str
) -> None:
    monkeypatch.setenv(variable, value)
    with pytest.raises(SettingsInvalid, match=f"^{variable} cannot be used: "):
        load_settings()


def test_all_wrong_values_are_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAM_PORT", "-1")
    monkeypatch.setenv("CAM_LOG_FORMAT", "xml")
    with pytest.raises(SettingsInvalid, match=r"CAM_PORT(.|\n)*CAM_LOG_FORMAT"):
        load_settings()


def test_a_refusal_does_not_tell_the_password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAM_DATABASE_URL", "mysql://cam:swordfish@localhost/cam")
    with pytest.raises(SettingsInvalid) as refusal:
        load_settings()
    assert "swordfish" not in str(refusal.value)


def test_the_rows_tell_value_source_and_meaning_of_every_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAM_FETCH_DEPTH", "2")
    rows = {row.variable: row for row in setting_rows(load_settings(port=9001))}
    assert set(rows) == {variable_of(name) for name in Settings.model_fields}
    assert all(row.meaning.endswith(".") for row in rows.values())
    assert (rows["CAM_FETCH_DEPTH"].value, rows["CAM_FETCH_DEPTH"].source) == ("2", "environment")
    assert (rows["CAM_PORT"].value, rows["CAM_PORT"].source) == ("9001", "command line")
    assert (rows["CAM_HOST"].value, rows["CAM_HOST"].source) == ("127.0.0.1", "default")


def test_the_rows_mask_the_password() -> None:
    rows = setting_rows(load_settings(database_url="postgres://cam:sword/f:i@sh@localhost/cam".replace("/f", "%2Ff")))
    shown = next(row.value for row in rows if row.variable == "CAM_DATABASE_URL")
    assert shown == "postgres://cam:***@localhost/cam"


LIVE = {
    "CAM_OUTREACH_LIVE": "1",
    "CAM_SMTP_URL": "smtps://jo:s3%40cret@mail.studio.example",
    "CAM_OUTREACH_FROM_ADDRESS": "jo@studio.example",
    "CAM_POSTAL_ADDRESS": "Hauptstr. 1, 10115 Berlin",
    "CAM_PUBLIC_URL": "https://studio.example/",
}


@pytest.mark.parametrize("missing", [name for name in LIVE if name != "CAM_OUTREACH_LIVE"])
def test_live_sending_is_refused_without_what_the_law_and_the_mail_need(
    monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    for name, value in LIVE.items():
        monkeypatch.setenv(name, value if name != missing else " ")
    with pytest.raises(SettingsInvalid, match=missing):
        load_settings()


def test_live_sending_has_its_server_and_shows_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    assert load_settings().mail() is None
    for name, value in LIVE.items():
        monkeypatch.setenv(name, value)
    settings = load_settings()
    mail = settings.mail()
    assert mail is not None
    assert (mail.smtp.host, mail.smtp.port, mail.smtp.security) == ("mail.studio.example", 465, Security.TLS)
    assert (mail.smtp.username, mail.smtp.password) == ("jo", "s3@cret")
    assert mail.public_url == "https://studio.example"
    assert settings.public_host() == "studio.example"
    shown = {row.variable: row.value for row in setting_rows(settings)}
    assert shown["CAM_SMTP_URL"] == "smtps://jo:***@mail.studio.example"
    assert not [value for value in (*shown.values(), repr(settings), repr(mail)) if "s3" in value]


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("CAM_SMTP_URL", "http://mail.example"),
        ("CAM_SMTP_URL", "smtp://"),
        ("CAM_SMTP_URL", "smtp://mail.example:99999"),
        ("CAM_SMTP_URL", "smtp://jo@mail.example"),
        ("CAM_SMTP_URL", "smtp+plain://jo:secret@mail.example"),
        ("CAM_PUBLIC_URL", "http://studio.example"),
        ("CAM_PUBLIC_URL", "studio.example"),
        ("CAM_PUBLIC_URL", "https://studio.example/?a=b"),
        ("CAM_OUTREACH_FROM_ADDRESS", "jo"),
        ("CAM_OUTREACH_FROM_ADDRESS", "jo@studio.example\nBcc: x@y.example"),
    ],
)
def test_what_outreach_cannot_be_done_with_is_refused(
    monkeypatch: pytest.MonkeyPatch, variable: str, value: str
) -> None:
    monkeypatch.setenv(variable, value)
    with pytest.raises(SettingsInvalid, match=variable):
        load_settings()
