"""Tests of building many leaflets."""
