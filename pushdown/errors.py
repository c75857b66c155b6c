"""What a request can get wrong in a read."""

from graphql import GraphQLError


class InvalidArgument(GraphQLError):
    """An argument's value that the schema's types cannot refuse: the message names the argument and the remedy.

    Clients recognise it by `extensions.code`, which is `BAD_USER_INPUT`.
    """

    def __init__(self, argument: str, message: str) -> None:
        super().__init__(f"{argument}: {message}", extensions={"code": "BAD_USER_INPUT", "argument": argument})
