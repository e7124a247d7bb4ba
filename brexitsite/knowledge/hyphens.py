"""First halves of compounds that keep their hyphen where a line ends after it."""

KEPT_AFTER = frozenset(
    "anti cross deputy eighteen eighty ex far fifty first five forty four free full half hard high large "
    "left long low much near nine ninety no non one right second self semi seven seventy short six "
    "sixteen sixty so then third thirty three top twelve twenty two vice well west wide working world "
    "would year".split()
)
"""Only where the joined word is nowhere in the article: "cross-party" and "no-deal" keep the mark,
"govern-ment" loses it. Left out because words begin with them as often: co, in,
over, out, part, post, pre, pro, re, under."""
