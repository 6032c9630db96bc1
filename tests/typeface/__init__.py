"""The typeface of the leaflets: how it was made, and what it must do."""
