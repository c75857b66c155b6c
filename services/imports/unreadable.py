"""What ends an import before it changes anything."""


class Unreadable(Exception):
    """A file cannot be read as what it is said, or seems, to be. The message says why and how to mend it."""
