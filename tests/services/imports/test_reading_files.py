"""What stands in files, however they are written."""

import codecs
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models import ImportFormat
from services.formula_guard import guarded, unguarded
from services.identities import email_key
from services.imports import ImportField, Told
from services.imports.candidates import joined_tags, split_tags
from services.imports.encoding import detect
from services.imports.fields import guess_fields
from services.imports.forms import find_form
from services.imports.raw_rows import RawRow
from services.imports.unreadable import Unreadable
from services.leads.values import lead_email
from services.validation import Findings


def rows_of(content: str | bytes, filename: str = "leads.csv", **told: str) -> list[RawRow]:
    file = io.BytesIO(content.encode() if isinstance(content, str) else content)
    form = find_form(file, filename, Told(**told))  # type: ignore[arg-type]
    return list(form.rows(file))


def values_of(content: str | bytes, filename: str = "leads.csv") -> list[dict[str, object]]:
    return [dict(row.values) for row in rows_of(content, filename)]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_table_is_read_whatever_delimits_its_cells_and_lines(delimiter: str, end: str) -> None:
    table = end.join((f"Name{delimiter}Note", f'Ada{delimiter}"a{delimiter} ""b""{end}c"', delimiter, f"Bo{delimiter}"))
    assert values_of(table) == [{"Name": "Ada", "Note": f'a{delimiter} "b"{end}c'}, {"Name": "Bo"}]


def test_a_declared_delimiter_counts_and_is_no_row() -> None:
    assert values_of("sep=;\nName;A,B,C\nAda;1,2,3\n") == [{"Name": "Ada", "A,B,C": "1,2,3"}]


def test_columns_of_one_name_are_told_apart_and_nameless_ones_named() -> None:
    assert values_of("Mail,Mail, ,Mail\n1,2,3,4\n") == [
        {"Mail": "1", "Mail (2)": "2", "Column 3": "3", "Mail (3)": "4"}
    ]


def test_surplus_blank_cells_do_no_harm_and_others_do() -> None:
    short, long, blank = rows_of("a,b\n1\n1,2,3\n1,2,,\n")
    assert (short.problem, long.problem) == (
        "This row has 1 cells, and there are 2 columns.",
        "This row has 3 cells, and there are 2 columns.",
    )
    assert blank == RawRow({"a": "1", "b": "2"})


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Name;Ort\nJürgen Müller;Köln\n", "utf-8"),
        ("Name;Ort\nJürgen Müller;Köln\n", "utf-8-sig"),
        ("Name;Ort\nJürgen Müller;Köln\n", "utf-16"),
        ("Name;Ort\nИван;Москва\n", "utf-16-le"),
        ("Name;Ort\nJürgen Müller;Köln €\n", "cp1252"),
        ("Nom;Ville\nÉlodie;Besançon\n", "cp1252"),
        ("Jméno;Město\nJiří Dvořák;Plzeň\nŽofie Šťastná;Ústí\n", "cp1250"),
        ("Имя;Город\nИван Петров;Москва\nАнна;Казань\n", "cp1251"),
        ("Όνομα;Πόλη\nΓιώργος Παπαδόπουλος;Αθήνα\n", "cp1253"),
        ("名前,会社\n山田太郎,東京株式会社\n", "shift_jis"),
        ("Name;Ort\nJürgen Müller;Köln\nElodie Prévost;Besançon\n", "mac_roman"),
        ("name\n" + "Ada\n" * 500_000 + "Jürgen Müller\n", "cp1252"),
    ],
)
def test_the_encoding_is_found_out(text: str, encoding: str) -> None:
    content = text.encode(encoding)
    assert content.decode(detect(io.BytesIO(content))) == text


def test_a_quote_without_an_end_does_not_take_the_whole_file_into_memory() -> None:
    with pytest.raises(Unreadable, match="line 2 has more than"):
        rows_of('name\n"' + "x\n" * 2_000_000)


def test_a_line_without_an_end_is_not_taken_into_memory() -> None:
    with pytest.raises(Unreadable, match="more than 1,048,576 characters"):
        rows_of("name\n" + "x" * 3_000_000)


def test_json_lines_may_hold_numbers_truth_and_lists() -> None:
    lines = '{"name": "Ada", "phone": 351210000000, "ok": true, "no": null, "tags": ["a", 1, null]}\n\n[1]\nnonsense\n'
    lines += '{"name": {"first": "Ada"}}\n'
    ada, *broken = rows_of(lines, "x.jsonl")
    assert ada.values == {"name": "Ada", "phone": "351210000000", "ok": "true", "tags": ("a", "1")}
    assert all(row.problem for row in broken)
    assert len(broken) == 3


@pytest.mark.parametrize("version", ["2.1", "3.0", "4.0"])
def test_cards_are_read_whatever_their_version(version: str) -> None:
    card = (
        f"BEGIN:VCARD\r\nVERSION:{version}\r\nN:Lovelace;Ada;King;;\r\nFN:Ada Lovelace\r\nORG:Engines\\, Ltd;R&D\r\n"
        "TITLE:Analyst\r\nEMAIL;TYPE=WORK:work@x.example\r\nEMAIL;TYPE=HOME,PREF:ada@x.example\r\n"
        "TEL:tel:+351210000000\r\nADR:;;Street 1;Lisboa;;1000;Portugal\r\nCATEGORIES:first\\, best,analyst\r\n"
        f"PHOTO;ENCODING=b:{'A' * 70}\r\n {'B' * 70}\r\nNOTE:folded\r\n  line\\nnext\r\nUID:urn:1\r\nEND:VCARD\r\n"
    )
    rows = values_of(card + "BEGIN:VCARD\nFN:Bo\n" + card, "x.vcf")
    assert len(rows) == 3
    assert (
        rows[0]
        == rows[2]
        == {
            "FN": "Ada Lovelace",
            "N": "Ada King Lovelace",
            "EMAIL": "ada@x.example",
            "TEL": "+351210000000",
            "ORG": "Engines, Ltd",
            "TITLE": "Analyst",
            "ADR": "Lisboa, Portugal",
            "NOTE": "folded line\nnext",
            "CATEGORIES": ("first, best", "analyst"),
            "UID": "urn:1",
        }
    )
    assert rows[1] == {}


def test_the_cards_of_the_example_site_are_read() -> None:
    cards = (Path(__file__).parents[3] / "examples/site/guild/cards").glob("*.vcf")
    names = [row["FN"] for card in cards for row in values_of(card.read_bytes(), card.name)]
    assert len(names) >= 4


@pytest.mark.parametrize(
    ("content", "filename", "format_"),
    [
        ("BEGIN:VCARD\nEND:VCARD\n", "x.csv", ImportFormat.VCARD),
        ('\ufeff{"name": "Ada"}\n', "x.txt", ImportFormat.JSON_LINES),
        ("name\nAda\n", "", ImportFormat.CSV),
        ("name\nAda\n", "x.tsv", ImportFormat.CSV),
    ],
)
def test_the_format_is_found_out(content: str, filename: str, format_: ImportFormat) -> None:
    assert find_form(io.BytesIO(content.encode()), filename, Told()).format is format_


@pytest.mark.parametrize(
    ("columns", "fields"),
    [
        ("First Name,Last Name,Email Address,Company,Position,URL", "FIRST_NAME LAST_NAME EMAIL COMPANY ROLE WEBSITE"),
        (
            "Vorname,Name,E-Mail-Adresse,Telefon,Firma,Ort,Bemerkungen",
            "FIRST_NAME LAST_NAME EMAIL PHONE COMPANY LOCATION NOTES",
        ),
        ("Prénom,Nom,Courriel,Téléphone,Société,Ville", "FIRST_NAME LAST_NAME EMAIL PHONE COMPANY LOCATION"),
        ("Nome,Apelido,E-mail,Telemóvel,Empresa,Cidade", "FIRST_NAME LAST_NAME EMAIL PHONE COMPANY LOCATION"),
        ("Nombre,Apellidos,Correo electrónico,Móvil,Puesto", "FIRST_NAME LAST_NAME EMAIL PHONE ROLE"),
        ("Nom,Courriel", "NAME EMAIL"),
        ("id,name,timeZone,doNotContact,externalId", "LEAD_ID NAME TIME_ZONE DO_NOT_CONTACT EXTERNAL_ID"),
        ("E-mail,Email,favourite colour", "EMAIL"),
    ],
)
def test_columns_are_known_by_their_usual_names(columns: str, fields: str) -> None:
    assert list(guess_fields(columns.split(",")).values()) == [ImportField(field) for field in fields.split()]


@given(st.text(max_size=20) | st.from_regex(r"'{0,3}[=+\-@\t\r\n]?.{0,5}", fullmatch=True))
def test_a_guard_keeps_formulas_out_and_goes_again(cell: str) -> None:
    assert not guarded(cell).startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert unguarded(guarded(cell)) == cell


@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).map(str.strip).filter(bool)))
def test_labels_in_a_cell_come_apart_as_they_were_joined(tags: list[str]) -> None:
    assert split_tags(joined_tags(tags)) == tags


@given(st.emails() | st.text(max_size=20))
def test_an_address_that_was_checked_is_its_own_key(text: str) -> None:
    findings = Findings()
    address = lead_email(findings, (), text)
    if address is not None and not findings.any:
        key = email_key(address)
        assert key is not None
        assert key.value == address


@given(st.binary(max_size=300), st.sampled_from(["x.csv", "x.vcf", "x.jsonl"]))
def test_no_bytes_whatever_break_the_reading(content: bytes, filename: str) -> None:
    for prefix in (b"", b"name;mail\n", b"BEGIN:VCARD\n", b'{"a": 1}\n', codecs.BOM_UTF16_LE):
        try:
            rows_of(prefix + content, filename)
        except Unreadable:
            continue
