"""Access: roles which fields need, credentials, and who asks."""
