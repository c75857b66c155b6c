"""Promises that only many attempts put to the test. `make test` makes a thousand of them, `make soak` very many."""
