"""Settings of Pelican: our plugin makes every page, so its own generators get nothing to do.

What an editor decides (name, address, language …) stands in content/site.toml.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT))

PATH = str(ROOT / "content")
OUTPUT_PATH = str(ROOT / "output")
THEME = str(ROOT / "theme")
PLUGINS = ["brexitsite.plugin"]

# Dates come from the content; this only keeps Pelican from asking the machine.
TIMEZONE = "UTC"
DEFAULT_DATE_FORMAT = "%Y-%m-%d"

# Nothing for the generators that come with Pelican.
ARTICLE_PATHS = []
PAGE_PATHS = []
STATIC_PATHS = []
THEME_STATIC_PATHS = []
DIRECT_TEMPLATES = []
FEED_ALL_ATOM = None
CATEGORY_FEED_ATOM = None
AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None
TRANSLATION_FEED_ATOM = None
CACHE_CONTENT = False
LOAD_CONTENT_CACHE = False

# A misspelt name in a template is an error, and whatever is not ours is escaped.
JINJA_ENVIRONMENT = {"autoescape": True, "trim_blocks": True, "lstrip_blocks": True, "extensions": []}
