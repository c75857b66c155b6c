"""The operator's console and GraphiQL: pages which `web/` is built to, and which use the API as anybody does."""

from cam_graphql.console.built import FILES, Build, read_build
from cam_graphql.console.routes import PAGES, console_routes

__all__ = ["FILES", "PAGES", "Build", "console_routes", "read_build"]
