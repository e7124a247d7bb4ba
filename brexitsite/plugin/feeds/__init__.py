"""Feeds for readers and programs: for the site, each actor, topic and outlet, corrections, days."""
