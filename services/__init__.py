"""The domain's rules, one module or package per concept. Knows neither GraphQL nor HTTP."""
