"""The GraphQL face: one package per concept. Each field unpacks its arguments, calls one service, and answers."""
