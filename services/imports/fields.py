"""Which of a lead's fields a column fills, guessed by the column's name."""

import re
import unicodedata
from collections.abc import Iterable
from enum import StrEnum

import models


class ImportField(StrEnum):
    """What a column can fill."""

    NAME = "NAME"
    FIRST_NAME = "FIRST_NAME"
    LAST_NAME = "LAST_NAME"
    EMAIL = "EMAIL"
    PHONE = "PHONE"
    COMPANY = "COMPANY"
    ROLE = "ROLE"
    LOCATION = "LOCATION"
    TIME_ZONE = "TIME_ZONE"
    WEBSITE = "WEBSITE"
    SCORE = "SCORE"
    STAGE = "STAGE"
    TAGS = "TAGS"
    NOTES = "NOTES"
    OWNER = "OWNER"
    DO_NOT_CONTACT = "DO_NOT_CONTACT"
    EXTERNAL_ID = "EXTERNAL_ID"
    LEAD_ID = "LEAD_ID"


TELLING_WHO = frozenset(
    {
        ImportField.NAME,
        ImportField.FIRST_NAME,
        ImportField.LAST_NAME,
        ImportField.EMAIL,
        ImportField.PHONE,
        ImportField.EXTERNAL_ID,
        ImportField.LEAD_ID,
    }
)
"""A file without any of these has no people in it."""

# As spreadsheets, address books and other programs head them: in English, German, French, Portuguese and Spanish.
_NAMES: dict[ImportField, str] = {
    ImportField.NAME: "name, full name, display name, contact, contact name, lead, lead name, person, fn, "
    "vollständiger name, nom, nom complet, nome, nome completo, nombre, nombre completo, contacto, kontakt, "
    "ansprechpartner",
    ImportField.FIRST_NAME: "first name, given name, forename, vorname, prénom, primeiro nome, nome próprio, "
    "primer nombre, nombre de pila",
    ImportField.LAST_NAME: "last name, family name, surname, nachname, familienname, nom de famille, apelido, "
    "apelidos, sobrenome, apellido, apellidos",
    ImportField.EMAIL: "e-mail, email, mail, e-mail address, email address, e-mail 1 - value, e-mail 1, "
    "primary email, work email, business email, e-mail-adresse, mailadresse, adresse e-mail, adresse mail, "
    "courriel, mél, correo, correo electrónico, endereço de e-mail, correio eletrónico, correio eletrônico",
    ImportField.PHONE: "phone, phone number, telephone, telephone number, tel, tel., mobile, mobile phone, "
    "mobile number, cell, cell phone, phone 1 - value, primary phone, business phone, work phone, telefon, "
    "telefonnummer, rufnummer, mobil, handy, mobiltelefon, téléphone, numéro de téléphone, portable, telefone, "
    "telemóvel, celular, teléfono, móvil, número de teléfono",
    ImportField.COMPANY: "company, company name, organization, organisation, organization name, organization 1 - name, "
    "employer, account, account name, org, firma, unternehmen, organisation name, société, entreprise, empresa, "
    "organização, organización, compañía",
    ImportField.ROLE: "role, title, job title, position, job, occupation, function, organization title, "
    "organization 1 - title, berufsbezeichnung, funktion, stelle, rolle, jobtitel, poste, fonction, titre, "
    "cargo, função, puesto, profesión",
    ImportField.LOCATION: "location, city, town, place, address, adr, ort, stadt, standort, wohnort, ville, lieu, "
    "localisation, cidade, localidade, localização, ciudad, localidad, ubicación",
    ImportField.TIME_ZONE: "time zone, timezone, tz, zeitzone, fuseau horaire, fuso horário, zona horaria",
    ImportField.WEBSITE: "website, web site, web, web page, homepage, url, site, company website, webseite, "
    "internetseite, site web, site internet, página web, sitio web, página",
    ImportField.SCORE: "score, lead score, rating, bewertung, note du lead, pontuação, puntuación",
    ImportField.STAGE: "stage, lead stage, phase, étape, fase, etapa",
    ImportField.TAGS: "tags, tag, labels, label, categories, category, keywords, groups, group membership, "
    "schlagwörter, stichwörter, kategorien, kategorie, étiquettes, catégories, etiquetas, categorias, categorías",
    ImportField.NOTES: "notes, note, comment, comments, remarks, description, notizen, notiz, bemerkung, bemerkungen, "
    "kommentar, commentaire, commentaires, remarques, notas, nota, observações, comentários, observaciones, "
    "comentarios",
    ImportField.OWNER: "owner, lead owner, account owner, assigned to, responsible, zuständig, betreuer, responsable, "
    "propriétaire, responsável, propietario",
    ImportField.DO_NOT_CONTACT: "do not contact, donotcontact, do not email, do not call, unsubscribed, opt out, "
    "email opt out, nicht kontaktieren, ne pas contacter, não contactar, no contactar",
    ImportField.EXTERNAL_ID: "external id, externalid, record id, contact id, customer id, customer number, uid, "
    "kundennummer, numéro client, número de cliente, id externo",
    ImportField.LEAD_ID: "id, lead id",
}  # fmt: skip

_LONE_NAMES = frozenset({"name", "nom", "nome", "nombre"})
"""The whole name where it stands alone; beside a first name it is the last one, and the other way round."""


def _plain(name: str) -> str:
    """Letters and digits only, in lower case, without accents."""
    bare = unicodedata.normalize("NFKD", name).casefold()
    return re.sub(r"[^\w]|_", "", "".join(letter for letter in bare if not unicodedata.combining(letter)))


_FIELD_OF = {_plain(name): field for field, names in _NAMES.items() for name in names.split(", ")}


def guess_fields(columns: Iterable[str]) -> dict[str, ImportField]:
    """The field of each column whose name tells it; of several columns for one field, the first."""
    guessed: dict[str, ImportField] = {}
    taken: dict[ImportField, str] = {}
    for column in columns:
        field = _FIELD_OF.get(_plain(column))
        if field is not None and field not in taken:
            guessed[column] = field
            taken[field] = column
    whole = taken.get(ImportField.NAME)
    if whole is not None and _plain(whole) in _LONE_NAMES:
        halves = {ImportField.FIRST_NAME, ImportField.LAST_NAME} - taken.keys()
        if len(halves) == 1:
            guessed[whole] = halves.pop()
    return guessed


VCARD_FIELDS = {
    "FN": ImportField.NAME,
    "EMAIL": ImportField.EMAIL,
    "TEL": ImportField.PHONE,
    "ORG": ImportField.COMPANY,
    "TITLE": ImportField.ROLE,
    "ADR": ImportField.LOCATION,
    "URL": ImportField.WEBSITE,
    "NOTE": ImportField.NOTES,
    "CATEGORIES": ImportField.TAGS,
    "TZ": ImportField.TIME_ZONE,
    "UID": ImportField.EXTERNAL_ID,
}
"""What a card's properties fill."""


def fields_of(format_: models.ImportFormat, columns: Iterable[str]) -> dict[str, ImportField]:
    """The fields which the columns of a file fill, unless its sender says otherwise."""
    if format_ is models.ImportFormat.VCARD:
        return dict(VCARD_FIELDS)
    return guess_fields(columns)
