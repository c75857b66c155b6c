"""How fast budgets are taken of, beside the bare statement."""
