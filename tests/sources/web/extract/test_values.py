"""The forms into which single values are brought."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.web.extract.contact import normal_email, normal_phone
from sources.web.extract.figures import latest_moment, moment, whole_count
from sources.web.extract.text import clean_text


@pytest.mark.parametrize(
    ("raw", "email"),
    [
        ("Ana@Lindmar.EXAMPLE", "Ana@lindmar.example"),
        (" mailto:ana%40lindmar.example?subject=Hi ", "ana@lindmar.example"),
        ("MAILTO:ana@lindmar.example,bruno@lindmar.example", "ana@lindmar.example"),
        ("Ana Silva <ana@lindmar.example>", "ana@lindmar.example"),
        ("ana+port@mail.lindmar.example", "ana+port@mail.lindmar.example"),
        ("ana@bücher.example", "ana@bücher.example"),
        ("ana at lindmar.example", None),
        ("ana@", None),
        ("@lindmar.example", None),
        ("ana@localhost", None),
        ("ana@host.invalid", None),
        ("ana..silva@lindmar.example", None),
        ("x" * 300 + "@lindmar.example", None),
        ("", None),
    ],
)
def test_email_addresses_are_brought_into_one_form(raw: str, email: str | None) -> None:
    assert normal_email(raw) == email


@pytest.mark.parametrize(
    ("raw", "country", "phone"),
    [
        ("+351 22 123 4567", None, "+351221234567"),
        ("tel:+44-(0)113-496-0000", None, "+441134960000"),
        ("22 123 4567", "Portugal", "+351221234567"),
        ("22 123 4567", "PT", "+351221234567"),
        ("(030) 901820", "Deutschland", "+4930901820"),
        ("22 123 4567", None, None),
        ("22 123 4567", "Atlantis", None),
        ("22 123 4567", "United States", None),
        ("call me", "PT", None),
        ("+1", None, None),
        ("", "PT", None),
        ("9" * 500, "PT", None),
    ],
)
def test_phone_numbers_are_read_only_where_they_are_certain(raw: str, country: str | None, phone: str | None) -> None:
    assert normal_phone(raw, country) == phone


@pytest.mark.parametrize(
    ("raw", "count"),
    [
        *[("0", 0), (" 1234 ", 1234), ("1,234", 1234), ("1.234.567", 1234567), ("1 234", 1234), ("12.0", 12)],
        *[("1.2k", 1200), ("3M", 3_000_000), ("12,5k", 12500)],
        *[
            ("1,23", None),
            ("-5", None),
            ("many", None),
            ("", None),
            ("2147483648", None),
            ("9" * 5000, None),
            ("1e9", None),
        ],
    ],
)
def test_counts_are_whole_and_fit_an_integer(raw: str, count: int | None) -> None:
    assert whole_count(raw) == count


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("2024-05-17", datetime(2024, 5, 17, tzinfo=UTC)),
        ("2024-05-17T10:30:00+02:00", datetime(2024, 5, 17, 8, 30, tzinfo=UTC)),
        ("2024-05-17T10:30:00+0200", datetime(2024, 5, 17, 8, 30, tzinfo=UTC)),
        ("2024-05-17 10:30", datetime(2024, 5, 17, 10, 30, tzinfo=UTC)),
        (" 2024-05-17T10:30:00.123Z", datetime(2024, 5, 17, 10, 30, 0, 123000, tzinfo=UTC)),
        ("0001-01-01T00:00:00+14:00", None),
        ("17 May 2024", None),
        ("2024-13-01", None),
        ("", None),
    ],
)
def test_moments_are_aware_and_in_utc(raw: str, expected: datetime | None) -> None:
    assert moment(raw) == expected


def test_nobody_has_been_active_in_the_future() -> None:
    retrieved_at = datetime(2024, 6, 1, tzinfo=UTC)

    assert latest_moment(["2024-05-01", "2024-05-30", "2031-01-01"], retrieved_at) == datetime(2024, 5, 30, tzinfo=UTC)
    assert latest_moment(["2031-01-01", "soon"], retrieved_at) is None


@given(raw=st.text(max_size=300), length=st.integers(1, 50))
def test_cleaned_texts_are_bounded_folded_and_printable(raw: str, length: int) -> None:
    cleaned = clean_text(raw, length)

    assert cleaned is None or (0 < len(cleaned) <= length and cleaned == " ".join(cleaned.split()))
    assert cleaned is None or cleaned.encode()
    assert cleaned is None or "\0" not in cleaned
