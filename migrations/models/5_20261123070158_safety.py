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
    "attempt_id" BIGINT UNIQUE,
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
        COMMENT ON COLUMN "activity"."kind" IS 'CAMPAIGN_CREATED: CAMPAIGN_CREATED\nCAMPAIGN_UPDATED: CAMPAIGN_UPDATED\nDISCOVERY_JOB_CREATED: DISCOVERY_JOB_CREATED\nDISCOVERY_JOB_QUEUED: DISCOVERY_JOB_QUEUED\nDISCOVERY_JOB_STARTED: DISCOVERY_JOB_STARTED\nDISCOVERY_JOB_PROGRESSED: DISCOVERY_JOB_PROGRESSED\nDISCOVERY_JOB_COMPLETED: DISCOVERY_JOB_COMPLETED\nDISCOVERY_JOB_FAILED: DISCOVERY_JOB_FAILED\nDISCOVERY_JOB_CANCELLED: DISCOVERY_JOB_CANCELLED\nPROFILES_CONVERTED: PROFILES_CONVERTED\nLEAD_CREATED: LEAD_CREATED\nLEAD_UPDATED: LEAD_UPDATED\nLEAD_DELETED: LEAD_DELETED\nLEAD_STAGE_CHANGED: LEAD_STAGE_CHANGED\nLEADS_MERGED: LEADS_MERGED\nMERGE_UNDONE: MERGE_UNDONE\nCONTACT_EVENT_LOGGED: CONTACT_EVENT_LOGGED\nCONTACT_EVENT_UPDATED: CONTACT_EVENT_UPDATED\nCONTACT_EVENT_DELETED: CONTACT_EVENT_DELETED\nAPPOINTMENT_CREATED: APPOINTMENT_CREATED\nAPPOINTMENT_UPDATED: APPOINTMENT_UPDATED\nAPPOINTMENT_RESCHEDULED: APPOINTMENT_RESCHEDULED\nAPPOINTMENT_CANCELLED: APPOINTMENT_CANCELLED\nAPPOINTMENT_COMPLETED: APPOINTMENT_COMPLETED\nAPPOINTMENT_MISSED: APPOINTMENT_MISSED\nHOST_CREATED: HOST_CREATED\nHOST_UPDATED: HOST_UPDATED\nCALENDAR_FEED_OPENED: CALENDAR_FEED_OPENED\nCALENDAR_FEED_REVOKED: CALENDAR_FEED_REVOKED\nLEAD_IMPORT_CREATED: LEAD_IMPORT_CREATED\nLEAD_IMPORT_STARTED: LEAD_IMPORT_STARTED\nLEAD_IMPORT_PROGRESSED: LEAD_IMPORT_PROGRESSED\nLEAD_IMPORT_COMPLETED: LEAD_IMPORT_COMPLETED\nLEAD_IMPORT_FAILED: LEAD_IMPORT_FAILED\nLEAD_IMPORT_CANCELLED: LEAD_IMPORT_CANCELLED\nLEADS_EXPORTED: LEADS_EXPORTED\nSUPPRESSIONS_ADDED: SUPPRESSIONS_ADDED\nSUPPRESSION_REMOVED: SUPPRESSION_REMOVED';
        ALTER TABLE "campaigns" ADD "outreach_live" BOOL NOT NULL DEFAULT False;

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
INSERT INTO "safety_settings_versions" ("version", "settings", "changed", "actor", "at")
VALUES (1, '{"channels": {"EMAIL": {"max_per_day": 20, "min_gap_seconds": 90, "gap_spread_seconds": 60, "warmup": {"start": 5, "increment": 5, "maximum": 20}}, "LINKEDIN": {"max_per_day": 10, "min_gap_seconds": 300, "gap_spread_seconds": 120, "warmup": {"start": 3, "increment": 2, "maximum": 10}}, "TWITTER": {"max_per_day": 15, "min_gap_seconds": 300, "gap_spread_seconds": 120, "warmup": null}, "INSTAGRAM": {"max_per_day": 0, "min_gap_seconds": 0, "gap_spread_seconds": 0, "warmup": null}, "PHONE": {"max_per_day": 0, "min_gap_seconds": 0, "gap_spread_seconds": 0, "warmup": null}, "OTHER": {"max_per_day": 0, "min_gap_seconds": 0, "gap_spread_seconds": 0, "warmup": null}}, "time_zone": "UTC", "send_window": {"start": "09:00:00", "end": "18:00:00", "days": [0, 1, 2, 3, 4], "use_lead_time_zone": false}, "max_per_domain_per_day": 5, "lead_frequency": {"max_messages": 3, "days": 7}, "ignore_plus_tags": true, "campaigns": {}}', '[]', 'migration', now());
"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        COMMENT ON COLUMN "activity"."kind" IS 'CAMPAIGN_CREATED: CAMPAIGN_CREATED\nCAMPAIGN_UPDATED: CAMPAIGN_UPDATED\nDISCOVERY_JOB_CREATED: DISCOVERY_JOB_CREATED\nDISCOVERY_JOB_QUEUED: DISCOVERY_JOB_QUEUED\nDISCOVERY_JOB_STARTED: DISCOVERY_JOB_STARTED\nDISCOVERY_JOB_PROGRESSED: DISCOVERY_JOB_PROGRESSED\nDISCOVERY_JOB_COMPLETED: DISCOVERY_JOB_COMPLETED\nDISCOVERY_JOB_FAILED: DISCOVERY_JOB_FAILED\nDISCOVERY_JOB_CANCELLED: DISCOVERY_JOB_CANCELLED\nPROFILES_CONVERTED: PROFILES_CONVERTED\nLEAD_CREATED: LEAD_CREATED\nLEAD_UPDATED: LEAD_UPDATED\nLEAD_DELETED: LEAD_DELETED\nLEAD_STAGE_CHANGED: LEAD_STAGE_CHANGED\nLEADS_MERGED: LEADS_MERGED\nMERGE_UNDONE: MERGE_UNDONE\nCONTACT_EVENT_LOGGED: CONTACT_EVENT_LOGGED\nCONTACT_EVENT_UPDATED: CONTACT_EVENT_UPDATED\nCONTACT_EVENT_DELETED: CONTACT_EVENT_DELETED\nAPPOINTMENT_CREATED: APPOINTMENT_CREATED\nAPPOINTMENT_UPDATED: APPOINTMENT_UPDATED\nAPPOINTMENT_RESCHEDULED: APPOINTMENT_RESCHEDULED\nAPPOINTMENT_CANCELLED: APPOINTMENT_CANCELLED\nAPPOINTMENT_COMPLETED: APPOINTMENT_COMPLETED\nAPPOINTMENT_MISSED: APPOINTMENT_MISSED\nHOST_CREATED: HOST_CREATED\nHOST_UPDATED: HOST_UPDATED\nCALENDAR_FEED_OPENED: CALENDAR_FEED_OPENED\nCALENDAR_FEED_REVOKED: CALENDAR_FEED_REVOKED\nLEAD_IMPORT_CREATED: LEAD_IMPORT_CREATED\nLEAD_IMPORT_STARTED: LEAD_IMPORT_STARTED\nLEAD_IMPORT_PROGRESSED: LEAD_IMPORT_PROGRESSED\nLEAD_IMPORT_COMPLETED: LEAD_IMPORT_COMPLETED\nLEAD_IMPORT_FAILED: LEAD_IMPORT_FAILED\nLEAD_IMPORT_CANCELLED: LEAD_IMPORT_CANCELLED\nLEADS_EXPORTED: LEADS_EXPORTED';
        ALTER TABLE "campaigns" DROP COLUMN "outreach_live";
        DROP TABLE IF EXISTS "safety_reservations";
        DROP TABLE IF EXISTS "safety_settings_versions";
        DROP TABLE IF EXISTS "safety_budgets";
        DROP TABLE IF EXISTS "installation_secrets";
        DROP TABLE IF EXISTS "safety_switch";
        DROP TABLE IF EXISTS "channel_starts";
        DROP TABLE IF EXISTS "suppressions";
        DROP TABLE IF EXISTS "safety_attempts";"""


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
    "WO6/Ze73Aev2b2+xv412qzus1utYJ14WqgdMvoE5J1zRLYxu8VP2PXP161Cn7N6ewddXb9"
    "csqJ+qHZgwOs9evX0e3te0nDuX/FZ4yY1uduNLb/I2JkpX5GU3+ybzQMzOu4kP0x15v3h6"
    "+3lfABHNK7sEIoQbicBRl35sCYBWYZh5JhqP4AxnmMsXLzJMMVArdY7h98IcnlJb1fQ4i3"
    "/rtlvJLPYpIjyeahOb/B/RNesUp5g1rEVeYMtzy/qvHuTos5vqH1Fm15rtK84cw7LvTd4K"
    "b+AqwnhjwnXn6VC149yvA99sbU6TJRAhjYrBob1wL85LGL3GjQI7x5vbkERw34t3LnnpKl"
    "L67E1ESl4j5HOjd03wK/k36EBRwXn1ev8uYZ/UpW0MmfE0VKdBnrjFbtE3BOTuHgKgEBaM"
    "1cnDk2pOh7E7xqWRVjd+a345j5aoTL3nQkJuYj9dMHuxMIClc8rsUhLWHbhdXgt3+xWtbJ"
    "B3leDIIxa1iWppU0ruDJOoROfw7Z1pzMnIslXTtmAMj8hyQWyDjCib8u/vyAiph38bjHK4"
    "mKPTjBKNo8BEBfHQKdFYHPg+0HMR/m5RDeFip3XC+INmMHjIDOraTwbxlEkSZCBC1Aab0A"
    "qhXyf60gKOkcDwLyMmjg+ea/fwxsJdeNpoiUi9gO4pvKFADl9NxO0RozfuiFZTYaGYqmbF"
    "6zWjj9A9AedDs7yY99jULGqRJ+g+wSor11SQFQzHH+lsbTxmBqFp5Me6+2mF9tJKpJHwdj"
    "Hhbc3Wc2mBHoHcnGXbnIXehDw7hBCh3B8Ubn8QFLKz+uQVcYBMCrjQAvb2FPnmygDRGc6X"
    "b15lmC7fvEqdLfFWeLLUjQnfLiXYWenXlA1BkGYjJhcMpVn32ih/9NYrsd5b02y3PrjVo5"
    "ptFCETm86hrrGHPIyPEUru5+c+M2xq5eG6RyC5nZ/bvoKyicOBT324ybzkKaClfDIoBeyj"
    "AYtowNYWsK8FbGUB+1irPexetz9XiHOxif3q5ZsMa8TL6NLurxF4KzpfgWz0oUlVK99CES"
    "OUb1D+N2iZpK/3+416Ms+Xier6EoovkGiTt2ZDrT3o9ASPHJoqmxrzIXZlfx5PnNu/iNEd"
    "3JLy3x6ZmhxMKM7ddCNhgOS4JsIXW2wpBQ5y+fLVr6/e/vLmlQd/eCXrUI8Egx+83/ZGkH"
    "yYUipkhVbIlovphmIOUxZKzC3j6dmeZqKTE3AAoM4ODgeIpMF+U4N9APrPzvkAkfRWycX6"
    "mJ0xLIm4GN4bJtXu2Ue6iqkrEdY7NsKm08yJieCbO8bcUv8FNdUnz5QUHHrw2+EXU1sodd"
    "VurVpXSrFpZQcsvTYyOUgUbD7JytHANBriKDyftPrNZulbui08sBMzmI0hBfTRtTlHphOH"
    "/v3HDtXTIDyH3zXRlvJIT3EeT+P7t306DtQcB7ZSgteAd6+8zmXAdYHL7C/gElyQhm2JoD"
    "TNIkIKZR4Bxs3ZaMWeqI7NGyrC8LIx+OsZF0/Mdv48yUVgX49Cr4A201fQBDUpGRlLG9SC"
    "yWyoa4/CoQD9EqYGmVPLAsZb5N4gUOmdb8bnBnqLm/Yf6AKdGMjCpI8afbIym+fDuohrXw"
    "9vXd1SLttykhVeGt4La3h3hZbVluTWP0Mz0p58Iv2exdicjhFGyCRCmB8htFUTJrYh0yaz"
    "fNbSCN058D480F9nGuiv1wz014n+Jadm0qjWeo1PSl57hqCqEPE5YLfVPo8wEp8Dhjxq8N"
    "Ab96oY9orQDiJhyTUMUGBYipdwlDYipTEQ70tMXklQRslbv13MRVftdjM0F101opNN/+ZK"
    "AeZz3kMlzU4BMCQEvNFicGoI4VlCwFLMOX3vA1s+zZoY6As9/MsYb4k31N22fjPGpyv/OO"
    "AQxXm3ZNOZIYthn86vC8PcFrdCBim8oXNlk4O+UmZrtpbkypSXXQ3R1upcGabNdzSuGvNz"
    "HldzCurgDrh0g+2cK5NgmaXmI+fClqzqqnfUXnX89k5P2c7EMVB47+nQCajakmXYVI23dE"
    "7ja682CeAWo3oXQ1tKSXaJ4P3yWtuEqDkUUTLZDBSfZ1Tg/Xeaadkugo+QvUqc9niMYFdp"
    "9SrcXAC/eP7zcoGw/8RYMhCuCEBE3D4hZd8+HvB9a4FE+AuJ8DsC3xSZC5DvBprbh0hKyk"
    "210awQ/jFgzUbro1JvtCrEvRqwHmiIPaVTIc7FgDVamOuqU72pEO9ywG6veTYr/jFg7d41"
    "0vCPYsB4/JUeWpgoLz/gECOWmMMpYw57XSKDng5JS2TEE2LNEhnzv8iW5tZbtkwyUXX9go"
    "wCySq4CfwJ1zkNg+QXCxik0zIZ+cjpyLuNS92Tqdk2fJ0aTwmh/vt9HNryRzybjNOMgUvx"
    "0iK2YTyQBWwc3pEWRtkLWz8zxsZ0RSxVm0InQKUF/QramqyGD3Q18t0LnOp8icZSaKGCja"
    "PDwYDpxj1W5IlxbaLew/tBYOm2AvsCLpDMrgBB96Zw0hBp3peL/1HXhh9o+Z9qJp0kexNk"
    "E2mogUILtdG6avdbdRQPvwBx9HtOkXtVDKFYy/lcNVdxkaQ7eARIiiyEwnp3yJRXZ7wFlk"
    "b0H07MZ2lEl3FUR0u/WTCbwAE8TSOKYh5WJ5DuhOnHVcD2z/JAKr7cgWpx2j1FCp6r0isD"
    "BWWgYLFEsJdAQTWcWHVLzkbStJ7U5JKVvfGZNXfw4D6Bddelj05vTeNO44yOoevxSuV1EP"
    "vUqz5ciPo5cPYFNS2DEf4PvumqfWeY8zLGi2HBX8aYWOoT4sZzPIcNvpcDtWYqm+r0eQCX"
    "TobXd/4UjqpblLKhxmDzb8MWxvYy7QL5T5gdl5c6x8I5zROHQ0RXLfsdGeEBcJSpIg0uZs"
    "Wdq/Zk5qTnsURqXMxDDv28GzBxsJ3lRuxZM3XBDev45YOpLma/NwmfSEUhhuKhaK0ygY0V"
    "J7OY+kCHGAx4Qdp4cB0eVTdekTtD140ncfgc9APZAv0ZMBEhiNLFo+7o1wVsyjHRb0Jy3x"
    "Qo/88SsMNd6xyW4rVgqsDuQ1C/X13wAgaXGQrt8ysERl44GjBUBZ66GkbjA/0a3k+XdoSC"
    "2hGCw2YT1DlIX2S8s7SN7eCzclUh8GfAPoA63Ycv4nPArpp9pfvxS4U4FwN2U+322vU2PM"
    "e9KgaU7cwJOZRHn6LIgi1SqJyzAA2XZoJhLt1kECE7C24f2mwQXYuyDvIo3VkwPzzUf8k0"
    "1H9ZM9R/iQ/1sWbkGeJO9XNA/A49sk0jadpOZ7VbX/J6g1TFxnyhslz23gCJ5Hh+jtN54s"
    "lS6RO2R3AO3I5M1JeZJurLNRP1ZXxPMsuZVN4jOEcGZ+LvGvZGuftExxaGieeYMAIk58Dh"
    "Q08YMoP/4XnuwzgxpqfCNCGaM8qVubM8wohSDtWJrT3SDZwj4tQ7cJAoGMfPyUsCj7BIeH"
    "3ST9D0COQBmlscoBmBuSNGNt1QU2avCF1EBndIeF7cr7f7V02F3HaUWgOPFA+/QfwmFvlZ"
    "cTpKtZnIbMe+kmesxwjlmN9izPt2rzwyCFNJAWwhgIjtMsemKYHynHxYdrZ3ihkn82ydYs"
    "SFci2VW6fo1ilgTs5sJA7Yxc/o/fkR3O+K5ZpUCOe7v0SKsC09xM4041g54iTmv/nfd8E7"
    "rFdjsUb2tj6NRfG248N5jaOdO9y/72Pnp/XLkoreoqo5mfGj4xfUWOjU9YCDgjmMIM/HzU"
    "rKLp+DmrvDwYhZ+vHqmCH+aYaubioxlwyLVOsBU7sAOfwT0eFP6qoCFW6VVr3R+sAd8fhx"
    "7jySHXPDiGPvnwzzgZoXZAQtjUSSGO5qN2BQEGi4TCwDylWbJ7/HZ+r0znZ91XgHeSIaRu"
    "C36Rp0AH+PSJ9DmGHP4MfDUzyHPv9JThesARP+fDx63nH2I8tFmXvv3eFBZFYFGtVX/ObM"
    "0PFXOi566DxHme15Bs7VFY/Vz35gvZvw3xnsyQnyI5Winm/JROn58+P1pZtcId3kZDb9/Q"
    "bcTPBVNTU1D2IRpJF4xTZ4xelleHcWtVI+CbhkFXdRHLBOv9XiJc7FgNV5nog6TxPxvtrg"
    "Z9aKz+RjbKOr+3HcO2GtzoEzObUPpxu/2O/qsDNgKT9kdxSo7lTY6Xq28r1eDqbG6CRro6"
    "ylpmmYQye3VZy16c4QMULpEbGBo6BMXvEjQM+e2p1XyiFC6ZlRZBlzhGIjIYcppZSLLGV0"
    "00bocqMpO0IrJV1oSYchuuyIWYRQGg53Zb+aBA6D3dLUEjxX9sREkdXgEhmGyVasdJtLTP"
    "na0UFFoYQFZ8L68D7AWJoTOkSjx3Yc6/KGOstzGqR7PbSBn3WeYMJzz0BPN93hOeKZz2Zw"
    "kzOj4cgigWQi1gUZ4aPDKZjXH/CcdDbDbh/A7X5oGYP2hzMYU9aIzFSrzM12eGYjmaorcZ"
    "jD6Kbdqle/jAgmj1A57I2tjf43EHvUAfRvUHrxj8qLFwPo96BE2VSUvfyVl30boR1vhJuX"
    "4d8GoyN4+uiOwo5nqt1Ty0+/0b2u/nz5+g15NqNfn7u2N4uCUutZAieqDs2rJkF6zNUxnW"
    "Jii1AmbC+1NTN4tcxGuqApTZrKpKmsaPPnAUxl3kuah8khojPk9JtXGRj95lUqn/FWJLIv"
    "OPPmMUvGCKVtcgvbZGARyjPeI2TnlvRy98NdAtqbDPmTA0fOMhuzFLO+6ZHGQSVlO6131w"
    "koi6H2hjJooVq3JTSgG/a1oZ9TDtS9IgMcENQFV7tcyywl4AQJtcrrUAMtUH8olNfMbr8P"
    "dCXUXg1zPvrtlMlcnVJM9xjK3FhxFX9LXVnCcRbU9wvSsAnj2r9O1UfMKbk0MX0lUCX7Cx"
    "/qsfIwSKl1bzA3FWhr/Opthq3xq7epW2O8FQ3ndKeU6OBmqrlKC+R0aSIMHq9sgcif5vSf"
    "OGAdVc7bGAEvrxqtaudLsofNVYLqd/Wlp1STrEjHCS7hET0JK40b6ZO+tmC4TObFxEmdrD"
    "E8vtcx+/xkkbslns2WtAysJ+CIMczumER4REzNghmeR3zglL8i4kzqCzISR1TDRo1Gz0AM"
    "RlLwWvzMQ6cmHpz4BIN2JBIf+8cdDhhflfABJj6gy4NbygQasHjshuFkQ7ZwoXIHORGyEE"
    "mRCf9VfJFxkjpjduZoHuSsa9RmwRz8B2euvWHoB7cNpT/kO30QCSlSOx+QaazRlHtcoskP"
    "lCu9XOmLtgwdILOpzEgoMxIekMGZ+JsjI6FMYXpoX3CZoFdmfzxnnh/J4Fwwru/d3iwzyR"
    "54XMsU9ofitMwfu4cAQB9K2Chq26Musl5Yqje6tfYnpfOlQrzLAWvc3LY7vQoRn3jmTqtf"
    "beKJO/g5YO/bnZsKwb9RDC3L3L6HY+TtxBjNzPH1W8RpbiSoUkv5XMopKSCpEPgzYLV2q1"
    "et9XiQvHs5YB3lttnAMudiwH4HWTXe8zLvcsA+49FJ8GfAmu0uyBj/FkSKubPIbps/tmAz"
    "2BqG7iJ9LMLFcfZWTVNNMbK4BBHu7tOzrvTPuyWbIOPIeKnptsasC3zev3K+Lrtaqv/8T4"
    "SJzLCTIj7StzUegdzYbHDqFLrg2OgUYaOpJ8b2KwN0fZUlcz5OHLUVAvW+BrJXcmBbYbvd"
    "DEnhqhFlc//mSoGZ+Xl4vojvfzzLRVaV1CM4h5F+AEdzx5KYY88eoDhu9OTL4mzTZTbuI3"
    "uQS8/mjZbLU3B5lZ7NP5yY+bk3zpZpI2knNiAzOhRe5iZd6NrmEg+TS3kXWd5J/kp5BJ5E"
    "X6hpvWU8PXsuhS22ZzJdi0zXUkBRHDxdy7FCsU6F8REvJ76BG9LH7dlVE20pj2fMr+PlAi"
    "rmPmk9t7QpDAXN1rblF4YLNERbq3MdWdp8YZiwvzaedsEs3lgHtgrnObDm1LzfxaC6wXbO"
    "dURh/In5KAI+tmNVV72j9qrjt3emw0ooPCK+Z1uWYVM13tK5ji9U93QtyZ0xD6N6TisKs8"
    "2zmtz3HVenfMU5vpQSXefcLX8vxm5IecWMoXZNDHcmtkGmxhPTDXVKLGMujisKxtHx4L0y"
    "MUCnuSBt96AhN+eZk5/NzXZmkQe6sONRent8Fg/wcw7kskY8RA6INBPacULleKQdfnFOUp"
    "rRFa+GRyHZlF2QHlSCtZrcG9SP+VuRGfZ5TKFGyRujMgq8kJp7maTHhonxskG+pBjh2cWF"
    "795jG49nSwIns7n1+dSFdsCsdT9VCPwZMLStDpuNltKtEP86Ov0dxzXPnRPjwljjPhYkOq"
    "AL2XGMAGI+ibmLwapp5HKi8QiKPGqL5EUD+xQNNJoNzBhhysMYMI5wAulZWDFs9YGyDWQc"
    "pJNGySJLuOh2qvPc7J6imaqIpzhvaaXaNybggeQpqEAQRP8OLhDG7nOkdFO5Sl4ho2cus8"
    "rkAaRaJo+qvqTPA8nb+VHImM3cycczphMDM+JgETZSxtw4PM+aaj1YRLWFmh+DCg74bJEb"
    "CBvjbY1um9UeD5OaqWyq01GZoxPMYNpE1Um/08QChjoK7IXplNCfMcuFm8wdb9owgHhmBh"
    "DofCxQB+Xi5ZtXmGpuXuZwhDZ1z3RW8QRo6mWbI/ccJJm5P6OMx1bjV6GBOgdJC9sCPB0R"
    "C3709EzFnPGMOqnnrdTjnWMJcpCd+Ml5IJLbSDyjCFN8eQ2e4QptEwXbpS2yolK6rrbqTa"
    "VCxOeA3Xba7xtNZQgvYIUEvgyYclNtQBn/gHrX/JRa/gH3/ugpnVa1OWzUoYb/xY2UVOrD"
    "TvuzGy8pvhVDcRdvY0zC6eFKHkGRxVrYeKWib2LP1NkqAarKx/4AkdQfdqQ/6E4uxy11Bz"
    "cl5GlJIKveEBh4yTpD0uxSOI2sEIbVU1PJ5uvMtM7dDOrYPIeZFo2TggD397jNRyczUCxs"
    "I2A8vSCfURUALYYfDw7qAT9NSr03qZvwFG2n6JFUIWNQO4IWUOIqCXFt7KBP5/rYHJgHDx"
    "/xUD6Ln9cl5nxxSheXFh7OVXHMuc55W9itn/D5WNXCr7oVroGsx7ywXNzvyMjgLBYm4wHD"
    "GibUoOZPeDKZuUzKFmtSeJtAE4MfDxW41sk1MJXgATegyYG2iDqgjoqasbR5DBVyrUxGKv"
    "zW+cIeBdoDPVCQ8UYQ9hQHikHbZLng6h96FmJ3gHND7J6blha5C92xlnPUBKE+t10bWU3V"
    "WZPBpuVjtZdWMpXUGQupM+LbkTdHapDmDKPDX7/OYtd6/TrdroX3fmjr96datQPKNf8oti"
    "18aq7wENOEKWhtMgqfSmahyJGFwlnC49xOj+0PkMjA/i0C+51NTR7WB0gk67dgvb8t2mTy"
    "96kPmNLsVmnVG60PpZwrgENWIc7FgHX6rRYvcS4GrM6x2DqHYt9XG03MaCY+B6xWbdWUJi"
    "/yLouxTiSuEal71OS1YY/A34v9blJ3lt/F0XVysDJAcVwc9UVxuMiVPtuw1YTM++ljMkQk"
    "c4SmsNVMBDrXc9Wlke97lKUuDsDRnxxsjdFJ1kZZ6ybiycvaGJ1kbYy1TESHbcDcOKVkb2"
    "yepX/RySZDN04omRtlLjVNwxzOqWUlZlFO9xWIEZ4DtHdolwEZIbDvCAGZoHCjwX5qDuSW"
    "rZqbiTlMKcMEiixlPEsLrfgbvc4RWinpQkta+tId25duucD4+twCCJHtCTY6T7v7KYbjnK"
    "7zV3yo74C5fa+hkxrjWRkberdDbIUekFa/2cyWje/w+axOZSjvPUGMz7S1zocOVzP5H3rp"
    "yb7vg8i9+8YUXlDqugEC8QVx865wrzRmYJATvngYwVURnmwYo0SFKx6PVFosQODTMoHnGH"
    "6Ql3CAgzbuoem4E+JhH8+9EEX41kj4M1pBD0PkGrkzjTkeqKCSGfcZhKdDA2yiL6f8TPiF"
    "aQDD51aaF+MEJCOuHCQGPRrTw7aCUnNOWuf9i4VsJVU1ljZGwwWp0Isv4MUMO2vpuFdMxz"
    "1HYjEJpLLfJzinPfTOcNPAy7CJl0aAvMhIXqnWUarisDlxMWD927oocS6gpFW7rrY+8DL3"
    "Eo+k+00R59S5V9Hp+DieGe6MGpfc2gNjPJqtXJtOBzHYi2dTftRGgq8nANYcJequYK/SMe"
    "Mdg5u0vAII0p7TQn/88EeHtztAFcIxYScmj3zBkCF947u4zWGjTAs24yQx1u1ApjDTVptU"
    "az08T/aIkZAi2XYKFuFl4v4ODuFn/v4+BNEGpZ/X99K1Wm5gHxAb5phORfpYHlp4zyMVUU"
    "nnGIE1ekdGbrURT5ii6rpQ+8coLa7hzwnyJw4/HO7RHHoYU8QxOKaBj7CW5qP2CBXdAEYE"
    "NaAVzSZPqoWBhXc2IhUc4UAC3lUyV6dUZMzNHBIYGHC8jVg0YBifjdWREEIhIQQxnvLoTT"
    "6FDAjZRm3CFzMP3z0CyfZt2O5Mtrk4H6CRzN+G+dIzbs+ecaFlNw8mEyKU0EyhoZklm8I2"
    "cpNze4OE0lfqBGQ8XuWZLkNE5+C6fQhfYumUVgzAs3gJ3s6U9dIl7VguaYVLoFdItn43g9"
    "5xgE1xNF7VCUVPADfDFcrrAE6LVx06ce05QM4pnWgWfBcQ4RPihRORRawsUod58KFAAF2k"
    "T3g8qcspFCPzQTwqmwpY0NLmS+GaZxE89F1dJaOcB3x2FkAyDD+GHZbKEnM8+vqejjlieC"
    "yjCXkLsrnZBMiLDAuUwvmnm43WR6XeaFWIezVgPdAjekqnQpyLAWu0QHH40KneVIh3Gc1d"
    "3e5dIw3/iL6ox3G/Oeoeumgqy4+zhZach5JHaiIIvOlkFiAv9GRWbTbbn9Hxz7kYsLryXu"
    "l0sMi9GrCrZrv2EYuci2JMT+ZS39in06UtMJpSavd7HaVaux7eVvtd5H6kAPNt8QZq7Vav"
    "Wuth5q3g9wHr9m9vO0q322jD+hT4MmDVeh2vQe7iAurCqgSLEf/AbF03t9XGhxYm6xJXUE"
    "Np1YefG606nqAQ+AK1r6utltIcNhs3DehG6OuAfa52bvq3FSI+/ba96qHv+KtgafXuBr/B"
    "cqtU68P3HeX3vtKqfYFFN/R9wD5U4UHwZ5MRepnlYMzL9IMxL2MHY7pb6zxWqSCNtEptYZ"
    "XS2GJp53Id9ikk47fJiUhtG31chrAIJo/+1K1LEuk5wYA7TLaX10gkTYAFNQ/FcNtj4mBX"
    "y+k9XQODOffLGVCwMa+aEQS7Np7IfCny9qtEkPKj3vDIteWi4oYAWhNjQcmzkQMWVLgWPi"
    "qT0dSYw4io4NlsF/SrivkjoHiwvHxx+eY5kHLqaRIGdrhHc08/uOBufv7ZbcSd9X4i+AqS"
    "v+HWO+iKeCBH3h4Y+h8yA5uxuD/h6MWLFy9/5v9GF6SNXb9XF9CbO5OiKdh1JRwwqpq6xg"
    "8w0ObeIxn9ahMnDPGdHxQJ9CadUGYLp8WnGWUu6mdBKbGMObVn0Nf0sEXea85kdSVPlyuS"
    "cpuO3HkyCwsgPaGYR1Bk5XYnK8g+Monhm5G4eqdoBGqS4T+0dJ8X03EpjiY4sZJ8+9ITm1"
    "iJbn0yh2DJWR7y7h4DZNLBqGg7yHACTly+4+Ktmqa6SpatTxIR7T713dI/75ZsgpKCLZem"
    "w/7HusDn/at0RCH3/v3nf5I8KY65I+9Qi5qPqvNzU7blwUpZ9uamXz/jBr3P8DAvPK6KYc"
    "oNvn119o9ldy9LVdhF860BBs0YFhUby47SVKpdpc6rPeEpVvfaIzSDXCoLItvgZ4Ul7s8P"
    "9mS+PXds926CEX4SM9U1fhKYcw8LV6I5r1f+sWBP4mywB03XQX9wT3nW6Z3NDwobi+0+3N"
    "skRCdgIxUiFL69/3FP6KKxO3LHXcgdt7SVn5mtnE8+CWjzmnXXJznguns8NYovrVIN2koN"
    "8lenfJN3mG4nXgE/zCQuDRuH1E+9Xcwmy6JHfMDjtDpKV+l8cnwiciyNLh3mXBJX3MLe46"
    "b1HuZkEnvXireLLcZCF9xdJs7e6SBChFTaogqNJDhqyiZp2kOUEi8qspQL7uN5/psK6eL5"
    "QwdJFesV2EWIlJ9eWqZ/2lGIVJaM3ftHoruODvPJUWFS0ehoxXIGRDqqIGWEpTE309PM0H"
    "0nCkyThG4KY2O6ErArploSWZxm2v0MPSGcZyDAq3H4dsIdLu40E24iVoz5Xi0R/cSzK2n3"
    "JgfL4+j0oTvAQWr3UcJLg7uQzNQFB71HuMXWJtS6EIy9cOteuFJBlxXnJLsRp12o9ownt+"
    "LQ9VS7u4PeiWxW3IHE7azIEMRdRCwbrmAAQh3RhlvniYPvHisCIPlyQdR7GPsZYW+JWxcS"
    "t86PfOwc8CiCFHYHdzhvSpyh6W7KQRrpqLyFo7IzC+bhfYBEsn4L1oeWkByzSYzujNSf3T"
    "mHy3xce84uI93vzwYMK5SzTxd2/JNZKV2zEvczKVR+1UxaFOWp4thkRWCGRa93ceCOkwNC"
    "m5KXF6TBHePVhWrann7gbfYrBCSxnGPSWmeWdk7gQe9xGDR32v3SdNxeYirUQZ9eQO3jVD"
    "a+R1Y/FmqyI/CVARq4ypJl4BNF5DAGqvOaca/a7WZosr1qRP3R+zdXSufZSz7LQiXNTsGl"
    "TapaSYpeelCAT1HgqOrCBgXITdveUwIK3W2T84hDlHITJzdxKZs43bCvjciWIXpv/eYNag"
    "1nBj4s086tKqL6nmbaZEaYwTFnaJMKX2PDeCBLZms6GdGvCw2YjJGBF2RkGw+UcQdnjCxk"
    "6AX9NDPoIzUJf7h7gkBon7bnZ2VxhZ7BWHEMJPwseEv6OBd3s8YFHxdAv9+oJ7PfI4hIYL"
    "nUphdIdnK75jU85SvYL2KiDE6B/HfGfOKcoZ5z3QoRymWrcMtWUMiUTTcRcYBMCrjYAvZW"
    "xdwyDlFKMRdazIEtSvaNR4DonLzCj+vQhUyNiyG3y9G1ccoWve/6HAWGXqHSMhtLc0I7y2"
    "Q3I+9mea0yxasNzWVWbyJMhyyIfrIIx5l5GOlfxrhCJiZF4fs+OVAq4k8XoMksdNW+M8y5"
    "OH3NgtqaTU1NTU65vIdnJOZiAXJ3VnFoZUaW4kxd5XVAtyuvmAyyRcIE6YuMD5a2iQn9rF"
    "xVCPwZsA+wrPfhi/jEhKV9pfvxCyYs5RcDdlPt9tp1zIPpXkXfzOOE02DI0jLB/Sd7wNMy"
    "yRFonxFPt0oLxPShlFPSDlmFOBcD1um3WrzEucBUoY0eL3EuMBkohv3WedTv+2qjiQFR4n"
    "PAuh8bt7dY4FxgatFWTWnySt5lMeS8MI07TYdN/J2xZHlS2cQJZVKbqK3K45FJ/6J4eMEm"
    "/A3SShbHzYHwmyzbGuLpDznYG6OTrI2ylppmkuUv3dDqEUg7a34762RGJw8LQ0tKkpTO8j"
    "CV5Ht+vpvUNlcbBQ37dDKUtMjIF7c2bBYwHKKUUi6ylCcGJrjdTM5RWinpIkvaR4+yo0AB"
    "xEni2DvCsYGnO4Cx65o1MTCN3W+iuROTRFY42x+AhUKzbSivcS+yUhKeHbhdXotoY8WhcE"
    "fL7CGEUcWEMpuadIppxbEN9Ka2nHhTz8/aWNqYP9yYD3mdURmddp5MzbYpuu0IZNkHp7Hd"
    "JC+hvT6Px786jfMgIDfXOc9Vzj3CsS0ReDumMxiuZAb9GVO47dBVXEclJHVbRroVdFhjeR"
    "ySEs8nxGyMkQh5mGZ5v5yKSVV8RgQrJRHGa0oUv5AoflhQmwC84RYKrHeWWsrnCoE/A+Yc"
    "P8VBWPcS81ndNhsinRW/GLDf+9Vm4z0v8y4H7DNi9J/xjKpmu9urEPxbDAg3+CpuIssgfa"
    "FtMucvShnccFjwRwY37Du4IbIlyquZJ5BL5bzIyrmMQD5LsR41HV/RBPsDJeT7cVm/Bvg6"
    "bM64ookgK+KVljTOg7yS5pcdsDVHksNTZe26NIfHRhSXiwWsO6mJ+AK3y2sRRb9iRkCx6+"
    "S2KxPDJKqT/E6cgVh2gvvmhBn8mEAE5vDgwAtSZUSEMUy5P6uI/GMG0Q12T804jLiXp3Dw"
    "8FHVl5RDhsww56quWXT6jrT4STIw4EVKPGpamM1OtQiMa6hwQUZT7Z5a3rmK5IEiWjhTrR"
    "l5NqNfn6NX7gOijSr8588ok/FKREsO2Bh6SlSTkrlqT2aIi+raA0333MWWOE/4Q2Neu3+W"
    "HFfhYRh1dMmS7wq34/T7gTgTiSgWE1F0BbwJ/uTSFlmljpwYIw5/dw+Bj54Cc11t1ZvwVX"
    "yKw+HFkfDFQJn4LJAHZPIIJMa0wamaYqpMfDmS2e1TFPmV2BBlevMqw3B+8yp1OOMtCZoe"
    "c0D7y/VGoQEedZEHd+mm2upXmxiVgZ8D1ri5bXd6FSI+B6zf6vavurVO4wom+sCXAbtq91"
    "s1KBSfwirxRdgkvgyY0ql2+x247VwUY0WQOPjek/yEdra5nNNClBInLTROWqBg+hNapU5B"
    "ygVJ5dQD4esaowqzzVUpAWEJVyivw1g4Qmc79bOBLFX0khKRwY8ahStMl4SwA2+UZ+vHDE"
    "orgX/wg2dn0AHKLARH8IHWuyA8wtMt+a5VKfmd9v5McXrBcoyRVnxwjjhc4hXhqbvIZ/5Y"
    "7I1mo18Wm1p4SMIFGTnH8oqXjahzAx6l6jpHXiyZ3POksQ1jMlma5kZrd4RULt6Fm9ZDik"
    "1gAsizGY7SneGe+NXbDFviV29Td8R461sis/NObmE6adSU9uTTYL20J+/bnnycDXl/oRtq"
    "YmZV587aLfiS18kcMoEZAcQOF02AaFvEDezSCqUz5enlMREP3J/CVhe7hdlMyXhV9s2FuJ"
    "PtXld/vnz9xjcUItV4ZVMraRd+2IdniXKImwulebCQW2iZcnVHKVfxHeTXObanQZpzsHdE"
    "0NrXr7Ogta9fp6O1eC+C1hrMhvkttyYQpTtDdu8DHLe0vxPYvFYLcCjkJnTj/b+0S+/ZLi"
    "2NatKodmyt6mRxuRzmlsAmf74wTDsha+GVQ/j+Y4fq/MDi9Wp0gzd0emt1mi4dyTS1ZA9b"
    "MknotjVs6XRfjjib9g8UCJalogUeR78HGQx9KWYBDhYanfBzuFU88RobKEP/5mOeC4EfWv"
    "ciSeXPSpboK+x0VGjSgkqm+S3SXjBdX3ekFZNAKvt9gnPake8slaKjFyYNaaaaq7XKZAJT"
    "OUp2gmxdN06dA5q9/Qjs+64arWrnS7Kr4lXCgc5XX3pKNcL50CSUfToJkZ3TkD6upWPpQe"
    "Jb2jp8bP3ExJDV2hEagEWyd3w2zAdqXlPVtMegQyVtZaJV1m5nnnjl4cytnXlLIwjJwjQm"
    "1LK4vw7PtaQJ+4SuWjaxKGU83AkNDrjajVULzzeY6MbkIWnDs5tGd+zrkw6TJ85Pe8bIS/"
    "+8W7IJyoHwJ+GfV/8qHX7J+C5snr6/KVBK0IJOUCcLHIRwZXhTN5GxTyYFXDgBF8QRt0pN"
    "bTJLWv6cO2tXPdWv872lLl2wO15mfhTdekutLn1VeaSmG9ieFfIPkJwj6L8P2yy+VDk47F"
    "Q/Q+6+zGRSebnGpPIywaSShlT81m238uIUU21ik/8junbKJ9UlMReZEVojY3GV0RDKyOKH"
    "DVwl6cqHXMy+/T+YTiJO"
)
