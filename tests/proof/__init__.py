"""Tests of the proof of finished files."""
