"""What aerich's command line is told by `[tool.aerich]`; it takes no argument for the database."""

import os

from cam_graphql.database import tortoise_config

TORTOISE_ORM = tortoise_config(os.environ.get("CAM_DATABASE_URL", "postgres://localhost/cam"))
