"""Replies: what leads answer, each recorded once, with all that follows from it."""

from services.replies.classifying import classify
from services.replies.recording import IncomingReply, RecordedReply, record, record_in

__all__ = ["IncomingReply", "RecordedReply", "classify", "record", "record_in"]
