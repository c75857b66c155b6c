"""What a request can get wrong in a read."""

from graphql import GraphQLError


class TooComplex(GraphQLError):
    """A root field for which a statement would grow too large to plan in reasonable time.

    Clients recognise it by `extensions.code`, which is `TOO_COMPLEX`.
    """

    def __init__(self, what: str, most: int) -> None:
        message = f"one root field takes at most {most:,} {what}; ask for less at once"
        super().__init__(message, extensions={"code": "TOO_COMPLEX"})


class InvalidArgument(GraphQLError):
    """An argument's value that the schema's types cannot refuse: the message names the argument and the remedy.

    Clients recognise it by `extensions.code`, which is `BAD_USER_INPUT`.
    """

    def __init__(self, argument: str, message: str) -> None:
        super().__init__(f"{argument}: {message}", extensions={"code": "BAD_USER_INPUT", "argument": argument})
