"""Reading appointments."""

import strawberry

import models
import pushdown
from models import Role
from resolvers.access.requiring import requires
from resolvers.appointments.orderings import APPOINTMENTS_FIRST_TO_COME, AppointmentFilter


@requires(Role.VIEWER)
@strawberry.type
class AppointmentQueries:
    """Fields of `Query`."""

    appointment = pushdown.row(models.Appointment, "The appointment with this id; null where there is none.")
    appointments = pushdown.rows(
        models.Appointment,
        "All appointments, in the order in which they begin.",
        filter=AppointmentFilter,
        **APPOINTMENTS_FIRST_TO_COME,
    )
