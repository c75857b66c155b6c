"""Who is the same person, and what is known of them in the end."""

from datetime import UTC, datetime, timedelta
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.protocol import FoundProfile
from sources.web.page import ParsedPage, PersonOnPage
from sources.web.people import PeopleIndex

NOW = datetime(2025, 1, 1, tzinfo=UTC)
SITE = "https://harbour.example"
TEAM = f"{SITE}/team"


def person(name: str, method: str = "json-ld", **said: Any) -> PersonOnPage:
    return PersonOnPage(name, method, **said)


def page(url: str, *people: PersonOnPage) -> ParsedPage:
    return ParsedPage(url, people)


class Store:
    """Keeps what an index yields, as the database does."""

    def __init__(self) -> None:
        self.index = PeopleIndex()
        self.profiles: dict[str, FoundProfile] = {}
        self.yielded = 0
        self.superseded: list[str] = []

    def add(self, *pages: ParsedPage) -> "Store":
        for one in pages:
            changed, superseded = self.index.add(one, NOW)
            assert not {profile.handle for profile in changed} & set(superseded)
            for handle in superseded:
                del self.profiles[handle]
            self.profiles |= {profile.handle: profile for profile in changed}
            self.yielded += len(changed)
            self.superseded += superseded
        return self

    @property
    def handles(self) -> set[str]:
        return set(self.profiles)

    @property
    def only(self) -> FoundProfile:
        (profile,) = self.profiles.values()
        return profile


def test_the_handle_is_the_persons_own_address() -> None:
    store = Store().add(page(TEAM, person("Ana Silva", url="https://www.harbour.example/People/Ana/")))

    assert store.only.handle == "harbour.example/People/Ana"
    assert store.only.profile_url == "https://www.harbour.example/People/Ana/"


def test_without_an_address_the_person_is_known_by_a_place_on_the_page() -> None:
    store = Store().add(page(TEAM, person("Dr. Ana  Silva-Núñez", role="Pilot")))

    assert store.only.profile_url == "https://harbour.example/team#ana-silva-nunez"
    assert store.only.handle == "harbour.example/team#ana-silva-nunez"


def test_names_in_any_script_make_a_place_on_the_page() -> None:
    handles = Store().add(page(TEAM, person("Ольга Иванова"), person("山田 花子"))).handles

    assert len(handles) == 2
    assert all(handle.isascii() for handle in handles)


def test_an_overlong_handle_is_cut_without_becoming_anothers() -> None:
    urls = [f"{SITE}/{'x' * 600}{number}" for number in (1, 2)]
    handles = Store().add(page(TEAM, person("Ana Silva", url=urls[0]), person("Bo Ek", url=urls[1]))).handles

    assert sorted(map(len, handles)) == [500, 500]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"url": f"{SITE}/ana"}, {"url": "http://www.harbour.example/ana/"}),
        ({"url": f"{SITE}/ana"}, {"same_as": (f"{SITE}/ana",)}),
        (
            {"same_as": ("https://social.example/ana",)},
            {"same_as": ("https://x.example/a", "https://social.example/ana")},
        ),
        ({"email": "Ana@harbour.example"}, {"email": "ana@harbour.example"}),
    ],
    ids=["url", "url and sameAs", "sameAs", "e-mail"],
)
def test_a_shared_address_makes_one_person_of_two_pages(one: dict[str, Any], other: dict[str, Any]) -> None:
    pages = [
        page(f"{SITE}/1", person("Ana Silva", role="Pilot", **one)),
        page(f"{SITE}/2", person("Silva, Ana", bio="B", **other)),
    ]

    for order in permutations(pages):
        assert Store().add(*order).only.role == "Pilot"
        assert Store().add(*order).only.bio == "B"


def test_a_name_alone_never_makes_one_person_of_two_pages() -> None:
    store = Store().add(page(f"{SITE}/1", person("Ana Silva")), page(f"{SITE}/2", person("Ana Silva", role="Pilot")))

    assert len(store.handles) == 2


def test_two_syntaxes_of_one_page_describe_one_person() -> None:
    store = Store().add(
        page(
            TEAM,
            person("Ana Silva", "json-ld", url=f"{SITE}/ana", role="Pilot"),
            person("ANA SILVA", "microdata", location="Porto"),
            person("Ana Silva", "h-card", email="ana@harbour.example"),
        )
    )

    assert (store.only.role, store.only.location, store.only.email) == ("Pilot", "Porto", "ana@harbour.example")


@pytest.mark.parametrize(
    "contradiction", [{"url": f"{SITE}/other"}, {"email": "other@harbour.example"}], ids=["address", "e-mail"]
)
def test_two_syntaxes_that_contradict_each_other_describe_two(contradiction: dict[str, Any]) -> None:
    first = person("Ana Silva", "json-ld", url=f"{SITE}/ana", email="ana@harbour.example")

    assert len(Store().add(page(TEAM, first, person("Ana Silva", "h-card", **contradiction))).handles) == 2


def test_namesakes_within_one_syntax_stay_two() -> None:
    team = page(
        TEAM,
        person("John Smith", role="Baker"),
        person("John Smith", role="Smith"),
        person("John Smith", "h-card", bio="B"),
    )

    store = Store().add(team)

    assert store.handles == {"harbour.example/team#john-smith", "harbour.example/team#john-smith-2"}
    assert sorted(profile.role or "" for profile in store.profiles.values()) == ["Baker", "Smith"]


def test_a_bare_repetition_within_one_syntax_is_the_same_person() -> None:
    blog = page(TEAM, person("Ana Silva", role="Pilot"), person("Ana Silva", last_active_at=NOW), person("Ana Silva"))

    store = Store().add(blog)

    assert (store.only.role, store.only.last_active_at) == ("Pilot", NOW)


def test_a_page_of_ones_own_meets_the_listing_that_names_it() -> None:
    listing = page(TEAM, person("Ana Silva", url=f"{SITE}/ana", role="Crew", company="Harbour"))
    own = page(f"{SITE}/ana", person("Ana Silva", url=f"{SITE}/ana", role="Harbour Pilot", bio="Guides ships."))

    for order in ([listing, own], [own, listing]):
        profile = Store().add(*order).only
        assert (profile.role, profile.company, profile.bio) == ("Harbour Pilot", "Harbour", "Guides ships.")
        assert {p.field: p.source_url for p in profile.provenance}["role"] == f"{SITE}/ana"


def test_a_page_of_ones_own_that_does_not_name_itself_meets_the_listing_by_name() -> None:
    listing = page(TEAM, person("Ana Silva", url=f"{SITE}/ana"), person("Bruno Costa", url=f"{SITE}/bruno"))
    own = page(f"{SITE}/ana", person("Ana Silva", "h-card", bio="B"), person("Dora Reis", "h-card"))

    for order in ([listing, own], [own, listing]):
        assert Store().add(*order).handles == {
            "harbour.example/ana",
            "harbour.example/bruno",
            "harbour.example/ana#dora-reis",
        }


def test_filled_fields_stay_unless_a_better_source_speaks() -> None:
    card = page(
        f"{SITE}/a.vcf", person("Ana Silva", "vcard", email="a@harbour.example", role="Card", phone="+351221234567")
    )
    graph = page(TEAM, person("Ana Silva", "json-ld", email="a@harbour.example", role="Graph"))
    again = page(f"{SITE}/old", person("Ana Silva", "json-ld", email="a@harbour.example", role="Old"))

    profile = Store().add(card, graph, again).only

    assert (profile.role, profile.phone) == ("Graph", "+351221234567")


def test_the_latest_activity_wins_whatever_its_source() -> None:
    later, earlier = NOW - timedelta(days=1), NOW - timedelta(days=9)
    pages = [
        page(f"{SITE}/{method}", person("Ana Silva", method, url=f"{SITE}/ana", last_active_at=at))
        for method, at in (("json-ld", earlier), ("h-card", later))
    ]

    for order in permutations(pages):
        assert Store().add(*order).only.last_active_at == later


def test_every_filled_field_has_its_provenance() -> None:
    said = person(
        "Ana Silva",
        url=f"{SITE}/ana",
        same_as=("https://social.example/ana",),
        bio="B",
        role="R",
        company="C",
        email="a@harbour.example",
        phone="+351221234567",
        location="Porto",
        followers=5,
        last_active_at=NOW,
        website="https://ana.example/",
    )

    profile = Store().add(page(TEAM, said)).only

    filled = {name for name in FoundProfile.__dataclass_fields__ if getattr(profile, name) not in {None, ()}}
    assert sorted(p.field for p in profile.provenance) == sorted(filled - {"handle", "provenance"})
    assert {(p.source_url, p.method, p.retrieved_at) for p in profile.provenance} == {(TEAM, "json-ld", NOW)}
    assert profile.links == ("https://social.example/ana",)


def test_an_office_address_does_not_make_colleagues_one_person() -> None:
    shared = {"email": "office@harbour.example"}
    together = page(
        TEAM, person("Ana Silva", **shared), person("Bruno Costa", **shared), person("Bruno Silva", **shared)
    )
    apart = [page(f"{SITE}/{name}", person(name, **shared)) for name in ("Ana Silva", "Bruno Costa")]

    assert len(Store().add(together).handles) == 3
    assert len(Store().add(*apart).handles) == 2


def test_the_home_page_given_as_everybodys_address_is_nobodys() -> None:
    home = {"url": f"{SITE}/"}
    pages = [page(TEAM, person("Ana Silva", **home)), page(f"{SITE}/news", person("Bruno Costa", **home))]

    for order in permutations(pages):
        store = Store().add(*order)
        assert store.handles == {"harbour.example/team#ana-silva", "harbour.example/news#bruno-costa"}
        assert all(profile.links == () for profile in store.profiles.values())


def test_two_identities_that_turn_out_to_be_one_are_united_under_the_better_handle() -> None:
    by_mail = page(f"{SITE}/card.vcf", person("Ana Silva", "vcard", email="ana@harbour.example"))
    by_address = page(TEAM, person("Ana Silva", url=f"{SITE}/ana"))
    both = page("https://other.example/crew", person("A. Silva", url=f"{SITE}/ana", email="ana@harbour.example"))

    store = Store().add(by_mail, by_address)
    assert len(store.handles) == 2
    changed, superseded = store.index.add(both, NOW)

    assert superseded == ("harbour.example/card.vcf#ana-silva",)
    assert [profile.handle for profile in changed] == ["harbour.example/ana"]


def test_a_better_address_found_later_supersedes_the_handle() -> None:
    store = Store().add(
        page(TEAM, person("Ana Silva", email="ana@harbour.example")),
        page(f"{SITE}/ana", person("Ana Silva", url=f"{SITE}/ana", email="ana@harbour.example")),
    )

    assert store.superseded == ["harbour.example/team#ana-silva"]
    assert store.handles == {"harbour.example/ana"}


def test_an_address_on_the_own_site_is_a_better_handle_than_one_elsewhere() -> None:
    pages = [
        page(TEAM, person("Ana Silva", url=f"{SITE}/ana", email="ana@harbour.example")),
        page(f"{SITE}/x", person("Ana Silva", url="https://ana.example/", email="ana@harbour.example")),
    ]

    for order in permutations(pages):
        assert Store().add(*order).only.handle == "harbour.example/ana"
        assert Store().add(*order).only.links == ("https://ana.example/",)


def test_a_page_read_again_changes_nothing() -> None:
    team = page(
        TEAM,
        person("Ana Silva", email="ana@harbour.example", role="Pilot"),
        person("John Smith", role="Baker"),
        person("John Smith", role="Smith"),
    )
    store = Store().add(team)

    assert store.index.add(team, NOW + timedelta(days=1)) == ((), ())
    assert store.yielded == 3


def test_a_page_without_people_yields_nothing() -> None:
    assert PeopleIndex().add(page(TEAM), NOW) == ((), ())


KEYS = st.sets(st.integers(0, 2), min_size=1, max_size=3)


@given(seen=st.lists(st.tuples(st.integers(0, 2), KEYS, st.booleans()), min_size=2, max_size=5), data=st.data())
def test_the_handles_do_not_depend_on_the_order_of_the_pages(
    seen: list[tuple[int, set[int], bool]], data: st.DataObject
) -> None:
    """Three people, each with a URL and two accounts, are met on several pages which name some of these."""
    pages = []
    for number, (who, keys, card) in enumerate(seen):
        url = f"{SITE}/people/{who}" if 0 in keys else None
        same_as = tuple(f"https://social{key}.example/{who}" for key in sorted(keys - {0}))
        said = person(f"Person Number{who}", "h-card" if card else "json-ld", url=url, same_as=same_as)
        pages.append(page(f"{SITE}/{number}", said))

    assert Store().add(*pages).handles == Store().add(*data.draw(st.permutations(pages))).handles


@pytest.mark.slow
def test_twenty_thousand_people_are_indexed_in_seconds() -> None:
    store = Store()
    for number in range(2_000):
        people = [
            person(
                f"Ana Silva{number * 10 + n}",
                url=f"{SITE}/p/{number * 10 + n}",
                email=f"a{number * 10 + n}@harbour.example",
            )
            for n in range(10)
        ]
        store.index.add(page(f"{TEAM}/{number}", *people), NOW)
    again = page(TEAM, person("Ana Silva77", email="a77@harbour.example", role="Pilot"))

    changed, superseded = store.index.add(again, NOW)

    assert [(profile.handle, profile.role) for profile in changed] == [("harbour.example/p/77", "Pilot")]
    assert superseded == ()
