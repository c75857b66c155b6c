"""Countries as addresses name them, so that a national telephone number can be read in its country's plan."""

import re

_ENGLISH_NAMES = """
AD Andorra; AE United Arab Emirates; AF Afghanistan; AG Antigua and Barbuda; AI Anguilla; AL Albania; AM Armenia;
AO Angola; AR Argentina; AS American Samoa; AT Austria; AU Australia; AW Aruba; AX Åland Islands; AZ Azerbaijan;
BA Bosnia and Herzegovina; BB Barbados; BD Bangladesh; BE Belgium; BF Burkina Faso; BG Bulgaria; BH Bahrain; BI
Burundi; BJ Benin; BL Saint Barthélemy; BM Bermuda; BN Brunei; BO Bolivia; BR Brazil; BS Bahamas; BT Bhutan; BW
Botswana; BY Belarus; BZ Belize; CA Canada; CC Cocos Islands; CF Central African Republic; CH Switzerland; CI Côte
d'Ivoire; CK Cook Islands; CL Chile; CM Cameroon; CN China; CO Colombia; CR Costa Rica; CU Cuba; CV Cape Verde; CW
Curaçao; CX Christmas Island; CY Cyprus; CZ Czech Republic; DE Germany; DJ Djibouti; DK Denmark; DM Dominica; DO
Dominican Republic; DZ Algeria; EC Ecuador; EE Estonia; EG Egypt; ER Eritrea; ES Spain; ET Ethiopia; FI Finland;
FJ Fiji; FK Falkland Islands; FM Micronesia; FO Faroe Islands; FR France; GA Gabon; GB United Kingdom; GD Grenada;
GE Georgia; GF French Guiana; GG Guernsey; GH Ghana; GI Gibraltar; GL Greenland; GM Gambia; GN Guinea; GP
Guadeloupe; GQ Equatorial Guinea; GR Greece; GT Guatemala; GU Guam; GW Guinea-Bissau; GY Guyana; HK Hong Kong; HN
Honduras; HR Croatia; HT Haiti; HU Hungary; ID Indonesia; IE Ireland; IL Israel; IM Isle Of Man; IN India; IO
British Indian Ocean Territory; IQ Iraq; IR Iran; IS Iceland; IT Italy; JE Jersey; JM Jamaica; JO Jordan; JP
Japan; KE Kenya; KG Kyrgyzstan; KH Cambodia; KI Kiribati; KM Comoros; KN Saint Kitts And Nevis; KP North Korea; KR
South Korea; KW Kuwait; KY Cayman Islands; KZ Kazakhstan; LA Laos; LB Lebanon; LC Saint Lucia; LI Liechtenstein;
LK Sri Lanka; LR Liberia; LS Lesotho; LT Lithuania; LU Luxembourg; LV Latvia; LY Libya; MA Morocco; MC Monaco; MD
Moldova; ME Montenegro; MF Saint Martin; MG Madagascar; MH Marshall Islands; MK Macedonia; ML Mali; MM Myanmar; MN
Mongolia; MO Macao; MP Northern Mariana Islands; MQ Martinique; MR Mauritania; MS Montserrat; MT Malta; MU
Mauritius; MV Maldives; MW Malawi; MX Mexico; MY Malaysia; MZ Mozambique; NA Namibia; NC New Caledonia; NE Niger;
NF Norfolk Island; NG Nigeria; NI Nicaragua; NL Netherlands; NO Norway; NP Nepal; NR Nauru; NU Niue; NZ New
Zealand; OM Oman; PA Panama; PE Peru; PF French Polynesia; PG Papua New Guinea; PH Philippines; PK Pakistan; PL
Poland; PM Saint Pierre And Miquelon; PN Pitcairn; PR Puerto Rico; PS Palestine; PT Portugal; PW Palau; PY
Paraguay; QA Qatar; RE Reunion; RO Romania; RS Serbia; RU Russia; RW Rwanda; SA Saudi Arabia; SB Solomon Islands;
SC Seychelles; SD Sudan; SE Sweden; SG Singapore; SH Saint Helena; SI Slovenia; SJ Svalbard And Jan Mayen; SK
Slovakia; SL Sierra Leone; SM San Marino; SN Senegal; SO Somalia; SR Suriname; SS South Sudan; ST Sao Tome And
Principe; SV El Salvador; SY Syria; SZ Swaziland; TC Turks And Caicos Islands; TD Chad; TG Togo; TH Thailand; TJ
Tajikistan; TK Tokelau; TL Timor-Leste; TM Turkmenistan; TN Tunisia; TO Tonga; TR Turkey; TT Trinidad and Tobago;
TV Tuvalu; TW Taiwan; TZ Tanzania; UA Ukraine; UG Uganda; US United States; UY Uruguay; UZ Uzbekistan; VA Vatican;
VC Saint Vincent And The Grenadines; VE Venezuela; VG British Virgin Islands; VI U.S. Virgin Islands; VN Vietnam;
VU Vanuatu; WF Wallis And Futuna; WS Samoa; YE Yemen; YT Mayotte; ZA South Africa; ZM Zambia; ZW Zimbabwe
"""
_OTHER_NAMES = {
    "america": "US",
    "brasil": "BR",
    "czechia": "CZ",
    "deutschland": "DE",
    "england": "GB",
    "espa\u00f1a": "ES",
    "great britain": "GB",
    "holland": "NL",
    "ireland (republic)": "IE",
    "italia": "IT",
    "north macedonia": "MK",
    "northern ireland": "GB",
    "\u00f6sterreich": "AT",
    "republic of ireland": "IE",
    "schweiz": "CH",
    "scotland": "GB",
    "suisse": "CH",
    "sverige": "SE",
    "the netherlands": "NL",
    "t\u00fcrkiye": "TR",
    "u.k.": "GB",
    "u.s.": "US",
    "u.s.a.": "US",
    "uk": "GB",
    "united states of america": "US",
    "usa": "US",
    "wales": "GB",
}
_NAME_BY_CODE: dict[str, str] = dict(re.findall(r"([A-Z]{2}) ([^;]+)", " ".join(_ENGLISH_NAMES.split())))
_CODE_BY_NAME = {name.casefold(): code for code, name in _NAME_BY_CODE.items()} | _OTHER_NAMES


def region_of_country(country: str) -> str | None:
    """The ISO 3166 alpha-2 code of a country given by that code, its English name or a common own name."""
    country = country.strip()
    if country.upper() in _NAME_BY_CODE:
        return country.upper()
    return _CODE_BY_NAME.get(country.casefold())


def country_name(country: str) -> str:
    """The English name of a country given by its ISO 3166 alpha-2 code in capitals; anything else as it is."""
    return _NAME_BY_CODE.get(country, country)
