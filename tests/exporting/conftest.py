"""What the tests of export share with those of the command line."""

from tests.cli.conftest import leaflet

__all__ = ["leaflet"]
