"""Leaflet turns a structured medicine monograph into a printable, tagged, proven patient leaflet."""
