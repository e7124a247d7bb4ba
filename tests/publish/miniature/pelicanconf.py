"""A digest without brexitsite's plugin: one that keeps the contract of store/state.py, and no more."""

AUTHOR = "Nobody"
SITENAME = "The Bell Ringer"
SITEURL = "https://bells.example/news"
TIMEZONE = "Europe/London"
THEME = "theme"
PLUGIN_PATHS = ["."]
PLUGINS = ["ringer"]
ARTICLE_PATHS = []
PAGE_PATHS = []
STATIC_PATHS = []
DIRECT_TEMPLATES = []
FEED_ALL_ATOM = None
CATEGORY_FEED_ATOM = None
TRANSLATION_FEED_ATOM = None
