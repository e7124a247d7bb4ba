"""A static news digest in which every quotation leads to its speaker."""

__version__ = "0.1.0"
