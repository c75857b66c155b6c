"""Who asks in tests which are about something else."""

from models import Role
from services.access.viewer import Viewer

TESTER = Viewer("tester", Role.ADMIN, "local")
