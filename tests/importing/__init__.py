"""Tests of import: what is read, what is drafted, and the ledger of words."""
