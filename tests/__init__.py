"""What Leaflet promises, as tests."""
