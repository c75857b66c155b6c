"""WEB: people on public pages, found by polite, robots-respecting reading of the structured data they publish."""
