"""Mail domains at which anybody can have an address: having one there in common says nothing."""

FREE_MAIL = frozenset(
    (
        "126.com", "163.com", "abv.bg", "aol.com", "bigpond.com", "bk.ru", "bluewin.ch", "btinternet.com",
        "centrum.cz", "comcast.net", "duck.com", "email.cz", "fastmail.com", "foxmail.com", "free.fr",
        "freemail.hu", "gmail.com", "gmx.at", "gmx.ch", "gmx.de", "gmx.net", "googlemail.com", "hey.com",
        "hotmail.co.uk", "hotmail.com", "hotmail.de", "hotmail.es", "hotmail.fr", "hotmail.it", "icloud.com",
        "inbox.lv", "inbox.ru", "interia.pl", "laposte.net", "libero.it", "list.ru", "live.co.uk", "live.com",
        "live.fr", "live.nl", "mac.com", "mail.com", "mail.ru", "me.com", "msn.com", "naver.com", "o2.pl",
        "online.de", "orange.fr", "outlook.com", "outlook.de", "outlook.es", "outlook.fr", "pm.me", "posteo.de",
        "proton.me", "protonmail.com", "qq.com", "rambler.ru", "rediffmail.com", "rocketmail.com", "sapo.pt",
        "seznam.cz", "sfr.fr", "sina.com", "sky.com", "t-online.de", "tutanota.com", "ukr.net", "virgilio.it",
        "wanadoo.fr", "web.de", "wp.pl", "ya.ru", "yahoo.ca", "yahoo.co.in", "yahoo.co.jp", "yahoo.co.uk",
        "yahoo.com", "yahoo.com.br", "yahoo.de", "yahoo.es", "yahoo.fr", "yahoo.it", "yandex.com", "yandex.ru",
        "ymail.com", "zoho.com",
    )
)  # fmt: skip
