"""The console and GraphiQL as people meet them: in a real browser, on a real server."""
