"""How many examples a test of generated operations tries."""

from hypothesis import HealthCheck, settings


def examples(usually: int) -> settings:
    """So many, and always the same; by `make fuzz`, others and as many as are asked for."""
    checks = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large]
    if settings.get_current_profile_name() == "fuzz":
        return settings(suppress_health_check=checks)
    return settings(max_examples=usually, deadline=None, derandomize=True, suppress_health_check=checks)
