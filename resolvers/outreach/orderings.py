"""What messages can be filtered by, and in which order things of outreach come."""

from typing import Any

import models
import pushdown
import resolvers.enums  # noqa: F401 - describes the enums before they are used


@pushdown.filter_input
class OutreachMessageFilter:
    """Conditions on messages; all that are given hold."""

    status: pushdown.EnumFilter[models.OutreachStatus] | None = pushdown.condition("Where they stand.")
    campaign: pushdown.IDFilter | None = pushdown.condition("The campaign.", field="campaign_id", id_of="Campaign")
    lead: pushdown.IDFilter | None = pushdown.condition("To whom.", field="lead_id", id_of="Lead")


@pushdown.filter_input
class MessageTemplateFilter:
    """Conditions on templates; all that are given hold."""

    channel: pushdown.EnumFilter[models.Channel] | None = pushdown.condition("By what the messages are sent.")


@pushdown.filter_input
class OutreachSequenceFilter:
    """Conditions on sequences; all that are given hold."""

    created_at: pushdown.DateTimeFilter | None = pushdown.condition("When they were made.")


@pushdown.filter_input
class EnrolmentFilter:
    """Conditions on enrolments; all that are given hold."""

    enrolled_at: pushdown.DateTimeFilter | None = pushdown.condition("When the leads were enrolled.")


MESSAGES_NEWEST_FIRST: dict[str, Any] = {"default": pushdown.Ordering("created_at"), "descending": True}
SEQUENCES_NEWEST_FIRST: dict[str, Any] = {"default": pushdown.Ordering("created_at"), "descending": True}
TEMPLATES_BY_NAME: dict[str, Any] = {"default": pushdown.Ordering("name")}
ENROLMENTS_IN_ORDER: dict[str, Any] = {"default": pushdown.Ordering("enrolled_at")}
