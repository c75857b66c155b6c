"""The first tables: campaigns, discovery, profiles, leads as far as conversion needs them, activity."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        CREATE TABLE "activity" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "transaction_id" XID8 NOT NULL DEFAULT pg_current_xact_id(),
    "kind" VARCHAR(48) NOT NULL,
    "subject_type" VARCHAR(48) NOT NULL,
    "subject_id" BIGINT NOT NULL,
    "campaign_id" BIGINT,
    "actor" VARCHAR(200) NOT NULL,
    "detail" JSONB NOT NULL,
    "occurred_at" TIMESTAMPTZ NOT NULL
);
CREATE INDEX "idx_activity_transac_c2a7f5" ON "activity" ("transaction_id", "id");
CREATE INDEX "idx_activity_subject_bc75f8" ON "activity" ("subject_type", "subject_id", "transaction_id", "id");
CREATE INDEX "idx_activity_campaig_483df7" ON "activity" ("campaign_id", "transaction_id", "id");
CREATE TABLE "campaigns" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "name" VARCHAR(200) NOT NULL,
    "description" TEXT,
    "target_niche" VARCHAR(500),
    "status" VARCHAR(16) NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL
);
CREATE INDEX "idx_campaigns_created_53ef6a" ON "campaigns" ("created_at", "id");
CREATE INDEX "idx_campaigns_updated_2a3523" ON "campaigns" ("updated_at", "id");
CREATE INDEX "idx_campaigns_status_df80af" ON "campaigns" ("status", "id");
CREATE TABLE "discovery_jobs" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "name" VARCHAR(200) NOT NULL,
    "criteria" JSONB NOT NULL,
    "status" VARCHAR(16) NOT NULL,
    "attempt" INT NOT NULL,
    "profile_count" INT NOT NULL,
    "error_message" TEXT,
    "created_at" TIMESTAMPTZ NOT NULL,
    "queued_at" TIMESTAMPTZ,
    "started_at" TIMESTAMPTZ,
    "completed_at" TIMESTAMPTZ,
    "campaign_id" BIGINT NOT NULL REFERENCES "campaigns" ("id") ON DELETE CASCADE
);
CREATE INDEX "idx_discovery_j_campaig_287506" ON "discovery_jobs" ("campaign_id", "created_at", "id");
CREATE INDEX "idx_discovery_j_created_fd53be" ON "discovery_jobs" ("created_at", "id");
CREATE INDEX "idx_discovery_j_name_7de82c" ON "discovery_jobs" ("name", "id");
CREATE INDEX "idx_discovery_j_status_167f58" ON "discovery_jobs" ("status", "created_at", "id");
CREATE TABLE "leads" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "name" VARCHAR(300) NOT NULL,
    "email" VARCHAR(320),
    "phone" VARCHAR(32),
    "company" TEXT,
    "role" TEXT,
    "location" TEXT,
    "time_zone" VARCHAR(64),
    "website" TEXT,
    "bio" TEXT,
    "followers" INT,
    "source" VARCHAR(16) NOT NULL,
    "stage" VARCHAR(16) NOT NULL,
    "score" DOUBLE PRECISION,
    "tags" TEXT[] NOT NULL,
    "notes" TEXT,
    "do_not_contact" BOOL NOT NULL,
    "provenance" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "last_contacted_at" TIMESTAMPTZ,
    "last_replied_at" TIMESTAMPTZ,
    "campaign_id" BIGINT NOT NULL REFERENCES "campaigns" ("id") ON DELETE CASCADE
);
CREATE INDEX "idx_leads_campaig_c22759" ON "leads" ("campaign_id", "created_at", "id");
CREATE INDEX "idx_leads_campaig_314090" ON "leads" ("campaign_id", "stage", "created_at", "id");
CREATE INDEX "idx_leads_campaig_7626a7" ON "leads" ("campaign_id", "name", "id");
CREATE INDEX "idx_leads_created_447a29" ON "leads" ("created_at", "id");
CREATE INDEX "idx_leads_name_0f0b3b" ON "leads" ("name", "id");
CREATE TABLE "discovered_profiles" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "platform" VARCHAR(16) NOT NULL,
    "handle" VARCHAR(500) NOT NULL,
    "profile_url" TEXT NOT NULL,
    "display_name" VARCHAR(300) NOT NULL,
    "bio" TEXT,
    "role" TEXT,
    "company" TEXT,
    "email" VARCHAR(320),
    "phone" VARCHAR(32),
    "website" TEXT,
    "location" TEXT,
    "followers" INT,
    "last_active_at" TIMESTAMPTZ,
    "links" JSONB NOT NULL,
    "match_score" DOUBLE PRECISION NOT NULL,
    "match_reasons" JSONB NOT NULL,
    "provenance" JSONB NOT NULL,
    "seen_in_attempt" INT NOT NULL,
    "discovered_at" TIMESTAMPTZ NOT NULL,
    "job_id" BIGINT NOT NULL REFERENCES "discovery_jobs" ("id") ON DELETE CASCADE,
    "lead_id" BIGINT REFERENCES "leads" ("id") ON DELETE SET NULL,
    CONSTRAINT "uid_discovered__job_id_7aa642" UNIQUE ("job_id", "platform", "handle")
);
CREATE INDEX "idx_discovered__lead_id_71a29d" ON "discovered_profiles" ("lead_id");
CREATE INDEX "idx_discovered__job_id_53ffea" ON "discovered_profiles" ("job_id", "match_score", "id");
CREATE INDEX "idx_discovered__job_id_bf1a69" ON "discovered_profiles" ("job_id", "discovered_at", "id");
CREATE INDEX "idx_discovered__job_id_ac0c9d" ON "discovered_profiles" ("job_id", "display_name", "id");
CREATE TABLE "lead_identities" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "kind" VARCHAR(16) NOT NULL,
    "value" TEXT NOT NULL,
    "campaign_id" BIGINT NOT NULL REFERENCES "campaigns" ("id") ON DELETE CASCADE,
    "lead_id" BIGINT NOT NULL REFERENCES "leads" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_lead_identi_campaig_a23c83" UNIQUE ("campaign_id", "kind", "value")
);
CREATE INDEX "idx_lead_identi_lead_id_d73f1c" ON "lead_identities" ("lead_id");
CREATE TABLE "source_runs" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "platform" VARCHAR(16) NOT NULL,
    "status" VARCHAR(16) NOT NULL,
    "profiles_found" INT NOT NULL,
    "profiles_rejected" INT NOT NULL,
    "requests_made" INT NOT NULL,
    "error" TEXT,
    "checkpoint" TEXT,
    "retry_at" TIMESTAMPTZ,
    "started_at" TIMESTAMPTZ,
    "completed_at" TIMESTAMPTZ,
    "job_id" BIGINT NOT NULL REFERENCES "discovery_jobs" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_source_runs_job_id_b6d141" UNIQUE ("job_id", "platform")
);
CREATE TABLE "worker_heartbeats" (
    "id" UUID NOT NULL PRIMARY KEY,
    "started_at" TIMESTAMPTZ NOT NULL,
    "seen_at" TIMESTAMPTZ NOT NULL
);
CREATE TABLE "aerich" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "version" VARCHAR(255) NOT NULL,
    "app" VARCHAR(100) NOT NULL,
    "content" JSONB NOT NULL
);

-- By hand: what aerich and Tortoise cannot say.
CREATE UNIQUE INDEX "campaigns_name_unique" ON "campaigns" (lower("name"));
CREATE INDEX "profiles_by_followers" ON "discovered_profiles" ("job_id", coalesce("followers", -1), "id");
CREATE INDEX "leads_by_score" ON "leads" (coalesce("score", -1), "id");
CREATE INDEX "campaign_leads_by_score" ON "leads" ("campaign_id", coalesce("score", -1), "id");
ALTER TABLE "campaigns"
    ADD CONSTRAINT "campaigns_name_not_blank" CHECK (btrim("name") <> ''),
    ADD CONSTRAINT "campaigns_status_known" CHECK ("status" IN ('ACTIVE', 'PAUSED', 'ARCHIVED'));
ALTER TABLE "discovery_jobs"
    ADD CONSTRAINT "discovery_jobs_status_known"
        CHECK ("status" IN ('PENDING', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
    ADD CONSTRAINT "discovery_jobs_counts_not_negative" CHECK ("profile_count" >= 0 AND "attempt" >= 0),
    ADD CONSTRAINT "discovery_jobs_ended_or_not"
        CHECK (("status" IN ('DONE', 'FAILED', 'CANCELLED')) = ("completed_at" IS NOT NULL)),
    ADD CONSTRAINT "discovery_jobs_running_is_queued" CHECK ("status" <> 'RUNNING' OR "queued_at" IS NOT NULL);
ALTER TABLE "source_runs"
    ADD CONSTRAINT "source_runs_status_known"
        CHECK ("status" IN ('PENDING', 'RUNNING', 'WAITING', 'DONE', 'FAILED', 'SKIPPED', 'CANCELLED')),
    ADD CONSTRAINT "source_runs_counts_not_negative"
        CHECK ("profiles_found" >= 0 AND "profiles_rejected" >= 0 AND "requests_made" >= 0);
ALTER TABLE "discovered_profiles"
    ADD CONSTRAINT "discovered_profiles_score_in_range" CHECK ("match_score" BETWEEN 0 AND 1),
    ADD CONSTRAINT "discovered_profiles_followers_not_negative" CHECK ("followers" >= 0);
ALTER TABLE "leads"
    ADD CONSTRAINT "leads_name_not_blank" CHECK (btrim("name") <> ''),
    ADD CONSTRAINT "leads_stage_known"
        CHECK ("stage" IN ('NEW', 'CONTACTED', 'REPLIED', 'QUALIFIED', 'WON', 'LOST')),
    ADD CONSTRAINT "leads_source_known" CHECK ("source" IN ('DISCOVERY', 'IMPORT', 'MANUAL', 'FORM')),
    ADD CONSTRAINT "leads_score_in_range" CHECK ("score" BETWEEN 0 AND 1),
    ADD CONSTRAINT "leads_followers_not_negative" CHECK ("followers" >= 0);
"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        """


MODELS_STATE = (
    "eJztXXtz4jgS/yoq/plMFZeayWQex11dFQlOhh0CLJCd3R1vOcIWwYuRWMtMhtub734t+f"
    "1ibPJyiKtSYFrdsvJrPVut1t+NJTOIxQ/bumN+NZ1No4X+blC8JPCQSmuiBl6twhRBcPDU"
    "ksw4yjXljg0EoM+wxQmQDMJ121w5JqOCe0AJ0ueYXpNDdMXX0z+J7mjOZkWuEKZGSDKNKy"
    "SKg5w5QUzSPDmjiW7mjBNksxu0xBs0JeiaQbbcpDo5FMUwmA7lMOn1g7xRpSptI05sE1vI"
    "NJDJEWUgy5ZL00HMNogNbz4AYCgXYDEK72oC58srwYupy4NMCq8x9bmQnkPhEWBOsM2RhR"
    "1InpIZswmwYAfdYK5Sm2DIZmWzr6ZBDCg2JAgaARHusBWC31era41TvOJz5mjflia9akFJ"
    "CfzXxP5q6oQf+uq7ksitqfnXmmgOuyYAgw34ffkDyCY1yDfCxc8vjfg/IqTgE7i+NKLoCn"
    "oIrawxuXI6Xq6weU23MopyrBbazCSWEautLouku28G2ol53aXOmeQVFWKq6cxaL2nIv9o4"
    "c8jfFzCpI6jXhBIb4BZvcOy1qMB0bVleXffrtItSyOLCE5ExyAyvLdEMhLRbgJDW0LT+YK"
    "KNlYmmNVJNxJeI1GGPpDMqmhcUlUsArkUR/vHPo6M3b94fvXrz7sPb4/fv33549QF4ZXnT"
    "Se+/u4UJ0XKzkph1z7v9iSgQgzbsNm5B+C5lsINdKVkLQvTTyoprYhKmd41shaSz+LFyfF"
    "Vs045PCNUTdkpb9TP+y+q4vw5eQAPS17ZNKLQfLOvywcsXL2+hti0a+LXb+SDhDuFdQOHT"
    "oJ7Osa3Q9VLi2YXsMXREKVx92QSaUJgHRXNrbW+cti+G7e55XzsdKe2J0mmhJEWlAeVy2E"
    "nweBSVdrrj08Evyug37afBSZhZJjnJ/fOlcplmdqlJ3vGkPcrI2SMnuYejwflIGY/TAmFK"
    "quyDi2FPySq9n5CUOGt3e2l2l5rKvd0/VXoZ7EGCSqFsZyA7hjf2IV0WJU1TaU9pd0Koo7"
    "+So3BOD7bE3zSL0GtnDj+PP2xpGr+0R6cf26OD4w8v4z1U30s5kknxxpMcj9KNKLtDSspV"
    "uQEVHy4eCOyyw3Fc7pF7/qc3MocKSMyiimsgIbiTCryJz/PWAMwPmF2mowkE9rCHOXr1qk"
    "AXA1y5fYxMiyNsEAebVhrin8aDfjbEoUQCY8OEBd7/kGXyp9jFbIFWYCFyXnL+lxVF9OCi"
    "/WsS7NPe4ESCw7hzbctcZAYnCeCZLmfBhoadNPodwM0xlyRbAwnRpBo82UP/Yb+UMeleKD"
    "A3vBjGNCLmrCLlSFI3CerBu4SWgkzQ5+7kIxI/0e+DvpJUXMA3+b0hyoTXDtMou9GwEcXE"
    "J/uk72JpPVtElneCMMX64gbbhpZKYUcsjzedtDxaJimY4mupJIGmKKdnbzr1xqFGhi0qSG"
    "tus0X5IxkvZoxqI1/gEHUd7pp/TI7cetWUthbyldjSJKRjThCbIRMYLeI4wsxyICucsNwI"
    "jqV5DZUW8n6ZtkLd76uKmG10m4gW5bVC3/SyXhkZVFhQOmteW14qMLvIt7zI7xKTDZ+/nm"
    "sUnWuEJUvBPCHfcip5QmwntCs2m942vim/TrZPNoLhrTfon/vsyRlIHHkH29CRadTU56Vq"
    "eFJuH7CPV/S3hSr62y0V/W26ooe9/S5WxlD64TqWRvt00v1FaZTD3JNqIfdbpcP2pbTMud"
    "8qFRhBAlD8p13sWK/fFVDR6+QcL9SQSEqs7GNDd5m5d1yynnpXbuodVXN8LlZGzXHJWs2V"
    "U3OJFVZkAmJyncGaYKP9yaYZ/fOJJ3/2aUQsnDPh8NZPHT+vn9j06eo/pHoDdaz9WAQbt4"
    "SpB1nsMzyaaRDqmI5J7gCorpvXZp8Au0/7ht8GiTG02cyUwKQMHWmm5jaLhxGwayuXv6Dt"
    "Q7jFrIjNGUXyD36BzmfMXjYR5pIAvQ7i+EYYHJbCgwV+NyNcc0wNi7hOLK5es51v7vwtwu"
    "HmihNCNZPCkOeQ5cqR6cIyAuIvOPKonkONlz3yEEIW5s6/0JVwnSFUTGo9V6AldvS5BlMm"
    "KC8Hmk2keRjKOVOp6xLEfQsMn+OVNNKIH+c2Xs1/7iE5MrlE4S8kVMubaEE2UoxTvCCaMO"
    "4cooFw+RFOPtMNmjHLYjeu2w6UQ8AC5VGpa/ER2hVOQuTbCgYhDuprpqxAeUagLw2Aw9/W"
    "8SAVzy6ormUnZiQK2V0soHLZJGoZChkiNS9uPIqxwFs3mm95qI1JlTUmRWvHLqvAqHyVDU"
    "yNXrf/Sel0+y3kP6l0ApO+iTJqIe9Bpd0+zPLOR+2LFgoeVfpZOWkh+FDpOcwSL+GH+63S"
    "k96lMv70Wwt5Dyq9aI8ng84A3uM/VWMt6TX9TDVnN7RQosqKrZJBxRtntLWdsVWZbzlMiO"
    "0F2g9tOkwOOUUreVJuL8CPV/U3har6my1V/U26qk9NVqaKe+z7YJh96Jpts6xuOx9qn7/G"
    "ujzWOluuMN2UgTsiUiNeHnGyzPTrye+wA4F9QDvRUR8V6qiPtnTUR+k5CYBUakQMBPYR4E"
    "L4boE3ie4NmXLTKdU/R0T2AeGH7jAspuOyW/NRmRrz8pgHhqo06LlmmpjMHrkWH70+fn/8"
    "4c2748BME1C2WWfSTsPCGKnJU3hkh52/tPQd7P5VDPGnvvkX07ZJFxnNJ99/ORCo3Zdv4b"
    "6csGbHwT+zGM7pvRJyCR3MhOB+od8ZXJ70FDQcKafdcdfTRNCCZKIgAUHMXYA2Utq9TLC9"
    "bZQydT0lWNf5W9T5cHurjA7iUrUCbqGAxBZliUlThuQ+HYy7s7lTag+yzNQpJVz7TVV66h"
    "TuKxffJI5sf+9R+3ngY42e41A55CNC97Tq289N+pSnYKwBZExeYWpqXtNPZJPaoH9WnoBA"
    "tvFN4FcSafkAAfzjxJ2unrbHp+2O0khV8DtAtqDzYLVqdlE8I+05Bii8H/Uve7AGeJxDg7"
    "HqvMWfzq/uP3alC91ti5wg5ATb+hzNmI1WhK0s4ju6AWEpAjb5njE861BgCWnp9QY1Zi3n"
    "K9LfjRPp4QZSGNlrKqNJ8QUxZH7wt6YirtQN3rSAYaj0O93+ufS3uzGdOTJFHClxxFBwY3"
    "TD7IWMVBV41OlsDZVEpcLVzE3lnkOdw9jC97ZD61VTus/NCLQO3oLiWxuZOGeWeL/nIye8"
    "1wh1Atc8EUjrxoZVZPETjPE4BdkHGrOpUQ+0+AHHNH/toVZJD7X6uOP9HnfURVu0TVzGWB"
    "CVqU0FtzEVPL0jeN540iinAV+s5Y9HKh1d9vuS4j2otAMryBYSnyr1Y1v50awi8auCx+TA"
    "+jieleXNPI9i3nl1v6PEndl2fG9IOQspAWpKroY2CS2xbWZrS8I5zKnT0OZvoKcE6130HZ"
    "zL6tO8z8FcGSzVymo5Jljv5ldZxzDxsndrynHJWstV1rJw7RXmrp267IRsrelKa/oxQ2hW"
    "bTCuxJ6HHon7dkvzfDSE3BNTRVEjfaIaZu98FAk9ET1LfvugE7Gz7HsCfXwewNa2TjR7ne"
    "XvVAaxscxotN6nSnqvMRXknlvGto+/F5e/3RNECymyy+PFMDApwkEgxxcczdaUEit+ml86"
    "C0ZO8ntbGMXP8Se2iB7y1Xe3CxNngiK59oJC3MnNmh9v6dRbNvWWTdW6wwc4fFsfmqsPzT"
    "0gwHd9aK4+ZVufId9frOsDio8QONhcEu2/JfvsmNA+oB7vt98dF+i33x3n9tsiqT7s/Lj1"
    "uo6yUh9xfsLHdFzzWHafXMC7KZCu8rqwEdymF7lYT6Xdi+FgNGkh91uEhetftnsiKJz4Vu"
    "nZYHTRQuIzafp5HCemwFKzox/aLdxCdnND6yufGyU1BSItBB8qPR30J+1T90ZJ/1GlI2XY"
    "6wqa96DSn0FX3TNJCx5V+llE94MPlfYGY9Cx+KyIFksfdL7tEeeK9WD3fMIZ6nnGANG2bb"
    "zJmWN6Agl079M7tvHv2ZrKS3XRdG1ajkn5oXjff0o2l7saqr/8kQCRMidrgyl/WhMI1BOb"
    "HQIjil1vR+zOOGKvIwX7CYO1PqY5R2VTwgkVTEH6vipyQHlYLZwMBr2YFk66SZgvL04U6J"
    "lfxvuLTFfW+iT+Y7rX1y6XO/VDT819p75A5VmoWca88sainbSdmUHtmVd5ndtkZZm7azwu"
    "Xuu7yvquPTFrT8wqquIZeWJWs3fb7ohZX2/1uK6YAWY5LplRTLe7ZiZuKivipLkgGxFsAi"
    "Mh30JXB34jbKIFKKKJvmJrHbtKqok4c2+lcp0sp0RnS+LeSyUyEfdyM3ktN+YLcasUpOgZ"
    "11w94LtlGBCZmczrathrT+QmgntNy1VTuolSRk0dW+hy1GsiGd6DMnuJLZMTA5F/CDcwBK"
    "Ox8AbNvzsq0YeJ/0N8y5en7o6qXTAr6YLpK22X7RxfttLbbh/b/U5PaSH3W6XD0eCs21M0"
    "qPktFPmhUuWi3QWa/KrGNo3bklLaybeABwJVVkllTeD1muJ5hhIsAP1+DgxbVnMPG/KuYh"
    "q4bcy7zCCC9fq4DLS3XB/f5zomPIOXsYiJHdDLX8EkDgQWu47XFXrB0Qrbjrua+JNNW8jb"
    "g3Kj9nlR95r+0iGIECgERDQ/PyZX9mW89/COovfO1iuGygwM21YM9U2wz+Qm2DrmXDTm3O"
    "d2dyIp3sP2KHTjT93hUBC8hyrHpfMtyNqMrbOMAT+KpBYRrEOp5USp45pNxPXwZCd8o7I1"
    "xEmIbQL/E3e4tsRGhrUkF96UXA1tZiDAMgaoQKB2wdzB/jQn+mLFzKxwlluOvMakatx3OP"
    "VKHHuzg9NIVK72Fqmyt0gdh+85aLmOw/dcNF1f9VSNXYL6xqE7vHHocazZn+XFLR8JDHNT"
    "gp1Ghk07ydLcZtl2L4LR5j53Ye8cVxDBolcnnMsbY27mhLrX0HAkPHSRuPewKSKZCQu0sF"
    "BOMRfGat1i+iLL7eZuMv1x2LNSturLy26nhKV6vTaNQyGzS9v4scE6cg5Qvkl8HD/GIUA3"
    "QJA7rEQHDPmvb7dJV2h+V9HeaS+GfXnt6Q46DsVqBVdOwanpxeOMg21im/o8a/jzUraOej"
    "jk+dFQl6/YOx5mnst+6C2tnfmjCkxJeWaArvxYURGRKu9tFoc4fq/Y27cFNp+AK/9eMZGW"
    "uBYJGlUJhD32PUT3daEQoK+3hAB9nXFrG6MOyTIob7m0LRSpD5WXPFT+qIPZ9/8D02o3jA"
    "=="
)
