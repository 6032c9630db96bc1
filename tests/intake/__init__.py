"""Tests of what typed text becomes."""
