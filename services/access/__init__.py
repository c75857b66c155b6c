"""Who acts: credentials, and what they are good for."""
