"""The tests of Leaflet, one room beside each of the package."""
