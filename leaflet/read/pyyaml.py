"""PyYAML, loaded with the expressions lent that it compiles then."""

from leaflet.precompiled import lent

with lent():
    import yaml

__all__ = ["yaml"]
