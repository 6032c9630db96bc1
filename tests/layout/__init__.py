"""Galleys, pages and refusals."""
