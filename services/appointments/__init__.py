"""Appointments: times set aside for leads, held by hosts, and followed by calendars."""
