"""Prove finished files: make each again and compare, judge it by every rule, and say what is found.

`remake` makes the leaflet anew and `compare` holds the two against each other; `verify` does that and puts
the file to the rules; `sandbox` does it in a process of its own, since files are strangers.
"""
