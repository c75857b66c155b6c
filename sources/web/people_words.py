"""Words by which sites in many languages name their pages. Folded as `links` folds: lower case, no European accents."""


def _words(*lines: str) -> frozenset[str]:
    return frozenset(" ".join(lines).split())


PEOPLE = _words(
    "advisors attorneys author authors biography bios board committee contributors crew directors directory doctors",
    "employees experts faculty founders lawyers leaders leadership management member members mentors our-people",
    "our-team people person persons profile profiles researchers speaker speakers staff team teams trustees who-we-are",
    # German
    "ansprechpartner autoren autor geschaeftsfuehrung geschaftsfuhrung leute menschen mitarbeiter mitarbeitende",
    "mitarbeiterinnen mitglieder personen referenten referentinnen sprecher vorstand wir",
    # French
    "auteur auteurs chercheurs collaborateurs dirigeants equipe equipes intervenants membres notre-equipe personnel",
    "personnes qui-sommes-nous",
    # Spanish, Portuguese, Italian
    "autores directiva equipo equipe equipa miembros nuestro-equipo pessoas personas ponentes quienes-somos membros",
    "palestrantes quem-somos colaboradores autori chi-siamo persone relatori soci squadra",
    # Dutch, Nordic
    "bestuur leden medewerkers mensen ons-team sprekers wie-zijn-wij ansatte forfattere medarbejdere medarbetare",
    "medlemmar medlemmer personal personale styrelse talare henkilokunta henkilosto ihmiset tiimi",
    # Polish, Czech, Hungarian, Turkish, Romanian
    "autorzy ludzie pracownicy prelegenci zespol lide nas-tym tym zamestnanci csapat munkatarsak calisanlar ekibimiz",
    "ekip kisiler yazarlar echipa membri",
    # Greek, Russian, Ukrainian
    "ομαδα авторы команда люди персонал преподаватели руководство сотрудники спикеры участники автори персонал",
    "співробітники учасники",
    # Japanese, Chinese, Korean
    "メンバー スタッフ チーム 社員 講演者 团队 團隊 成员 成員 人员 作者 师资 팀 구성원 팀소개 직원",
)

ABOUT = _words(
    "about about-us agenda company conference contact contacts contact-us imprint organisation organization program",
    "programme schedule",
    "impressum kontakt programm ueber-uns uber-uns unternehmen verein",
    "a-propos apropos contactez-nous entreprise mentions-legales",
    "acerca contacto empresa nosotros sobre sobre-nosotros contato sobre-nos azienda contatti",
    "bedrijf over over-ons om om-oss om-os meista yhteystiedot yritys",
    "firma kontakty o-firmie o-nas kapcsolat rolunk hakkimizda iletisim despre-noi",
    "σχετικα επικοινωνια компания контакты о-компании о-нас про-нас",
    "会社概要 会社案内 お問い合わせ 关于 关于我们 联系 联系我们 公司 회사소개 문의",
)

NEXT = _words(
    "next older more weiter naechste nachste suivant suivante siguiente seguinte proximo successivo avanti volgende",
    "nasta neste naeste nastepna dalsi sonraki kovetkezo следующая далее 次へ 次のページ 下一页 다음 › » → >",
)

TRAPS = _words(
    "account add-to-cart admin anmelden basket calendar calendrier calendario cart checkout compare cgi-bin download",
    "connexion deconnexion downloads feed feeds kalender kalendarz login logout log-in log-out abmelden",
    "newsletter oauth password print register rss search share sign-in sign-out signin signout signup sign-up sitemap",
    "subscribe suche unsubscribe warenkorb wishlist wp-admin wp-json wp-login xmlrpc",
)

TRAP_PARAMETERS = TRAPS | _words("action date day month replytocom year")

LISTING_PARAMETERS = _words("letter offset page pagina pg seite start")
"""Query parameters which page through a list; every other one is taken for a filter."""
