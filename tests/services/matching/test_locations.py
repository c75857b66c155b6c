import pytest

from tests.services.matching.asking import location_score

FULLY = [
    ("Lisbon", "Lisboa, Portugal"),
    ("Lisbon, Portugal", "Lisboa"),
    ("Portugal", "Lisbon"),
    ("portugal, LISBON", "Lisbon"),
    ("NYC", "New York"),
    ("New York", "NYC"),
    ("New York, NY", "New York City"),
    ("SF", "San Francisco Bay Area"),
    ("San Francisco", "SF"),
    ("UK", "London"),
    ("United Kingdom", "Leeds, England"),
    ("London UK", "Greater London, U.K."),
    ("Germany", "Berlin, DE"),
    ("Deutschland", "Munich"),
    ("Germany", "Köln"),
    ("Delaware", "Dover, DE"),
    ("California", "San Jose, CA"),
    ("Canada", "Toronto, CA"),
    ("USA", "Austin TX 78701"),
    ("Portland, OR", "Portland, Oregon"),
    ("São Paulo", "sao paulo, brasil"),
    ("Zürich", "Zuerich, CH"),
    ("Kraków", "Krakow / Poland"),
    ("Berlin or Lisbon", "Lisbon"),
    ("Bosnia and Herzegovina", "Bosnia & Herzegovina"),
    ("Tavira", "TAVIRA (Algarve)"),
    ("Remote", "Remote, EU"),
    ("Tokyo", "東京都渋谷区"),
    ("東京", "Tokyo, Japan"),
    ("日本", "東京"),
    ("渋谷", "東京都渋谷区"),
    ("Moscow", "г. Москва, Россия"),
    ("Москва", "Moscow"),
    ("Seoul", "서울특별시"),
    ("Αθήνα", "Athens, Greece"),
    ("San Fransisco", "San Francisco"),
    ("Barcelona", "Barcelna"),
    ("The Netherlands", "Amsterdam"),
    ("Lisbon", "📍 Lisbon 🌊"),
]
PARTLY = [
    ("Lisbon, Portugal", "Porto, Portugal"),
    ("Lisbon", "Portugal"),
    ("Paris", "Paris, Texas"),
    ("London, UK", "London, Ontario"),
    ("Portland, ME", "Portland, OR"),
    ("Cambridge, UK", "Cambridge, MA"),
    ("Москва", "Москве"),
]
NOT_AT_ALL = [
    ("Paris", "Parish"),
    ("York", "New York"),
    ("Mexico", "Albuquerque, New Mexico"),
    ("Canada", "San Francisco, CA"),
    ("India", "Indianapolis, Indiana"),
    ("Ireland", "Reykjavik, Iceland"),
    ("Austria", "Sydney, Australia"),
    ("Niger", "Nigeria"),
    ("Guinea", "Papua New Guinea"),
    ("Slovakia", "Ljubljana, Slovenia"),
    ("Berlin", "Merlin"),
    ("京都", "東京都"),
    ("Bath", "Bathurst"),
]


@pytest.mark.parametrize(("wanted", "location"), FULLY)
def test_a_location_is_met_fully(wanted: str, location: str) -> None:
    assert location_score(wanted, location) == 1.0


@pytest.mark.parametrize(("wanted", "location"), PARTLY)
def test_a_location_is_met_in_part(wanted: str, location: str) -> None:
    assert 0.2 < location_score(wanted, location) < 0.9


@pytest.mark.parametrize(("wanted", "location"), NOT_AT_ALL)
def test_a_location_is_not_met_by_a_false_friend(wanted: str, location: str) -> None:
    assert location_score(wanted, location) == 0.0


def test_an_unknown_location_scores_little_and_not_nothing() -> None:
    assert location_score("Lisbon", None) == 0.2


def test_it_is_unknown_whether_a_place_nobody_knows_lies_in_a_country() -> None:
    assert location_score("Portugal", "Tavira") == 0.2
    assert location_score("Portugal", "Tavira, Portugal") == 1.0


def test_a_place_in_the_bio_counts_less_than_the_location() -> None:
    in_bio = location_score("Lisbon", None, bio="Designer from Lisbon, loves boats")

    assert location_score("Lisbon", None) < in_bio < location_score("Lisbon", "Lisbon")
    assert location_score("Lisbon", "Porto", bio="Born in Lisbon") == in_bio


@pytest.mark.parametrize("bio", ["Ask me to do it in C or Go", "On it. Hi, I am OK.", "Us and them"])
@pytest.mark.parametrize("wanted", ["Indiana", "Oregon", "Ontario", "Hawaii", "USA", "Maine", "Oklahoma"])
def test_words_of_prose_are_no_codes_of_places(wanted: str, bio: str) -> None:
    assert location_score(wanted, None, bio=bio) == 0.2
