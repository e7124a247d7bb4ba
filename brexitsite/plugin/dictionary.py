"""The data dictionary: what each file of /data/ holds, column by column."""

from __future__ import annotations

from markupsafe import Markup

from brexitsite.plugin.views.reference import Column, Table

FILES = {
    "quotations.csv": "One row a quotation, UTF-8, for spreadsheets; lists are parted by semicolons.",
    "quotations.json": "The same as a list of objects.",
    "digest.sqlite": "Articles, actors, quotations and their speakers as tables of an SQLite database.",
}

PARLIAMENT = Markup(
    'Votes, seats and parties of members contain Parliamentary information licensed under the <a href="'
    'https://www.parliament.uk/site-information/copyright-parliament/open-parliament-licence/">Open '
    "Parliament Licence v3.0</a>."
)
"""What must stand wherever the register of the House of Commons is shown."""

LICENCES = (
    "Quotations belong to their speakers and to those who printed them; name the source that each row names.",
)

QUOTATIONS = Table(
    "quotations",
    "Quotations",
    (
        Column("id", "text", "Permanent; the quotation’s page is quotes/ID/."),
        Column(
            "text", "text", "The words, without marks; paragraphs of one speech are joined by a line feed."
        ),
        Column("kind", "text", "direct (whole sentences) or mixed (a part of one)."),
        Column("speakers", "list", "Slugs of those who said it, where they are registered; else empty."),
        Column("speaker_names", "list", "Their full names; also of people who have no page."),
        Column("speaker_type", "text", "person, organisation, unnamed or none."),
        Column(
            "said_by",
            "text",
            "The source as the article names it; empty where we tell the article in our own words.",
        ),
        Column("role", "text", "The speaker’s office on the day."),
        Column("about", "list", "Slugs of the actors whom it names."),
        Column("topics", "list", "Slugs of its topics."),
        Column("said_on", "date", "The day on which it was said, where the article tells."),
        Column("relayed", "boolean", "Whether somebody else relays it."),
        Column("rule", "text", "The rule that found the speaker."),
        Column("confidence", "number", "The probability that the speaker is right, from 0 to 1."),
        Column("checked", "boolean", "Whether a person has checked it."),
        Column("article", "text", "Address of the article, relative to the site’s root."),
        Column("title", "text", "The article’s headline."),
        Column("date", "date", "The day of the article."),
        Column("date_basis", "text", "stated, metadata, url, sidecar or inferred."),
        Column("outlet", "text", "Slug of the outlet; empty where the source is not stated."),
        Column("source_url", "text", "The article at its outlet."),
        Column("raw_sha256", "text", "SHA-256 of the raw file."),
    ),
)

ARTICLES = Table(
    "articles",
    "Articles (SQLite)",
    (
        Column("address", "text", "Relative to the site’s root."),
        Column("title", "text", "Headline."),
        Column("date", "date", "Day of the article."),
        Column("date_basis", "text", "How the date is known."),
        Column("added", "date", "When the digest added it."),
        Column("outlet", "text", "Slug."),
        Column("source_url", "text", "The article at its outlet."),
        Column("raw_sha256", "text", "SHA-256 of the raw file."),
    ),
)

ACTORS = Table(
    "actors",
    "Actors (SQLite)",
    (
        Column("slug", "text", "Their page is people/SLUG/."),
        Column("kind", "text", "person or organisation."),
        Column("name", "text", "Full name."),
        Column("sort_name", "text", "As sorted."),
        Column("quotations", "number", "How many the digest has."),
    ),
)

SPEAKERS = Table(
    "speakers",
    "Speakers (SQLite)",
    (
        Column("quotation", "text", "Id of the quotation."),
        Column("actor", "text", "Slug of who said it."),
    ),
)

TABLES = (QUOTATIONS, ARTICLES, ACTORS, SPEAKERS)
