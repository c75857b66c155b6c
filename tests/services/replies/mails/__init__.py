"""Mails as they come in, all of them to a message of ours with the id `SENT`."""

from pathlib import Path

SENT = "<sent-1@studio.example>"


def stored(name: str) -> bytes:
    """One of the mails beside this file, with the ends of lines which mails have."""
    return (Path(__file__).parent / f"{name}.eml").read_bytes().replace(b"\n", b"\r\n")
