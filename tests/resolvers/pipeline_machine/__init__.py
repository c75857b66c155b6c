"""A machine that does anything to leads in any order, and looks at what came of it after each step."""
