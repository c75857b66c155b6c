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
    "vMWlDjfh98usZxysoke0dqB2DsGsqDQzXESGXlFu7H53qSv1keRg2cURRmGaV6+g4d+KR8"
    "W3IjMTFK4Gz1qSAolYqOGWOhYOSvlFicTPkjm3NtSky+sPP6BwOdRHRVlXDYdJ6RrpuR30"
    "0O4iQycdOCmOSBLq14GNUBryUisJzKFeZIxDABkW7AOE4skwiFwi9OyYEZXYtuWDPAouyM"
    "DKCTwR/JPad+UNaazPCexxR6VLw5uikESgbvFDJ4x54vWyQWiBHuxxuo1LkFsI5JEnqUze"
    "/Kpy60h1yj/7lG4N+QofFLbbc6Sr9G/OPo8vc8vlPumhgXxgb/niDREX18ngeltdeTmD8P"
    "vDV5Li8Hj6DIs7ZIbg6wT9ENam6BM4cpj4MwP0OprlLAzJb2QNkWMg7SSatRkSVcdENCOT"
    "e7p2hHKGK5wx3NCIfGBDwUMwUVCKKcT+ACYXA1S5qUB9B/hXaO9DUyeuEyq0oeQKpV8lWb"
    "r+jLQJZTUTMQ0346CVPGdMIxZQk24SBVTF4isqBq5oNJNMtW82NQwRGvbSdvwcHEWKObdn"
    "0g4lhmGpvO6agq0AnGmT7R5uS218YGhjoK7IXplNC/YRoCN+spnrRgAonQeRDoYmyjDsrZ"
    "63fnmMl1URVwhD51ix9qWCoROi0Nfm9oC3IvQJKZ+zOqWN8Rv9oaqFNxUV8gxgNXR8RC1G"
    "icaZhclVEnR6uZWgcxlsEE2Ymfggd29hGJZxRhia9uwDNcoW2jYLu0RVZUKlf1TrOt1Ij9"
    "OWQ3ve6HVltR4QGskcCXIVOu6y1oEx/Q70qUcxMfcO73gdLr1Ntqqwk9/C9uKJvSVHvdL2"
    "5Am/2tGIq7/TTGJJweT+IRFFmshQ0oKfomtqTeMM9efb5gu9ZC6A/HrZJeMAlk1RvSyqQn"
    "1p0vrEZWCMPqqalki01mWudsBnVskcNMi8ZJmwD397jNRy8gUCwsHjCenpEvTqV2UUcT1A"
    "NRdkG7N6ibkRJtp6AzmDUyBrUjaAElrpIQ18aOenWhjy2AeXDxkYi1MkVhC3vNt8tZCGlh"
    "FYuaY851ClPgbf2E18euJn6dm+EeyHpM3CnE/QsZccFi22Q8ZNjDgB7U+AlLeBirpHSeBo"
    "WnCTQx+PHQQWidQgPTnLL2qC2iDjhHRY2vLBHkglyrkpFTPHYUGA/0QJtMDIKwp115A8Ym"
    "q6VQ/9D1C28HOKfi7bl5Q5G7cDvmaoGaIPQXtmue1VSdNVtnWsJMWdO+eK/1TTojPh15k1"
    "gGaUoYvntxkcWudXGRbtfCcz+09ftzo94D5Vp8FNsWPjXWamLZ9M3ZAnwqmSYgR5oA5xUe"
    "53Z68HWAREZe7xB57Wxq8rA+QCJZvwPr/W3RNou/T33EnFM3SqfZ6nys5HwDOGQ14hwMWe"
    "+20xEtzsGQNQUW2xRQ7Id6q40pp+zPIWvUOw2lLZq8w2K8JxLfEal71OR3wwGBv1eH3aTu"
    "LQGHo+vkYGWA4nlx1FfF4aJQ+ixuaQmp0dPnZIhIJnFMYauRCHRu5qpLI5/3KEtdHECgPz"
    "nYGqOTrI2y1s2Ukpe1MTrJ2hhrmR0dtgVz45SSvbF1lv5FJ9tM3TihZG6UudQwuKEuqGkm"
    "prlN9xWIEZYB2ju2y4CMEDh0hIDMILfVZD81B3JRsn7bhEPGXsV8QkvaqUkZix2hFX+rxz"
    "lCKyVdaElLX7rn9qVbLTG+PrcAQmQHgo3KaXc/xXCc03X+ik/1PTD31hvopOZ4VsaGnu0Q"
    "W+EOSOe23c6WLg1R0IRVJW92JuFO1oM3SHmm8sETxPhM2+h86HA1k/+h6orzaR9E4d03pv"
    "CAUtcNEIjPiJt3RXilMY5BTvjgYQRXzfZkwxglarviiUil5RIEPq0SuA73g7xsBzgY4x6G"
    "jjshHvfywgvRDt8a2f6MZtDDELlG7gy+wIz3GpkJn0G4OgzAJvPVVBTtXhocGL4w07wYJy"
    "AZ+8hBYtCjMT1sKyg1pxS2uL9YyFZSV76yMBouSIVefAEvZthZS8e9YjruORKLSSCV/T5B"
    "mfbQe8NNAw/DNl4aAfIiI3mVRk+p29XA7IMhu71p2i3OAbR0Glf1zkfR5h5izbBfFbuQmH"
    "sUXY6fxzPjWUKECoYUPI9C6b7L4qzfWEvFo9nJqaxgEji2T1l+vEzC3icAk8U3aXnXtCBt"
    "mV70zx/+6PB2D6hCOCbsxOSRLxgypG8ULGjPznKcojZ7KZCfUJn9lMtPa8td0E9Ffy+zqO"
    "nGoAExN8Z0amc6FVFw9yKoDvVJoc6ao1/IyO02Erk9tPnc1lDHKDGhjC4I8ieuKR/v0kJL"
    "HlNUuYX6jZcwV8ZX/St0dGPtUP+GUXSLPGomxsDdWahUC2UcCcStkgVo0HZy18zRa4GNnR"
    "gjFrgWhhJjfaS2W0ht155PeTaaPoWMXdhln4kPZh6+ewSS7buw3Vlsc3E+QCOZvwvzpRPX"
    "gZ24Qq/dPEpsiFDqsoXWZVdsCtvIbWqABgmlW88JyHi8zrNchojK4GV8DLdX6T/13HB3UX"
    "ORlZT10nvqubynCpfrrZBsfTLZ2/MAm/05t654BLyKnqtugjVN6KXO+HyaOSc07sOclFqM"
    "j/l0TWBMKnJejTl/ICtm6XMy8ks0jM7IyOIPlAmE8AF2F5jsy8vFLC7uon6RHNAHvVYWhH"
    "EGWyhH7iLUQJSckLhhMXFDIfi4AG5vW81k9nsEEQmsVvr0DMm2WdGeVRAbeCo2om9t/SGo"
    "GYjfGcth4kz1GDMzhOMctyyL1Oaq22lzlE23Kr3jk0kBF1vAJ1VeSYp5SzEHtijZNx4BIq"
    "mp7ktTRabuQZW64qdsuHlSlQpMvUKpUnxlTGhvxSpJupR3srpRmRLdMFlkDh8Rm+gnkyw1"
    "O72yRv7i4xpxItjtRMHoJgGtVbe8DVnONQszhbrlcGFUixq6luwMcoBrJEYoALm7qji0sp"
    "xMcZau6gbdyZNXTAbZXOKD9EU2jFbarc4npdnq1Ih7NGQDeEsPlF6NOAdD1urAa/ljr35d"
    "I97hkH1RLmsE/g3ZR3it38IX+3PILtu3Sv/THzXiHAzZdb0/6Da7cB33KPpkPo8HvcxPGc"
    "xP+aXeGogW52Bzxsr+p9bNDTY4B0XOYbk0OIaqmeodXyVVikpdV+OEMu9SQjCEzSM3SdU2"
    "/A3SShbH84aJIgumin6hOdgbo5OsTcwaFmfpE9nCymK/P3aWsMmMTh6WXE9KfpfO8jCV5H"
    "t+vhvUMtZbgF9BOumPVGTkS6YN+xGkLNOG/SiS9tGj7ChQAHGSOPaecGzg6R5g7KZuTrBu"
    "2fpXe7gTk0RWONufgIVCsy1ob4js1JUkPDtwuroR0caOqp3mOrOHkEimQ5lFDTolGhFjnJ"
    "GWhVX3DNPCeMCqgJz5yiIjjDxURZ9RVZS1i9QD9MFpHDfJS+ig1xMRjs7gqqDVLLf8HrPj"
    "HXEs6HyH2YlmMF3JDO5nTOG0Q1dzHZWQ1B0Z6dZwwzrbMuRxY6wjLLPivpyOSV18RgQ7JR"
    "HGe0oUv5AoflhQ2wC84REKrHdWOsqXGoF/Q9bodgZ1O1uNd4gpbG7aLTuDjTgYst9u6+3W"
    "B9HmHQ7ZF8To4d+Qtbv9QY3g/2JAuMFHcRtZBukLbZMpvygNqpk8wTcxHQDyKQr8EBYW/J"
    "FRnYeOUYpsifJq5gnkUjkvsnIuc1CVUqwy1FCGGv5YrH8i8dcekK8fPRYuaX3ZA1tl9OZz"
    "IooDeFfPdUYVZhnrSgKmGO5QfTKXmuX0z4oqYhYx4bn6VadwhOF8CKWJQUV6M4zwg4mDic"
    "csP8+3ifF/Iq/ZL5ieW5zWTdE5AP2lxB8e/JoCXTRXY/QEEvN9RDQ2JV4TZjVHPnt5zHUL"
    "cUM2NTHN+RkZOWnP7YlOtAWHS2G6tgeY6WZGVPHoYF7hw+iKgebxyWRlGFsZPiOkchNe6E"
    "14cAHIA1pE6UqIXZy/zwBdnL9PRS7w1PdEZudd3MJ0ctMt9Z3TYL3Ud8qZ+8OpVpWwE/fr"
    "WKVvwe1iUJlN+uixbu9wHzWTmJRZuIFdmaF0GyKhLwaKwXlRDQduS6T9Ha+rZDTV76np2L"
    "/7V/W/vbl4R17M6LeXbnjZeG1RM2kXftyLZ7HCh6vLylTChd1Cy5Qge0oJgs+gOM6xPQ3S"
    "lMGIGbGqXVxksapdXKRb1fBcJFiAMwvWt9yaQJSuhOw+hBHT1P+bwOaNWoBDITehW+//7X"
    "dxntntU5RQw313nmFevztPndZ4Sjo/HDlBa2j/lysiIUQpcbnC4XIxdTlduwts8kXlm71V"
    "xT29d3WaLh2JhFyxhx2ZZOu2DRzpdB+O4xYODrIsFS3wOPoUZKD6UswCHCx1OhFlfTRG7A"
    "GqxC5OSqd20aFXSSp/VrLELDShQtcpJXKlvl5IfV0WuhVS2Fuov6MXJk1pphnrjcpkAlMF"
    "SnaCbN00T506Md5+BPZ9l61OvfdHsv/xZUJdmcs/Bko9wvnQIpR9OQmRlWlKP6+lY+VB4j"
    "vaOnxs/cTEkNXaEZqARbJ3fOHGAzWuqGZYY9ChkrYy0S4btzOPorM6c3tn3tLYhGRp8Ak1"
    "TeGvI2IB7fqGZK6ZFjEpZVUyXguDA77txpqJ+fcmc55UsHFfg+7Z1ycdJk9cnw6MkVf+cb"
    "diE5QDEVfCf+f/rBz/lfEkbJ6+vylQyoqCLlAnCxyEcGV4UreRsU8mBVw4AedAhg75HqxT"
    "Q5/Mkl5/zpmNbz3N7/PUqy5dsHt+zfwouvWOWl36W+UrNUw9Kbw0HfIPkJQR9D+EbRYfqh"
    "wcdrqXkLuvM5lUXm8wqbxOMKmkIRXpNXDTcQpZArf2RAncZ32Zff9/8EqL8A=="
)
