"""Tests of the file that is written."""
