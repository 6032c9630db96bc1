"""Prove laid-out pages before anything is written; finished files are proved by `leaflet.proof`."""
