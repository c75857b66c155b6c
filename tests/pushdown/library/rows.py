"""The library's rows: ties, unknown values, empty lists, and texts that no quoting may break."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from tests.pushdown.library.tables import Author, Book, Genre, Note, Review

TITLES = (
    "Plain",
    'It\'s "quoted" and `ticked`',
    "Back\\slash \\n \\u0041 $1 {row} %s",
    "Line\nbreak\tand\rreturn",
    "Καλημέρα κόσμε",
    "Zażółć gęślą jaźń",
    "🦉 emoji and \u2028 separators",
    "'; DROP TABLE books; --",
    "",
    "Plain",
    "\u007f\u0001 control",
    "a",
)


async def fill() -> None:
    """Put 4 authors, 24 books, 48 reviews and 6 notes on the shelves."""
    authors = [await _author(number) for number in range(4)]
    for number in range(24):
        author = authors[number % 3]
        book = await Book.create(
            author=author,
            editor=authors[(number + 1) % 3] if number % 2 else None,
            title=TITLES[number % len(TITLES)],
            genre=list(Genre)[number % 3],
            pages=None if number % 4 == 0 else (number * 37) % 5 * 100,
            rating=None if number % 5 == 0 else (number * 7 % 11) / 10,
            published_at=datetime(2020, 1, 1, tzinfo=UTC) + timedelta(days=number // 3, microseconds=number // 6),
            released_on=date(2020, 1, 1) + timedelta(days=number % 5),
            isbn=UUID(int=number * 0x9E3779B97F4A7C15F39CC0605CEDC834 % 2**128),
            in_print=number % 3 > 0,
        )
        for stars in range(number % 5):
            await Review.create(
                book=book, stars=stars % 3, text=None if stars else "Fine.", words=["so", TITLES[number % 12]]
            )
    subjects = [("Book", 1), ("Author", 2), ("Review", 3), ("Note", 1), ("Book", 9_999), ("Publisher", 1)]
    for position, (type_name, key) in enumerate(subjects):
        await Note.create(subject_type=type_name, subject_id=key, text=f"Note {position}", writer_id=position % 3 + 1)


async def _author(number: int) -> Author:
    profile = {
        "motto": TITLES[number],
        "home": [{"city": "Lisboa"}, {"city": None}, None, {}][number],
        "links": [{"label": "Site", "url": "https://a.example/?q='\""}, {"label": "", "url": ""}][:number],
        "colours": [["red", "'"], [], None, ["\u2028"]][number],
    }
    return await Author.create(
        name=["Ada", "Bo", "Ada", "Nobody's"][number],
        born=None if number % 2 else datetime(1980, 2, 28 + number // 2, 23, 59, 59, 999_999, tzinfo=UTC),
        followers=[None, 0, 32_767, -5][number],
        active=number != 1,
        profile=None if number == 1 else profile,
        awards=[{"title": f"Prize {award}", "year": None if award else 1999} for award in range(number)],
        languages=[[], ["pt"], ["'", "el", ""], ["de", "NULL"]][number],
    )
