"""Exports, the attempts of imports, and a timeline without what imports left as it was."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        CREATE TABLE IF NOT EXISTS "lead_exports" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "secret_digest" VARCHAR(64) NOT NULL UNIQUE,
    "format" VARCHAR(16) NOT NULL,
    "conditions" JSONB NOT NULL,
    "actor" VARCHAR(200) NOT NULL,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "campaign_id" BIGINT NOT NULL REFERENCES "campaigns" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_lead_export_expires_50a069" ON "lead_exports" ("expires_at");
CREATE INDEX IF NOT EXISTS "idx_lead_export_campaig_b55f64" ON "lead_exports" ("campaign_id");
        ALTER TABLE "lead_imports" ADD "attempt" INT NOT NULL DEFAULT 0;

-- By hand: what aerich and Tortoise cannot say.
ALTER TABLE "lead_exports" ADD CONSTRAINT "lead_exports_format_known" CHECK ("format" IN ('CSV', 'JSON_LINES'));

-- Who has this telephone number: rows of a file are recognised by it.
CREATE INDEX "leads_phone" ON "leads" ("campaign_id", "phone", "id") WHERE "phone" IS NOT NULL;

-- A row which changed nothing, or would have if it had not been a rehearsal, did not happen to its lead.
CREATE OR REPLACE VIEW "lead_timeline" AS
    SELECT "id" * 8 AS "id", "lead_id", "at" AS "occurred_at", 'StageChange' AS "subject_type", "id" AS "subject_id"
    FROM "stage_changes"
UNION ALL
    SELECT "id" * 8 + 1, "lead_id", "occurred_at", 'ContactEvent', "id" FROM "contact_events"
UNION ALL
    SELECT "id" * 8 + 2, "lead_id", "starts_at", 'Appointment', "id" FROM "appointments"
UNION ALL
    SELECT "id" * 8 + 3, "lead_id", "merged_at", 'LeadMerge', "id" FROM "lead_merges"
UNION ALL
    SELECT "row"."id" * 8 + 4, "row"."lead_id", "row"."at", 'LeadImportRow', "row"."id"
    FROM "lead_import_rows" "row" JOIN "lead_imports" "import" ON "import"."id" = "row"."lead_import_id"
    WHERE "row"."outcome" IN ('CREATED', 'UPDATED') AND NOT "import"."dry_run";
"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        DROP INDEX IF EXISTS "leads_phone";
        CREATE OR REPLACE VIEW "lead_timeline" AS
    SELECT "id" * 8 AS "id", "lead_id", "at" AS "occurred_at", 'StageChange' AS "subject_type", "id" AS "subject_id"
    FROM "stage_changes"
UNION ALL
    SELECT "id" * 8 + 1, "lead_id", "occurred_at", 'ContactEvent', "id" FROM "contact_events"
UNION ALL
    SELECT "id" * 8 + 2, "lead_id", "starts_at", 'Appointment', "id" FROM "appointments"
UNION ALL
    SELECT "id" * 8 + 3, "lead_id", "merged_at", 'LeadMerge', "id" FROM "lead_merges"
UNION ALL
    SELECT "id" * 8 + 4, "lead_id", "at", 'LeadImportRow', "id" FROM "lead_import_rows" WHERE "lead_id" IS NOT NULL;
        ALTER TABLE "lead_imports" DROP COLUMN "attempt";
        DROP TABLE IF EXISTS "lead_exports";"""


MODELS_STATE = (
    "eJztXWtz2kjW/itdfJmkinHlYmeyZGurMCgxEwwejJOZHbaEgLbRGLoZSdhh981/f89p3W"
    "9Y4mahdJXLiFaflnhOq9Xn/r/KnE/ozDypjy39QbdWlRr5X4VpcwoHsXNVUtEWC/8MNlja"
    "aCY6a8FeI9MyoAHab7WZSaFpQs2xoS8snTPs3WWUjKcau6MnZGguR3/RsaVaqwUdEo1N/C"
    "Z9MiR4O8SaUsJFm0M3qZLHKTcpMfgjmWsrMqLkjsOwps7G9ARvY8LHcB86uzvIFQdswOrE"
    "pIauzYg+IbpJGAdaPp/rFuHGhBpw5RcADDMRLM7gWlXo+XKIfTVm9yE6g8vo4ylST+HmCW"
    "BONcMkM82C0yN6yw0KXTSLPGrmgBlUg2EWBn/QJ3QCtw0nsI0CiWnxBYHvw8WdajJtYU65"
    "pX6b62xYgzul8Kup8aCPqXnism8okFsy/e8lVS1+RwEGA/D78z/QrLMJ/UZN/PpnJfxDkA"
    "r+Q68/K0F0sd2HVsyYVLqxNl9o+h3L29Ftvof7c7/j7S7u1VudziahSW2TiHb7BqHtXL9r"
    "Meuj6IvzZqSO+Ww5Z37/xcqawm24BDqzsPWOMmoAV/AKlrHEec6Ws5nzSLhT3wbT72KjGK"
    "CZ0FttOcOnBantG/DbKqra6fbVa6WvqpXYk+RSBKa60zTmDJ9CuFVTAHCHt/DzP968efv2"
    "lzev3r57f3b6yy9n71+9h77ifuOnfvlu34yPlj2UwKz1qdXp4w1xeNTtNQAbvgsazdJsKj"
    "FZfPTjPA1zou+fb02SGRIf4mnmuKxYxx23wWePv3at5c/137Om/e3FT/CcjZeGQRk8ZpqY"
    "8i9e/vRyC7at4cDvreZ7AbcPr/sEhEFtTDVDYcu5wLMFw2uwXsVwdWkjaMLNHBTNtbO90q"
    "hfXtVbnzpqo6fU+0qzRqItA+a13Fw1I32clgFrtq4b3S9K7w/11+65P1hic7T3bzfKTbyz"
    "3Rrte92v9xJGdpqjva963U895fo6TuCfid179/KqrSTdvXsiSvGx3mrHu9utsdHrnYbSTu"
    "junRgwuLePQHsNV+zAeXEr8bYBayv1pg918JtzzuNX8Jtzrqk4PzL4zTkHaH5S1MZFvfPJ"
    "6xFqs/tdq5dKz+vhfhsw8anedJrdjlIjwW8wl7qdfr3RV5UvSqevtrufBH1Sa7SvP/mSmq"
    "O9vZ+X2Awbi6urLqyul9joQZjQGO7p3UNCY7gnzK3GhdK8aUd7B05E7sKfGYnNkd7+LE1s"
    "Dve+bNnPQLxtwC661wEIgt+cc96PDn7DVaGtdJr1nvpRUZpq90rp2CtDvDXat6d86X6Od3"
    "aanTnYurzq9vqR6R1uDPf0VoaExnDP4KqQ3B65Bx/rxOZwb3c1iLdFRvX5ndjsPmPK79ju"
    "P2Xu9+iGPGWXMte+qTPK7qwpfD19v+b196Xeg8e79+L0/cvwLqTjnHkjToVfkNGtafxFmb"
    "zpiNIV+SWZfUt4ILDzbrnDdM+8uzu+3bfPgIiclJ0DEcKNWOAINz82B0AG4EaehcYjKOEK"
    "8+bVqwxLDPRKXWPEuTDCE2pp+iwO8a/X3U4yxD5FBOOJPrbI/5GZbh7jErMGWsQCR56b5t"
    "+zIKIvLuu/R8FutLvnAhxuWneGGEUMcB4Bno+FpDtRNSuOfhNws/Q5TeZAhDTKBof2xD0o"
    "FzP6rUsF9nmXVyGO4C4Vz7wRratI64t3ES55g5Cvrf4Fwa/k3yCxRBnn9ev/u4L3pC0trj"
    "L+qGqTICZus9v0HdVnt/cBFQ42jLTx/aNmTNTYGf6Gp/WNn5q/mUdbNKbdCSYhmnifrup5"
    "seAA6Zwyq5KkmQ6crq5VTvsdzWwK6jrBmUdMahHN1CeU3HKDaGQmlK23Bp+ToWlphmXCHB"
    "6S5YJYnAwpm4jvH8gQqdX/ckaFclfokhklutDZEg3YQydEZ3E19YGui8rqDtVRueuMTpi4"
    "0BQmD5lCX+uRE0/0I0EAUaHM2ZjWCP02ni1NQIwEpn8VNdh44bl+B08snIWrDZeoV7cV7R"
    "SeUCCHrwZq2VGjzm+J3tDgRTHRjJp314w+wO3ZyncYVjSLOzZ0k5rkEW6fYJeVq9jPqrrG"
    "H+lsbTwwg4pkxGPd+bRGa2km0khldDGV0bo1yyUFegRyc5ZtcxZ6EvLsEEKEcn9QuP1BkM"
    "nO2ycviwNkksGFZrC3p8i3VgaISrhevjvNsFy+O01dLfFUeLGc8bHYLiVYRem3lA1BkGYj"
    "kAumpVn32Ci/99cLsd5T0+52Prndo5JtVENmbzrVmc7u8wAfI5To50efcYuaeVD3CCTa+d"
    "H2BZRN3AN86sMt5hVPAK3k40ElYM0M2C8DlrGANSxg2QpYszpd9fqi+7VGnINN7Fev32V4"
    "R7yOvtr9dwSeiq5XwJuZalDNzPeiiBHKJyj/E7RMktdvblrNZMyXieL6EppPkGiTp2ZDqT"
    "3oogSXVA2NTfhcxVvZn3+SQPutPbuDW1Lx2yNLk6MTiqObbiQMkDyvifDVFltKWw/y5vXp"
    "L6fv37479dQfXss6rUeCwQ+eb2sjlXyYUgpkhRbIlovJhmwOUxaKzR3++GJPK9HRMTigoM"
    "6uHA4QSYP9pgb7gOo/O/IBIumtkgv6mJ0xzIk4Gz5yg+p37DNdxcSVCPSOjbDtDHNkLPju"
    "zjG31X9ADe3RMyUFpx78dvjF1LKFuvp1o95UKrFlZQeQXvBMDhIFW0+yIhpYRkOIwvVJ56"
    "bdrnxPt4UHdmKcWRgAQB9cm3NkOXHoP37u0VmaCs/Bu2GPpTzQY1zH03D/vk/HgYbjwFZJ"
    "8BrwzlXXuQy4LnCZ/QVcghPSskw7hEw3ic2FqojXEuZstGKPNcfmDR1helkYqvVCsCdmO3"
    "+Z5CKwz0tlsZ+HhQXXAB7eW7qtAvxqkplcWsYLaxl3mZbV2OP2L6GdZ09Oi/6dxWBOV+JF"
    "yKQKL78Kz9IMWNhUpo+n+cyZEboyYB+e6GeZJvrZmol+lugAcmw2h3qj3/qi5DU42FQ1Yn"
    "8O2FX9RgTs2J8DhhjBCQxqco4KYlCQGsMfQaFUSo2hZHNOV+3ABkQ3xxxdZ9W/+GhL8bTp"
    "jvUrHx0v/+PyaVQtuCVMJVNEhV0Avy24sa2aAwFSxEBlhclR1lFm6Zae5PmSF66WPdaqrI"
    "Dp8x3Nq9a8zPNqTkE42QFKlzhOWUECYeKOqk40yXZYXeNQDTFSmdDaq0I2qMNOUspGdNxr"
    "FLMxzXq2dGNzappwb4QbZKzNZidkGAhDFNFSj1PKMFRqihm3GOb7GvpCztA7jZFUj4ZuWf"
    "B1wh8Tgrj2ezmM3RqKOGFnGI4K3qVJLM7vyUIzrA+kg/FTMIJBCeMjPlkRU9MncBPw9oGl"
    "EMYar9R7uhr6imOnuyX+QyuMUMPBUZU8YDN+hx1FgjKLaHcwb8gdtewQs1vdMC0iGJJZhx"
    "w0XIXDQaVeuLB6YVw9GU2Its6mzwmQF1lTXFEu6612jYiPAWu3Op+VZqtTI+7RgPVBlusr"
    "vRpxDgas1cGUQ736ZY14hwN2dSGSComPAev2L5BGfBRD/TPRDTpOVkNnY2logEIztdU579"
    "50msgecQDsuOk7Te5RMZhiLudzzVjlsQwESIrMhMKaBWQygxJryKS++4djcyn13dJD9tkS"
    "KxXacrsXF4WIoJgH6gTSnYD+vALY/iEPJFnJ7YIcp92TD3hZhV7pAi5dwIvFgr24gGvhlF"
    "lbIhtJwHVUi0tWeOMra2638H0q1l3rO51cGfxWF0DHtOvxTtV1KvaJ111d2P1z6NkX1DA5"
    "I+IPvs0065Yb8yrRhEqZ/MVHxNQeUW88x3oY8L0a6DXV2GRGXwb00snq9Z1fRWjVTUqZqj"
    "PY/FuwhbG8HGpA/hPmPROtTnkOZ3jiIERmmml9IEMsxEGZZic4w3xnc80aT53Aa9NOeoYZ"
    "JuE+bwfMLjBiur7Y5lRbCHdt/PLJ0BbT39pELKR2I+ZKQ9aaVQIbK0FmMu2equjmfUK6WE"
    "AES4aMVuSWz2b80S4CAveBsMD9DJjt+43cxZIj9NsCNuWYwi0hbVuKKv/PCsDhvuscSPHY"
    "BtXW3YdU/X53GwuYXEbIJ9zvEJh5YTfyUBe46kqNOpb7PbyfLu0IBbUjBKfNJlrnIH2R9Z"
    "2VbWwHX5XzGoF/A/YJxOkb+GJ/Dth5+0a5/vxHjTgHA3ZZv+53m124jntUDFW2sybkEB59"
    "iiIztkg+1s4LSF0aCYa5dJNBhKwUaB/abBB9F2Wd5FG6UoAfnupvM031t2um+tv4VB/pPM"
    "8Ud7qXQeN36Jlt8KRlOx1qt7/EeoMkdHy+0Fgue2+ARCKeH3E6T6wZkL5gewRlQDuyUL/J"
    "tFC/WbNQv4nvSaY504V6BGUEOBO+a+CNovtIR6Zu5VqfAyRlQPjQC4bMzXp4zH01Tgz0VD"
    "VNiKZEWZB2liEOtZSqKPZLN3COiFPvwEGiYIiXyUsCkxMnPD7ptZE8AlkaaYvSSBE1d8TI"
    "NuNayuoVoYvw4BYJy4V+s3tz3lbIVU9ptK5bDie8J0icxCZo0G1rW0+ptxPBduwreeZ6jF"
    "DO+S3mvG/3ysODMJVkwBYMiNguc2yaEijL5MOys71TzDiZZ+sUIy6Ua6ncOkW3TgFzcmYj"
    "ccAuXqLn50dwvyuWa1IhnO/+srN5bOkhVtLkINWIk5j/5D/tgndYr8ZizextfRqL4m0npv"
    "MaRzt3uj/tY+dn4MmSZNSkmjGeiqKgC8oXM+p6wEHDHGaQ5+NmJuUNzUEt3OFgxiz9eHWs"
    "Sfo4RVc3jRhLhk2aeU8nYjz4s6PDH7VVDTpcKZ1mq/NJOOKJQp0ikh2zkNoFTR+5cU+NEz"
    "KEkYZkzJfMjiUfMGgIDFwlJod2zRJpTfGaM3prub5q4gbRNQ5d2TRjpsMN4O+xywcSxq0p"
    "/Hi4iufQ51/JuQVzwGx/PhE97zj7keWiKrz3brHEhFmDQWcrcXLKZ/grHRc9dJ6jzPI8A+"
    "faSsTqZy9FGqm0npxZNdIp6vmWTJSeeDXeX7rJFdJNTqZh3W/AzRgfVUPX8mgsgjRSX7GN"
    "vuL4UoM6L7VKPg64ZDX3pThgvZtOR7Q4BwPWFHkimiJNxMd6S1Qjsz+TC5RF3+7P494J7+"
    "oceian9+Fk41f7fTvsTLGUX2X3LKq6Y4HT9WwVe70coMboJLRRaKlhcEN1clvFoU13hogR"
    "So+IDRwFZfKKH0H17IndebkcIpSeGUXmsdBQbMTkMKXkcpG5jG7aqLrcaMmO0EpOF5rTYR"
    "Vddo1ZhFAaDndlvxoHynxtaWoJVgw7MlZkNbhEpmGyFSvd5hITvnZUUyCUsKAk0If3AXxp"
    "jKmKRo/tELsWA/WWZZqke81ILapYJpjw3OqW6aY7rBCZ0WL31UvOjIYjkwSSiZgnZIiXDq"
    "dgXl+6L27U2/UFhN0PLWMwvjqFOWUOyVQzq8JsR7XxlEy0Fbk1+JwML7udZv2PIcHkEZpQ"
    "e+Now/8N7D3qAO5vUHn1j9qrVwO470GFsond9voX0fZ9iHa8IW5e1P9yRodw9eEthR3PRL"
    "+jpp9+4/qi/vObs3fkxZR+e+na3kwKQq1nCRxrMxheMwjSY66OyQQTW4QyYXuprRkX3TIb"
    "6YKmNGkqk6ayoq2fBzCVeQ9pHpBDRCVE+t1pBqDfnabijKcikX3BlTePWTJGKG2TW9gmAy"
    "+hPPM9Qla2pJe7n+5Sob3JlD865UgpszFLNs82rT4YFFK2k3p3nYCyGGJvKIMWinVbqgZm"
    "3LrgszLlQN2rZkB4VidoBlyP63TNgFcmMosvr5PCEgRYjbjqN5Bcb5dYIyfJfXc9gZDcQb"
    "THZI5DYugmNW3PW5T3V8QufHZChnYdNHhgaLQWVdCjVfQStaecnljA6hHmztBOQOmXnRow"
    "XSSihAsYeIFr4WRcJTCAKXxouZOV0sS0lO5cIzYv7OSURPwqIXA7yTUxS2Y0H6W5V6da8Y"
    "Mz997QBVfo6NIv8sQ92IHBqTcf4Gls0JRzgqPJF5R6DqnnKNrb4AAZ5mRmKJkZ6oAA7zoz"
    "lEwld2ifPJkoUWbhKjPmz6T4Lxjqe9f7y4x+B57XMpXwoZCWefz2EIjhqxI2ip7zqIssF1"
    "aaretG94vS+6NGvMMBa11edXv9GrE/sfZB56bexsoH+DlgH7u9yxrB/1EdWpa1fQ/lfK3E"
    "WJnMcY5bxMtsFubYUb5WcnIKSGoE/g1Yo9vp1xt9EazoHg5YT7lqt7DNORiw34BXrY+izT"
    "scsK9YwgL+DVi7ew08xv8F4WLubH7b5vEr2Aq2BtBdpPFDdXEc3rphaKuUPaZDEEF3nx4O"
    "lX/eLpmodk5GS31m6cw8wev9K+fjsqtX9Z//iYDIuJXkeZu+rfEI5MZmg+ofaAq10Dhloa"
    "knBvs5B1lfY8nIx4kjLBgB9b4mstdyWC6cd7vtEBfOW1GYby7PFViZX4bXi/j+x7NcZBVJ"
    "PYIyzPQDOPw5lsQce/YAxfNGsbwuzjZdZkV9Zk8+6WG20evyGFyPpIfZD8dmUX/A2TJtxO"
    "3EAWRkbeF5btDFTN+c42Fyye8i8zvJXylnfoQYfaGW9Q5/fPFSMtvensmweRk2X0BWHDxs"
    "/rlc4o8F+IiXk9jAqfRhe7ga9ljKQ4nxer6cDMXcJ61HS5/AVNAtfVu8MFygZY+1KuvMml"
    "Pjbhc4XeI4ZQXJ3pHaARjbhvLgUA0xUlnRwv34TE/yN8sDVN8ZRWGWUaqnb9+BT8q3BTcS"
    "E6MEzlafCoJSqeiYMRYKRn6gxOJkwh/ZjGuTcICTiKo6IV03B7+bDsRJXeImAjHJPV1YH0"
    "QXgz+SO+5GQGGLO3Q8sOqgVxdRWsDViS5CmoYi0gkmsEmdyCfsLS5J5pRaWEoBXrUgy1aJ"
    "ZidDGc90DNC6w5vWrYwxUTKap5DRPPbk2SDTQIxwN+5BpU42gIVNktRJ2RyxfOpCu8w1rr"
    "/UCPwbMLSGqe1WR7muEf84uvo9jzOVvwDmMYuGqaRZdAuzKLyOeS73CY+gyLO/SP4TsAHS"
    "gQEbKLDDlIdRXT9DDTCpvz6A/rqcW6pjVF8XscreltrrfYuinvIsRRgNKteeEEfDOr0s2T"
    "nu6UoUlhPCWI0MX7hgVck9cLVKHrTZkr4MJNcUpeow26STp2NExxwzZWATDlLFnBki+aZm"
    "3ptEs+DMmCYl+jjYte2cITiYGGt41a73RfjEVGOTGR1WhSjMONPH2ozc9NrYwHAnDPssOi"
    "H0Z4x+d5Nt4kkLJpCI2AaGzkdwPZ0R5eT1u1NMIDqvCglWn7g19zSs0AedFga/M7S5LdSK"
    "NCTiZ1SxrKAQn4Wc4xT60+eoWoCro5gtSgNONczpyaiTGtRMLb8XS5yBcOKnwMBOeiGl5i"
    "Is8dU1UrPLtE3EOJe2yNvYykW902wrNWJ/DthVr/ux1VZUeABrJPBlwJTLegvaxAf0uxBV"
    "xMQHnPu9r/Q69bbaakIP/4sbQaU01V73qxtHZX8rhnhoP40xDqeHMXgERWZrYeMYir6JLa"
    "kTxrMXPS/YrrUQ8sNhi3MXjANZ5Ya06tyJ5c4LK5EVwp53bCLZfJ110DmbQRyb57AO9lFk"
    "EAS4v8dtPjqfgGBh8YCl7oR8dQqEi/KNIB6IbP/anUFdQxya60BmMGtkBGKHsLxhsW4LUx"
    "86QkJcGjvo1YU8Ngfw4OJDocs2RT0Fe823qygIbmHxhJpjMXTqIeBt/YTXx64mfp2Z4R4I"
    "PeaLFOz+QIZ84dsgB0wYLqEHNX4y3brssSySBoWnCSQx+PHQwS/O7hZ0R2kRZcAZCmp8aY"
    "nYCkStGqjB7o8HcqBNJgaxtHtq2zixvDyWYMfC8g92mXhATsXbc9NVGqIMPTWXc5QEob8w"
    "uHK24ySRaXkaZSn14r3W18mM+HTkzZ0YpClh1OjZWRarx9lZutUDz/3QNtYvjXoPhGvxUW"
    "yL68RYqYnVutcHqftUMjo9R3S68wrPY9wOkEjL9haWbWdTkwf6AImEfgvo/W3RJou/T33A"
    "VEdXSqfZ6nyq5HwDOGQ14hwMWO+m0xEtzsGANYUutilUsR/rrTZmOrI/B6xR7zSUtmjyDo"
    "vxnkh8R6TuUZPfDXtU/L3a7yZ1Z3kfHFknB5QBiufVo74qDopC6LO4pSVk5E6fkyEimTsw"
    "BVYjUdG5HlWXRj7vUUhdPYDQ/uSANUYnoY1C6yboyAttjE5CG4OW2UFJG4Abp5TwxtZZ+h"
    "cdbzJ144QS3Ci41DC4oc6paSZmV033FYgRlkG1d2iXAek/vm//cZm4bKPJfmwO5KJS+qZ5"
    "boydsvmIlrRj4zLW2EEr/kaPc4RWcrrQnJa+dM/tS7dcYKR1bgaEyPakNiqn3f0Yw3GO1/"
    "krPtV3AO6NN9BRzfGswIae7RCscAekc9NuZ8vShVrQhFUlb1Ig4U7WgzdIeaby3vOS+KCt"
    "dT50UM3kf6i67HzaB1F4940oPKDUdQME4hMydFxhhVca4xjkhA8eRnDVvFQg6A+HPmsiUm"
    "mxAIZPqgSuw/0gL9sBDsa4g6HjToiHvbzwQrTDt4a2P6MZ9DBE1MitweeYaF0jU+EzCFeH"
    "Adh4tpyIWtELgwPgczPNi3EMnLGPHE0MejSmh20FueZUYBb3FwvZSurKlxZGwwWp0Isv4M"
    "UMO2vpuFdMxz2HYzEOpMLvE5RpD70zvWngYdjESyNAXmRNXqXRU+p2ESr7YMBurpp2i3MA"
    "LZ3GRb3zSbS5h1iq6lfFrl/lHkWX4+fxzHiWEKGCaQqeR6B032Vx6NeW8PBotnIqKxgHDp"
    "6oJre+TKq9j0BNFt+k5V3TgrRletE/f/ijg+0OtArhmLAj40e+YMiQvFGwoD07uW6K2Oxl"
    "3n1CZPYz/T4tLXdBPhX9T0jfFkJNNwYNiLkxohMnxyVGwd2JoDqUJ4U4aw4/kKHbbShye2"
    "izmS2hjpBjQhidE8QnLikf7tJCSh5RFLmF+I2XMJfGg/4AHd1YO5S/YRTdIo+aiTFwtxYK"
    "1UIYRwJxq2QOErSdTzRz9FpgYyfGiAWuhVWJsT5S2i2ktGvPpzwbTZ9Cxi5ss8/EBzMP7h"
    "6BhH0b2J3FNhfyARoJvkwCWmAnrtBrN48QGyKUsmyhZdklm8A2cpPSk0FC6dZzBDwerfIs"
    "lyGiMngZH8LtVfpPPbe6u6i5yEoKvfSeei7vqcLleiskrE8me3sexeb1jFsXPKK8ip6rrl"
    "NrmtBLnXK8WDVbTmjchzkptRgf8cmKwJhU5LwacX5PlszSZ2ToJ/AfnpChxe8pExrCe9hd"
    "YLIvLxezuLir9YvkgN7rtbJoGKewhXL4LkINREECqTcspt5QMD7OgJubVjMZfo8gwoHlUp"
    "+cINkmK9qzMmINpmIj+taWH4KSgfidsRwmzlSPgZkhHOewRTukNFfdTJqjbLJRYRafTDK4"
    "2Aw+quI7ks0bsjmwRcm+8QgQSUl1V5IqgroDUeqCH7Ph5klRKjD1CiVK8aUxpr0lqyTJUt"
    "7J6lphSnTDZJE5fERsop9MstDs9Moa+YuPasSJYPfLp0Jr1S1vQxYzzcJMoW4FVhjVooau"
    "JTuD7OEaiREKQO6uKg6tLCdTnKWrukZ28vgV40E2l/ggfZENo5V2q/NZabY6NeIeDVgf3t"
    "J9pVcjzsGAtTrwWv7Uq1/WiHc4YF+V8xqBfwP2CV7rN/DF/hyw8/aNcv35jxpxDgbssn7d"
    "7za7cB33KPpkPo8HvcxPGcxP+bXe6osW52B9xsrrz62rK2xwDoqcw3JhcAxVM9VbvkyqFJ"
    "W6rsYJZd6lhGAIGyM3SdUm+AZpJcTxvGGiyIKpol9oDnhjdBLaxKxhcUifyBZWFvv9obOE"
    "jad0fL/gelLyu3TIw1QS9/y4G9QyVhsov4J00h+pyJovmTbsR+CyTBv2o3Da1x5l1wIFNE"
    "5Sj70jPTZgugM1dlM3x1i3bPWrPdyRcSKrOtufgIXSZlvQ3hDZqStJ+uzA6epajTZ2VO00"
    "15k9hEQyHcosatAJ0YgY44S0LKy6Z5gWxgNWhcqZLy0yxMhDVfQZVkVZu0g9QF85jeMmeQ"
    "nt9XoiwtEZXBW0muWW32N2vCOOBZ1vMTvRFKYrmcL9jCicduhqrqMSkrojI90KblhnG4Y8"
    "ro11hGVW3JfTMamLD0SwUxJhvKfU4hdSix9m1CYK3vAIBZY7Kx3la43AvwFrdDv9up2txj"
    "vEFDZX7ZadwUYcDNhvN/V266No8w4H7Cvq6OHfgLW71/0awf/FUOEGH8VNeBmkL7RNpvys"
    "NKhm8gTfxHQFkE9R4IewsMofGdW57xilyJYor2SeQC6F8yIL5zIHVSnZKkMNZajhjwX9E4"
    "m/dqD5+tFj4ZLWlx3AKqM3n1Oj2Id39UxnVGGWsaok6BTDHapP5lKznP5ZtYqYRUx4rj7o"
    "FI4wnA9VaWJQkd4MI/xg4mDiMcvP821i/J/Ia/YB03OL07opOgdUfynxh3u/ptAumssReg"
    "KJ+T4kGpsQrwmzmiPOXh5z3UK9IZuYmOb8hAydtOf2RCfanMOlMF3bPcx0M6NW8eDKvMKH"
    "0RVDm8fH46VhbGT4jJDKTXihN+HBBSCP0iJKV0Ldxen7DKqL0/epmgs89T0R7LyLW5hObr"
    "qlvHMc0Et5p5y5P5xqVQk7cb+OVfoW3C4Gldmkjx7r9g73UTOJSZmFG9ilGUq3IRL6YqAY"
    "nBfVcOC2RNrf0apKhhP9jpqO/fv6ov7zm7N35MWUfnvphpeNVhY1k3bhh714Fit8uLqsTC"
    "Vc2C20TAmyo5Qg+AyK4xzb0yBNGYyYEava2VkWq9rZWbpVDc9FggU4s2B9yy0JROlKCPc+"
    "jJim/t8EmNdKAQ6F3IRuvP+338V5ZrdPUUIJ991phnn97jR1WuMp6fxw4AStof1froiEEK"
    "XUyxVOLxcTl9Olu8AmX1S+2VlV3ON7V6fJ0pFIyCW73xIkW7Zt4EjH+3ActnBwELJUbYGH"
    "6FMqA9XnYhbFwUKnY1HWR2PEHqBK7OKkdGIXHXqVJPJnJUvMQhMqdJ1SIlfK64WU12WhW8"
    "GFnYX6O3Jh0pRmmrFaK0wmgCq0ZEcI67p56tSJ8fYjsO87b3XqvT+S/Y/PE+rKnP/RV+oR"
    "5EOLUPblJERWpin9vJaOpacS39LW4evWj4wNWa0doQlYJHvHV27cU+OCaoY1AhkqaSsT7b"
    "J2O/MoOqtTt3fmLY1NSBYGH1PTFP46IhbQrm9IZpppEZNSViWjlTA44NtupJmYf28840kF"
    "G3c16I59fdLV5Inr05515JV/3i7ZGPlAxJXw3+m/Kod/ZTypNk/f3xQoZUVBF6ijVRyE9M"
    "rwpG7CY59MMrhwDM6hGdrne7BODX08TXr9OWfWvvU0v89Tr7p0xu74NfOjyNZbSnXpb5UH"
    "aph6Unhpuso/QFJGpf8+bLP4UOVA2OleQnRfZzKpvF5jUnmdYFJJ01Sk18BN11PIEri1J0"
    "rgPuvL7Pv/A0BVDlA="
)
