"""Exports, the attempts of imports, and a timeline without what imports left as it was."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        CREATE TABLE IF NOT EXISTS "lead_exports" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "secret_digest" VARCHAR(64) NOT NULL UNIQUE,
    "format" VARCHAR(16) NOT NULL,
    "lead_ids" BIGINT[] NOT NULL,
    "actor" VARCHAR(200) NOT NULL,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "taken_at" TIMESTAMPTZ,
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
    "eJztXftz2kjy/1em+GWTKs6Vh53NsVdXhUGJ2WDwAk52b7kSAsZGa5jhJBGHu2/+92/36P"
    "3CEi8LZapcRoymR6J7NJr+9Ot/lQWf0rl5Vp9Y+lfdWldq5H8Vpi0oHMTOVUlFWy79M9hg"
    "aeO56KwFe41Ny4AGaL/T5iaFpik1J4a+tHTOsHeXUTKZaeyenpGRuRr/RSeWaq2XdEQ0Nv"
    "Wb9OmI4O0Qa0YJF20O3bRKHmfcpMTgj2ShrcmYknsOw5o6m9AzvI0pn8B96Oz+KFccsiGr"
    "E5MaujYn+pToJmEcaPlioVuEG1NqwJVfAGOYicziDK5VhZ4vR9hXY3YfojO4jD6ZIfUMbp"
    "4Az6lmmGSuWXB6TO+4QaGLZpFHzRwyg2owzNLgX/UpncJtwwlso0BiWnxJ4Ptoea+aTFua"
    "M26p3xY6G9XgTin8amp81SfUPHPFNxKcWzH9PyuqWvyeAhsM4N+f/4ZmnU3pN2ri1z8r4R"
    "+CVPAfev1ZCXIX233WihmTSjfRFktNv2d5O7rND3B/7ne83eWDeqfT+TQ0qW0S0W7fILRd"
    "6vctZn0QfXHejNUJn68WzO+/XFszuA2XQGcWtt5TRg2QCl7BMlY4z9lqPnceCXfq28z0u9"
    "hcDNBM6Z22muPTgtT2DfhtFVXtdAdqXxmoaiX2JLkUganuNE04w6cQbtUUDLjHW/jb39+8"
    "efv25zev3r57f3H+888X71+9h77ifuOnfv5u34zPLXsowbPWx1ZngDfE4VG31wBs+C5oNE"
    "uzqcRk8bkfl2lYEgP/fGuaLJD4EE8LxxXFJum4Db54/LVro3z6/5k37W8vfoLnbLIyDMrg"
    "MdPElH/x8qeXO4htgwR+bzXfC3b77HWfgDBTGzPNUNhqIfjZguE1WK9ifHVpI9yEmzkqNz"
    "fO9kqjfn1Tb33sqI2eUh8ozRqJtgyZ13J704z0cVqGrNnqN7qfld4f6q/dS3+wxOZo799u"
    "ldt4Z7s12rc/qPcSRnaao71vet2PPaXfjxP4Z2L33r2+aStJd++eiFJ8qLfa8e52a2z0eq"
    "ehtBO6eyeGDO7tA9D24YodOC9uJd42ZG2l3vRZHfzmnPPkFfzmnGsqzo8MfnPOATc/Kmrj"
    "qt756PUItdn9+uq10vN6uN+GTHyqt51mt6PUSPAbzKVuZ1BvDFTls9IZqO3uR0Gf1Brt60"
    "++pOZob+/nJTbDxuLmpgur6zU2eixMaAz39O4hoTHcE+ZW40pp3rajvQMnInfhz4zE5khv"
    "f5YmNod7X7fsZyDeNmRX3X6ABcFvzjnvRwe/4arQVjrNek/9oChNtXujdOyVId4a7dtTPn"
    "c/xTs7zc4cbF3fdHuDyPQON4Z7eitDQmO4Z3BVSG6P3IPP68TmcG93NYi3RUb15Z3Y7D5j"
    "yu/Y7j9l7vfohjxll7LQvqlzyu6tGXw9f7/h9fe53oPHu/fi/P3L8C6k45x5I06FX5DRrW"
    "n8RZm86YjSFfklmX1LeCRm591yh+meeXd3ertvXwARPSm7BCKEW4nAUW5+bAmADsCNPAuN"
    "R1DCFebNq1cZlhjolbrGiHNhDk+ppenzOIt/7Xc7ySz2KSI8nuoTi/wfmevmKS4xG1iLvM"
    "CRF6b5n3mQoy+u679Hmd1ody8Fc7hp3RtiFDHAZYTxfCI03amqWXHuN4Fvlr6gyRKIkEbF"
    "4NCeuQflEsagda3APu/6JiQR3KXimTeidR1pffEuIiVvEPKlNbgi+JX8CzSWqOC8foN/Vf"
    "CetJXFVcYfVW0a5Inb7DZ9R/js7iEA4WDDWJs8PGrGVI2d4W94Wt/4qcWbRbRFY9q9EBJy"
    "E+/ThZ6XSw4sXVBmVZKQ6cDp6kZw2u9oZgOo6wRnHjGpRTRTn1Jyxw2ikbkAW+8MviAj09"
    "IMy4Q5PCKrJbE4GVE2Fd9/ISOkVv/LGRXgrsCSGSW6wGyJBuKhU6KzOEx9pOsiWN2hOoK7"
    "zuiEiQvNYPKQGfS1HjnxVD8SZCACypxNaI3Qb5P5ygSOkcD0ryKCjRde6PfwxMJZuNpohb"
    "i6DbRTeEKBHL4aiLIjos7viN7Q4EUx1Yyad9eMfoXbs8F3GFY0izs2dJOa5BFun2CXtQvs"
    "Z4Wu8Uc6WxuPmUEgGfmx6Xxao7UyE2kkGF1MMFq35rm0QI9Abs6ybc5CT0KeHUKIUO4PCr"
    "c/CArZefvkFXGATAq40AL29hT51soAUQnXy3fnGZbLd+epqyWeCi+Wcz4R26UEqyj9lrIh"
    "CNJsxeSCoTSbHhvl98FmJdZ7atrdzke3e1SzjSJk9qZTnevsIQ/jY4SS+/m5z7hFzTxc9w"
    "gkt/Nz21dQtnEP8KmPt5hXPAW0kk8GlYA1M2C/DFjGAtawgGUrYM3qdNX+VfdLjTgH29iv"
    "Xr/L8I54HX21++8IPBVdr0A2c9WgmpnvRREjlE9Q/idolaSv3962msk8XyWq6ytoPkOibZ"
    "6aLbX2oIsSXFI1NDblCxVv5XD+SYLbb+3ZHdySit8eWZocTCjO3XQjYYDkeU2Er3bYUto4"
    "yJvX5z+fv3/77tyDP7yWTahHgsEPnm9rK0g+TCkVskIrZKvldEsxhykLJeYOf3xxoJXo5A"
    "QcAKizg8MBImmw39ZgH4D+s3M+QCS9VXKxPmZnDEsiLoYP3KD6PftE1zF1JcJ6x0bYdoY5"
    "MRF8d+eY2+o/oIb26JmSglMPfjv8YmrZSl2936g3lUpsWdkDS694JgeJgq0nWTkaWEZDHI"
    "Xrk85tu135nm4LD+zEOLMwAIB+dW3OkeXEof/wqUfnaRCew++GPZbylZ7iOp7G9++HdBxo"
    "OA5slQSvAe9cdZPLgOsCl9lfwCU4Iy3LtEPIdJPYUqiKeC1hzkYr9kRzbN7QEaaXhaFaL4"
    "R4Yrbzl0kuAoe8VBb7eVhZcA3g4b2l2yqYX00yk0vLeGEt467Qshp73P4ltPMcyGnRv7MY"
    "m9NBvAiZhPDyQ3iWZsDCpjJ9MstnzozQlYH34Yl+kWmiX2yY6BeJDiCnZnOoNwatz0peg4"
    "NNVSP255Dd1G9FwI79OWTIIziBQU3OUUEMChIx/BEApVIihlLMOV21AxsQ3ZxwdJ1V/+Lj"
    "HdXTpjvWr3x8uvKP66dRWHBHNpUMiAq7AH5bcmNXmAMZpIiBysomB6yjzNItPcnzJS+7Wv"
    "ZY67IyTF/saV61FmWeVwsKyskeuHSN45SVSaBM3FPViSbZjVd9HKohRioTtw4KyAYx7CRQ"
    "NoJxbwBmY8h6tnRjC2qacG+EG2SizednZBQIQxTRUo8zyjBUaoYZtxjm+xr5Ss7IO42RVI"
    "+GblnwdcofE4K4Dns5jN0aiThhZxiOAO/KJBbnD2SpGdYvpIPxUzCCQQnjYz5dE1PTp3AT"
    "8PaBpRDGmqzVB7oe+cCx090S/6EVRqjh4AglD9mc32NHkaDMIto9zBtyTy07xOxON0yLCI"
    "FkxpCDhqtwOKjEhQuLC+PqyWhCtHU2PCdAXmSkuKJc11vtGhEfQ9ZudT4pzVanRtyjIRuA"
    "LjdQejXiHAxZq4Mph3r16xrxDofs5kokFRIfQ9YdXCGN+CgG/DPVDTpJhqGziTQ0QKGF2u"
    "pcdm87TRSPOABx3A6cJveoGEIxV4uFZqzzWAYCJEUWQmHNAjKZQYkRMol3/3BiLiXeLT1k"
    "ny2xUqEttwdxUYgoinlYnUC6F6Y/rwJ2eJYHkqzkdkGO0x7IB7ysSq90AZcu4MUSwUFcwL"
    "VwyqwdORtJwHVSi0tW9sZX1txu4YcE1l3rO53eGPxOF4yOoevxTtVNEPvU664u7f45cPYl"
    "NUzOiPiDb3PNuuPGoko0ASmTv/iYmNoj4sYLrIcB36uBXjONTef0ZQCXTobX934VgaqblD"
    "JVZ7D5t2ALY3k51ID8J8x7Jlqd8hzO8MThEJlrpvULGWEhDso0O8EZ5jtbaNZk5gRem3bS"
    "M8wwCfd5N2R2gRHT9cU2Z9pSuGvjl4+Gtpz91iZiIbUbMVcaitasEthYCTKTaQ9URTfvM9"
    "LFAiJYMmS8Jnd8PuePdhEQuA9kC9zPkNm+3yhdLDlCvy1hU44p3BLStqVA+X9WgB3uu85h"
    "KR7bTLWx+xDU73e3eQGTywj5hPsdAjMv7EYe6gJXXatRx3K/h/fTpR2hoHaE4LTZBnUO0h"
    "cZ76zsYjv4olzWCPwbso+gTt/CF/tzyC7bt0r/0x814hwM2XW9P+g2u3Ad96gYULazJuRQ"
    "Hn2KIgu2SD7WzgtIXRkJhrl0k0GErBTcPrbZIPouyjrJo3SlYH54qr/NNNXfbpjqb+NTfa"
    "zzPFPc6V4GxO/YM9vgSct2Oqvd/pLXWySh44ulxnLZewMkkuP5OU4XiTUD0hdsj6AM3I4s"
    "1G8yLdRvNizUb+J7klnOdKEeQRkZnIm/G9gb5e4jHZu6lWt9DpCUgcPHXjBkbtbj89yHcW"
    "JMT4VpQjQlyoK0twxxiFKqotgv3cI5Ik69BweJgnG8TF4SmJw44fFJr43kEcjSSDuURorA"
    "3BEj25xrKatXhC4igzskLBf3m93by7ZCbnpKo9VvOZLwniBxEpugQbetbT2l3k5ktmNfyT"
    "PXY4Ryzu8w5327Vx4ZhKmkAHYQQMR2mWPTlEBZJh+Wve2dYsbJPFunGHGhXEvl1im6dQqY"
    "kzMbiQN28RI9Pz+C+12xXJMK4Xz3l53NY0cPsZImB6lGnMT8J/9pF7zjejUWa2bv6tNYFG"
    "87MZ03ONq50/1pHzs/A0+WJKMm1YzJTBQFXVK+nFPXAw4aFjCDPB83MylvaA5q4Q4HM2bl"
    "x6tjTdLHGbq6acRYMWzSzAc6FePBnx0d/qita9DhRuk0W52PwhFPFOoUkeyYhdQuaPrIjQ"
    "dqnJERjDQiE75idiz5kEFDYOAqMTm0a5ZIa4rXnNM7y/VVEzeIrnHoyqYZcx1uAH+PXT6Q"
    "MG7N4MfDVTyHPv9Kzi2YQ2b784noecfZj6yWVeG9d4clJswaDDpfi5MzPsdf6bjoofMcZZ"
    "bnGbjQ1iJWP3sp0kil9eTMqpFOUc+3ZKL0xKvx/tJNrpBucjIN62EDbib4qBq6lgexCNJI"
    "vGIXvOL0UoM6L7VKPgm4ZDX3pThkvdtOR7Q4B0PWFHkimiJNxId6S1Qjsz+TC5RF3+7P49"
    "4J7+ocOJPT+3i68avDvh32Bizlh+yeBao7FXa6nq1ir5eDqTE6ydooa6lhcEN1clvFWZvu"
    "DBEjlB4RWzgKyuQVPwL07KndeaUcIpSeGUWWsUAothJymFJKuchSRjdthC63WrIjtFLShZ"
    "Z0GKLLjphFCKXhcF/2q0mgzNeOppZgxbATE0VWg0tkGiZbsdJtLjHla081BUIJC0rC+vA+"
    "gK+MCVXR6LEbx/pioN6qTJP0oBmpRRXLBBOeW90y3XSHFSIzWuy+eMmZ0XBkkkAyEfOMjP"
    "DS4RTMm0v3xY16+76AsPuhZQzGV2cwp8wRmWlmVZjtqDaZkam2JncGX5DRdbfTrP8xIpg8"
    "QhOwN442+t/Q3qMO4f6GlVd/r716NYT7HlYom9ptr38Wbd9HaMcb4eZF/S9ndARXH91R2P"
    "FM9Xtq+uk3+lf1v725eEdezOi3l67tzaSg1HqWwIk2h+E1gyA95uqYTjGxRSgTtpfamnHR"
    "LbORLmhKk6YyaSor2vp5BFOZ95DmYXKIqIScfneegdHvzlP5jKcikX3BlTePWTJGKG2TO9"
    "gmAy+hPPM9Qla2pJf7n+4S0N5myp8cOFLKbMxSzPNtqw8GlZTdtN59J6AshtobyqCFat2O"
    "0MCcW1d8XqYcqAdFBoRndQIy4HpcpyMDXpnILL68TgpLUGA14sJvoLnerbBGTpL77mYCob"
    "mDao/JHEfE0E1q2p63qO+viV347IyM7Dpo8MDQaC2qoEer6CVqTzk9sYDVI8ydkZ2A0i87"
    "NWS6SEQJFzDwAn3hZFwlMIApfGi5k5XSxLSU7lwjtizs5JRE/CqhcDvJNTFLZjQfpXlQp1"
    "rxgzP33tIFV2B06Rd54h7swODUmw/INDZoyjkh0eQLSpxD4hxFexscIcOczAwlM0MdkcH7"
    "zgwlU8kd2ydPJkqUWbjKzPNnAv4LxvWD4/4yo9+R57VMJXwsTss8fgcIxPChhK2i5zzqIu"
    "uFlWar3+h+Vnp/1Ih3OGSt65tub1Aj9ifWPujc1ttY+QA/h+xDt3ddI/g/iqFlWdsPUM7X"
    "SoyVyRznuEO8zHZhjh3lSyWnpICkRuDfkDW6nUG9MRDBiu7hkPWUm3YL25yDIfsNZNX6IN"
    "q8wyH7giUs4N+Qtbt9kDH+L4gUc2fz2zWPX8FWsA0M3UcaP4SL4+ytG4a2TtljOgQR7h7S"
    "w6Hyj7sVE9XOyXilzy2dmWd4vX/mfFz29ar+898RJjJuJXnepm9rPAK5sdmi+geaQi00Tl"
    "lo6omx/ZKDrq+xZM7HiSMiGAP1oSay13JcKVx2u+2QFC5bUTbfXl8qsDK/DK8X8f2PZ7nI"
    "qpJ6BGWY6Udw+HMsiTn27AGK541ieV2cbbrMivrMnnzSw2yr1+UpuB5JD7MfTsyi/oCzZd"
    "pK2okDyMjawsvcoMu5vr3Ew+RS3kWWd5K/Us78CDH6Qi3rHf744qUUtr09k2HzMmy+gKI4"
    "etj8c7nEnwrjI15OYgOn0q+7s6thj6V8LTG/ni8nQzH3SZu5pU9hKuiWviu/MFygZY+1Lu"
    "vM0hdLbsD+mj/ug1lisB5sFco5sRbUuN/HpLrGcco6o+ztux2tsmvcEw7VECOVlVuovMz1"
    "JOe8PIwaOKMozDJKtVQdOkpM+YYrViUlVsw5W30qYkylomPGwDEY+SslFidT/sjmXJsSky"
    "/sIgjBqDARilYlHHboZ6Trli9wM6k4WV/cHComeaBLKx5zdsBriXA1p8yHORIBX0CkGzCO"
    "E/gl4sbwi1OfYUbXohsWWLAoOyMD6ARvHnLPqR/BtiYzvOcxhR4Vb45uiheTkU6FjHSy58"
    "sWWRhihPtxnSp1IgYs+pIEtWVzUvOpC+1O2Oh/rhH4N2RoKVTbrY7SrxH/OLr8PY+jmbsm"
    "xoWxwRkqSHREh6jngbTt9STm/ARvTZ7LJcQjKPKsLZJPCOxTdIOaW4DyYcrjwPHPUNesFJ"
    "i8pT1QtoWMg3TSxFZkCRfd6lLOze4pGl2KWBtyR5vLoTEBD/JNQQWCkPATuEAYic6SU+YB"
    "9F+hnSN9jYxeuMyqkgeQapV81eYr+jKQElYUWMQcqU52mTGdcMzvgk04SBUzvYiUsZr5YB"
    "LNstX8GFRwxGvbmW5wMDHW6KZdH4ign5nGpnM6qgp0gnGmT7Q5ue21sYGhjgJ7YTol9G+Y"
    "s8FNEYsnLZhAIs8ACHQxtlEH5ez1u3NMe7uoCjhCn7qVIjWsKwmdlga/N7QFuRcgycz9GV"
    "UsholfbQ3UKU9pI+VwdUQsREHLmYaZaBl1EtqaqUUjY+lekJ34KXhgp2qReEYRlvjqBjzD"
    "Fdo2CrZLW2RFpXJV7zTbSo3Yn0N20+t+aLUVFR7AGgl8GTLlut6CNvEB/a5E7TvxAed+Hy"
    "i9Tr2ttprQw//ixv0pTbXX/eJG/9nfiqG4209jTMLpwTceQZHFWtjom6JvYkvqOpQAVeVj"
    "f4BI6g970h+OW1K+YBLIqjek1ZT3dIak1aVwGlkhDKunppItNplpnbMZ1LFFDjMtGidtAt"
    "zf4zYfXaZAsbB4wHh6Rr44Ze1F0VFQD0SNCu3eoG76TrSdon9NjYxB7QhaQImrJMS1saNe"
    "XehjC2AeXHwkAtNMUQXEXvPt2h9CWljyo+aYc50qHnhbP+H1sauJX+dmuAeyHrOcCnH/Qk"
    "ZcsNg2GQ8Z9jCgBzV+wnonxiop96lB4WkCTQx+PHQQWqfQwDSCafNBkwNtEXXAOSpqfGWJ"
    "iCDkWpWMnEq7o8B4oAfaZGIQhD3tMiUwNlkthfqHfnJ4O8A5FW/PTbKK3IXbMVcL1AShv7"
    "Bd86ym6qypTdOyizols2W2zwK91jfpjPh05M34GaQpYazzxUUWu9bFRbpdC8/90Nbvz416"
    "D5Rr8VFsW/jUWKuJNeY3p1bwqWROhRw5FZxXeJzb6ZHqARIZpr5DmLqzqcnD+gCJZP0OrP"
    "e3Rdss/j71ERN03SidZqvzsZLzDeCQ1YhzMGS9205HtDgHQ9YUWGxTQLEf6q025ueyP4es"
    "Ue80lLZo8g6L8Z5IfEek7lGT3w0HBP5eHXaTurdsJY6uk4OVAYrnxVFfFYeLQumzuKUl5J"
    "FPn5MhIpnxMoWtRiLQuZmrLo183qMsdXEAgf7kYGuMTrI2ylo3rUxe1sboJGtjrGV2dNgW"
    "zI1TSvbG1ln6F51sM3XjhJK5UeZSw+CGuqCmmZgTON1XIEZYBmjv2C4DMkLg0BECMt3eVp"
    "P91BzITUszthNzmFKGCRRZylgZCq34Wz3OEVop6UJLWvrSPbcv3WqJ8fW5BRAiOxBsVE67"
    "+ymG45yu81d8qu+BubfeQCc1x7MyNvRsh9gKd0A6t+12ttxyx8/OdCpT+eAJYnymbXQ+dL"
    "iayf/QS7b1tA+i8O4bU3hAqesGCMRnxM27IrzSGMcgJ3zwMIKrZnuyYYwStV3xRKTScgkC"
    "n1YJXIf7QV62AxyMcQ9Dx50Qj3t54YVoh2+NbH9GM+hhiFwjdwZfYHkAjcyEzyBcHQZgk/"
    "lqKiqcLw0ODF+YaV6ME5CMfeQgMejRmB62FZSaUzdc3F8sZCupK19ZGA0XpEIvvoAXM+ys"
    "peNeMR33HInFJJDKfp+gTHvoveGmgYdhGy+NAHmRkbxKo6fU7dJp9sGQ3d407RbnAFo6ja"
    "t656Nocw+xwNqvil11zT2KLsfP45nhrqhxyW0sf+LR7OTadDqIwUE8m/KjNhJ8PQGw5lmi"
    "7gr2KD1nvGNwk5ZXAEHaMr3onz/80eHtHlCFcEzYickjXzBkSN94Erc5bpRpwVacJMa6N5"
    "ApzLTTJfXGAKujPmMkpJ06OgWL8PJKP4FD+Hmsn4YguqD0i/5eulbTDewDYm6M6dROHytC"
    "C+9FpCIq6QIjMEe/kJHbbSQSpmjzua32j1FaQsNfEORPHH443qUF9DCmiGMITAMvYa6Mr/"
    "pX6OgGMCKoAaPoFnnUTAwsvLMQqRAIBxKIWyULbUrtjLmZQwIDE06MEYsGDOOzsT4SQigk"
    "hGDPpzx6k08hA0J2UZvwwczDd49Asn0XtjuLbS7OB2gk83dhvvSMO7BnXOi1mweTCRFKaK"
    "bQ0MyKTWEbuU0V2iCh9JU6ARmP13mWyxBRGVy3j+FLLJ3SigF4Fi/BW0lZL13SnsslrXAJ"
    "9ArJ1icz6D0PsNmfc+uKR8Cr6LnqJljThF7qjM+nmRNt4z7MyVPG+JhP1wTGpCKR2JjzB7"
    "Jilj4nI7/uxeiMjCz+QJlACB9gd4EZ1LwE1+LiLuoXSax90GtlQRhnsIVy5C7iN0QdD4kb"
    "FhM3FIKPC+D2ttVMZr9HEJHAaqVPz5BsmxXtWQWxgadiI/rW1h+CmoH4nbHEMM5UjzEzQ4"
    "zTcWvdSG2uup02R9l0q3pGPpkUcLEFfFI1q6SYtxRzYIuSfeMRIJKa6r40VWTqHlSpK37K"
    "hpsnVanA1CuUKsVXxoT2VqySpEt5J6sblSnRDTNw5vARsYl+MslSs3NWa+QvPq4RJy2AnX"
    "0Z3SSgterWDCLLuWZh+lW3xjCMalFD15KdQQ5wjcSwDyB3VxWHVtboKc7SVd2gO3nyiskg"
    "W5xBkL7IhtFKu9X5pDRbnRpxj4ZsAG/pgdKrEedgyFodeC1/7NWva8Q7HLIvymWNwL8h+w"
    "iv9Vv4Yn8O2WX7Vul/+qNGnIMhu673B91mF67jHkWfzOcJS5BJP4NJP7/UWwPR4hxsTgPa"
    "/9S6ucEG56DIiUGXBsf4P1O946uk8lup62qcUCazilqHPB65mb+24W+QVrI4noxNVK4wVf"
    "QLzcHeGJ1kbWIqtjhLn0jBVhb7/bFTr01mdPKw5HpSRsF0loepJN/z892glrHeAvwK0kl/"
    "pCIjXzIX248gZZmL7UeRtI8eZUeBAoiTxLH3hGMDT/cAYzd1c4LF4Na/2sOdmCSywtn+BC"
    "wUmm1Be0Ok/K4k4dmB09WNiDZ2VO3c4Zk9hESGIsosatAp0YgY44y0LCxlaJgWxgNWBeTM"
    "VxYZYeShKvqMqqJWYKTIog9O47hJXkIHvZ6IcHQGVwWtZrk1DZkd74hjQec7TPk0g+lKZn"
    "A/YwqnHbqa66iEpO7ISLeGG9bZliGPG2MdYZkV9+V0TOriMyLYKYkw3lOi+IVE8cOC2gbg"
    "DY9QYL2z0lG+1Aj8G7JGtzOo2ymAvEPMC3TTbtlpgcTBkP12W2+3Pog273DIviBGD/+GrN"
    "3tD2oE/xcDwg0+itvIMkhfaJtM+UVpUM3kCb6J6QCQT1Hgh7Cw4I+M6jx0jFJkS5RXM08g"
    "l8p5kZVzmVKtlGKVoYYy1PDHYv0G4EvGwu0lFi5pfdkDW2X05nMiigN4V891RhVmGetKAq"
    "YY7lB9Mpea5fTPiipiFjHhufpVp3CE4XwIpYlBRXozjPCDiYOJxyw/ebqJ8X8ir9kvmPNc"
    "nNZN0TkA/aXEHx78mgJdNFdj9AQS831ENDYlXhOmikc+e8nhdQtxQzY1MXf8GRk5ueTtiU"
    "60BYdLYbq2B5jpZkZU8ehgXuHD6IqB5vHJZGUYWxk+I6RyE17oTXhwAcgDWkTpSohdnL/P"
    "AF2cv09FLvDU90Rm513cwnRy0y31ndNgvdR3ypn7wykBlrAT94uDpW/B7QpbmU366LFu73"
    "AfNZOYlFm4gV2ZoXQbIqEvBorBeVFiCG5LpP0dr6tkNNXvqenYv/tX9b+9uXhHXszot5du"
    "eNl4bVEzaRd+3ItnscKHS/bKVMKF3ULLlCB7SgmCz6A4zrE9DdKUwYgZsapdXGSxql1cpF"
    "vV8FwkWIAzC9a33JpAlK6E7D6EEdPU/5vA5o1agEMhN6Fb7//td3Ge2e1TlFDDfXeeYV6/"
    "O0+d1nhKOj8cOUFraP+XKyIhRClxucLhcjF1OV27C2zyRTmhvZUaPr13dZouHYmEXLGHHZ"
    "lk67YNHOl0H47jVmMOsiwVLfA4+hRkoPpSzAIcLHU6EWV9NEbsAarErvhKp3bRoVdJKn9W"
    "ssQsNKHq4Sl1h6W+Xkh9XVYPFlLYW6i/oxcmTWmmGeuNymQCUwVKdoJs3TRPnTox3n4E9n"
    "2XrU6990ey//FlQl2Zyz8GSj3C+dAilH05CZGVaUo/r6Vj5UHiO9o6fGz9xMSQ1doRmoBF"
    "snd84cYDNa6oZlhj0KGStjLRLhu3M4+iszpze2fe0tiEZGnwCTVN4a8jYgHt+oZkrpkWMS"
    "llVTJeC4MDvu3Gmon59yZznlSwcV+D7tnXJx0mT1yfDoyRV/5xt2ITlAMRV8J/5/+sHP+V"
    "8SRsnr6/KVDKioIuUCcLHIRwZXhSt5GxTyYFXDgB50CGDvkerFNDn8ySXn/OmY1vPc3v89"
    "SrLl2we37N/Ci69Y5aXfpb5Ss1TD0pvDQd8g+QlBH0P4RtFh+qHBx2upeQu68zmVRebzCp"
    "vE4wqaQhFek1cNNxClkCt/ZECdxnfZl9/39FA2Fx"
)
