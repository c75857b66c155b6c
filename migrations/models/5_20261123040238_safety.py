"""Safety: settings, the emergency stop, budgets, reservations, attempts, suppressions."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        CREATE TABLE IF NOT EXISTS "channel_starts" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "channel" VARCHAR(16) NOT NULL UNIQUE,
    "first_sent_at" TIMESTAMPTZ NOT NULL
);
COMMENT ON COLUMN "channel_starts"."channel" IS 'EMAIL: EMAIL\nLINKEDIN: LINKEDIN\nTWITTER: TWITTER\nINSTAGRAM: INSTAGRAM\nPHONE: PHONE\nOTHER: OTHER';
COMMENT ON TABLE "channel_starts" IS 'When the first message of a channel was SENT: its warm-up is counted from there.';
        CREATE TABLE IF NOT EXISTS "installation_secrets" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "name" VARCHAR(48) NOT NULL UNIQUE,
    "secret" BYTEA NOT NULL
);
COMMENT ON TABLE "installation_secrets" IS 'A key of this installation, made by the migration: `name` says what for. It never leaves our programs.';
        CREATE TABLE IF NOT EXISTS "safety_attempts" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "channel" VARCHAR(16) NOT NULL,
    "campaign_id" BIGINT,
    "lead_id" BIGINT,
    "verdict" VARCHAR(16) NOT NULL,
    "rule" VARCHAR(24),
    "decision" JSONB NOT NULL,
    "inputs" JSONB NOT NULL,
    "settings_version" INT NOT NULL,
    "at" TIMESTAMPTZ NOT NULL
);
CREATE INDEX IF NOT EXISTS "idx_safety_atte_at_26c971" ON "safety_attempts" ("at", "id");
CREATE INDEX IF NOT EXISTS "idx_safety_atte_lead_id_880282" ON "safety_attempts" ("lead_id", "at", "id");
COMMENT ON COLUMN "safety_attempts"."channel" IS 'EMAIL: EMAIL\nLINKEDIN: LINKEDIN\nTWITTER: TWITTER\nINSTAGRAM: INSTAGRAM\nPHONE: PHONE\nOTHER: OTHER';
COMMENT ON COLUMN "safety_attempts"."verdict" IS 'ALLOWED: ALLOWED\nDEFERRED: DEFERRED\nBLOCKED: BLOCKED';
COMMENT ON COLUMN "safety_attempts"."rule" IS 'OUTREACH_PAUSED: OUTREACH_PAUSED\nDO_NOT_CONTACT: DO_NOT_CONTACT\nSUPPRESSION: SUPPRESSION\nADDRESS: ADDRESS\nSTAGE: STAGE\nCAMPAIGN: CAMPAIGN\nSEND_WINDOW: SEND_WINDOW\nCHANNEL_LIMIT: CHANNEL_LIMIT\nWARMUP: WARMUP\nCAMPAIGN_LIMIT: CAMPAIGN_LIMIT\nDOMAIN_LIMIT: DOMAIN_LIMIT\nLEAD_FREQUENCY: LEAD_FREQUENCY\nGAP: GAP';
COMMENT ON TABLE "safety_attempts" IS 'One decision that was acted on, with all that it was made of: the audit trail, and what simulations replay.';
        CREATE TABLE IF NOT EXISTS "safety_budgets" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "used" INT NOT NULL,
    "free_at" TIMESTAMPTZ,
    "recent" TIMESTAMPTZ[] NOT NULL,
    CONSTRAINT "uid_safety_budg_scope_bbc275" UNIQUE ("scope", "day")
);
COMMENT ON TABLE "safety_budgets" IS 'How much of a budget is used up: of one scope (`channel:EMAIL`, `domain:mail.example`, …) on one day.';
        CREATE TABLE IF NOT EXISTS "safety_settings_versions" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "version" INT NOT NULL UNIQUE,
    "settings" JSONB NOT NULL,
    "changed" JSONB NOT NULL,
    "restored_from" INT,
    "actor" VARCHAR(200) NOT NULL,
    "at" TIMESTAMPTZ NOT NULL
);
COMMENT ON TABLE "safety_settings_versions" IS 'The whole settings as somebody left them. The highest version is in force; a first one comes with the migration.';
        CREATE TABLE IF NOT EXISTS "safety_switch" (
    "id" BIGINT NOT NULL PRIMARY KEY,
    "paused" BOOL NOT NULL,
    "reason" TEXT,
    "actor" VARCHAR(200) NOT NULL,
    "changed_at" TIMESTAMPTZ NOT NULL
);
COMMENT ON TABLE "safety_switch" IS 'The emergency stop: one row, with id 1. It is apart from the settings: resuming restores what was configured.';
        CREATE TABLE IF NOT EXISTS "suppressions" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "kind" VARCHAR(16) NOT NULL,
    "value" TEXT,
    "digest" VARCHAR(64) NOT NULL,
    "reason" TEXT,
    "source" VARCHAR(16) NOT NULL,
    "actor" VARCHAR(200) NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "expires_at" TIMESTAMPTZ,
    CONSTRAINT "uid_suppression_kind_e9566a" UNIQUE ("kind", "digest")
);
CREATE INDEX IF NOT EXISTS "idx_suppression_created_dbc42f" ON "suppressions" ("created_at", "id");
CREATE INDEX IF NOT EXISTS "idx_suppression_kind_51a6a0" ON "suppressions" ("kind", "created_at", "id");
CREATE INDEX IF NOT EXISTS "idx_suppression_source_01c9f9" ON "suppressions" ("source", "created_at", "id");
CREATE INDEX IF NOT EXISTS "idx_suppression_expires_f0ce31" ON "suppressions" ("expires_at");
COMMENT ON COLUMN "suppressions"."kind" IS 'EMAIL: EMAIL\nDOMAIN: DOMAIN\nPHONE: PHONE\nHANDLE: HANDLE\nLEAD: LEAD';
COMMENT ON COLUMN "suppressions"."source" IS 'MANUAL: MANUAL\nIMPORT: IMPORT\nUNSUBSCRIBE: UNSUBSCRIBE\nBOUNCE: BOUNCE\nREPLY: REPLY\nERASURE: ERASURE';
COMMENT ON TABLE "suppressions" IS 'Somebody, or a whole domain, to whom nothing is sent. An expired one holds no longer.';
        CREATE TABLE IF NOT EXISTS "safety_reservations" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "channel" VARCHAR(16) NOT NULL,
    "scopes" TEXT[] NOT NULL,
    "day" DATE NOT NULL,
    "settings_version" INT NOT NULL,
    "state" VARCHAR(16) NOT NULL,
    "reserved_at" TIMESTAMPTZ NOT NULL,
    "settled_at" TIMESTAMPTZ,
    "campaign_id" BIGINT REFERENCES "campaigns" ("id") ON DELETE SET NULL,
    "lead_id" BIGINT REFERENCES "leads" ("id") ON DELETE SET NULL
);
CREATE INDEX IF NOT EXISTS "idx_safety_rese_campaig_5b9781" ON "safety_reservations" ("campaign_id");
CREATE INDEX IF NOT EXISTS "idx_safety_rese_lead_id_5d4c04" ON "safety_reservations" ("lead_id", "channel", "reserved_at");
CREATE INDEX IF NOT EXISTS "idx_safety_rese_state_01f652" ON "safety_reservations" ("state", "reserved_at");
COMMENT ON COLUMN "safety_reservations"."channel" IS 'EMAIL: EMAIL\nLINKEDIN: LINKEDIN\nTWITTER: TWITTER\nINSTAGRAM: INSTAGRAM\nPHONE: PHONE\nOTHER: OTHER';
COMMENT ON COLUMN "safety_reservations"."state" IS 'RESERVED: RESERVED\nSENT: SENT\nRELEASED: RELEASED';
COMMENT ON TABLE "safety_reservations" IS 'Units taken for one message, one of each scope. Those of a RELEASED one were given back, each to its day.';

-- By hand: what aerich and Tortoise cannot say.
ALTER TABLE "safety_budgets" ADD CONSTRAINT "safety_budgets_not_negative" CHECK ("used" >= 0);
ALTER TABLE "safety_reservations"
    ADD CONSTRAINT "safety_reservations_state_known" CHECK ("state" IN ('RESERVED', 'SENT', 'RELEASED')),
    ADD CONSTRAINT "safety_reservations_settled_or_not" CHECK (("state" = 'RESERVED') = ("settled_at" IS NULL));
ALTER TABLE "safety_switch" ADD CONSTRAINT "safety_switch_single" CHECK ("id" = 1);
ALTER TABLE "safety_settings_versions" ADD CONSTRAINT "safety_settings_versions_positive" CHECK ("version" > 0);
ALTER TABLE "safety_attempts"
    ADD CONSTRAINT "safety_attempts_verdict_known" CHECK ("verdict" IN ('ALLOWED', 'DEFERRED', 'BLOCKED'));
ALTER TABLE "suppressions"
    ADD CONSTRAINT "suppressions_kind_known" CHECK ("kind" IN ('EMAIL', 'DOMAIN', 'PHONE', 'HANDLE', 'LEAD')),
    ADD CONSTRAINT "suppressions_source_known"
        CHECK ("source" IN ('MANUAL', 'IMPORT', 'UNSUBSCRIBE', 'BOUNCE', 'REPLY', 'ERASURE'));
INSERT INTO "safety_switch" ("id", "paused", "actor", "changed_at") VALUES (1, false, 'migration', now());
INSERT INTO "installation_secrets" ("name", "secret")
VALUES ('suppressions', sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())));
"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        DROP TABLE IF EXISTS "safety_reservations";
        DROP TABLE IF EXISTS "safety_budgets";
        DROP TABLE IF EXISTS "safety_attempts";
        DROP TABLE IF EXISTS "safety_switch";
        DROP TABLE IF EXISTS "installation_secrets";
        DROP TABLE IF EXISTS "safety_settings_versions";
        DROP TABLE IF EXISTS "suppressions";
        DROP TABLE IF EXISTS "channel_starts";"""


MODELS_STATE = (
    "eJztXfuT2jjy/1dU/LJJFTuVzCbZHLm6KgacDBsGZnkkm1uuwIBm8I6ROdvMhL1v/vdvt+"
    "T3g9g8DVFVMhhZLYtuWVJ/+qH/lebGlOrWRXVia4+avSpVyP9KTJ1TuIjdK5OSulj4d7DA"
    "Vsc6r6wGa40t24QCKL9TdYtC0ZRaE1Nb2JrBsHabUTKZqeyeXpCRtRz/RSf20F4t6IiobO"
    "oXadMRwe4Qe0aJwcscummZPM0MixLTeCJzdUXGlNwb0KylsQm9wG5MjQn0Q2P3B3nigA1Y"
    "lVjU1FSdaFOiWYQZQGvM55pNDHNKTXjyM2AMs5BZBoNnlaHm8xHWVZmoQzQGj9EmM6SeQe"
    "cJ8JyqpkV01YbbY3pnmBSqqDZ5Uq0BM6kKzSxM41Gb0il0G25gGQUSyzYWBL6PFvdDi6kL"
    "a2bYw69zjY0q0FMKv5qaj9qEWheu+Eacc0um/XdJh7ZxT4ENJvDvz/9Ascam9Cu18Oufpf"
    "APQSr4C7X+LAW5i+U+a/mISaWbqPOFqt2zvBXd4gfon/sdu7t4GN5pVJ+GBrUg4eWig1B2"
    "pd03mP2e18VxMx5ODH05Z379xcqeQTdcAo3ZWHpPGTVBKvgE21ziOGdLXXdeCXfoC2b6VQ"
    "QXAzRTeqcudXxbkFp0wC8rDYetdm/YVXrDYSn2JrkUgaHuFE0Mhm8hdNXiDLjHLvz8j8vL"
    "X3759fLFL2/evn7166+v3754C3V5f+O3fv0mOuNzSzTFedb40Gj1sEMGvOpiDsCCb5xGtV"
    "VBxQeLz/24TMOS6Pn3G9NkgcSb+L5wXFGsk45b4IvHn7vWyqf7X70uvj37Cd6zydI0KYPX"
    "TOVD/tnzn55vIbY1EvijUX/L2e2z130DwkytzVRTYcs552cDmldhvorx1aWNcBM6c1Burh"
    "3tpVr15rba+NAa1jpKtafUKyRaMmBeSf+2HqnjlAxYvdGttT8pnS/D39pXfmOJxdHav/eV"
    "fryyKI3W7faqnYSWneJo7dtO+0NH6XbjBP6dWN/bN7dNJan37o0oxftqoxmvLkpjrVdbNa"
    "WZUN27MWDQt/dA24UntuA+70q8bMCaSrXuszr4zbnnySv4zblXV5wfGfzm3ANuflCGtetq"
    "64NXI1Qm6nWHN0rHq+F+GzD+Oey36u2WUiHBbzCW2q1etdYbKp+UVm/YbH/g9Eml0br+4E"
    "sqjtb2fl5iMWwsbm/bMLveYKHHwoTCcE2vDwmF4ZowtmrXSr3fjNYO3Ij0wh8ZicWR2v4o"
    "TSwO175piHcgXjZg1+1ugAXBb84970cHv+Gs0FRa9Wpn+F5R6sP2rdISM0O8NFq3o3xqf4"
    "xXdoqdMdi4uW13epHhHS4M1/RmhoTCcM3grJBcHumDz+vE4nBtdzaIl0Va9eWdWOy+Y8of"
    "WO6/Ze736IY8ZZcyV78Odcru7Rl8ffV2zfL3qdqB17vz7NXb5+FdSMu5c8lvhRfI6NY0vl"
    "AmbzqidEVeJLNvCQ/E7Lxb7jDdkXd3p7f79gUQ0ZOySyBCuJEIHOXmx5YA6ACGmWei8QjO"
    "cIa5fPEiwxQDtVLnGH4vzOEptVVNj7P4t267lcxinyLC46k2scn/EV2zTnGKWcNa5AW2PL"
    "es/+pBjj67qf4RZXat2b7izDEs+97krfAGriKMNyZc050OVTvO/TrwzdbmNFkCEdKoGBza"
    "C/fivITRa9wosM+7uQ1JBHepeOeSl64ipc/eRKTkNUI+N3rXBL+Sf4PGEhWcV6/37xL2SV"
    "3axpAZT0N1GuSJW+wWfUP47O4hAOFgwVidPDyp5nQYu2NcGml147fml/NoicrUey4k5Cb2"
    "04WeFwsDWDqnzC4lIdOB2+W14LRf0coGUFcJjjxiUZuoljal5M4wiUp0DrbemcacjCxbNW"
    "0LxvCILBfENsiIsin//o6MkHr4t8EoB3c5lswo0ThmS1QQD50SjcVh6gM9F8HqFtUQ3HVa"
    "J4w/aAaDh8ygrv1kEE/1I0EGIqBssAmtEPp1oi8t4BgJDP8yItj44Ll2D28s3IWnjZaIqw"
    "ugncIbCuTw1USUHRF1445oNRUWiqlqVrxeM/oI3RPgOzTLi3mPTc2iFnmC7hOssnKB/azQ"
    "Nf5IZ2vjMTMIJCM/1t1PK7SXViKNBKOLCUZrtp5LC/QI5OYs2+Ys9Cbk2SGECOX+oHD7g6"
    "CQndUnr4gDZFLAhRawt6fIN1cGiM5wvnzzKsN0+eZV6myJt8KTpW5M+HYpwSpKv6ZsCII0"
    "GzG5YCjNutdG+aO3Xon13ppmu/XBrR7VbKMImdh0DnWNPeRhfIxQcj8/95lhUysP1z0Cye"
    "383PYVlE3cA3zqw03mJU8BLeWTQSlgzQzYLwOWsYA1LGDZClizWu1h97r9uUKci03sVy/f"
    "ZFgjXkaXdn+NwFvR+Qpkow9Nqlr5FooYoXyD8r9ByyR9vd9v1JN5vkxU15dQfIFEm7w1G2"
    "rtQRcleOTQVNnUmA+xK/vzT+Lc/kWM7uCWlP/2yNTkYEJx7qYbCQMkxzURvthiSylwkMuX"
    "r3599faXN688+MMrWYd6JBj84P22N4Lkw5RSISu0QrZcTDcUc5iyUGJuGU/P9jQTnZyAAw"
    "B1dnA4QCQN9psa7APQf3bOB4ikt0ou1sfsjGFJxMXw3jCpds8+0lVMXYmw3rERNp1mTkwE"
    "39wx5pb6L6ipPnmmpODQg98Ov5jaQqmrdmvVulKKTSs7YOm1kclBomDzSVaOBqbREEfh+a"
    "TVbzZL39Jt4YGdmMFsDACgj67NOTKdOPTvP3aongbhOfyuibaUR3qK83ga37/t03Gg5jiw"
    "lRK8Brx75XUuA64LXGZ/AZfggjRsS4SQaRYRUijzeC1uzkYr9kR1bN5QEYaXjaFaz7h4Yr"
    "bz50kuAvt8VBb7eVhZcA3g4b2lW8qZX04yk0vLeGEt467Qshp73PpnaOfZk9Oi37MYm9NB"
    "vAiZhPDyQ3i2asLENmTaZJbPnBmhOwfehwf660wD/fWagf460QHk1GwO1Vqv8UnJa3AQVB"
    "UiPgfsttrnATvic8CQR3ADg5qcq4IYFCRi+CMASmeJGEox53TVDmxANGtioOvs8C9jvKV6"
    "Wnfb+s0Yn6784/ppFBbckk1nBkSFXQC/LgxzW5gDGaTwhs6VTQ5YR5mt2VqS50tedjVEW6"
    "tzZZg239G4aszPeVzNKSgnO+DSDbZzrkyCZZaaj5wLW7Kqq95Re9Xx2zs91S8Tx0D9uqdD"
    "J/5mS5ZhUzXe0jmNr71C2MAtRvUuRkKUkmDs4P3yWihb1ByKoIpsePbnGRXw8J1mWjaZU8"
    "uCbiKSrBKnPR5S1lVavQpHl+EXz39eLhCJnhhLBsIV8WqIIifkY9vHA76PXUu8uZB4syPw"
    "TXGiAPlugKJ9iKSk3FQbzQrhHwPWbLQ+KvVGq0LcqwHrgYbYUzoV4lwMWKOFiYw61ZsK8S"
    "4H7PaapyriHwPW7l0jDf8oBqjEX+mhhVnQ8gMOMWKJOZwy5rDXJTJoGE9aIiOG8zVLZMxc"
    "ny2HqbdsmWSi6voFGQVyG/AQ7Cdc5zSMqV4sYJBOy2TkI6cj7zYudU+mZtvwdWo8JUSG7/"
    "dxGBA+4slHnGYMXIqXFrEN44EsYOPwjrQwKPsJV1vCjLExXRFL1abQCVBpQb+Ctiar4QNd"
    "jXxrtFOdL9FYCi1UsHG0Tw+YbtxjRZ711CbqPbwfBJZuK7Av4ALJbJgOesOEc0xIY7Nc/I"
    "+6NvxAy/9UM+kk2badTaShBgot1Ebrqt1v1VE8/ALE0e85Re5VMYRiLedz1VzlcTcIkBRZ"
    "CIX1NZAZks54CyyN6D+cmM/SiC7Dbo6WrbFgNoED+D1GFMU8rE4g3QnTj6uA7Z/lgcxtue"
    "Oa4rR7Ciw7V6VXxpXJuLJiiWAvcWVqOA/nlpyNZPU8qcklK3vjM2vuWLN9AuuuSx+d3prG"
    "ncYZHUPX45XK6yD2qVd9uBD1c+DsC2paBiP8H3zTVfvOMOdlonJImfxljImlPiFuPMdDtu"
    "B7OVBrprKpTp8HcOlkeH3nT+GoukUpG2oMNv82bGFsLzErkP+EyVR5qXPml9M8cThEdNWy"
    "35ERnu5FmSqypmIS1blqT2ZONhdLZFLFtNXQz7sBE6eWWW6AlzVTF9ywjl8+mOpi9nuT8I"
    "lUFGICVhStVSawseJkFlMf6BBjxy5IG08lw3PIxityZ+i68SROFoN+IFugPwMmAspQuniO"
    "Gf26gE055oVNyAWbAuX/WQJ2uGudw1K8FkwV2H0I6verC17A4DJDgWZ+hcDIC8emharAU1"
    "fDaLSaX8P76dKOUFA7QnDYbII6B+mLjHeWtrEdfFauKgT+DNgHUKf78EV8DthVs690P36p"
    "EOdiwG6q3V673obnuFfFgLKdOSGH8uhTFFmwRQrcchag4dJMMMylmwwiZGfB7UObDaJrUd"
    "ZBHqU7C+aHh/ovmYb6L2uG+i/xoT7WjDxD3Kl+DojfoUe2aSRN2+msdutLXm+Q2daYL1SW"
    "y94bIJEcz89xOk88iCh9wvYIzoHbkYn6MtNEfblmor6M70lmOXOQewTnyOBM/F3D3ih3n+"
    "jY0uxc83OA5Bw4fOgJQyZ8PzzPfRgnxvRUmCZEc0apFXeWdhZRyiEeyf5IN3COiFPvwEGi"
    "YBw/Jy8JPPEg4fVJP3DRI5DnLW5x3mIE5o4Y2XRDTZm9InQRGdwh4Xlxv97uXzUVcttRao"
    "1uw5GE9wbxm1gEBZqwtnWUajOR2Y59Jc9YjxHKMb/FmPftXnlkEKaSAthCABHbZY5NUwLl"
    "Ofmw7GzvFDNO5tk6xYgL5Voqt07RrVPAnJzZSBywi5/R+/MjuN8VyzWpEM53f4kUYVt6iJ"
    "1pxrFyxEnMf/O/74J3WK/GYo3sbX0ai+Jtx4fzGkc7d7h/38fOT+uXJXO5RVVzMuMnjS+o"
    "sdCp6wEHBXMYQZ6Pm5WUjDwHNXeHgxGz9OPV8aDzpxm6uqnEXDIsUq0HTO0C5PBPRIc/qa"
    "sKVLhVWvVG6wN3xOOnf/NIdswNI05JfzLMB2pekBG0NBJJYrir3YBBQaDhMrEMKFdtnisd"
    "n6nTO9v1VeMd5IloGIHfpmvQAfw9In0OYYY9gx8PT/Ec+vwnOV2wBkz48/HoecfZjywXZe"
    "69d4fnVlkVaFRf8ZszQ8df6bjoofMcZbbnGThXVzxWP/v55m5+eGewJ6drj1SKer4lE6Vn"
    "c4/Xl25yhXSTk7nd9xtwM8FX1dTUPIhFkEbiFdvgFaeXb9xZ1Er5JOCSVdxFccA6/VaLlz"
    "gXA1bneSLqPE3E+2qDH3EqPpNPPY2u7sdx74S1OgfO5NQ+nG78Yr+rw86ApfyQ3VGgulNh"
    "p+vZyvd6OZgao5OsjbKWmqZhDp3cVnHWpjtDxAilR8QGjoIyecWPAD17andeKYcIpWdGkW"
    "XMEYqNhBymlFIuspTRTRuhy42m7AitlHShJR2G6LIjZhFCaTjclf1qEjg7dEtTS/AY0hMT"
    "RVaDS2QYJlux0m0uMeVrRwcVhRIWnAnrw/sAY2lO6BCNHttxrMsb6izPaZDu9dAGfjR2gg"
    "nPPTI73XSHx05nPpvBTc6MhiOLBJKJWBdkhI8Op2Befx5w0tkMu30At/uhZQzaH85gTFkj"
    "MlOtMjfbUXUyI1N1JQ5zGN20W/XqlxHB5BEqh72xtdH/BmKPOoD+DUov/lF58WIA/R6UKJ"
    "uKspe/8rJvI7TjjXDzMvzbYHQETx/dUdjxTLV7avnpN7rX1Z8vX78hz2b063PX9mZRUGo9"
    "S+BE1aF51SRIj7k6plNMbBHKhO2ltmYGr5bZSBc0pUlTmTSVFW3+PICpzHtJ8zA5RHSGnH"
    "7zKgOj37xK5TPeikT2BWfePGbJGKG0TW5hmwwsQnnGe4Ts3JJe7n64S0B7kyF/cuDIWWZj"
    "lmLWNz3SOKikbKf17joBZTHU3lAGLVTrtoQGdMO+NvRzyoG6V2SAA4K64GqXa5mlBJwgoV"
    "Z5HWqgBeoPhfKa2e33ga6E2qthzke/nTKZq1OK6R5DmRsrruJvqStLOM6C+n5BGjZhXPvX"
    "qfqIOSWXJqavBKpkf+FDPVYeBim17g3mpgJtjV+9zbA1fvU2dWuMt6LhnO6UEh3cTDVXaY"
    "GcLk2EweOVLRD505z+Eweso8p5GyPg5VWjVe18SfawuUpQ/a6+9JRqkhXpOMElPKInYaVx"
    "I33S1xYMl8m8mDipkzWGx/c6Zp+fLHK3xLPZkpaB9QQcMYbZHZMIj4ipWTDD84gPnPJXRJ"
    "xJfUFG4ohq2KjR6BmIwUgKXoufeejUxIMTn2DQjkTiY/+4wwHjqxI+wMQHdHlwS5lAAxaP"
    "3TCcbMgWLlTuICdCFiIpMuG/ii8yTlJnzM4czYOcdY3aLJiD/+DMtTcM/eC2ofSHfKcPIi"
    "FFaucDMo01mnKPSzT5gXKllyt90ZahA2Q2lRkJZUbCAzI4E39zZCSUKUwP7QsuE/TK7I/n"
    "zPMjGZwLxvW925tlJtkDj2uZwv5QnJb5Y/cQAOhDCRtFbXvURdYLS/VGt9b+pHS+VIh3OW"
    "CNm9t2p1ch4hPP3Gn1q008cQc/B+x9u3NTIfg3iqFlmdv3cIy8nRijmTm+fos4zY0EVWop"
    "n0s5JQUkFQJ/BqzWbvWqtR4PkncvB6yj3DYbWOZcDNjvIKvGe17mXQ7YZzw6Cf4MWLPdBR"
    "nj34JIMXcW2W3zxxZsBlvD0F2kj0W4OM7eqmmqKUYWlyDC3X161pX+ebdkE2QcGS813daY"
    "dYHP+1fO12VXS/Wf/4kwkRl2UsRH+rbGI5Abmw1OnUIXHBudImw09cTYfmWArq+yZM7Hia"
    "O2QqDe10D2Sg5sK2y3myEpXDWibO7fXCkwMz8Pzxfx/Y9nuciqknoE5zDSD+Bo7lgSc+zZ"
    "AxTHjZ58WZxtuszGfWQPcunZvNFyeQour9Kz+YcTMz/3xtkybSTtxAZkRofCy9ykC13bXO"
    "JhcinvIss7yV8pj8CT6As1rbeMp2fPpbDF9kyma5HpWgooioOnazlWKNapMD7i5cQ3cEP6"
    "uD27aqIt5fGM+XW8XEDF3Cet55Y2haGg2dq2/MJwgYZoa3WuI0ubLwwT9tfG0y6YxRvrwF"
    "bhPAfWnJr3uxhUN9jOuY4ojD8xH0XAx3as6qp31F51/PbOdFgJhUfE92zLMmyqxls61/GF"
    "6p6uJbkz5mFUz2lFYbZ5VpP7vuPqlK84x5dSouucu+XvxdgNKa+YMdSuieHOxDbI1Hhiuq"
    "FOiWXMxXFFwTg6HrxXJgboNBek7R405OY8c/KzudnOLPJAF3Y8Sm+Pz+IBfs6BXNaIh8gB"
    "kWZCO06oHI+0wy/OSUozuuLV8Cgkm7IL0oNKsFaTe4P6MX8rMsM+jynUKHljVEaBF1JzL5"
    "P02DAxXjbIlxQjPLu48N17bOPxbEngZDa3Pp+60A6Yte6nCoE/A4a21WGz0VK6FeJfR6e/"
    "47jmuXNiXBhr3MeCRAd0ITuOEUDMJzF3MVg1jVxONB5BkUdtkbxoYJ+igUazgRkjTHkYA8"
    "YRTiA9CyuGrT5QtoGMg3TSKFlkCRfdTnWem91TNFMV8RTnLa1U+8YEPJA8BRUIgujfwQXC"
    "2H2OlG4qV8krZPTMZVaZPIBUy+RR1Zf0eSB5Oz8KGbOZO/l4xnRiYEYcLMJGypgbh+dZU6"
    "0Hi6i2UPNjUMEBny1yA2FjvK3RbbPa42FSM5VNdToqc3SCGUybqDrpd5pYwFBHgb0wnRL6"
    "M2a5cJO5400bBhDPzAACnY8F6qBcvHzzClPNzcscjtCm7pnOKp4ATb1sc+SegyQz92eU8d"
    "hq/Co0UOcgaWFbgKcjYsGPnp6pmDOeUSf1vJV6vHMsQQ6yEz85D0RyG4lnFGGKL6/BM1yh"
    "baJgu7RFVlRK19VWvalUiPgcsNtO+32jqQzhBayQwJcBU26qDSjjH1Dvmp9Syz/g3h89pd"
    "OqNoeNOtTwv7iRkkp92Gl/duMlxbdiKO7ibYxJOD1cySMoslgLG69U9E3smTpbJUBV+dgf"
    "IJL6w470B93J5bil7uCmhDwtCWTVGwIDL1lnSJpdCqeRFcKwemoq2Xydmda5m0Edm+cw06"
    "JxUhDg/h63+ehkBoqFbQSMpxfkM6oCoMXw48FBPeCnSan3JnUTnqLtFD2SKmQMakfQAkpc"
    "JSGujR306VwfmwPz4OEjHspn8fO6xJwvTuni0sLDuSqOOdc5bwu79RM+H6ta+FW3wjWQ9Z"
    "gXlov7HRkZnMXCZDxgWMOEGtT8CU8mM5dJ2WJNCm8TaGLw46EC1zq5BqYSPOAGNDnQFlEH"
    "1FFRM5Y2j6FCrpXJSIXfOl/Yo0B7oAcKMt4Iwp7iQDFomywXXP1Dz0LsDnBuiN1z09Iid6"
    "E71nKOmiDU57ZrI6upOmsy2LR8rPbSSqaSOmMhdUZ8O/LmSA3SnGF0+OvXWexar1+n27Xw"
    "3g9t/f5Uq3ZAueYfxbaFT80VHmKaMAWtTUbhU8ksFDmyUDhLeJzb6bH9ARIZ2L9FYL+zqc"
    "nD+gCJZP0WrPe3RZtM/j71AVOa3SqteqP1oZRzBXDIKsS5GLBOv9XiJc7FgNU5FlvnUOz7"
    "aqOJGc3E54DVqq2a0uRF3mUx1onENSJ1j5q8NuwR+Hux303qzvK7OLpODlYGKI6Lo74oDh"
    "e50mcbtpqQeT99TIaIZI7QFLaaiUDneq66NPJ9j7LUxQE4+pODrTE6ydooa91EPHlZG6OT"
    "rI2xlonosA2YG6eU7I3Ns/QvOtlk6MYJJXOjzKWmaZjDObWsxCzK6b4CMcJzgPYO7TIgIw"
    "T2HSEgExRuNNhPzYHcslVzMzGHKWWYQJGljGdpoRV/o9c5QislXWhJS1+6Y/vSLRcYX59b"
    "ACGyPcFG52l3P8VwnNN1/ooP9R0wt+81dFJjPCtjQ+92iK3QA9LqN5vZsvEdPp/VqQzlvS"
    "eI8Zm21vnQ4Wom/0MvPdn3fRC5d9+YwgtKXTdAIL4gbt4V7pXGDAxywhcPI7gqwpMNY5So"
    "cMXjkUqLBQh8WibwHMMP8hIOcNDGPTQdd0I87OO5F6II3xoJf0Yr6GGIXCN3pjHHAxVUMu"
    "M+g/B0aIBN9OWUnwm/MA1g+NxK82KcgGTElYPEoEdjethWUGrOSeu8f7GQraSqxtLGaLgg"
    "FXrxBbyYYWctHfeK6bjnSCwmgVT2+wTntIfeGW4aeBk28dIIkBcZySvVOkpVHDYnLgasf1"
    "sXJc4FlLRq19XWB17mXuKRdL8p4pw69yo6HR/HM8OdUeOSW3tgjEezlWvT6SAGe/Fsyo/a"
    "SPD1BMCao0TdFexVOma8Y3CTllcAQdpzWuiPH/7o8HYHqEI4JuzE5JEvGDKkb3wXtzlslG"
    "nBZpwkxrodyBRm2mqTaq2H58keMRJSJNtOwSK8TNzfwSH8zN/fhyDaoPTz+l66VssN7ANi"
    "wxzTqUgfy0ML73mkIirpHCOwRu/IyK024glTVF0Xav8YpcU1/DlB/sThh8M9mkMPY4o4Bs"
    "c08BHW0nzUHqGiG8CIoAa0otnkSbUwsPDORqSCIxxIwLtK5uqUioy5mUMCAwOOtxGLBgzj"
    "s7E6EkIoJIQgxlMevcmnkAEh26hN+GLm4btHINm+DdudyTYX5wM0kvnbMF96xu3ZMy607O"
    "bBZEKEEpopNDSzZFPYRm5ybm+QUPpKnYCMx6s802WI6Bxctw/hSyyd0ooBeBYvwduZsl66"
    "pB3LJa1wCfQKydbvZtA7DrApjsarOqHoCeBmuEJ5HcBp8apDJ649B8g5pRPNgu8CInxCvH"
    "AisoiVReowDz4UCKCL9AmPJ3U5hWJkPohHZVMBC1rafClc8yyCh76rq2SU84DPzgJIhuHH"
    "sMNSWWKOR1/f0zFHDI9lNCFvQTY3mwB5kWGBUjj/dLPR+qjUG60Kca8GrAd6RE/pVIhzMW"
    "CNFigOHzrVmwrxLqO5q9u9a6ThH9EX9TjuN0fdQxdNZflxttCS81DySE0EgTedzALkhZ7M"
    "qs1m+zM6/jkXA1ZX3iudDha5VwN21WzXPmKRc1GM6clc6hv7dLq0BUZTSu1+r6NUa9fD22"
    "q/i9yPFGC+Ld5Ard3qVWs9zLwV/D5g3f7tbUfpdhttWJ8CXwasWq/jNchdXEBdWJVgMeIf"
    "mK3r5rba+NDCZF3iCmoorfrwc6NVxxMUAl+g9nW11VKaw2bjpgHdCH0dsM/Vzk3/tkLEp9"
    "+2Vz30HX8VLK3e3eA3WG6Van34vqP83ldatS+w6Ia+D9iHKjwI/mwyQi+zHIx5mX4w5mXs"
    "YEx3a53HKhWkkVapLaxSGlss7Vyuwz6FZPw2ORGpbaOPyxAWweTRn7p1SSI9Jxhwh8n28h"
    "qJpAmwoOahGG57TBzsajm9p2tgMOd+OQMKNuZVM4Jg18YTmS9F3n6VCFJ+1BseubZcVNwQ"
    "QGtiLCh5NnLAggrXwkdlMpoacxgRFTyb7YJ+VTF/BBQPlpcvLt88B1JOPU3CwA73aO7pBx"
    "fczc8/u424s95PBF9B8jfcegddEQ/kyNsDQ/9DZmAzFvcnHL148eLlz/zf6IK0sev36gJ6"
    "c2dSNAW7roQDRlVT1/gBBtrceySjX23ihCG+84Migd6kE8ps4bT4NKPMRf0sKCWWMaf2DP"
    "qaHrbIe82ZrK7k6XJFUm7TkTtPZmEBpCcU8wiKrNzuZAXZRyYxfDMSV+8UjUBNMvyHlu7z"
    "YjouxdEEJ1aSb196YhMr0a1P5hAsOctD3t1jgEw6GBVtBxlOwInLd1y8VdNUV8my9Ukiot"
    "2nvlv6592STVBSsOXSdNj/WBf4vH+Vjijk3r///E+SJ8Uxd+QdalHzUXV+bsq2PFgpy97c"
    "9Otn3KD3GR7mhcdVMUy5wbevzv6x7O5lqQq7aL41wKAZw6JiY9lRmkq1q9R5tSc8xepee4"
    "RmkEtlQWQb/KywxP35QZ+cM2QmYLMULBW+tv9xT8yisTtyB1zIHbC0XZ+Z7ZpPBgno75p1"
    "0Cc54Dp4PLWGL3VSLdlKLZFQ9/41Fm8d3WRi9ogPeMBSR+kqnU+OlTzH5OzSYRYeccVtrj"
    "1ubO1hlh6xm6l4+5piTLXB/U3i/JGuVkZIpXWi0LolTln6Zom7Q5QSQSiylAvu9Xeuuol0"
    "+pNhMwV8BXYRNOMnHJYJgXYUNJMlh/P+scmuo8N8clSYVHwyWrGcAaOMKkgZgUrM1vM0M3"
    "TfrI6Jc9BwPTamK6LTO54xZy7y+sy0+xnaxp1noNFc4zDjhJvg7zQTbiJ6iBlALREPw/Pt"
    "aPcmh0/jeOWhO8C9CtxHCbs9dyqYqQsOg45wi61NqHUhGHvh1r1wpYJODM7ZZiNOu1DtGU"
    "93xIN5ptrdHfRO5DfiLgVuZ0XOGO40YNlwBQMQ6og23DpPHI71WMFRWAHmLhdEvYexnxF4"
    "lchpIZHT/MjHzgGPIkhhd3CH86bEGZruuBqkka6rW7iuOrNgHt4HSCTrt2B9aAnJMZvE6M"
    "5I/dmdu7DM0LTnfCPSIftswLBCuX90Ycc/mZXSNStxP5NC5VfNpEVRnjyMTVYEZlj0gxZH"
    "sDhZAbQpeXlBGtxVWl2opu3pB95mv0JAEss5pjF1ZmnnTBb0J4ZBc6fdL2HmTlahDvr0Am"
    "ofp7LxPbL6sVCTXUOvDNDAVZYsA58oIocxUJ3XjHvVbjdDk+1VI+qh3L+5UjrPXvJZFipp"
    "dgoubVLVSlL00t3EfYoCx9kW1k1cbtr2niRO6G6bnFAbopSbOLmJS9nE6YZ9bUS2DNF76z"
    "dvUGs4M/BhmXZuVRHn9TTTJjPCDI45Q5uUTFRGYH17IEtmazoZ0a8LDZiMsWIXZGQbD5Tx"
    "oDGMNWPoF/s0M+gjNQl/uJtTPrRP2/OzsjjjzmCsOAYSfjq4Jb1si7tZ44KPC6Dfb9ST2e"
    "8RRCSwXGrTCyQ7uV3zGp7yFewXMVEGp0D+O2M+cc5Qz7luhQjlslW4ZSsoZMqmm4g4QCYF"
    "XGwBe6tibhmHKKWYCy3mwBYl+8YjQHROXuHHdehCpsbFkNvl6No4ZYved32OAkOvUIl6ja"
    "U5oZ1lspuRd7O8Vpni1YbmMqs3ESbIFUQ/WYTjzDyw8C9jXCETk6LwfZ8cKBURiQvQZBa6"
    "at8Z5lycx2VBbc2mpqYmJ+HdwzMSs3MAuTurOLQyR0dxpq7yOqDblVdMBtkiYYL0RcYHS9"
    "tEJX5WrioE/gzYB1jW+/BFfGIKy77S/fgFU1jyiwG7qXZ77TpmRnSvom/mkSIXbdVeJrj/"
    "ZA94WiY5Au0z4ulWaYGYPpRyStohqxDnYsA6/VaLlzgXmDyy0eMlzgWmh8TA0zqPO31fbT"
    "QxIEp8Dlj3Y+P2FgucC0w22aopTV7JuyyGnBemcafpsIm/M5YsT3KTOKFMcxK1VXk8Mulf"
    "FNPZb8LfIK1kcdwcCL/Jsq0hngeQg70xOsnaKGupaSZZ/tINrR6BtLPmt7NOZnTysDC0pL"
    "Q56SwPU0m+5+e7SW1ztVHQsE8nQ0mLjHxxa8NmAcMhSinlIkt5YmDK083kHKWVki6ypH30"
    "KDsKFECcJI69IxwbeLoDGLuuWRPjkZqr30RzJyaJrHC2PwALhWbbUF7jXmSlJDw7cLu8Ft"
    "HGikPhjpbZQwijigllNjXpFBNNYxvoTW058aaen7WxtDGjtDEf8jqjMjrtPJmabVN02xHI"
    "sg9OY7tJXkJ7fR6Pf3Ua50FAbvZrnr2ae4RjWyLwdkxnMFzJDPozpnDboau4jkpI6raMdC"
    "vosMbyOCQlnliH+QAjEfIwzfJ+ORWTqviMCFZKIozXlCh+IVH8sKA2AXjDLRRY7yy1lM8V"
    "An8GzDmQiIOw7iXms7ptNkQ6K34xYL/3q83Ge17mXQ7YZ8ToP+OpRc12t1ch+LcYEG7wVd"
    "xElkH6Qttkzl+UMrjhsOCPDG7Yd3BDZEuUVzNPIJfKeZGVcxmBfJZiPWo6vqIJ9gdKyPfj"
    "sn4N8HXYnHFFE0FWxCstaZwHeSXNLztga44kh6fK2nVpDo+NKC4XC1h3UhPxBW6X1yKKfs"
    "WMgGLXyW1XJoZJVCf5nTgVr+wE980JM/jBcQjM4VFyF6TKiAhjmHJ/VhH5xwyiG+yemnEY"
    "cS9P4eDho6ovKYcMmWHOVV2z6PQdafGzRWDAi5R41LQwm51qERjXUOGCjKbaPbW8k/bIA0"
    "W0cKZaM/JsRr8+R6/cB0QbVfjPn1Em45WIlhywMfSUqCYlc9WezBAX1bUHmu65iy1xnvCH"
    "xrx2/yw5rsLDMOrokiXfFW7H6fcDcSYSUSwmougKeBP8yaUtskodObNEHAfuHgsePYfkut"
    "qqN+Gr+BTHhYtDwouBMvFZIA/I5BFIjGmDcxbFVJn4ciSz26co8iuxIcr0Jsv59m/Sz7d/"
    "EzvfXoKmhx3Q/nK9UWiAR13kwV26qbb61SZGZeDngDVubtudXoWIzwHrt7r9q26t07iCiT"
    "7wZcCu2v1WDQrFp7BKfBE2iS8DpnSq3X4HbjsXxVgRJA6+9yQ/oZ1tLue0EKXESQuNkxYo"
    "mP6EVqlTkHJBUjn1QPi6xqjCbHNVSkBYwhXK6zAWjtDZTv1sIEsVvaREZPCjRuEK0yUh7M"
    "Ab5dn6MYPSSuAfNia6nEEHKLMQHMEHWu+C8AhPt+S7VqXkd9r7M8XpBcsxRlrxwTnicIlX"
    "pE1HBPnMH4u90Wz0y2JTCw9JuCAjrABNi5eNqHMDHqXqOkdeLJnc86SxDWMyWZrmRmt3hF"
    "Qu3oWb1kOKTWACyLMZjtKd4Z741dsMW+JXb1N3xHjrWyKz805uYTpp1JT25NNgvbQn79ue"
    "fJwNeX+hG2piZlXnztot+JLXyRwygRkBxA4XTYBoW8QN7NIKpTPl6eUxEQ/cn8JWF7uF2U"
    "zJeFX2zYW4k+1eV3++fP3GNxQi1XhlUytpF37Yh2eJcoibC6V5sJBbaJlydUcpV/Ed5Nc5"
    "tqdBmnOwd0TQ2tevs6C1r1+no7V4L4LWGsyG+S23JhClO0N27wMct7S/E9i8VgtwKOQmdO"
    "P9v7RL79kuLY1q0qh2bK3qZHG5HOaWwCZ/vjBMOyFr4ZVD+P5jh+r8wOL1anSDN3R6a3Wa"
    "Lh3JNLVkD1sySei2NWzpdF+OOJv2DxQIlqWiBR5HvwcZDH0pZgEOFhqd8HO4VTzxGhsoQ/"
    "/mY54LgR9a9yJJ5c9Klugr7HRUaNKCSqb5LdJeMF1fd6QVk0Aq+32Cc9qR7yyVoqMXJg1p"
    "ppqrtcpkAlM5SnaCbF03Tp0Dmr39COz7rhqtaudLsqviVcKBzldfeko1wvnQJJR9OgmRnd"
    "OQPq6lY+lB4lvaOnxs/cTEkNXaERqARbJ3fDbMB2peU9W0x6BDJW1lolXWbmeeeOXhzK2d"
    "eUsjCMnCNCbUsri/Ds+1pAn7hK5aNrEoZTzcCQ0OuNqNVQvPN5joxuQhacOzm0Z37OuTDp"
    "Mnzk97xshL/7xbsgnKgfAn4Z9X/yodfsn4Lmyevr8pUErQgk5QJwschHBleFM3kbFPJgVc"
    "OAEXxBG3Sk1tMkta/pw7a1c91a/zvaUuXbA7XmZ+FN16S60ufVV5pKYb2J4V8g+QnCPovw"
    "/bLL5UOTjsVD9D7r7MZFJ5ucak8jLBpJKGVPzWbbfy4hRTbWKT/yO6dson1SUxF5kRWiNj"
    "cZXREMrI4ocNXCXpyodczL79Pxwk0Fs="
)
