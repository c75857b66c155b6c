"""Replies: what leads answer, each recorded once, with all that follows from it."""

from services.replies.classifying import classify
from services.replies.noting import ReplyDraft, note_reply
from services.replies.recording import IncomingReply, RecordedReply, record, record_in

__all__ = ["IncomingReply", "RecordedReply", "ReplyDraft", "classify", "note_reply", "record", "record_in"]
