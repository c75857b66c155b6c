"""How many examples a test of generated operations tries."""

from hypothesis import HealthCheck, Phase, settings


def fuzzing() -> bool:
    """Whether this is `make fuzz`."""
    return settings.get_current_profile_name() == "fuzz"


def examples(usually: int, *, shrink: bool = True) -> settings:
    """So many, and always the same; by `make fuzz`, others and as many as are asked for.

    Without `shrink` an example that fails is shown as it was found.
    """
    phases = (Phase.explicit, Phase.reuse, Phase.generate, *([Phase.shrink] if shrink else []))
    checks = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large]
    if fuzzing():
        return settings(phases=phases, suppress_health_check=checks)
    return settings(max_examples=usually, deadline=None, derandomize=True, phases=phases, suppress_health_check=checks)
