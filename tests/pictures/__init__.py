"""The pictures of README, and what makes those of leaflets anew."""
