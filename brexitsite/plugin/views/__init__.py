"""What each template receives: values that are ready to be shown, nothing left to decide.

Every template is rendered with two names: `frame` (a Frame: head, navigation, footer; used by
base.html) and `page` (the view named below for that template). Conventions:

- An `href` is relative to the page that shows it, so that the site works under a sub-path;
  fields called `url` are absolute and lead outside, or are the permanent address to copy.
- Markup is HTML that we made; every other string is plain text for autoescape.
- None and the empty tuple mean "not there": a template asks only for presence.
- Dates, counts and lists come worded and in order.

| template          | page                | address                                        |
| ----------------- | ------------------- | ---------------------------------------------- |
| front.html        | FrontPage           | /                                              |
| article.html      | ArticlePage         | /2019/04/04/slug/                              |
| withdrawn.html    | WithdrawnPage       | the address of what was withdrawn              |
| redirect.html     | RedirectPage        | the old address of what moved                  |
| day.html          | DayPage             | /2019/04/04/                                   |
| month.html        | PeriodPage          | /2019/04/                                      |
| year.html         | PeriodPage          | /2019/                                         |
| people.html       | PeoplePage          | /people/ and /people/by/party/ …               |
| person.html       | PersonPage          | /people/slug/ (organisations too)              |
| person_part.html  | PersonPartPage      | /people/slug/2019/ /people/slug/2019/04/       |
| quotation.html    | QuotationPage       | /quotes/ID/                                    |
| topics.html       | IndexPage           | /topics/                                       |
| topic.html        | SubjectPage         | /topics/slug/ and its years /topics/slug/2019/ |
| outlets.html      | IndexPage           | /outlets/                                      |
| outlet.html       | SubjectPage         | /outlets/slug/ and its years                   |
| search.html       | SearchPage          | /search/                                       |
| feeds.html        | FeedsPage           | /feeds/                                        |
| data.html         | DataPage            | /data/                                         |
| text.html         | TextPage            | /about/ /about/method/ /privacy/ …             |
| corrections.html  | CorrectionsPage     | /corrections/                                  |
| missing.html      | MissingPage         | /404.html (its hrefs start at the host's root) |
"""
