"""A fictional company's site, the same for the same number: its pages' sizes and syntaxes vary as the web's do.

Every site has a home page, an "about" page, a team listing, and one page for each member; each page links to all of
them, and to a good many things that lead nowhere. People appear in JSON-LD, microdata, RDFa, h-card, or not at all.
"""

import json
import random
from functools import cache

_FIRST = "Ada Ben Cleo Dev Eli Fay Gus Hana Ivo Jun Kai Lea Mio Noa Oda Pia Quin Rosa Sven Tara Ugo Vera Wim Yara Zoe"
_LAST = "Alder Birch Cedar Dogwood Elm Fir Gorse Hazel Ivy Juniper Larch Maple Oak Pine Rowan Spruce Thorn Willow Yew"
_ROLES = ("Engineer", "Head of Sales", "VP Engineering", "Designer", "Founder", "Chief of Staff", "Data Scientist")
_WORDS = (
    "build careful customer delivery design every find good grow honest idea learn make market measure open people plan"
    " product quality reach share simple team together trust value work world year"
)
_SYNTAXES = ("json-ld", "json-ld", "microdata", "rdfa", "h-card", "none")
_FILLERS = 24


def site_pages(number: int, members: int) -> dict[str, bytes]:
    """Path to HTML for the numbered site, `members + 3` pages in all."""
    chance = random.Random(number)
    people = [f"{chance.choice(_FIRST.split())} {chance.choice(_LAST.split())} {n}" for n in range(members)]
    paths = [f"/team/{name.lower().replace(' ', '-')}" for name in people]
    targets = [("/", "Home"), ("/about", "About us"), ("/team", "Our team"), *zip(paths, people, strict=True)]
    navigation = "".join(
        f'<li class="nav-item"><a class="nav-link" href="{path}">{text}</a></li>' for path, text in targets
    )
    cards = "".join(_card(name, path) for name, path in zip(people, paths, strict=True))
    pages = {
        "/": _page("Home", navigation, "", chance),
        "/about": _page("About us", navigation, _person(people[0], paths[0], chance), chance),
        "/team": _page("Team", navigation, cards, chance),
    }
    for name, path in zip(people, paths, strict=True):
        pages[path] = _page(name, navigation, _person(name, path, chance), chance)
    return pages


def _page(title: str, navigation: str, content: str, chance: random.Random) -> bytes:
    head = (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
        '<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/style.css"></head>'
    )
    filler = _filler(chance.randrange(_FILLERS))
    return f"{head}<body><nav><ul>{navigation}</ul></nav><main>{content}{filler}</main></body></html>".encode()


@cache
def _filler(number: int) -> str:
    """Prose, lists, images and scripts as around every page's content: 2 to 100 KiB, 20 in the middle."""
    chance = random.Random(number)
    pieces: list[str] = []
    wanted = min(100_000, max(2_000, int(chance.lognormvariate(9.9, 0.9))))
    while sum(map(len, pieces)) < wanted:
        text = " ".join(chance.choices(_WORDS.split(), k=chance.randint(20, 80)))
        pieces.append(
            chance.choice(
                (
                    f'<section class="row"><div class="col"><h2>{text[:30]}</h2><p>{text}.</p></div></section>',
                    f'<ul class="list">{"".join(f"<li><span>{word}</span></li>" for word in text.split())}</ul>',
                    f'<figure><img src="/{len(pieces)}.jpg" alt="{text[:9]}"><figcaption>{text}</figcaption></figure>',
                    f"<script>window.data = window.data || []; window.data.push({json.dumps(text.split())});</script>",
                    f'<p>{text} <a href="/news/{len(pieces)}?utm_source=page&tag={text[:4]}">{text[:12]}</a></p>',
                )
            )
        )
    return "".join(pieces)


def _card(name: str, path: str) -> str:
    return f'<div class="h-card"><a class="u-url p-name" href="{path}">{name}</a></div>'


def _person(name: str, path: str, chance: random.Random) -> str:
    role, email = chance.choice(_ROLES), f"{path.rpartition('/')[2]}@company.example"
    match chance.choice(_SYNTAXES):
        case "json-ld":
            item = {
                "@context": "https://schema.org",
                "@graph": [
                    {"@type": "Organization", "@id": "#us", "name": "A Company", "url": "/"},
                    {"@type": "BreadcrumbList", "itemListElement": [{"@type": "ListItem", "name": "Home"}]},
                    {
                        "@type": "Person",
                        "name": name,
                        "jobTitle": role,
                        "email": email,
                        "url": path,
                        "worksFor": {"@id": "#us"},
                    },
                ],
            }
            return f'<h1>{name}</h1><script type="application/ld+json">{json.dumps(item)}</script>'
        case "microdata":
            return (
                f'<div itemscope itemtype="https://schema.org/Person"><h1 itemprop="name">{name}</h1>'
                f'<p itemprop="jobTitle">{role}</p><a itemprop="email" href="mailto:{email}">write</a>'
                f'<a itemprop="url" href="{path}">page</a></div>'
            )
        case "rdfa":
            return (
                f'<div vocab="https://schema.org/" typeof="Person"><h1 property="name">{name}</h1>'
                f'<p property="jobTitle">{role}</p><a property="email" href="mailto:{email}">write</a>'
                f'<a property="url" href="{path}">page</a></div>'
            )
        case "h-card":
            return (
                f'<div class="h-card"><h1 class="p-name">{name}</h1><p class="p-job-title">{role}</p>'
                f'<a class="u-email" href="mailto:{email}">write</a><a class="u-url" href="{path}">page</a></div>'
            )
        case _:
            return f"<h1>{name}</h1><p>{role}</p>"
