"""The library's types: one field of every kind the compiler offers."""

from datetime import datetime
from enum import Enum
from typing import Annotated, NewType

import strawberry

import pushdown
from tests.pushdown.library import tables

strawberry.enum(tables.Genre)

Code = NewType("Code", str)
"""Serialised in Python."""

Anything = NewType("Anything", object)
"""Any JSON value, as it is."""


@pushdown.json_object
class Home:
    """Where somebody lives."""

    city: str | None = pushdown.column("The city.")


@pushdown.json_object
class Link:
    """A link."""

    label: str = pushdown.column("Its text.")
    url: str = pushdown.column("Its address.")


@pushdown.json_object
class Profile:
    """What an author says about themself."""

    motto: str | None = pushdown.column("A motto.")
    home: Home | None = pushdown.embedded("Where they live.")
    links: list[Link] = pushdown.embedded_list("Their links.")
    colours: list[str] | None = pushdown.column("The colours they like.")


@pushdown.json_object
class Award:
    """A prize."""

    title: str = pushdown.column("The prize.")
    year: int | None = pushdown.column("When.")
    worth: float | None = pushdown.column("The money that comes with it.")
    shared: bool | None = pushdown.column("Whether others have it, too.")
    genre: tables.Genre | None = pushdown.column("What it is for.")
    number: strawberry.ID | None = pushdown.column("Under which the register has it.")
    given_at: datetime | None = pushdown.column("The moment.")
    votes: list[int] | None = pushdown.column("The votes, round by round.")
    remark: Anything | None = pushdown.column("Whatever else is known.")
    signed: bool | None = pushdown.column("Whether there is a deed.", field="it's signed")


@pushdown.filter_input
class AuthorFilter:
    """Conditions on authors."""

    languages: pushdown.StringListFilter | None = pushdown.condition("The languages.")


@pushdown.filter_input
class BookFilter:
    """Conditions on books."""

    title: pushdown.StringFilter | None = pushdown.condition("The title.")
    genre: pushdown.EnumFilter[tables.Genre] | None = pushdown.condition("The genre.")
    pages: pushdown.IntFilter | None = pushdown.condition("The number of pages.")
    rating: pushdown.FloatFilter | None = pushdown.condition("The rating.")
    published_at: pushdown.DateTimeFilter | None = pushdown.condition("The day.")
    author: pushdown.IDFilter | None = pushdown.condition("The author.", field="author_id", id_of="Author")
    edited: bool | None = pushdown.condition("Whether it has an editor.", sql="{row}.editor_id IS NOT NULL")
    titled: str | None = pushdown.condition("What its title begins with.", matches="starts_with({row}.title, {value})")
    in_print: bool | None = pushdown.condition("Whether it can be bought.")


@pushdown.filter_input
class ReviewFilter:
    """Conditions on reviews."""

    stars: pushdown.IntFilter | None = pushdown.condition("The stars.")


@pushdown.filter_input
class NoteFilter:
    """Conditions on notes."""

    subject: strawberry.ID | None = pushdown.condition("What it is on.", names=("subject_type", "subject_id"))


@strawberry.enum
class BookOrderField(Enum):
    """Orderings of books, over every type of key."""

    ID = pushdown.ordering("id", "The id.")
    TITLE = pushdown.ordering("title", "The title.")
    GENRE = pushdown.ordering("genre", "The genre.")
    PAGES = pushdown.ordering("pages", "The pages, unknown as fewest.", unknown=-1)
    RATING = pushdown.ordering("rating", "The rating, unknown as worst.", unknown=-1)
    PUBLISHED_AT = pushdown.ordering("published_at", "The day.")
    RELEASED_ON = pushdown.ordering("released_on", "The day of release.")
    ISBN = pushdown.ordering("isbn", "The number.")
    IN_PRINT = pushdown.ordering("in_print", "Whether it can be bought.")


@strawberry.input
class BookOrder:
    """An ordering and its direction."""

    field: BookOrderField
    direction: pushdown.OrderDirection = pushdown.OrderDirection.ASC


@strawberry.enum
class ReviewOrderField(Enum):
    """Orderings of reviews."""

    STARS = pushdown.ordering("stars", "The stars.")


@strawberry.input
class ReviewOrder:
    """An ordering and its direction."""

    field: ReviewOrderField
    direction: pushdown.OrderDirection = pushdown.OrderDirection.ASC


@strawberry.interface
class Titled:
    """What has a title."""

    title: str = pushdown.column("The title.")


@pushdown.figures
class Kind:
    """Books of a genre."""

    genre: tables.Genre = pushdown.group_key(tables.Genre, "The genre.")
    count: int = pushdown.aggregate("count(*)", "How many there are.", empty="0")
    longest: int | None = pushdown.aggregate('max({row}."page count")', "The pages of the longest.")
    books = pushdown.group_rows(tables.Book, "The first by title.", default=pushdown.Ordering("title"))


@pushdown.figures
class Shelf:
    """Books in figures."""

    author = pushdown.within(tables.Book, "author", "Whose they are.")
    count: int = pushdown.aggregate("count(*)", "How many there are.", whole="coalesce(sum({}), 0)")
    rating: float | None = pushdown.aggregate("max({row}.rating)", "The best rating.")
    kinds: list[Kind] = pushdown.groups("genre", tables.Genre, "All genres.")


@pushdown.type(tables.Author)
class Author(pushdown.Node):
    """Who writes books."""

    name: str = pushdown.column("The name.")
    born: datetime | None = pushdown.column("The birthday.")
    followers: int | None = pushdown.column("How many follow them.")
    active: bool = pushdown.column("Whether they write still.")
    profile: Profile | None = pushdown.embedded("About themself.")
    awards: list[Award] = pushdown.embedded_list("Their prizes.")
    languages: list[str] = pushdown.column("The languages they write in.")
    shouted: str = pushdown.expression("upper({row}.name)", "The name in capitals.")
    share: float | None = pushdown.expression("1.0 / {row}.followers", "Of one among all; fails where nobody follows.")
    books = pushdown.connection(
        "books", "Their books.", default=pushdown.Ordering("id"), filter=BookFilter, order_by=BookOrder
    )
    edited = pushdown.many("edited", "What they have edited.", order_by="title", limit=3)
    called: str = pushdown.expression("nullif({row}.name, 'Bo')", "The name; NULL for one, though that is not allowed.")
    reach: int | None = pushdown.expression("{row}.followers::bigint * 100000", "A number that can be too large.")
    shelf: Shelf = pushdown.summary("books", "author", "Their books in figures.")

    @strawberry.field
    def greeting(self) -> str:
        """A field resolved in Python."""
        return "Good day"

    @pushdown.resolved("A field resolved in Python, of values which the statement brings along.")
    def initials(name: str, followers: int | None) -> str:  # noqa: N805
        """The first letter, and how many there are to know it."""
        return f"{name[:1]}. ({followers})"


@pushdown.type(tables.Book)
class Book(pushdown.Node, Titled):
    """A book."""

    title: str = pushdown.column("The title.")
    code: Code = pushdown.column("The number, in capitals.", field="isbn")
    genre: tables.Genre = pushdown.column("The genre.")
    length: int | None = pushdown.column("The pages.", field="pages")
    copies: int = pushdown.column("How many there are; its column is called as pages are numbered.")
    rating: float | None = pushdown.column("The rating.")
    published_at: datetime = pushdown.column("When it came out.")
    author = pushdown.one("author", "Who wrote it.")
    editor = pushdown.one("editor", "Who edited it.", nullable=True)
    reviews = pushdown.connection(
        "reviews",
        "What readers say, the most stars first.",
        default=pushdown.Ordering("stars"),
        descending=True,
        filter=ReviewFilter,
        order_by=ReviewOrder,
    )

    @pushdown.resolved("What stands on the back.")
    async def blurb(published_at: str, genre: str, pages: int | None, author_id: int) -> str | None:  # noqa: N805
        """Nothing for a book without pages."""
        return f"{genre} {published_at[:10]} {pages} {author_id}" if pages else None

    @pushdown.resolved("What stands on the front.", letters="length({row}.title)")
    def jacket(title: str, letters: int) -> str:  # noqa: N805
        """A title and a value that SQL computes."""
        return f"{title} ({letters + 0})"


@pushdown.type(tables.Review)
class Review(pushdown.Node):
    """A review."""

    stars: int = pushdown.column("1 to 5.")
    text: str | None = pushdown.column("What it says.")
    words: list[str] = pushdown.column("Its words.")
    book = pushdown.one("book", "The book.")


Subject = Annotated[Author | Book | Review, strawberry.union("Subject")]


@pushdown.type(tables.Note)
class Note(pushdown.Node):
    """A note."""

    subject: pushdown.Node | None = pushdown.any_row(
        "What it is on.", type_field="subject_type", key_field="subject_id"
    )
    about: Subject | None = pushdown.any_row("The same.", type_field="subject_type", key_field="subject_id")
    titled: Titled | None = pushdown.any_row("If it has a title.", type_field="subject_type", key_field="subject_id")
    text: str = pushdown.column("What it says.")
    writer = pushdown.one("writer", "Who wrote it.")
