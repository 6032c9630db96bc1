"""Text: typefaces, words shaped into glyphs, and lines chosen for a whole paragraph."""
