"""Subscriptions compared: many subscribers of one process, over graphql-transport-ws."""
