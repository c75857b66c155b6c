"""Vocabularies people are described in, translated to schema.org's terms.

A term is schema.org's own name without its namespace (`Person`, `jobTitle`). Other vocabularies which were in wide use
for people are translated term by term: FOAF, Google's data-vocabulary.org, the W3C's and microdata's own vCard.
"""

from collections.abc import Mapping
from functools import lru_cache

SCHEMA = "http://schema.org/"

DEFAULT_PREFIXES: Mapping[str, str] = {
    "schema": SCHEMA,
    "foaf": "http://xmlns.com/foaf/0.1/",
    "v": "http://rdf.data-vocabulary.org/#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
}
"""Prefixes which need no declaration: those of RDFa's initial context (https://www.w3.org/2011/rdfa-context/rdfa-1.1)."""

_SCHEMA_NAMESPACES = tuple(
    f"{scheme}://{host}/" for scheme in ("http", "https") for host in ("schema.org", "www.schema.org")
)

_FOAF = {
    "Person": "Person",
    "Organization": "Organization",
    "Group": "Organization",
    "name": "name",
    "givenName": "givenName",
    "givenname": "givenName",
    "firstName": "givenName",
    "familyName": "familyName",
    "family_name": "familyName",
    "surname": "familyName",
    "lastName": "familyName",
    "mbox": "email",
    "phone": "telephone",
    "homepage": "url",
    "weblog": "url",
    "account": "sameAs",
    "page": "sameAs",
    "member": "member",
    "knows": "knows",
    "primaryTopic": "mainEntity",
    "maker": "author",
}
_DATA_VOCABULARY = {
    "Person": "Person",
    "Organization": "Organization",
    "Address": "PostalAddress",
    "name": "name",
    "title": "jobTitle",
    "role": "jobTitle",
    "affiliation": "worksFor",
    "org": "worksFor",
    "url": "url",
    "address": "address",
    "locality": "addressLocality",
    "region": "addressRegion",
    "country-name": "addressCountry",
    "tel": "telephone",
}
_VCARD = {
    "Individual": "Person",
    "VCard": "Person",
    "Organization": "Organization",
    "fn": "name",
    "given-name": "givenName",
    "family-name": "familyName",
    "title": "jobTitle",
    "role": "jobTitle",
    "organization-name": "worksFor",
    "hasOrganizationName": "worksFor",
    "url": "url",
    "hasURL": "url",
    "email": "email",
    "hasEmail": "email",
    "tel": "telephone",
    "hasTelephone": "telephone",
    "note": "description",
    "adr": "address",
    "hasAddress": "address",
    "locality": "addressLocality",
    "region": "addressRegion",
    "country-name": "addressCountry",
}
_HCARD = {
    "fn": "name",
    "given-name": "givenName",
    "additional-name": "additionalName",
    "family-name": "familyName",
    "n": "name",
    "title": "jobTitle",
    "role": "jobTitle",
    "org": "worksFor",
    "organization-name": "name",
    "url": "url",
    "email": "email",
    "tel": "telephone",
    "note": "description",
    "adr": "address",
    "locality": "addressLocality",
    "region": "addressRegion",
    "country-name": "addressCountry",
}
"""The vCard vocabulary which the microdata specification itself defines."""

_HCARD_TYPE = "http://microformats.org/profile/hcard"
_TRANSLATED: tuple[tuple[str, Mapping[str, str]], ...] = (
    ("http://xmlns.com/foaf/0.1/", _FOAF),
    ("http://rdf.data-vocabulary.org/#", _DATA_VOCABULARY),
    ("http://data-vocabulary.org/", _DATA_VOCABULARY),
    ("http://www.data-vocabulary.org/", _DATA_VOCABULARY),
    ("http://www.w3.org/2006/vcard/ns#", _VCARD),
    (_HCARD_TYPE + "#", _HCARD),
)


@lru_cache(maxsize=4_000)
def schema_term(iri: str) -> str | None:
    """The schema.org term of a full IRI, or None where its vocabulary says nothing we know about people."""
    if iri == _HCARD_TYPE:
        return "Person"
    for namespace in _SCHEMA_NAMESPACES:
        if iri.startswith(namespace):
            return iri[len(namespace) :].strip("/#") or None
    for namespace, terms in _TRANSLATED:
        if iri.startswith(namespace):
            return terms.get(iri[len(namespace) :])
    return None


def is_schema_namespace(iri: str) -> bool:
    """Whether an IRI is schema.org's namespace or its published context, in any of the usual spellings."""
    iri = iri.strip().lower().rstrip("/#")
    host = iri.partition("://")[2].removeprefix("www.")
    return host == "schema.org" or host.startswith("schema.org/docs/jsonldcontext")
