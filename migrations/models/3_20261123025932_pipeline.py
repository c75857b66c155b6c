"""Stage history, hosts, imports, merges, the timeline; versions, owners and search of leads."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        CREATE TABLE IF NOT EXISTS "hosts" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "name" VARCHAR(200) NOT NULL,
    "time_zone" VARCHAR(64) NOT NULL,
    "working_hours" JSONB NOT NULL,
    "feed_digest" VARCHAR(64) UNIQUE,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL
);
CREATE INDEX IF NOT EXISTS "idx_hosts_name_0c5de8" ON "hosts" ("name", "id");
COMMENT ON TABLE "hosts" IS 'Who of us holds appointments. `name` is unique whatever the case of its letters.';
        CREATE TABLE IF NOT EXISTS "uploads" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "token" UUID NOT NULL UNIQUE,
    "filename" VARCHAR(255),
    "content_type" VARCHAR(200),
    "size" BIGINT NOT NULL,
    "digest" VARCHAR(64) NOT NULL,
    "actor" VARCHAR(200) NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL
);
CREATE INDEX IF NOT EXISTS "idx_uploads_created_41d9b7" ON "uploads" ("created_at", "id");
COMMENT ON TABLE "uploads" IS 'A file that was sent to us. `token` is what its sender names it by, `digest` the SHA-256 (hex) of its bytes.';
        CREATE TABLE IF NOT EXISTS "lead_imports" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "filename" VARCHAR(255),
    "format" VARCHAR(16) NOT NULL,
    "dry_run" BOOL NOT NULL,
    "mapping" JSONB NOT NULL,
    "options" JSONB NOT NULL,
    "status" VARCHAR(16) NOT NULL,
    "run" INT NOT NULL,
    "rows_total" INT,
    "rows_read" INT NOT NULL,
    "created_count" INT NOT NULL,
    "updated_count" INT NOT NULL,
    "unchanged_count" INT NOT NULL,
    "rejected_count" INT NOT NULL,
    "error_message" TEXT,
    "actor" VARCHAR(200) NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "started_at" TIMESTAMPTZ,
    "completed_at" TIMESTAMPTZ,
    "campaign_id" BIGINT NOT NULL REFERENCES "campaigns" ("id") ON DELETE CASCADE,
    "upload_id" BIGINT REFERENCES "uploads" ("id") ON DELETE SET NULL
);
CREATE INDEX IF NOT EXISTS "idx_lead_import_upload__33af90" ON "lead_imports" ("upload_id");
CREATE INDEX IF NOT EXISTS "idx_lead_import_campaig_066a14" ON "lead_imports" ("campaign_id", "created_at", "id");
CREATE INDEX IF NOT EXISTS "idx_lead_import_created_d0a962" ON "lead_imports" ("created_at", "id");
CREATE INDEX IF NOT EXISTS "idx_lead_import_status_139e37" ON "lead_imports" ("status", "created_at", "id");
COMMENT ON COLUMN "lead_imports"."format" IS 'CSV: CSV\nVCARD: VCARD\nJSON_LINES: JSON_LINES';
COMMENT ON COLUMN "lead_imports"."status" IS 'PENDING: PENDING\nRUNNING: RUNNING\nDONE: DONE\nFAILED: FAILED\nCANCELLED: CANCELLED';
COMMENT ON TABLE "lead_imports" IS 'The import of one file into a campaign. What is counted here agrees with its rows: both are written together.';
        CREATE TABLE IF NOT EXISTS "lead_import_rows" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "number" INT NOT NULL,
    "outcome" VARCHAR(16) NOT NULL,
    "lead_id" BIGINT,
    "problems" JSONB,
    "at" TIMESTAMPTZ NOT NULL,
    "lead_import_id" BIGINT NOT NULL REFERENCES "lead_imports" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_lead_import_lead_im_842c05" UNIQUE ("lead_import_id", "number")
);
CREATE INDEX IF NOT EXISTS "idx_lead_import_lead_im_fe2071" ON "lead_import_rows" ("lead_import_id", "outcome", "number");
CREATE INDEX IF NOT EXISTS "idx_lead_import_lead_id_9a90d4" ON "lead_import_rows" ("lead_id", "at");
COMMENT ON COLUMN "lead_import_rows"."outcome" IS 'CREATED: CREATED\nUPDATED: UPDATED\nUNCHANGED: UNCHANGED\nREJECTED: REJECTED';
COMMENT ON TABLE "lead_import_rows" IS 'What became of one row. `lead_id` is no foreign key: the row tells what happened, also of a lead that is gone.';
        CREATE TABLE IF NOT EXISTS "lead_merges" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    "absorbed" JSONB NOT NULL,
    "actor" VARCHAR(200) NOT NULL,
    "merged_at" TIMESTAMPTZ NOT NULL,
    "undone_at" TIMESTAMPTZ,
    "undone_by" VARCHAR(200),
    "campaign_id" BIGINT NOT NULL REFERENCES "campaigns" ("id") ON DELETE CASCADE,
    "lead_id" BIGINT NOT NULL REFERENCES "leads" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_lead_merges_lead_id_e5b47c" ON "lead_merges" ("lead_id", "merged_at", "id");
CREATE INDEX IF NOT EXISTS "idx_lead_merges_campaig_3c3c27" ON "lead_merges" ("campaign_id", "merged_at", "id");
COMMENT ON TABLE "lead_merges" IS 'One merge. The rows of the absorbed leads are gone from `leads`; `absorbed` has all that brings them back.';
        CREATE TABLE IF NOT EXISTS "slot_holds" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "token" UUID NOT NULL UNIQUE,
    "starts_at" TIMESTAMPTZ NOT NULL,
    "ends_at" TIMESTAMPTZ NOT NULL,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "host_id" BIGINT NOT NULL REFERENCES "hosts" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_slot_holds_host_id_6c2573" ON "slot_holds" ("host_id", "starts_at");
COMMENT ON TABLE "slot_holds" IS 'A time which nobody else can book until `expires_at`. `token` is known to whoever holds it.';
        CREATE TABLE IF NOT EXISTS "stage_changes" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "from_stage" VARCHAR(16),
    "to_stage" VARCHAR(16) NOT NULL,
    "reason" TEXT,
    "actor" VARCHAR(200) NOT NULL,
    "entered_from_at" TIMESTAMPTZ,
    "at" TIMESTAMPTZ NOT NULL,
    "campaign_id" BIGINT NOT NULL REFERENCES "campaigns" ("id") ON DELETE CASCADE,
    "lead_id" BIGINT NOT NULL REFERENCES "leads" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_stage_chang_lead_id_40e3b5" ON "stage_changes" ("lead_id", "at", "id");
CREATE INDEX IF NOT EXISTS "idx_stage_chang_campaig_b82d88" ON "stage_changes" ("campaign_id", "to_stage", "at");
CREATE INDEX IF NOT EXISTS "idx_stage_chang_campaig_1d24b5" ON "stage_changes" ("campaign_id", "from_stage", "at");
CREATE INDEX IF NOT EXISTS "idx_stage_chang_to_stag_bef09b" ON "stage_changes" ("to_stage", "at");
CREATE INDEX IF NOT EXISTS "idx_stage_chang_from_st_c53af9" ON "stage_changes" ("from_stage", "at");
COMMENT ON COLUMN "stage_changes"."from_stage" IS 'NEW: NEW\nCONTACTED: CONTACTED\nREPLIED: REPLIED\nQUALIFIED: QUALIFIED\nWON: WON\nLOST: LOST';
COMMENT ON COLUMN "stage_changes"."to_stage" IS 'NEW: NEW\nCONTACTED: CONTACTED\nREPLIED: REPLIED\nQUALIFIED: QUALIFIED\nWON: WON\nLOST: LOST';
COMMENT ON TABLE "stage_changes" IS 'A lead entered a stage. Its first row, without `from_stage`, is written together with the lead.';
        CREATE TABLE IF NOT EXISTS "upload_chunks" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "number" INT NOT NULL,
    "content" BYTEA NOT NULL,
    "upload_id" BIGINT NOT NULL REFERENCES "uploads" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_upload_chun_upload__b88a7e" UNIQUE ("upload_id", "number")
);
COMMENT ON TABLE "upload_chunks" IS 'A piece of an upload, numbered from 0.';
        COMMENT ON COLUMN "activity"."kind" IS 'CAMPAIGN_CREATED: CAMPAIGN_CREATED\nCAMPAIGN_UPDATED: CAMPAIGN_UPDATED\nDISCOVERY_JOB_CREATED: DISCOVERY_JOB_CREATED\nDISCOVERY_JOB_QUEUED: DISCOVERY_JOB_QUEUED\nDISCOVERY_JOB_STARTED: DISCOVERY_JOB_STARTED\nDISCOVERY_JOB_PROGRESSED: DISCOVERY_JOB_PROGRESSED\nDISCOVERY_JOB_COMPLETED: DISCOVERY_JOB_COMPLETED\nDISCOVERY_JOB_FAILED: DISCOVERY_JOB_FAILED\nDISCOVERY_JOB_CANCELLED: DISCOVERY_JOB_CANCELLED\nPROFILES_CONVERTED: PROFILES_CONVERTED\nLEAD_CREATED: LEAD_CREATED\nLEAD_UPDATED: LEAD_UPDATED\nLEAD_DELETED: LEAD_DELETED\nLEAD_STAGE_CHANGED: LEAD_STAGE_CHANGED\nLEADS_MERGED: LEADS_MERGED\nMERGE_UNDONE: MERGE_UNDONE\nCONTACT_EVENT_LOGGED: CONTACT_EVENT_LOGGED\nCONTACT_EVENT_UPDATED: CONTACT_EVENT_UPDATED\nCONTACT_EVENT_DELETED: CONTACT_EVENT_DELETED\nAPPOINTMENT_CREATED: APPOINTMENT_CREATED\nAPPOINTMENT_UPDATED: APPOINTMENT_UPDATED\nAPPOINTMENT_RESCHEDULED: APPOINTMENT_RESCHEDULED\nAPPOINTMENT_CANCELLED: APPOINTMENT_CANCELLED\nAPPOINTMENT_COMPLETED: APPOINTMENT_COMPLETED\nAPPOINTMENT_MISSED: APPOINTMENT_MISSED\nHOST_CREATED: HOST_CREATED\nHOST_UPDATED: HOST_UPDATED\nCALENDAR_FEED_OPENED: CALENDAR_FEED_OPENED\nCALENDAR_FEED_REVOKED: CALENDAR_FEED_REVOKED\nLEAD_IMPORT_CREATED: LEAD_IMPORT_CREATED\nLEAD_IMPORT_STARTED: LEAD_IMPORT_STARTED\nLEAD_IMPORT_PROGRESSED: LEAD_IMPORT_PROGRESSED\nLEAD_IMPORT_COMPLETED: LEAD_IMPORT_COMPLETED\nLEAD_IMPORT_FAILED: LEAD_IMPORT_FAILED\nLEAD_IMPORT_CANCELLED: LEAD_IMPORT_CANCELLED\nLEADS_EXPORTED: LEADS_EXPORTED';
        ALTER TABLE "appointments" ADD "uid" UUID NOT NULL UNIQUE DEFAULT gen_random_uuid();
        ALTER TABLE "appointments" ADD "updated_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP;
        UPDATE "appointments" SET "updated_at" = "created_at";
        ALTER TABLE "appointments" ADD "cancel_reason" TEXT;
        ALTER TABLE "appointments" ADD "host_id" BIGINT;
        ALTER TABLE "appointments" ADD "sequence" INT NOT NULL DEFAULT 0;
        ALTER TABLE "contact_events" ADD "appointment_id" BIGINT;
        ALTER TABLE "contact_events" ADD "idempotency_key" VARCHAR(200) UNIQUE;
        ALTER TABLE "contact_events" ADD "updated_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP;
        UPDATE "contact_events" SET "updated_at" = "created_at";
        ALTER TABLE "leads" ADD "owner" VARCHAR(200);
        ALTER TABLE "leads" ADD "stage_entered_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP;
        UPDATE "leads" SET "stage_entered_at" = CASE WHEN "stage" = 'NEW' THEN "created_at" ELSE "updated_at" END;
        ALTER TABLE "leads" ADD "version" INT NOT NULL DEFAULT 1;
        COMMENT ON COLUMN "lead_identities"."kind" IS 'HANDLE: HANDLE\nPROFILE_URL: PROFILE_URL\nEMAIL: EMAIL\nPHONE: PHONE\nEXTERNAL_ID: EXTERNAL_ID\nIMPORTED_ROW: IMPORTED_ROW';
        ALTER TABLE "appointments" ADD CONSTRAINT "fk_appointm_hosts_d73a7164" FOREIGN KEY ("host_id") REFERENCES "hosts" ("id") ON DELETE SET NULL;
        CREATE INDEX IF NOT EXISTS "idx_appointment_host_id_06868d" ON "appointments" ("host_id", "starts_at", "id");
        ALTER TABLE "contact_events" ADD CONSTRAINT "fk_contact__appointm_558fcf29" FOREIGN KEY ("appointment_id") REFERENCES "appointments" ("id") ON DELETE SET NULL;
        CREATE INDEX IF NOT EXISTS "idx_contact_eve_appoint_a40de1" ON "contact_events" ("appointment_id");
        CREATE INDEX IF NOT EXISTS "idx_leads_campaig_25b5ed" ON "leads" ("campaign_id", "stage_entered_at", "id");
        CREATE INDEX IF NOT EXISTS "idx_leads_stage_e_588c69" ON "leads" ("stage_entered_at", "id");
        CREATE INDEX IF NOT EXISTS "idx_leads_owner_468e29" ON "leads" ("owner", "created_at", "id");

-- By hand: what aerich and Tortoise cannot say.
CREATE UNIQUE INDEX "hosts_name_unique" ON "hosts" (lower("name"));
ALTER TABLE "hosts" ADD CONSTRAINT "hosts_name_not_blank" CHECK (btrim("name") <> '');
ALTER TABLE "leads" ADD CONSTRAINT "leads_version_positive" CHECK ("version" > 0);
ALTER TABLE "lead_identities"
    ADD CONSTRAINT "lead_identities_kind_known"
        CHECK ("kind" IN ('HANDLE', 'PROFILE_URL', 'EMAIL', 'PHONE', 'EXTERNAL_ID', 'IMPORTED_ROW'));
ALTER TABLE "stage_changes"
    ADD CONSTRAINT "stage_changes_stages_known"
        CHECK ("from_stage" IN ('NEW', 'CONTACTED', 'REPLIED', 'QUALIFIED', 'WON', 'LOST')
            AND "to_stage" IN ('NEW', 'CONTACTED', 'REPLIED', 'QUALIFIED', 'WON', 'LOST')),
    ADD CONSTRAINT "stage_changes_change" CHECK ("from_stage" <> "to_stage"),
    ADD CONSTRAINT "stage_changes_first_or_later" CHECK (("from_stage" IS NULL) = ("entered_from_at" IS NULL)),
    ADD CONSTRAINT "stage_changes_forward_in_time" CHECK ("at" >= "entered_from_at");
CREATE UNIQUE INDEX "stage_changes_one_first" ON "stage_changes" ("lead_id") WHERE "from_stage" IS NULL;
ALTER TABLE "lead_imports"
    ADD CONSTRAINT "lead_imports_format_known" CHECK ("format" IN ('CSV', 'VCARD', 'JSON_LINES')),
    ADD CONSTRAINT "lead_imports_status_known"
        CHECK ("status" IN ('PENDING', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
    ADD CONSTRAINT "lead_imports_ended_or_not"
        CHECK (("status" IN ('DONE', 'FAILED', 'CANCELLED')) = ("completed_at" IS NOT NULL)),
    ADD CONSTRAINT "lead_imports_counts_agree"
        CHECK ("created_count" >= 0 AND "updated_count" >= 0 AND "unchanged_count" >= 0 AND "rejected_count" >= 0
            AND "rows_read" = "created_count" + "updated_count" + "unchanged_count" + "rejected_count");
ALTER TABLE "lead_import_rows"
    ADD CONSTRAINT "lead_import_rows_outcome_known"
        CHECK ("outcome" IN ('CREATED', 'UPDATED', 'UNCHANGED', 'REJECTED'));

-- No contrib extension is needed for exclusion: a range of one number stands for the number.
ALTER TABLE "appointments"
    ADD CONSTRAINT "appointments_length" CHECK ("ends_at" - "starts_at" BETWEEN '5 minutes' AND '12 hours'),
    ADD CONSTRAINT "appointments_of_lead_apart"
        EXCLUDE USING gist (int8range("lead_id", "lead_id", '[]') WITH &&, tstzrange("starts_at", "ends_at") WITH &&)
        WHERE ("status" = 'SCHEDULED'),
    ADD CONSTRAINT "appointments_of_host_apart"
        EXCLUDE USING gist (int8range("host_id", "host_id", '[]') WITH &&, tstzrange("starts_at", "ends_at") WITH &&)
        WHERE ("status" = 'SCHEDULED' AND "host_id" IS NOT NULL);
ALTER TABLE "slot_holds"
    ADD CONSTRAINT "slot_holds_length" CHECK ("ends_at" - "starts_at" BETWEEN '5 minutes' AND '12 hours'),
    ADD CONSTRAINT "slot_holds_apart"
        EXCLUDE USING gist (int8range("host_id", "host_id", '[]') WITH &&, tstzrange("starts_at", "ends_at") WITH &&);

INSERT INTO "stage_changes" ("lead_id", "campaign_id", "from_stage", "to_stage", "actor", "entered_from_at", "at")
SELECT "id", "campaign_id", NULL, 'NEW', 'migration', NULL::timestamptz, "created_at" FROM "leads"
UNION ALL
SELECT "id", "campaign_id", 'NEW', "stage", 'migration', "created_at", greatest("stage_entered_at", "created_at")
FROM "leads" WHERE "stage" <> 'NEW';

CREATE INDEX "leads_tags" ON "leads" USING gin ("tags");
CREATE INDEX "leads_by_last_contact"
    ON "leads" (coalesce("last_contacted_at", '0002-01-01 00:00:00+00'::timestamptz), "id");
CREATE INDEX "leads_of_campaign_by_last_contact"
    ON "leads" ("campaign_id", coalesce("last_contacted_at", '0002-01-01 00:00:00+00'::timestamptz), "id");
CREATE INDEX "leads_last_contacted" ON "leads" ("last_contacted_at") WHERE "last_contacted_at" IS NOT NULL;
CREATE INDEX "leads_last_replied" ON "leads" ("last_replied_at") WHERE "last_replied_at" IS NOT NULL;

-- Search: words without their accents, each part of an address a word of its own.
CREATE FUNCTION "search_words"("given" text) RETURNS tsvector
    LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
    RETURN to_tsvector('simple'::regconfig, translate(
        regexp_replace(normalize("given", NFKD), '[\\u0300-\\u036f]', '', 'g'), '@.-_/:+', '       '));
CREATE FUNCTION "search_query"("given" text) RETURNS tsquery
    LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
    RETURN (
        SELECT string_agg('''' || replace(replace("lexeme", '\\', '\\\\'), '''', '''''') || ''':*', ' & ')::tsquery
        FROM unnest("search_words"("given"))
    );
CREATE FUNCTION "lead_words"("name" text, "company" text, "role" text, "email" text, "notes" text) RETURNS tsvector
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN "search_words"("name" || ' ' || coalesce("company", '') || ' ' || coalesce("role", '') || ' '
        || coalesce("email", '') || ' ' || coalesce("notes", ''));
CREATE INDEX "leads_words" ON "leads" USING gin ("lead_words"("name", "company", "role", "email", "notes"));

-- What happened to leads, whatever its kind; each kind has its own remainder of ids by eight.
CREATE VIEW "lead_timeline" AS
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
"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        DROP VIEW IF EXISTS "lead_timeline";
        DROP INDEX IF EXISTS "leads_words";
        DROP FUNCTION IF EXISTS "lead_words";
        DROP FUNCTION IF EXISTS "search_query";
        DROP FUNCTION IF EXISTS "search_words";
        DROP INDEX IF EXISTS "leads_last_replied";
        DROP INDEX IF EXISTS "leads_last_contacted";
        DROP INDEX IF EXISTS "leads_of_campaign_by_last_contact";
        DROP INDEX IF EXISTS "leads_by_last_contact";
        DROP INDEX IF EXISTS "leads_tags";
        ALTER TABLE "appointments" DROP CONSTRAINT IF EXISTS "appointments_of_host_apart",
            DROP CONSTRAINT IF EXISTS "appointments_of_lead_apart", DROP CONSTRAINT IF EXISTS "appointments_length";
        ALTER TABLE "lead_identities" DROP CONSTRAINT IF EXISTS "lead_identities_kind_known";
        ALTER TABLE "leads" DROP CONSTRAINT IF EXISTS "leads_version_positive";
        DROP INDEX IF EXISTS "idx_leads_owner_468e29";
        DROP INDEX IF EXISTS "idx_leads_stage_e_588c69";
        DROP INDEX IF EXISTS "idx_leads_campaig_25b5ed";
        DROP INDEX IF EXISTS "uid_contact_eve_idempot_ab4505";
        DROP INDEX IF EXISTS "idx_contact_eve_appoint_a40de1";
        ALTER TABLE "contact_events" DROP CONSTRAINT IF EXISTS "fk_contact__appointm_558fcf29";
        DROP INDEX IF EXISTS "uid_appointment_uid_0120ae";
        DROP INDEX IF EXISTS "idx_appointment_host_id_06868d";
        ALTER TABLE "appointments" DROP CONSTRAINT IF EXISTS "fk_appointm_hosts_d73a7164";
        COMMENT ON COLUMN "activity"."kind" IS 'CAMPAIGN_CREATED: CAMPAIGN_CREATED\nCAMPAIGN_UPDATED: CAMPAIGN_UPDATED\nDISCOVERY_JOB_CREATED: DISCOVERY_JOB_CREATED\nDISCOVERY_JOB_QUEUED: DISCOVERY_JOB_QUEUED\nDISCOVERY_JOB_STARTED: DISCOVERY_JOB_STARTED\nDISCOVERY_JOB_PROGRESSED: DISCOVERY_JOB_PROGRESSED\nDISCOVERY_JOB_COMPLETED: DISCOVERY_JOB_COMPLETED\nDISCOVERY_JOB_FAILED: DISCOVERY_JOB_FAILED\nDISCOVERY_JOB_CANCELLED: DISCOVERY_JOB_CANCELLED\nPROFILES_CONVERTED: PROFILES_CONVERTED\nLEAD_CREATED: LEAD_CREATED';
        ALTER TABLE "appointments" DROP COLUMN "uid";
        ALTER TABLE "appointments" DROP COLUMN "updated_at";
        ALTER TABLE "appointments" DROP COLUMN "cancel_reason";
        ALTER TABLE "appointments" DROP COLUMN "host_id";
        ALTER TABLE "appointments" DROP COLUMN "sequence";
        ALTER TABLE "contact_events" DROP COLUMN "appointment_id";
        ALTER TABLE "contact_events" DROP COLUMN "idempotency_key";
        ALTER TABLE "contact_events" DROP COLUMN "updated_at";
        ALTER TABLE "leads" DROP COLUMN "owner";
        ALTER TABLE "leads" DROP COLUMN "stage_entered_at";
        ALTER TABLE "leads" DROP COLUMN "version";
        COMMENT ON COLUMN "lead_identities"."kind" IS 'HANDLE: HANDLE\nPROFILE_URL: PROFILE_URL\nEMAIL: EMAIL';
        DROP TABLE IF EXISTS "upload_chunks";
        DROP TABLE IF EXISTS "lead_import_rows";
        DROP TABLE IF EXISTS "lead_imports";
        DROP TABLE IF EXISTS "uploads";
        DROP TABLE IF EXISTS "slot_holds";
        DROP TABLE IF EXISTS "hosts";
        DROP TABLE IF EXISTS "lead_merges";
        DROP TABLE IF EXISTS "stage_changes";"""


MODELS_STATE = (
    "eJztXWtz2kjW/itdfJmkinHlYmeyzNZWYaPETDB4ME4mO2wJAW2jsehmJGGH3Tf//T2ndb"
    "9hiZtlpatcRrT6tMRzWq0+9//V5nxKDeuoObH1e91e1RrkfzWmzSkcJM7VSU1bLIIz2GBr"
    "Y0N01sK9xpZtQgO032iGRaFpSq2JqS9snTPs3WOUTGYau6VHZGQtx3/Ria3aqwUdEY1Ngy"
    "Z9OiJ4O8SeUcJFm0s3rZOHGbcoMfkDmWsrMqbklsOwls4m9AhvY8oncB86uz3IFYdsyJrE"
    "oqauGUSfEt0ijAMtn891m3BzSk248gsAhlkIFmdwrTr0fDnCvhpz+hCdwWX0yQypZ3DzBD"
    "CnmmkRQ7Ph9JjecJNCF80mD5o1ZCbVYJiFye/1KZ3CbcMJbKNAYtl8QeD7aHGrWkxbWDNu"
    "q9/mOhs14E4p/Gpq3usTah157BsJ5JZM/3tJVZvfUoDBBPz+/A8062xKv1ELv/5Zi/4QpI"
    "L/0OvPWhhdbA+gFTMmk26izReafsuKdvSa7+D+vO94u4s79UanxjQyqR0S0e7cILSd6rdt"
    "Zn8QfXHejNUJN5ZzFvRfrOwZ3IZHoDMbW28poyZwBa9gm0uc52xpGO4j4U19B8ygi4NiiG"
    "ZKb7SlgU8LUjs3ELTVVLXbG6hXykBVa4knyaMITXW3acIZPoVwq5YA4BZv4ed/vHnz9u0v"
    "b169fff+5PiXX07ev3oPfcX9Jk/98t25mQAtZyiBWftjuzvAG+LwqDtrADZ8FzSarTlUYr"
    "IE6Cd5GuXEIDjfnqYzJDnE48zxWLGOO15DwJ5g7VrLn6u/jZbz7cVP8JxNlqZJGTxmmpjy"
    "L17+9HILtq3hwB/t1nsBdwCv9wREQT2baabClnOBZxuG12C9SuDq0cbQhJs5KJprZ3vtrH"
    "lx2Wx/7KpnfaU5UFoNEm8ZMr/l+rIV6+O2DFmrfXXW+6z0v6q/9U6DwVKb471/v1auk52d"
    "1njfq0GznzKy2xzvfdnvfewrV1dJguBM4t57F5cdJe3uvRNxig/NdifZ3WlNjN7snimdlO"
    "7+iSGDe/sAtFdwxS6cF7eSbBuyjtJsBVCHv7nnfH6Fv7nnWor7I8Pf3HOA5kdFPTtvdj/6"
    "PSJtTr8r9ULp+z28b0MmPtXrbqvXVRok/A3mUq87aJ4NVOWz0h2ond5HQZ/WGu8bTL605n"
    "hv/+elNsPG4vKyB6vrBTb6EKY0Rnv695DSGO0Jc+vsXGldd+K9QydidxHMjNTmWO9glqY2"
    "R3tftJ1nINk2ZOe9qxAE4W/uOf9Hh7/hqtBRuq1mX/2gKC21d6l0nZUh2Rrv21c+9z4lO7"
    "vN7hxsX1z2+oPY9I42Rnv6K0NKY7RneFVIb4/dQ4B1anO0t7caJNtiowb8Tm32njHlD2wP"
    "njLve3xDnrFLmWvfVIOyW3sGX4/fr3n9fW724fHuvzh+/zK6C+m6Z96IU9EXZHxrmnxRpm"
    "864nRlfknm3xIeCOyiW+4o3RPv7p7f7jtgQExOys+BGOFGLHCFmx+bAyADcLPIQuMTVHCF"
    "efPqVY4lBnplrjHiXBThKbU13UhC/NtVr5sOcUARw3iqT2zyf8TQree4xKyBFrHAkeeW9b"
    "cRRvTFRfOPONhnnd6pAIdb9q0pRhEDnMaA5xMh6U5VzU6i3wLcbH1O0zkQI42zwaU98g6q"
    "xYxB+0KBfd7FZYQjuEvFM29E6yrW+uJdjEv+IORLe3BO8Cv5N0gsccb5/Qb/ruE9aUubq4"
    "w/qNo0jInX7DV9R/XZzV1IhYMNY21y96CZUzVxhr/hWX2Tp+Zv5vEWjWm3gkmIJt6np3pe"
    "LDhAOqfMrqVppkOn62uV00FHK5+Cuklw5hGL2kSz9CklN9wkGjGEsvXG5HMysmzNtC2Ywy"
    "OyXBCbkxFlU/H9VzJCavW/nFGh3BW6ZEaJLnS2RAP20CnRWVJNfaDrorK6S3VU7rqjEyYu"
    "NIPJQ2bQ137gxBf9SBhAVChzNqENQr9NjKUFiJHQ9K+jBhsvPNdv4YmFs3C10RL16o6inc"
    "ITCuTw1UQtO2rU+Q3RzzR4UUw1s+HfNaP3cHuO8h2GFc3ijk3dohZ5gNsn2GXlKfbzqq7x"
    "R7pbGx/MsCIZ8Vh3PqvRXlqpNFIZXU5ltG4bhaRAn0BuzvJtziJPQpEdQoRQ7g9Ktz8IM9"
    "l9+xRlcYhMMrjUDPb3FMXWyhBRBdfLd8c5lst3x5mrJZ6KLpYGn4jtUopVlH7L2BCEaTYC"
    "uWRamnWPjfLHYL0Q6z81nV73o9c9LtnGNWTOplM1dHZXBPgEoUS/OPqM29QqgrpPINEujn"
    "YgoGziHhBQH24xr/kCaK0YD2oha2bIfhmyjIWsYSHLVsia1e2pV+e9Lw3iHmxiv3r9Lsc7"
    "4nX81R68I/BUfL0C3hiqSTWr2IsiQSifoOJP0DJNXr++brfSMV+miutLaD5Cok2emg2l9r"
    "CLElxSNTU25XMVb2V//kkC7bfO7A5vScVvjy1Nrk4oiW62kTBE8rQmwldbbCkdPcib18e/"
    "HL9/++7YV3/4Leu0HikGP3i+7Y1U8lFKKZCVWiBbLqYbsjlKWSo2d/nDiz2tRM+OwSEFdX"
    "7lcIhIGuw3NdiHVP/5kQ8RSW+VQtAn7IxRTiTZ8IGbVL9ln+gqIa7EoHdthB13mGfGgu/e"
    "HPNagwfU1B58U1J46sFvh19MbUeoa16dNVtKLbGs7ADSc57LQaJk60leREPLaARRuD7pXn"
    "c6te/ZtvDQTowzGwMA6L1nc44tJy79h099amSp8Fy8z5yxlHv6HNfxLNy/79Nx4Mx1YKul"
    "eA345+rrXAY8F7jc/gIewRFp25YTQqZbxOFCXcRrCXM2WrEnmmvzho4wvWwM1Xoh2JOwnb"
    "9McxHY56Xy2M+jwoJnAI/uLb1WAX49zUwuLeOltYx7TMtr7PH6V9DOsyenxeDOEjBnK/Fi"
    "ZFKFV1yFZ2smLGwq0yezYubMGF0VsI9O9JNcE/1kzUQ/SXUAeW42h+bZoP1ZKWpwcKgaxP"
    "kcssvmtQjYcT6HDDGCExjU5B6VxKAgNYY/gkKpkhpDyeaCrtqhDYhuTTi6zqp/8fGW4mnL"
    "G+s3Pn6+/E/Kp3G14JYwVUwRlaY1pczWbT3NpaMoUG1nrFVVAdPnC25uqxcSQImBqgrTnM"
    "KuewcoXeA4VQUJdsm3VHXDJLbD6gqHOhMjVQmtvWoaw8rZNG1jTHm7RuOYUBnny6M1p5YF"
    "90a4SSaaYRyRUSi+ToQBPcwowxigGaaSYpjIahTs3kf+aQwRejB124avU/6QEp2038thUN"
    "JIBMC6w3DUXC4tYnN+Rxaaaf9KuhgYBCOYlDA+5tMVsTR9CjcBbx9YCmGsyUq9o6tRoBF1"
    "u9viP7TCCA0cHHWkQ2bwW+woMm/ZRLuFeUNA0ndip25007KJYEhu5WjYIhONc5QKz9IqPH"
    "H1ZDQljDifoiJEXmYVaE25aLY7DSI+hqzT7n5SWu1ug3hHQzYAIWWg9BvEPRiydhdz6fSb"
    "Fw3iHw7Z5bnIliM+hqw3OEca8VEOvcZUN+kkXb+aj6WRAUrN1Hb3tHfdbSF7xAGw43rgNn"
    "lH5WCKtZzPNXNVROUdIikzE0qr75ZR+hVW/UhF7g/H5koqcqXr55NlDCq1SXIvtveYoFgE"
    "6hTSnYD+tALY/iEPZQ8p7FubpN2Tc3NVhV7p2yx9m8vFgr34NmvRXFBbIhvLLPWsFpe88C"
    "ZX1sL+zvtUrHtmZTq9NPmNLoBOaNeTnerrVOxTv7u6cPoX0LMvqGlxRsQffDM0+4ab8zrR"
    "hEqZ/MXHxNIeUG88x0IP8L0e6jXT2NSgL0N66XT1+s6vIrTqFqVM1Rls/m3Ywth+cjAg/w"
    "kTeolWt+6EOzxxESKGZtm/khFWmKBMczJ3YSKvuWZPZm5EseVk88LUiXCfN0PmVM6wPCdj"
    "a6YthB8yfvloaovZ7x0iFlKnEZOAIWutOoGNlSCzmHZHVfRfPiI9rIyBtTDGK3LDDYM/ON"
    "Ut4D4QFrifIXOcmpG7WEuDflvAphxzk6XkI8tQ5f9ZAzi8d50LKR47oDq6+4iqP+juYAGT"
    "y4w4OwcdQjMv6h8d6QJXXalxj+mgh//TpR2hpHaE8LTZROscpi+zvrO2je3gi3LaIPBvyD"
    "6COH0NX5zPITvtXCtXn742iHswZBfNq0Gv1YPreEflUGW7a0IB4TGgKDNjy+Q87L6A1KWZ"
    "YpjLNhnEyCqB9qHNBvF3Ud5JHqerBPjRqf4211R/u2aqv01O9bHOi0xxt3sVNH6HntkmT1"
    "u2s6H2+kusN8iuxucLjRWy94ZIJOLFEafz1GT42Qu2T1AFtGML9ZtcC/WbNQv1m+SeZFYw"
    "D6ZPUEWAc+G7Bt44ug90bOl2ofU5RFIFhA+9YMiko4fHPFDjJEDPVNNEaCqU3mdnqc9QS6"
    "mKKrZ0A+eIJPUOHCRKhniVvCQw627K45Nd9McnkDV/tqj5E1Nzx4xsBtcyVq8YXYwHN0hY"
    "LfRbvevTjkIu+8pZ+6rtcsJ/gsRJbIIG3bG29ZVmJxVs175SZK4nCOWc32LOB3avIjyIUk"
    "kGbMGAmO2ywKYphbJKPiw72zsljJNFtk4J4lK5lsqtU3zrFDIn5zYSh+ziFXp+fgT3u3K5"
    "JpXC+e4vJ03Flh5iFc16UY85iQVP/uMueIf1aizXzN7Wp7Es3nZiOq9xtPOm++M+dkFqmT"
    "zZMy2qmZOZqHa5oHxhUM8DDhrmMIN8HzcrLSFmAWrhDgczZhnEq2OxzYcZurppxFwybNKs"
    "OzoV48GfEx3+oK0a0OFS6bba3Y/CEU9UoBSR7Jhe06nU+cDNO2oekRGMNCITvmROLPmQQU"
    "No4DqxOLRrtsjXidc06I3t+aqJG0TXOHRl00xDhxvA3+PUxSOM2zP48XAV36EvuJJ7C9aQ"
    "Of58InredfYjy0VdeO/dYO0EqwGDGitxcsYN/JWuix46z1Fm+56Bc20lYvXz19iMlRBPTx"
    "ka6xT3fEsnys4omuwv3eRK6SYn84vuN+Bmgo+qqWtFNBZhGqmv2EZf8fxyXrovtVoxDnhk"
    "De+lOGT9625XtLgHQ9YSeSJaIk3Eh2ZblNlyPtMrb8Xf7k/j3gnv6gJ6Jrf34WTjV/t9O+"
    "xMsVRcZfckqrrnAqfn2Sr2egVATdBJaOPQUtPkpurmtkpCm+0MkSCUHhEbOArK5BU/gurZ"
    "F7uLcjlCKD0zysxjoaHYiMlRSsnlMnMZ3bRRdbnRkh2jlZwuNaejKrr8GrMYoTQc7sp+NQ"
    "nVr9rS1BIuhfXMWJHX4BKbhulWrGybS0L42lGy/EjCgopAH90H8KU5oSoaPbZD7EoM1F9W"
    "aZLuNSO1KM+YYsLzyjZmm+6w9GFOi90XPzkzGo4sEkomYh2REV46moJ5fU26pFFv1xcQdj"
    "+0jMH46gzmlDUiM82qC7Md1SYzMtVW5MbkczK66HVbza8jgskjNKH2xtFG/xs6e9Qh3N+w"
    "9uofjVevhnDfwxplU6ft9S+i7fsI7Xgj3Lyo/+WMjuDqoxsKO56pfkutIP3G1Xnz5zcn78"
    "iLGf320rO9WRSEWt8SONEMGF4zCdJjro7pFBNbRDJh+6mtGRfdchvpwqY0aSqTprKyrZ8H"
    "MJX5D2kRkCNEFUT63XEOoN8dZ+KMp2KRfeGVt4hZMkEobZNb2CZDL6Ei8z1GVrWkl7uf7l"
    "KhvcmUf3bKkUpmY5ZsNjYtqxcWUraTenedgLIcYm8kgxaKdVuqBgxun3OjSjlQ96oZEJ7V"
    "KZoBz+M6WzPg1z/M48vrprAEAVbzS9WD5HqzxBo5ae676wmE5A6iPSZzHBFTt6jleN6ivL"
    "8iTuGzIzJy6qDBA0PjtajCHq2il6g95fbEAlYPMHdGTgLKoOzUkOkiESVcwMQLXAkn4zqB"
    "ASzhQ8vdrJQWpqX05hpxeOEkpyTiVwmB202uiVky4/korb061YofnLv3hi64QkeXfZFH7s"
    "EJDM68+RBPE4NmnBMcTb+g1HNIPUfZ3gYHyDAnM0PJzFAHBHjXmaFkKrlD++TJRIkyC1eV"
    "MX8ixX/JUN+73l9m9DvwvJaphA+FtMzjt4dAjECVsFH0nE9dZrmw1mpfnfU+K/2vDeIfDl"
    "n74rLXHzSI84m1D7rXzQ5WPsDPIfvQ6180CP6P69DyrO17KOdrp8bK5I5z3CJeZrMwx67y"
    "pVaQU0DSIPBvyM563UHzbCCCFb3DIesrl502trkHQ/Y78Kr9QbT5h0P2BUtYwL8h6/SugM"
    "f4vyRcLJzNb9s8fiVbwdYAuos0fqguTsLbNE1tlbHHdAli6O7Tw6H2z5slE9XOyXipG7bO"
    "rCO83r8KPi67elX/+Z8YiIzbaZ632dsan0BubDao/oGmUBuNUzaaehKwn3KQ9TWWjnySOM"
    "aCMVDvayL7LYflwmmv14lw4bQdh/n64lSBlflldL1I7n98y0VekdQnqMJMP4DDn2tJLLBn"
    "D1E8bRTL6/Js02VW1Cf25JMeZhu9Lp+D65H0MPvh2CzqD7hbpo24nTqAjKwtPc9NujD0zT"
    "keJZf8LjO/0/yVCuZHSNCXalnv8ocXLyWzne2ZDJuXYfMlZMXBw+afyiX+uQAf83ISGziV"
    "3m8P15kzlnJfYbyeLidDOfdJ69HSpzAVdFvfFi8MF2g7Y62qOrPm1LzdBU4XOE5VQXJ2pE"
    "4AxrahPDjUmRipqmjhftzQ0/zNigA1cEdRmG1W6unbd+CTv2JlBECFV7T1gVBqdCHNExJ1"
    "R1cimz9B+gYZvfD2V3VyB4yok3vNWNKXoYwmoj4Apvhwg6PGdMIxPAmbcJA6BiqJjCeadW"
    "cRzYYzE5oWXXWwazuBWjiYGGt02WkOhM8KPNZTg47qIryLcaZPNINc9zvYwLg51wzdolNC"
    "f8aQAy/DCZ60Yc8p3OSBofMxXE9nRDl6/e4Ys7bM6yKMSp96hQ40LIsAnWBXcGtqc3Kr3V"
    "Mn9kv8jDrWcsCvTiC7W11Bny84ph0kJn9w6jHMNEykwqibj8XKrHmQiFZCOPFTYOBEGoXC"
    "t2TgUSkDjzymbeLE5NGW2tnsvNltdZQGcT6H7LLf+9DuKCo8gA0S+jJkykWzDW3iA/qdi9"
    "Tt4gPO/TFQ+t1mR223oEfwxXNbU1pqv/fFc15zvsUXo6dxcHKexgSHs31HfIIys7W0ziNS"
    "8/VjVprLAX01Xy5rdI6HrYhWMg7kVTVmlURLrTEntbhFoN1Si7t3kUzsvWtZAplzNoc4Jj"
    "rmlMUGKDIIAtzf4zYfNX4gWNg8lH3iiHxxq7KJmhkgHogUi9qtSb3sE5hcEmQGq0HGIHaI"
    "xA5YIc3GfBOukJCUxg56dSGPzQE8uPiI3Or3QCwyXbqJJvHSP+E18BXgJKREPDHzBvIQK9"
    "tBF8P6lYy4wM8aiQthRxM6UvMnyyt0F6TlGDInL4dJ4VEBMQt+GfQIyt15JfJQFEQBz0Ap"
    "jC9t4a2CkOCQ8MuwgPnUy+Fhitp81FrOUVJbMnLLhTy648wZWckrZH258r1218l0OLOLJp"
    "QI01TQlfbkJI8r7clJtistnosHwJnzND+GfMJzQF1mOat2dvW5QeDfkH0+a/ZB+BUfQ4ZO"
    "mWqn3VWuGiQ4LofIOzVXamoJs/We+wGVdNkv4LLvvmKTaGc7QodIpBf0Fl7Q7r6kCPQhEg"
    "m9LHOZ4w0gy1zKMpdrg2GEuGJzW0tJsJWNZoRIpgLIgNVMVaGtR9WjkTM1DqknwRatIJqg"
    "k9DGofXibYpCm6CT0CagZY6P0QbgJiklvIl1lv5FJ5tM3SShBFcWFi6TMVqb2LxQNL1PUG"
    "ad1KY6wH2E08s45I0m+3OLZ5JlfX8ELsuyvj8Mp6WX1lN7aS0XBt/ATytCtie1UTUtxjI4"
    "9JBuRcmpvgNwr/2BntUczwts5NmOwAp3QLrXnU6+oFvUgqasKkVj/ISjUh/eINWZyvsPM/"
    "JBW+vW5qKay7NN9diZpyyzZmO4DlzWczAD4iMycp0sR16VYOfBw9ighuPPhdEv1DAsUUmZ"
    "zODGgOHTOoHr8CB8yHHhgjFu0VErbsQ68OWFf5sTGDRyPOWssF8bouYUdH6NsUQz4bEGV8"
    "fSyhNjORWlnxYmB8Dn1kiYfS1R5Nl51zqlnSfAGefI1cRgdefsgKAw19yCSuL+EsFAaV35"
    "0sY4qzAV+p+F/GNhZy1dzsrpcuZyLMGBTPgDgirtoXemNw09DJv4F4TIy6zJq531laaTU9"
    "o5GLLry5bT4h5AS/fsvNn9KNq8Q8w8/ZvipKP2juLL8dP4FDxJ8EnJNAVPI1B677Ik9Gsz"
    "cvo0W7lDlYwDh/aGKq4vk2rvZ6AmS27Siq5pYdoqveifPrDOxXYHWoVotNEz40exMLuIvF"
    "GycDAnV06G2Own0nlEZA4S9zwuLfdAPhX9j8jAEUItLzYKiLk5plMhdloi7OlWhGuhPCnE"
    "WWv0Kxl53UYia4RmGI6EOnbKAsNAc4L4JCXlw11aSMljiiK3EL/xEtbSvNfvoaMX8IXyN4"
    "yi21gZuQ6D39goVAthXNQqxlslc5Cg8S51O3fcVWhjJ8Z4pPxwoo+Udksp7TrzqchGM6CQ"
    "Xvfb7DPxwSyCu08gYd8GdnexLYR8iEaCvw340olrz05ckdduESE2Qihl2VLLsks2hW3kJp"
    "UkwoTSrecZ8HicUig9e7mMEFXBy/gQbq/Sf+qp1d1lzXJVUeil99RTeU+VLotYKWF9NI3Y"
    "0yg2rwxun/OY8ip+rr5OrWlBL3XG8WL1fNmGcR9GnJy4jI/5dEVgTCoSLo05vyNLZusGGd"
    "FvCx32HrCxGx2Rkc3vKBMawjvYXWAaKT/Lr7i4p/WLZRfe67XyaBhnsIVy+S5CDfAaUm9Y"
    "Ur2hYHySAdfX7VY6/D5BjAPLpT49QrJNVrQnZcQaTMVG9K0jP4QlA/E7E9k33KmeADNHOI"
    "4lJfbnIM1RNt2ExSEyyeByM9h/KxbmcYRSsrnUbA5tUfJvPEJEUlLdlaSKoO5AlDrnz9lw"
    "86goFZp6pRKl+NKc0P6S1dJkKf9kfa0wJbphmsMCPiIO0U8WWWhO4l6N/MXHDeJGsDsZed"
    "FNAlrrXuEUsjA0G3NcOh4TFvTWbWrqWrozyB6ukRqhAOTequLSykIl5Vm66mtkJ59fCR7k"
    "c4kP05fZMFrrtLuflFa72yDe0ZAN4C09UPoN4h4MWbsLr+WP/eZFg/iHQ/ZFOW0Q+DdkH+"
    "G1fg1fnM8hO+1cK1efvjaIezBkF82rQa/Vg+t4R/En82k86GVmxXBmxS/N9kC0uAfrcy1e"
    "fWpfXmKDe1Dm7Ite9Ur1hi/TahBlrqtJQpl3KSUYwsHIS1K1Cb5hWglxMm+YyPBvqegXWg"
    "DeBJ2ENjVrWBLSR7KFVcV+f+gsYZMZndyJ4tJFII9SSdyL425S21xtoPwK00l/pDJrvmTa"
    "sB+ByzJt2I/C6UB7lF8LFNI4ST32jvTYgOkO1Ngt3ZpwLNb1mzPcM+NEXnV2MAFLpc0OVb"
    "xP02eHTtfXarSxo+qkuc7tISSS6VBmU5NOiUbEGEekbWPpN9OyMR6wLlTOfGmTEUYeqqLP"
    "qC4KssUqzQXKaRw3zUtor9cTEY7u4Kqg1WyvcBxz4h1xLOh8g9mJZjBdyQzuZ0zhtEvX8B"
    "yVkNQbGelWcMM62zDkcW2sIyyz4r7cjmldAiDCndIIkz2lFr+UWvwoozZR8EZHKLHcWesq"
    "XxoE/g3ZWa87aDrZavxDTGFz2Wk7GWzEwZD9ft3stD+INv9wyL6gjh7+DVmndzVoEPxfDh"
    "Vu+FHchJdh+lLbZKrPSpNqFk/xTcxWAAUUJX4IS6v8kVGd+45Rim2JikrmKeRSOC+zcC5z"
    "UFWSrTLUUIYa/ljQP5L4awearx89Fi5tfdkBrDJ68yk1igN4Vxs6owqzzVUtRacY7VB/NJ"
    "ea7fbPq1XELGLCc/Vep3CE4XyoShODivRmGOEHEwcTj9lBnm8L4/9EXrNfMT23OK1bonNI"
    "9ZcRf7j3awrtorUcoyeQmO8jorEp8Zswqzni7Ocx123UG7KphWnOj8jITXvuTHSizTlcCt"
    "O13cFMt3JqFQ+uzCt9GF05tHl8Mlma5kaGzxip3ISXehMeXgCKKC3idBXUXRy/z6G6OH6f"
    "qbnAU99TwS66uEXp5KZbyjvPA3op71Qz94dbrSplJx7UscregjvFoHKb9NFj3dnhPmgWsS"
    "izcQO7tCLpNkRCXwwUg/OiGg7clkj7O17VyWiq31LLtX9fnTd/fnPyjryY0W8vvfCy8cqm"
    "Vtou/LAXz2OFj1aXlamES7uFlilBdpQSBJ9BcVxgexqmqYIRM2ZVOznJY1U7Ocm2quG5WL"
    "AAZzasb4UlgThdBeHehxHT0v+bAvNaKcClkJvQjff/zru4yOwOKCoo4b47zjGv3x1nTms8"
    "JZ0fDpygNbL/KxSREKGUernS6eUS4nK2dBfa5IvKNzurivv83tVZsnQsEnLJ7rYEyZFtz3"
    "Ck5/twHLZwcBiyTG2Bj+hjKgM14GIexcFCpxNR1kdjxBmgTpzipHTqFB16lSby5yVLzUIT"
    "KXSdUSJXyuullNdloVvBhZ2F+rtyYdqUZpq5WitMpoAqtGTPENZ189StE+PvR2Dfd9ruNv"
    "tf0/2PT1Pqypx+HSjNGPKRRSj/chIhq9KUflpLx9JXiW9p6wh068+MDXmtHZEJWCZ7xxdu"
    "3lHznGqmPQYZKm0rE++ydjvzIDqrM6937i2NQ0gWJp9QyxL+OiIW0KlvSAzNsolFKauT8U"
    "oYHPBtN9YszL83MXhawcZdDbpjX59sNXnq+rRnHXntnzdLNkE+EHEl/Hf8r9rhXxmPqs2z"
    "9zclSllR0gXq2SoOInpleFI34XFAJhlcOgYX0Azt8z3YpKY+maW9/twza996WtDnsVddNm"
    "N3/Jr5UWTrLaW67LfKPTUtPS28NFvlHyKpotJ/H7ZZfKgKIOx2ryC6r3OZVF6vMam8TjGp"
    "ZGkqsmvgZuspZAncxiMlcJ/0Zfb9/wGefXoQ"
)
