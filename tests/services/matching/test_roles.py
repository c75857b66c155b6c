import pytest

from tests.services.matching.asking import role_score

FULLY = [
    ("VP Eng", "Vice President of Engineering"),
    ("Vice President of Engineering", "VP Eng"),
    ("VP of Engineering", "Engineering VP"),
    ("V.P. Engineering", "Vice-President, Engineering"),
    ("VPE", "VP Engineering"),
    ("VP Sales", "SVP, Sales & Partnerships"),
    ("Senior Vice President", "SVP Marketing"),
    ("CTO", "Chief Technology Officer"),
    ("CTO", "Chief Technical Officer"),
    ("chief technology officer", "Co-Founder & CTO"),
    ("C.T.O.", "cto"),
    ("CEO", "Chief Executive"),
    ("CPO", "Chief People Officer"),
    ("Chief Product Officer", "CPO"),
    ("Sr. Developer", "Senior Developer"),
    ("Senior Engineer", "Sr Eng"),
    ("Jr. Designer", "Junior Designer"),
    ("Head of Mktg", "Head of Marketing"),
    ("Head of Marketing", "Marketing Head"),
    ("Ops Mgr", "Operations Manager"),
    ("Biz Dev", "Business Development"),
    ("Product Manager", "PM"),
    ("PM", "Project Manager"),
    ("HR", "Head of Human Resources"),
    ("IT Manager", "Information Technology Manager"),
    ("R&D", "Director, Research and Development"),
    ("Research & Development", "R & D Lead"),
    ("Software Engineer", "SWE II"),
    ("Front-End Developer", "Frontend Developer"),
    ("co-founder", "Cofounder"),
    ("founder", "Co-Founder"),
    ("technology", "CTO"),
    ("DIRECTOR OF SALES", "sales director"),
    ("Gérant", "gerant"),
    ("Geschäftsführer", "GESCHAFTSFUHRER"),
    ("маркетинг", "Директор по маркетинг"),
    ("エンジニア", "ソフトウェアエンジニア"),
    ("总监", "市场总监"),
    ("개발자", "백엔드 개발자입니다"),
    ("C++ developer", "Developer (C++)"),
    ("designer", "🎨 Designer ✨"),
]
NEARLY = [
    ("engineer", "Software Engineers"),
    ("Director of Engineering", "Engineer Director"),
    ("management consultant", "Manager, Consulting"),
    ("designer", "Design"),
    ("Enginer", "Engineer"),
    ("manager", "Manger"),
    ("entrepreneur", "Enterpreneur"),
    ("Marketting", "Marketing"),
    ("директор", "Директора"),
    ("lawyer", "Law"),
]
NOT_AT_ALL = [
    ("CTO", "Director"),
    ("director", "CTO"),
    ("CTO", "CFO"),
    ("CTO", "Chief Financial Officer"),
    ("President", "Vice President"),
    ("sales", "Salesforce Administrator"),
    ("Java", "JavaScript Developer"),
    ("JavaScript", "Java Developer"),
    ("C", "C++ Developer"),
    ("C#", "C++ Developer"),
    ("R", "R&D"),
    ("ops", "Shops"),
    ("Director", "Directory Publisher"),
    ("direct", "Director"),
    ("office", "Officer"),
    ("custom", "Customer Care"),
    ("inventor", "Inventory Clerk"),
    ("engineer", "Engine Driver"),
    ("Marketing", "Market Trader"),
    ("intern", "Internal Auditor"),
    ("art", "Party Planner"),
    ("PR", "Prior"),
    ("manager", "Magician"),
    ("contract", "Contrast Artist"),
    ("инженер", "Повар"),
]


@pytest.mark.parametrize(("wanted", "role"), FULLY)
def test_a_role_is_met_fully(wanted: str, role: str) -> None:
    assert role_score(wanted, role) == 1.0


@pytest.mark.parametrize(("wanted", "role"), NEARLY)
def test_a_role_is_met_nearly_by_other_forms_and_slips(wanted: str, role: str) -> None:
    assert 0.8 <= role_score(wanted, role) < 1.0


@pytest.mark.parametrize(("wanted", "role"), NOT_AT_ALL)
def test_a_role_is_not_met_by_a_false_friend(wanted: str, role: str) -> None:
    assert role_score(wanted, role) == 0.0


def test_more_of_the_words_found_score_more() -> None:
    none, one, scattered, all_together = (
        role_score("VP Engineering", role)
        for role in (
            "Painter",
            "VP Sales",
            "VP, with an interest in many things and now also in engineering",
            "VP Engineering",
        )
    )

    assert none < one < scattered < all_together


def test_an_unknown_role_scores_little_and_not_nothing() -> None:
    assert role_score("CTO", None) == 0.2
    assert role_score("CTO", None, bio="I paint.") == 0.2


def test_a_role_told_in_the_bio_counts_less_than_the_role_itself() -> None:
    assert 0.2 < role_score("CTO", None, bio="CTO at Harbour") < 1.0
    assert role_score("CTO", "Co-Founder", bio="CTO at Harbour") == role_score("CTO", None, bio="CTO at Harbour")


def test_short_forms_that_are_words_of_prose_are_read_in_roles_only() -> None:
    assert role_score("IT", "IT") == 1.0
    assert role_score("IT", "Painter", bio="I love it.") == 0.0
