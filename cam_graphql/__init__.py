"""Client acquisition, done ethically: discovery, pipeline and safe outreach as one GraphQL API."""

import sys
from pathlib import Path

# An installed wheel carries the floors below (`services`, `models`, …) in here; a checkout has them beside us.
_BUNDLE = Path(__file__).parent / "_bundle"
if _BUNDLE.is_dir() and str(_BUNDLE) not in sys.path:
    sys.path.insert(0, str(_BUNDLE))

CONTENT_ROOT = _BUNDLE if _BUNDLE.is_dir() else Path(__file__).parent.parent
"""The folder that holds `migrations/` and `examples/`."""
