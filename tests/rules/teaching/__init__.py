"""Sentences that teach the second reader, written for it: dangerous ones, safe ones, and frames for more."""
