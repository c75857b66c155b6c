"""Safety in GraphQL: the settings, their history, and the emergency stop."""
