"""What a request can get wrong in a read."""

from typing import Any

from graphql import GraphQLError, Node


class Refused(GraphQLError):
    """An operation that is not carried out, because of what it asks."""

    def at(self, node: Node | None) -> "Refused":
        """The same error with its place in the document, unless it has one."""
        if self.nodes or node is None:
            return self
        placed: Any = self.__class__.__new__(self.__class__)
        GraphQLError.__init__(placed, self.message, nodes=node, extensions=self.extensions)
        return placed  # type: ignore[no-any-return]


class TooComplex(Refused):
    """An operation for which a statement would grow too large to plan in reasonable time.

    Clients recognise it by `extensions.code`, which is `TOO_COMPLEX`.
    """

    def __init__(self, what: str, most: int) -> None:
        message = f"one operation takes at most {most:,} {what}; ask for less at once"
        super().__init__(message, extensions={"code": "TOO_COMPLEX"})


class InvalidArgument(Refused):
    """An argument's value that the schema's types cannot refuse: the message names the argument and the remedy.

    Clients recognise it by `extensions.code`, which is `BAD_USER_INPUT`.
    """

    def __init__(self, argument: str, message: str) -> None:
        super().__init__(f"{argument}: {message}", extensions={"code": "BAD_USER_INPUT", "argument": argument})
