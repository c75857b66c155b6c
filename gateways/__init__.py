"""Gateways: what hands messages over to the world. They know nothing of the database, and decide nothing."""
