"""Tests of the counter: the page for pharmacists and the interface under it."""
