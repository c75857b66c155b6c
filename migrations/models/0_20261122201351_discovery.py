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
    "run" INT NOT NULL,
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
    "eJztXf9z2rgS/1c0/NJ0hsu0adrmeG/eDAlOypUAB+R6d/WNI4wILkbiLNOUd6//+1vJ37"
    "9RmyTEIZ7JgFntyspn9XW1Wv1TW7AJMflhU7eNr4a9rjXQPzWKFwQeEml1VMPLZZAiCDYe"
    "m5IZh7nG3LaAAPQpNjkB0oRw3TKWtsGo4O5RgvQZpjfkEF3z1fgL0W3NXi/JNcJ0EpCMyT"
    "USxUH2jCAmaa7cpI5uZ4wTZLFbtMBrNCbohkG23KA6ORTFmDAdymHQm528UaUqbSJOLAOb"
    "yJgggyPKQJYtFoaNmDUhFrz5AIChXIDFKLyrDpwvrwUvpg4PMii8xtBnQnoGhUeAOcEWRy"
    "a2IXlMpswiwIJtdIu5Si2CIZulxb4aEzKBYkOCoBEQ4TZbIvh9vbzROMVLPmO29m1h0OsG"
    "lJTAf02sr4ZO+KGnvmuJ3Ioaf6+IZrMbAjBYgN/nv4Bs0An5Rrj4+bkW/UeEFHwC1+daGF"
    "1BD6CVNSZTTseLJTZu6EZGUY7lXJsaxJxEaqvDIunOm4F2aty0qX0ueUWFGGs6M1cLGvAv"
    "1/YM8vcEDGoL6g2hxAK4xRtsayUqMF2ZplvXvTrtoBSwOPCEZCZkilemaAZC2ilAQKtpWr"
    "c30obKSNNqiSbiSYTqsEvSGRXNC4rKJQA3ogg//Xx09ObN+6NXb96dvD1+//7tyasT4JXl"
    "TSa9/+4UJkDLyUpi1r5od0eiQAzasNO4BeG7lME2dqRkLQjQTyorqolRkN6epCskmcWPle"
    "OpYpN2PEKgnqBT2qif4d9my/l18AIakL6yLEKh/WBZlw9evnh5B7Vt0MDv7daJhDuAdw6F"
    "T4J6NsOWQlcLiWcbssfQESVw9WRjaEJhdormxtpeO2te9pvti652NlCaI6XVQHGKSn3KVb"
    "8V43EpKm21h2e935TBH9ovvdMgs1RynPvXK+UqyexQ47zDUXOQkrNLjnP3B72LgTIcJgWC"
    "lETZe5f9jpJWei8hLnHebHeS7A41kXuze6Z0Utj9BJVC2c5Bdghv7EK6LEqSptKO0mwFUI"
    "d/xUfhjB5sgb9pJqE39gx+Hp9saBq/NQdnH5qDg+OTl9EequumHMmkaOOJj0fJRpTeIcXl"
    "ytyA8g8XOwK76HAclXvknv/pjcyBAmKzqPwaiAlupQJ34vO8NQDzA2YV6Wh8gT3sYY5evc"
    "rRxQBXZh8j06IIT4iNDTMJ8S/DXjcd4kAihvHEgAXe/5Bp8KfYxWyAVmAhcl5w/rcZRvTg"
    "svl7HOyzTu9UgsO4fWPJXGQGpzHgmS5nwRMN20n0W4CbbSxIugZionE1uLKH3sN+KWPUvl"
    "RgbnjZj2hEzFlFypGkrmPUg3cxLfmZoE/t0QckfqI/e10lrjifb/RnTZQJr2ymUXar4UkY"
    "E4/skb6LpfV0HlreCcIY6/NbbE20RAo7Ylm8yaTF0SJOwRTfSCUJNEU5XXvTmTsO1VJsUX"
    "5afZMtyhvJeD5jVBN5AoeobXPH/GNw5NSrurS1kK/EkiYhHXOC2BQZwGgS2xZmlgNZ4YTl"
    "RnAsjBuotJD3y6QV6mFflcdso1tEtCi3FXqml9VykkKFBaW94pXlpQSzi2zLi/wuMNnw+K"
    "u5Rt65RlCyBMwj8i2jksfEtkK7ZLPpTeOb8vto82TDH946ve6Fxx6fgUSRt7EFHZlGDX1W"
    "qIbH5fYB+2hFf5uror/dUNHfJit60NtvY2UMpHfXsdSaZ6P2b0qtGOauVAM53yrtN6+kZc"
    "75VqnACBKA4j1tY8d6/S6Hil7H53iBhkRSbGUfGbqLzL2jktXUu3RT77Cao3OxImqOSlZq"
    "Lp2aC6ywQhMQg+sM1gRr7Qsbp/TPp678+ccBMXHGhMNdP7W8vH5h46er/4DqDtSR9mMSPL"
    "kjTB3IYp/h0YwJobZhG+QegGo7ea33CbCHtG94bZBM+habGhKYhKEjyVTfZPGY+Oza0uHP"
    "afsQbjFLYnFGkfyDX6DzKbMWdYS5JECvgzi+FQaHhfBggd/1ENcM04lJHCcWR6/pzjf3/h"
    "bhcHPNCaGaQWHIs8liact0YRkB8RccuVTXocbNHrkIIRNz+1/oWrjOEComta4r0ALb+kyD"
    "KROUlwPNItI8DOWcqtRxCeKeBYbP8FIaacSPCwsvZ792kByZHKLwFxKq5XU0J2spximeE0"
    "0Ydw5RT7j8CCef8RpNmWmyW8dtB8ohYIHyqNSx+AjtCich8m0JgxAH9dUTVqAsI9DnGsDh"
    "beu4kIpnB1THshMxEgXsDhZQuSwStgwFDKGaFzUeRVjgrWvNszxUxqTSGpPCtWObVWBYvs"
    "wGplqn3f2otNrdBvKeVDqCSd9IGTSQ+6DSdhdmeReD5mUD+Y8q/aScNhB8qPQCZolX8MP5"
    "Vulp50oZfvyjgdwHlV42h6Neqwfv8Z7KsZZ0m36qmtMbWiBRZsWWyaDijjPaykrZqsy2HM"
    "bE9gLtXZsO40NO3koel9sL8KNV/U2uqv5mQ1V/k6zqY4MVqeIu+z4YZnddsy2W1m1nQ+3x"
    "V1gXx1pniyWm6yJwh0QqxIsjThapfj3ZHbYvsA9oxzrqo1wd9dGGjvooOScBkAqNiL7APg"
    "KcC98N8MbRvSVjbtiF+ueQyD4gvOsOw2Q6Lro1H5apMC+OuW+oSoKeaaaJyOyRa/HR6+P3"
    "xydv3h37Zhqfssk6k3QaFsZITZ7CI1vs/CWl72H3r2SIP/XNv4i2DTpPaT7Z/su+QOW+fA"
    "f35Zg1Owr+uclwRu8Vk4vpYCoE9wv9Vu/qtKOg/kA5aw/brib8FiQTBQkIYu4CtIHS7KSC"
    "7W6jFKnrCcGqzt+hzgfbW0V0EJWqFHAHBcS2KAtMmlIk9+lg3L3NnRJ7kEWmTgnhym+q1F"
    "OnYF85/yZxaPt7j9rPjo81uo5DxZAPCT3Qqm8/N+kTnoKRBpAyeYWpqXFDP5J1YoP+WXkC"
    "AtnCt75fSajlAwTwjxNnunrWHJ41W0otUcHvAdmczoPlqtl58Qy15wig8H7UverAGuBxDg"
    "1GqvMGfzqvuv/YlS5wt81zgpATbOkzNGUWWhK2NInn6AaEhQjY5HnG8LRDgQWkpdcb1JiV"
    "nK9IfzdOpIcbSGFkraiMJsXnZCLzg78VFXGlbvG6AQx9pdtqdy+kv92tYc+QIeJIiSOGgh"
    "ujW2bNZaQqyOka6WwFFUR4makUCKGM64gzJ9iUDEVliCOKU9tzSZMFFB5wwmMNW6YBBZCh"
    "smxs2dwLbQVv8f32gje5ReAqddz2bMbmnk8fWi3r0klvSqAN8gZkaq5l4oyZ4r90PfGEjx"
    "yhtu8AKMJ13VqwVs1/TjIaDSH92GQ6NeznFj1GmeSv/OBK6QdXHap82EOVumiLloGLmCTC"
    "MpVB4i4Giad30M8dtWrFNOCJNbxRT6WDq25XUtwHlbZgndpA4lOlXgQtL2ZWKEqW/xgfvh"
    "/HfxMG4wKGJJd7d4vfVw87Otyb5ai4Te5RbHFPBU7PdVVO5gqAmpCroI1DSyyLWdqCcA4L"
    "oCS02d4OCcHK5WELT8Dq6PVzsC376+qiWo4IVq4XZdaxNEFspeSoZKXlMmtZ+GEL2+RWXX"
    "ZMttJ0qTX9mPFOyzYYl2KDSg8F6bvjXko43t8TU0XeHZVYNUzfpsoTJyR88D/WCraIEBIJ"
    "PLAn0EfnAWxl6UQTuxp3Q2woMxqs9qmSPmgADLlBmrJH522cZu/N+aFd8mzJuQEnDIqwH3"
    "XzBUfTFaXEjIZekJ6dobAL7k5Q/qALsf28Xb76/jazokxQJMdekIs7vuf1452xauer2vkq"
    "W3e4g5PS1QnH6oTjDgG+7xOO1ZHo6sD//mJdnSZ9hCjPxoJo/y3YZ0eE9gH1aL/97jhHv/"
    "3uOLPfFknVyfTHrddVSJzqPPoTPlPlmMfS++QcTmK+dJnXhTX/6sPQLYgqbV/2e4NRAznf"
    "IoZf96rZERH8xLdKz3uDywYSn3HTz+P4gvmWmi3d+e7gFrKdN19X+VQrqCkQaSD4UOlZrz"
    "tqnjnXf3qPKh0o/U5b0NwHlf4KumqfS5r/qNJPIhQjfKi00xuCjsVnSbRY+FT6Xc+jl6wH"
    "e+Dj6FDPUwaIpmXhdcYc0xWIofuQTsa1f09XVN6AjMYrw7QNyg/F+/5TsLnc11D9+a8YiJ"
    "TZaRtM2dMaX6Ca2GwRxVLsettid8YWex0J2E8ZrPUxzTjXnBCOqWAM0g9VkX3KbrVw2ut1"
    "Ilo4bcdhvro8VaBnfhntL1JdWauwCY95SqFyudyqH3pq7jvVbTfPQs0yQJk7Fm2l7dQMKs"
    "+80uvcIkvT2F7jUfFK32XWd+WJWXlillEVz8gTs5y922ZHzOoussd1xfQxy3DJDGO62TUz"
    "dq1cHifNOVnLMCFIyDfQ9YHXCOtoDoqoo6/YXEXu/ZKBR1hwodiY6GxBnEvERCbiEnUm71"
    "DHfC6uAIMUPeVOsh2+W8ZskZnJvK77neZIbiI4d+pc16WbKGXU0LGJrgadOpKxWCizFtg0"
    "OJkg8pNwA0MwGgtv0OyLvmJ9mPg/xLd8eeKir8oFs5QumJ7SttnO8WRLve32odltdZQGcr"
    "5V2h/0ztsdRYOa30ChHypVLpttoMmvcmzTOC0poZ1sC7gvUGaVlNYEXq0pnmfcxxzQ7+fA"
    "sGE1t9v4hCXTQN5FXFaAwtSIj9X6uAi0d1wfP+Q6JjiDl7KIiRzQy17BxA4E5rs72RF6wd"
    "ESW7azmvjCxg3k7kE5IRbd4IV1b+ngh3MUAiL0ohfaLP3m5Ad4R95LgqsVQ2kGhk0rhura"
    "3mdybW8Vui8cuu9Tsz2SFPdhczC/4cd2vy8I7kOZw/t5FmRtylZpxoAfRVILCVah1DKi1H"
    "HNIl+I2E3eBt+wbAVxHGKLwP/Eba4t8CTFWpIdqDIuV0GbGgiwiAHKF6hcMLewP82IPl8y"
    "Iy2c5YYjrxGpCvctTr0S21pv4TQSlqu8RcrsLVLF4XsOWq7i8D0XTVf3cpVjl6C6Huoer4"
    "d6HGv2J3kBzgcCw9yYYLuWYtOOs9Q3WbadC3W0mced2zvHEUSw6NUJ5/LindsZoc6dQRwJ"
    "D10kLqmsi0hmwgItLJRjzIWxWjeZPk9zu7mfTH8c9qyQrfrqqt0qYKlerYzJoZDZpm382G"
    "AdOgco3yQ+jh/jEKATIMgZVsIDhvzXN9ukSzS/K2nvtBfDvryjdgsdB2KVgkun4MT04nHG"
    "wSaxDH2WNvy5KRtHPRzw/Gioy1bsPQ8zz2U/9I7WzuxRBaakPDVAV3asqJBImfc280McvZ"
    "7t7dscm0/AlX09m0iLXYsEjaoAwi77HqL7OlcI0NcbQoC+Trn8jlGbpBmUN9x9F4hUh8oL"
    "Hip/1MHs+/8B+IPB3w=="
)
