"""The settings of the pages which the server brings, as variables."""

from pydantic_settings import BaseSettings, SettingsConfigDict
from starlette.routing import Route

from cam_graphql.console import console_routes, read_build


class ConsoleSettings(BaseSettings):
    """`CAM_CONSOLE` and `CAM_GRAPHIQL`."""

    model_config = SettingsConfigDict(use_attribute_docstrings=True)

    console: bool = True
    """Whether the server shows the console, at `/`."""
    graphiql: bool = True
    """Whether it shows GraphiQL, at `/graphiql`."""

    def pages(self) -> list[Route]:
        """Routes to them."""
        return console_routes(read_build(), console=self.console, graphiql=self.graphiql)
