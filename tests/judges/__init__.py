"""Judges by others of pages, books and prints: asked where they are at hand, told of where they are not."""
