"""Outreach: templates, sequences, enrolments, messages with their attempts, tasks, replies."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        CREATE TABLE IF NOT EXISTS "mailbox_positions" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "mailbox" VARCHAR(500) NOT NULL UNIQUE,
    "uid_validity" BIGINT NOT NULL,
    "last_uid" BIGINT NOT NULL,
    "read_at" TIMESTAMPTZ NOT NULL,
    "error" TEXT
);
COMMENT ON TABLE "mailbox_positions" IS 'How far a mailbox was read: up to `last_uid` of `uid_validity` (RFC 9051). A new validity: all again.';
        CREATE TABLE IF NOT EXISTS "message_templates" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "name" VARCHAR(200) NOT NULL,
    "channel" VARCHAR(16) NOT NULL,
    "subject" TEXT,
    "body" TEXT NOT NULL,
    "version" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL
);
CREATE INDEX IF NOT EXISTS "idx_message_tem_name_c9e14c" ON "message_templates" ("name", "id");
CREATE INDEX IF NOT EXISTS "idx_message_tem_created_0c1211" ON "message_templates" ("created_at", "id");
CREATE INDEX IF NOT EXISTS "idx_message_tem_channel_f39066" ON "message_templates" ("channel", "name", "id");
COMMENT ON COLUMN "message_templates"."channel" IS 'EMAIL: EMAIL\nLINKEDIN: LINKEDIN\nTWITTER: TWITTER\nINSTAGRAM: INSTAGRAM\nPHONE: PHONE\nOTHER: OTHER';
COMMENT ON TABLE "message_templates" IS 'A text with places for a lead''s particulars, in Liquid. Names are unique whatever their case (in the migration).';
        CREATE TABLE IF NOT EXISTS "outreach_sequences" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "channel" VARCHAR(16) NOT NULL,
    "stop_for_company" BOOL NOT NULL,
    "actor" VARCHAR(200) NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "campaign_id" BIGINT NOT NULL REFERENCES "campaigns" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_outreach_se_campaig_08ae59" ON "outreach_sequences" ("campaign_id", "created_at", "id");
COMMENT ON COLUMN "outreach_sequences"."channel" IS 'EMAIL: EMAIL\nLINKEDIN: LINKEDIN\nTWITTER: TWITTER\nINSTAGRAM: INSTAGRAM\nPHONE: PHONE\nOTHER: OTHER';
COMMENT ON TABLE "outreach_sequences" IS 'Up to ten steps by one channel. It never changes; who wants another one makes another one.';
        CREATE TABLE IF NOT EXISTS "enrolments" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "status" VARCHAR(16) NOT NULL,
    "stop_reason" VARCHAR(16),
    "preview" BOOL,
    "actor" VARCHAR(200) NOT NULL,
    "enrolled_at" TIMESTAMPTZ NOT NULL,
    "ended_at" TIMESTAMPTZ,
    "lead_id" BIGINT NOT NULL REFERENCES "leads" ("id") ON DELETE CASCADE,
    "sequence_id" BIGINT NOT NULL REFERENCES "outreach_sequences" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_enrolments_sequenc_0bb1ad" UNIQUE ("sequence_id", "lead_id")
);
CREATE INDEX IF NOT EXISTS "idx_enrolments_lead_id_993700" ON "enrolments" ("lead_id", "status");
CREATE INDEX IF NOT EXISTS "idx_enrolments_sequenc_10af08" ON "enrolments" ("sequence_id", "enrolled_at", "id");
COMMENT ON COLUMN "enrolments"."status" IS 'ACTIVE: ACTIVE\nCOMPLETED: COMPLETED\nSTOPPED: STOPPED';
COMMENT ON COLUMN "enrolments"."stop_reason" IS 'REPLIED: REPLIED\nCOMPANY_REPLIED: COMPANY_REPLIED\nCLOSED: CLOSED\nSUPPRESSED: SUPPRESSED\nBOUNCED: BOUNCED\nSKIPPED: SKIPPED\nFAILED: FAILED\nCANCELLED: CANCELLED';
COMMENT ON TABLE "enrolments" IS 'A lead in a sequence. Its messages are made one after the other, each when the one before was sent.';
        CREATE TABLE IF NOT EXISTS "outreach_messages" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "channel" VARCHAR(16) NOT NULL,
    "step" SMALLINT NOT NULL,
    "recipient" TEXT,
    "subject" TEXT,
    "body" TEXT NOT NULL,
    "status" VARCHAR(16) NOT NULL,
    "decision" JSONB,
    "scheduled_for" TIMESTAMPTZ,
    "sent_at" TIMESTAMPTZ,
    "provider_message_id" VARCHAR(998),
    "error" TEXT,
    "attempts" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "campaign_id" BIGINT NOT NULL REFERENCES "campaigns" ("id") ON DELETE CASCADE,
    "enrolment_id" BIGINT NOT NULL REFERENCES "enrolments" ("id") ON DELETE CASCADE,
    "lead_id" BIGINT NOT NULL REFERENCES "leads" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_outreach_me_enrolme_1fc6f5" UNIQUE ("enrolment_id", "step")
);
CREATE INDEX IF NOT EXISTS "idx_outreach_me_provide_985fae" ON "outreach_messages" ("provider_message_id");
CREATE INDEX IF NOT EXISTS "idx_outreach_me_created_9bdfa7" ON "outreach_messages" ("created_at", "id");
CREATE INDEX IF NOT EXISTS "idx_outreach_me_lead_id_a8062b" ON "outreach_messages" ("lead_id", "created_at", "id");
CREATE INDEX IF NOT EXISTS "idx_outreach_me_campaig_455a8e" ON "outreach_messages" ("campaign_id", "created_at", "id");
CREATE INDEX IF NOT EXISTS "idx_outreach_me_status_e6c120" ON "outreach_messages" ("status", "created_at", "id");
CREATE INDEX IF NOT EXISTS "idx_outreach_me_status_4c7405" ON "outreach_messages" ("status", "scheduled_for", "id");
COMMENT ON COLUMN "outreach_messages"."channel" IS 'EMAIL: EMAIL\nLINKEDIN: LINKEDIN\nTWITTER: TWITTER\nINSTAGRAM: INSTAGRAM\nPHONE: PHONE\nOTHER: OTHER';
COMMENT ON COLUMN "outreach_messages"."status" IS 'PENDING: PENDING\nSCHEDULED: SCHEDULED\nSENT: SENT\nFAILED: FAILED\nSKIPPED: SKIPPED\nPREVIEWED: PREVIEWED\nUNKNOWN: UNKNOWN';
COMMENT ON TABLE "outreach_messages" IS 'One message of an enrolment''s step, as it was written for this lead when its turn came.';
        CREATE TABLE IF NOT EXISTS "delivery_attempts" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "number" INT NOT NULL,
    "started_at" TIMESTAMPTZ NOT NULL,
    "handed_over_at" TIMESTAMPTZ,
    "ended_at" TIMESTAMPTZ,
    "outcome" VARCHAR(24),
    "code" INT,
    "response" TEXT,
    "message_id" BIGINT NOT NULL REFERENCES "outreach_messages" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_delivery_at_message_354a15" UNIQUE ("message_id", "number")
);
COMMENT ON COLUMN "delivery_attempts"."outcome" IS 'SENT: SENT\nPREVIEWED: PREVIEWED\nDEFERRED: DEFERRED\nTEMPORARY_FAILURE: TEMPORARY_FAILURE\nPERMANENT_FAILURE: PERMANENT_FAILURE\nABANDONED: ABANDONED\nUNKNOWN: UNKNOWN';
COMMENT ON TABLE "delivery_attempts" IS 'One attempt, written down before the network is touched: `handed_over_at` is the moment just before.';
        CREATE TABLE IF NOT EXISTS "outreach_tasks" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "outcome" VARCHAR(16),
    "note" TEXT,
    "actor" VARCHAR(200),
    "created_at" TIMESTAMPTZ NOT NULL,
    "ended_at" TIMESTAMPTZ,
    "message_id" BIGINT NOT NULL UNIQUE REFERENCES "outreach_messages" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_outreach_ta_created_5a7a6e" ON "outreach_tasks" ("created_at", "id");
CREATE INDEX IF NOT EXISTS "idx_outreach_ta_outcome_d489ff" ON "outreach_tasks" ("outcome", "created_at", "id");
COMMENT ON COLUMN "outreach_tasks"."outcome" IS 'DONE: DONE\nDISMISSED: DISMISSED';
COMMENT ON TABLE "outreach_tasks" IS 'A message which a person sends by hand, where the channel''s terms forbid programs to. Its units are reserved.';
        CREATE TABLE IF NOT EXISTS "replies" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "key" VARCHAR(1000) NOT NULL UNIQUE,
    "channel" VARCHAR(16) NOT NULL,
    "kind" VARCHAR(16) NOT NULL,
    "intent" VARCHAR(16),
    "permanent" BOOL,
    "reason" TEXT NOT NULL,
    "sender" TEXT,
    "subject" TEXT,
    "text" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "actor" VARCHAR(200) NOT NULL,
    "contact_event_id" BIGINT REFERENCES "contact_events" ("id") ON DELETE SET NULL,
    "lead_id" BIGINT NOT NULL REFERENCES "leads" ("id") ON DELETE CASCADE,
    "outreach_message_id" BIGINT REFERENCES "outreach_messages" ("id") ON DELETE SET NULL
);
CREATE INDEX IF NOT EXISTS "idx_replies_contact_f07322" ON "replies" ("contact_event_id");
CREATE INDEX IF NOT EXISTS "idx_replies_outreac_b9a235" ON "replies" ("outreach_message_id");
CREATE INDEX IF NOT EXISTS "idx_replies_lead_id_f00d3c" ON "replies" ("lead_id", "received_at", "id");
CREATE INDEX IF NOT EXISTS "idx_replies_receive_4542e3" ON "replies" ("received_at", "id");
CREATE INDEX IF NOT EXISTS "idx_replies_kind_6ee17e" ON "replies" ("kind", "received_at", "id");
COMMENT ON COLUMN "replies"."channel" IS 'EMAIL: EMAIL\nLINKEDIN: LINKEDIN\nTWITTER: TWITTER\nINSTAGRAM: INSTAGRAM\nPHONE: PHONE\nOTHER: OTHER';
COMMENT ON COLUMN "replies"."kind" IS 'REPLY: REPLY\nAUTO_REPLY: AUTO_REPLY\nBOUNCE: BOUNCE';
COMMENT ON COLUMN "replies"."intent" IS 'INTERESTED: INTERESTED\nNOT_INTERESTED: NOT_INTERESTED\nUNSUBSCRIBE: UNSUBSCRIBE\nUNCLEAR: UNCLEAR';
COMMENT ON TABLE "replies" IS 'A message that came back. `key` is unique: its Message-ID, or what a caller gave so that it is recorded once.';
        CREATE TABLE IF NOT EXISTS "sequence_steps" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "number" SMALLINT NOT NULL,
    "delay_minutes" INT NOT NULL,
    "subject" TEXT,
    "body" TEXT NOT NULL,
    "sequence_id" BIGINT NOT NULL REFERENCES "outreach_sequences" ("id") ON DELETE CASCADE,
    "template_id" BIGINT REFERENCES "message_templates" ("id") ON DELETE SET NULL,
    CONSTRAINT "uid_sequence_st_sequenc_24de8d" UNIQUE ("sequence_id", "number")
);
CREATE INDEX IF NOT EXISTS "idx_sequence_st_templat_8fa499" ON "sequence_steps" ("template_id");
COMMENT ON TABLE "sequence_steps" IS 'One step: what is sent `delay_minutes` after the step before it was sent; the first one after the enrolment.';
        COMMENT ON COLUMN "activity"."kind" IS 'CAMPAIGN_CREATED: CAMPAIGN_CREATED\nCAMPAIGN_UPDATED: CAMPAIGN_UPDATED\nDISCOVERY_JOB_CREATED: DISCOVERY_JOB_CREATED\nDISCOVERY_JOB_QUEUED: DISCOVERY_JOB_QUEUED\nDISCOVERY_JOB_STARTED: DISCOVERY_JOB_STARTED\nDISCOVERY_JOB_PROGRESSED: DISCOVERY_JOB_PROGRESSED\nDISCOVERY_JOB_COMPLETED: DISCOVERY_JOB_COMPLETED\nDISCOVERY_JOB_FAILED: DISCOVERY_JOB_FAILED\nDISCOVERY_JOB_CANCELLED: DISCOVERY_JOB_CANCELLED\nPROFILES_CONVERTED: PROFILES_CONVERTED\nLEAD_CREATED: LEAD_CREATED\nLEAD_UPDATED: LEAD_UPDATED\nLEAD_DELETED: LEAD_DELETED\nLEAD_STAGE_CHANGED: LEAD_STAGE_CHANGED\nLEADS_MERGED: LEADS_MERGED\nMERGE_UNDONE: MERGE_UNDONE\nCONTACT_EVENT_LOGGED: CONTACT_EVENT_LOGGED\nCONTACT_EVENT_UPDATED: CONTACT_EVENT_UPDATED\nCONTACT_EVENT_DELETED: CONTACT_EVENT_DELETED\nAPPOINTMENT_CREATED: APPOINTMENT_CREATED\nAPPOINTMENT_UPDATED: APPOINTMENT_UPDATED\nAPPOINTMENT_RESCHEDULED: APPOINTMENT_RESCHEDULED\nAPPOINTMENT_CANCELLED: APPOINTMENT_CANCELLED\nAPPOINTMENT_COMPLETED: APPOINTMENT_COMPLETED\nAPPOINTMENT_MISSED: APPOINTMENT_MISSED\nHOST_CREATED: HOST_CREATED\nHOST_UPDATED: HOST_UPDATED\nCALENDAR_FEED_OPENED: CALENDAR_FEED_OPENED\nCALENDAR_FEED_REVOKED: CALENDAR_FEED_REVOKED\nLEAD_IMPORT_CREATED: LEAD_IMPORT_CREATED\nLEAD_IMPORT_STARTED: LEAD_IMPORT_STARTED\nLEAD_IMPORT_PROGRESSED: LEAD_IMPORT_PROGRESSED\nLEAD_IMPORT_COMPLETED: LEAD_IMPORT_COMPLETED\nLEAD_IMPORT_FAILED: LEAD_IMPORT_FAILED\nLEAD_IMPORT_CANCELLED: LEAD_IMPORT_CANCELLED\nLEADS_EXPORTED: LEADS_EXPORTED\nSUPPRESSIONS_ADDED: SUPPRESSIONS_ADDED\nSUPPRESSION_REMOVED: SUPPRESSION_REMOVED\nSAFETY_SETTINGS_UPDATED: SAFETY_SETTINGS_UPDATED\nOUTREACH_PAUSED: OUTREACH_PAUSED\nOUTREACH_RESUMED: OUTREACH_RESUMED\nMESSAGE_TEMPLATE_CREATED: MESSAGE_TEMPLATE_CREATED\nMESSAGE_TEMPLATE_UPDATED: MESSAGE_TEMPLATE_UPDATED\nMESSAGE_TEMPLATE_DELETED: MESSAGE_TEMPLATE_DELETED\nOUTREACH_SCHEDULED: OUTREACH_SCHEDULED\nOUTREACH_STOPPED: OUTREACH_STOPPED\nOUTREACH_MESSAGE_SCHEDULED: OUTREACH_MESSAGE_SCHEDULED\nOUTREACH_MESSAGE_SENT: OUTREACH_MESSAGE_SENT\nOUTREACH_MESSAGE_PREVIEWED: OUTREACH_MESSAGE_PREVIEWED\nOUTREACH_MESSAGE_FAILED: OUTREACH_MES';

-- By hand: what aerich and Tortoise cannot say.
CREATE UNIQUE INDEX "message_templates_name_key" ON "message_templates" (lower("name"));
CREATE INDEX "delivery_attempts_unfinished" ON "delivery_attempts" ("message_id") WHERE "outcome" IS NULL;
CREATE INDEX "enrolments_active" ON "enrolments" ("lead_id") WHERE "status" = 'ACTIVE';
ALTER TABLE "sequence_steps"
    ADD CONSTRAINT "sequence_steps_number_in_range" CHECK ("number" BETWEEN 1 AND 10),
    ADD CONSTRAINT "sequence_steps_delay_not_negative" CHECK ("delay_minutes" >= 0);
ALTER TABLE "enrolments"
    ADD CONSTRAINT "enrolments_status_known" CHECK ("status" IN ('ACTIVE', 'COMPLETED', 'STOPPED')),
    ADD CONSTRAINT "enrolments_ended_or_not" CHECK (("status" = 'ACTIVE') = ("ended_at" IS NULL)),
    ADD CONSTRAINT "enrolments_stopped_for_a_reason" CHECK (("status" = 'STOPPED') = ("stop_reason" IS NOT NULL));
ALTER TABLE "outreach_messages"
    ADD CONSTRAINT "outreach_messages_status_known"
        CHECK ("status" IN ('PENDING', 'SCHEDULED', 'SENT', 'FAILED', 'SKIPPED', 'PREVIEWED', 'UNKNOWN')),
    ADD CONSTRAINT "outreach_messages_scheduled_for_a_time"
        CHECK ("status" <> 'SCHEDULED' OR "scheduled_for" IS NOT NULL),
    ADD CONSTRAINT "outreach_messages_sent_at_a_time" CHECK (("status" = 'SENT') = ("sent_at" IS NOT NULL));
ALTER TABLE "delivery_attempts"
    ADD CONSTRAINT "delivery_attempts_outcome_known" CHECK ("outcome" IN ('SENT', 'PREVIEWED', 'DEFERRED',
        'TEMPORARY_FAILURE', 'PERMANENT_FAILURE', 'ABANDONED', 'UNKNOWN')),
    ADD CONSTRAINT "delivery_attempts_ended_or_not" CHECK (("outcome" IS NULL) = ("ended_at" IS NULL));
ALTER TABLE "outreach_tasks"
    ADD CONSTRAINT "outreach_tasks_outcome_known" CHECK ("outcome" IN ('DONE', 'DISMISSED')),
    ADD CONSTRAINT "outreach_tasks_ended_or_not" CHECK (("outcome" IS NULL) = ("ended_at" IS NULL));
ALTER TABLE "replies"
    ADD CONSTRAINT "replies_kind_known" CHECK ("kind" IN ('REPLY', 'AUTO_REPLY', 'BOUNCE')),
    ADD CONSTRAINT "replies_intent_known"
        CHECK ("intent" IN ('INTERESTED', 'NOT_INTERESTED', 'UNSUBSCRIBE', 'UNCLEAR'));
"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        COMMENT ON COLUMN "activity"."kind" IS 'CAMPAIGN_CREATED: CAMPAIGN_CREATED\nCAMPAIGN_UPDATED: CAMPAIGN_UPDATED\nDISCOVERY_JOB_CREATED: DISCOVERY_JOB_CREATED\nDISCOVERY_JOB_QUEUED: DISCOVERY_JOB_QUEUED\nDISCOVERY_JOB_STARTED: DISCOVERY_JOB_STARTED\nDISCOVERY_JOB_PROGRESSED: DISCOVERY_JOB_PROGRESSED\nDISCOVERY_JOB_COMPLETED: DISCOVERY_JOB_COMPLETED\nDISCOVERY_JOB_FAILED: DISCOVERY_JOB_FAILED\nDISCOVERY_JOB_CANCELLED: DISCOVERY_JOB_CANCELLED\nPROFILES_CONVERTED: PROFILES_CONVERTED\nLEAD_CREATED: LEAD_CREATED\nLEAD_UPDATED: LEAD_UPDATED\nLEAD_DELETED: LEAD_DELETED\nLEAD_STAGE_CHANGED: LEAD_STAGE_CHANGED\nLEADS_MERGED: LEADS_MERGED\nMERGE_UNDONE: MERGE_UNDONE\nCONTACT_EVENT_LOGGED: CONTACT_EVENT_LOGGED\nCONTACT_EVENT_UPDATED: CONTACT_EVENT_UPDATED\nCONTACT_EVENT_DELETED: CONTACT_EVENT_DELETED\nAPPOINTMENT_CREATED: APPOINTMENT_CREATED\nAPPOINTMENT_UPDATED: APPOINTMENT_UPDATED\nAPPOINTMENT_RESCHEDULED: APPOINTMENT_RESCHEDULED\nAPPOINTMENT_CANCELLED: APPOINTMENT_CANCELLED\nAPPOINTMENT_COMPLETED: APPOINTMENT_COMPLETED\nAPPOINTMENT_MISSED: APPOINTMENT_MISSED\nHOST_CREATED: HOST_CREATED\nHOST_UPDATED: HOST_UPDATED\nCALENDAR_FEED_OPENED: CALENDAR_FEED_OPENED\nCALENDAR_FEED_REVOKED: CALENDAR_FEED_REVOKED\nLEAD_IMPORT_CREATED: LEAD_IMPORT_CREATED\nLEAD_IMPORT_STARTED: LEAD_IMPORT_STARTED\nLEAD_IMPORT_PROGRESSED: LEAD_IMPORT_PROGRESSED\nLEAD_IMPORT_COMPLETED: LEAD_IMPORT_COMPLETED\nLEAD_IMPORT_FAILED: LEAD_IMPORT_FAILED\nLEAD_IMPORT_CANCELLED: LEAD_IMPORT_CANCELLED\nLEADS_EXPORTED: LEADS_EXPORTED\nSUPPRESSIONS_ADDED: SUPPRESSIONS_ADDED\nSUPPRESSION_REMOVED: SUPPRESSION_REMOVED';
        DROP TABLE IF EXISTS "mailbox_positions";
        DROP TABLE IF EXISTS "replies";
        DROP TABLE IF EXISTS "outreach_tasks";
        DROP TABLE IF EXISTS "delivery_attempts";
        DROP TABLE IF EXISTS "outreach_messages";
        DROP TABLE IF EXISTS "enrolments";
        DROP TABLE IF EXISTS "sequence_steps";
        DROP TABLE IF EXISTS "outreach_sequences";
        DROP TABLE IF EXISTS "message_templates";"""


MODELS_STATE = (
    "eJztPWtz2ki2f6WLL5NUMa4kk2Rmya1bhY0SM8Hg5ZFs7rAFMrSNxqLFSsIOuzv//Z7T3X"
    "pLWOJlQboqMaLVp1uc0+o+7/OfytyaUtM5q09c48FwV5Ua+U+F6XMKF4l7VVLRF4vgDja4"
    "+o3JO+vhXjeOa0MDtN/qpkOhaUqdiW0sXMNi2LvDKJnMdHZHz8jYWd78SSfuyF0t6JjobB"
    "o0GdMxwcch7owSi7dJuGmVPM4shxLbeiRzfUVuKLmzYFjHYBN6ho8xtSbwHAa7O8iMQzZk"
    "deJQ29BNYkyJ4RBmAaw1nxsusewptWHmF4AY5iCyLAZzVaHnyzH21ZnoQwwG0xiTGULP4O"
    "EJ4JzqtkNM3YXbN/TWsil00V3yqDtDZlMdhlnY1oMxpVN4bLiBbRRAHNdaEPg+XtyNHKYv"
    "nJnljr7PDTauwZNS+NXUfjAm1DnzyDfmmFsy419LOnKtOwposAF/f/wTmg02pd+pg1//qE"
    "R/CELBX+j1RyWMXWwPUMtXTCbcRJ8vdOOOFe3oNd/D83nf8XEX96Nbg5rTyKIWILxdPCC0"
    "nRt3TeZ+5H1x3dyMJpa5nLOg/2LlzuAxPACDudh6Rxm1gSo4g2svcZ2zpWnKV8Jb+gKZQR"
    "eBxRDMlN7qSxPfFoQWDxC0VUajdqc/6mn90aiSeJM8iNBSl00Ti+FbCI/qcATc4SP8/Lc3"
    "b3755dc3r355/9u7t7/++u63V79BX/68yVu//iUeJsCWGIrjrPmp2e7jA1nwqos9ABv+4j"
    "C6qwsovlgC7CdpGqVEP7jfnKYTJDnE08TxSLGOOl5DQJ5g71pLn96/zIb49uIneM8mS9um"
    "DF4znS/5Fy9/erkF2dZQ4B/Nxm8c3QF6vTcgitSLmW5rbDnn+GzC8DrsVwm8erAxbMLDHB"
    "Sba1d75aJ+dV1vfmqPLrpava81aiTeMmR+y+C6EesjW4as0exddL5o3W+j3zvnwWCpzfHe"
    "fx9og2Rn0Rrv2+vXuykjy+Z47+tu51NX6/WSAMGdxLN3rq5bWtrTezfiEB/rzVayu2hNjF"
    "5vX2itlO7+jSGDZ/sIsD2YsQ33+aMk24aspdUbAarD3+Q9n17hb/JeQ5M/MvxN3gNsftJG"
    "F5f19ie/R6RN9OuNrrSu38P7NmT8czRoNzptrUbC32Atddr9+kV/pH3R2v1Rq/OJw6e1xv"
    "sGiy+tOd7b/3mpzcBYXF93YHe9wkYfhSmN0Z7+M6Q0RnvC2rq41BqDVrx36EbsKYKVkdoc"
    "6x2s0tTmaO+rpngHkm1DdtnphVAQ/ibv+T86/A13hZbWbtS7o4+a1hh1rrW22BmSrfG+Xe"
    "1L53Oys2yWa7B5dd3p9mPLO9oY7envDCmN0Z7hXSG9PfYMAa5Tm6O9vd0g2RYbNaB3arP3"
    "jmn/wPbgLfO+D1lvcH2Nz9vstHujeqOBfZJtkX6A5CvYc6IdvUboWf+o9b/hYdFvtj/1At"
    "Jn3BiyzqAPxLi4HF3XBxyhsYZQD5htcBXpIltwx+j1cHvpa4BSGDgge9adFBj/YbPupMD4"
    "20TWndDzh17oZFu4X79zfR3tJVpCfbzp0sZM3EuDgzc4DQSaU3oDob80ta+ps/j3UuC8pR"
    "y+EZcDM5jjuf59ZFJ2587g69vf1nBdX+pdOFW6L97+9jLK/LblnTf8VpQvi0tESf4sndeN"
    "w5WZN8sviRwI2UUlvSjcMwsVxyf0BQSIief5KRAD3IgEUqb+sSkAoqdlF9lofIAT3GHevH"
    "qVY4uBXpl7DL8XxfCUurphJlH8e6/TTkdxABHD8dSYuOS/xDScY9xi1qAWcYEjzx3nX2YY"
    "oy+u6v+II/ui1TnnyLEc987mo/ABzmOItyZcwTId6W4S+w3Am2vMaToFYqBxMkjYM+/itI"
    "jRbwI31K9fXUcogowm3nnDW1ex1hfvY1TyByFfm/1Lgl/J/4GgHCec36//fxV8Jn3pWiNm"
    "PY70aRgnXrPX9BdqbW/vQ5pDbLjRJ/ePuj0dJe5Yb6ysvslb8zfzeIvO9DtOJMQmPqdn8V"
    "gsLEDpnDK3kmYQCd2urrWJBB2dfHaROsGVRxzqEt0xppTcWjbRicl1/Le2NSdjx9Vt14E1"
    "PCbLBXEtMqZsyr9/IGOEHv3bYpTbFLgJg1FicFMB0YE8dEoMlrSOHGhetJG0qYE2BTk6YX"
    "yiGSweMoO+7qNFfEmChBGIdgyLTWiN0O8Tc+kAxkho+VfRcIITz407eGPhLsw2XqI5R9h3"
    "KLyhAA5fbTTuoCHHuiXGhQ4HxVS3a/5TM/oAjydsPjAsb+ZPbBsOdcgjPD7BLivPnpTXYo"
    "I/UrI2PjLD9gvEx7r7WY3u0kmFUTaQctpADNcsJAX6AIo5y8ecRd6EIhxCBFDxB6XjD8JE"
    "lqdPURKHwBSBS01gn6cotleGgE5wv3z/Nsd2+f5t5m6Jt6KbpWlNOLuUYoyn3zMYgjDMRk"
    "gumZZm3Wuj/aO/Xoj135pWp/3J6x6XbOMaMsF0jkyD3RdBfAJQYb849pnlUqcI1n0Ahe3i"
    "2A4ElE28UgLow23mFV8ArRSjQSVkHwuZw0IG2ZARNmRQDRlR251R77LztUbkxSb2q9fvc5"
    "wRr+NHe3BG4K34fgW0MUc21Z1iB0UCUL1Bxd+gZZq8Phg0G+k4X6aK60toPkOgTd6aDaX2"
    "sGccTDmydTa15iN8lP25xXFs/yJWd5gl5b89tjVJnVASu9lGwhDI85oIX23BUgo9yJvXb3"
    "99+9sv79/66g+/ZZ3WI8XgB++3u5FKPgqpBLJSC2TLxXRDMkchS0XmtvX4Yk870dEROKSg"
    "zq8cDgEpg/2mBvuQ6j8/5kNAylulEOoTdsYoJZJk+GjZ1Lhjn+kqIa7EUC9thC05zJGR4C"
    "9vjXmtwQtq64++KSm89OC3wy+mrhDq6r2LekOrJLaVHaD00srlIFGy/SQvRkPbaASjMD9p"
    "D1qtyl/ZtvAQJ2YxF+NO6INnc45tJxL+4+cuNbNUeBLfF2Is7YEe4z6ehfe/9uk4cCEd2C"
    "opXgP+veo6lwHPBS63v4AHcEaariMiFw2HCCpUeZggN2ejFXuiS5s3dITl5WKE4AtOnoTt"
    "/GWai8C+pkKvgA4zVzAEtSkZW0sXxILJbGQaD8KhAP0SphaZU8cBxDvkziLQ6UNgxucGeo"
    "eb9u/pAp0YyMKmDwZ9dHKb56OyiGdfj7KuXiunbTXNCq8M76U1vHtEy2tL8vqfoBlpTz6R"
    "wZMl0JytI4yBKQ1hcQ2hq9uwsY2YMZkVs5bG4E4B99GF/i7XQn+3ZqG/S/UvOTaTRv2i3/"
    "yiFbVnCKgaEZ9D5kVNecFSiKMmj8/yrsphr4hwEClHrmWBAMMyvITjsDEq3QDwvsjkt4Rp"
    "lM767WIvOu90WpG96LwZ32wGV+caIJ/jHjoZboYCQ6mANzoMjk1DeJIqYEXmgr73IZbPcC"
    "YW+kKP/rRuttQ3NLyxfrdujpf+SYVDXM+7JZpOTLMY9en8vrDsbfVWiCCND3SqaJLaV8pc"
    "wzXSXJmKoqspxlqdKsKM+Y7WVXN+yutqTkEc3AGWrnCcU0WSLx942sjt8NWRw12J0U4ea5"
    "4DzY7Q1gv545wi3oCpo/YDR8aWGOvpt9RddYPxjk+1kwtjjguv0UiG722JMhzqgo90Sutr"
    "rxYwwBajZg8DqSppVrDw/epaS5joORIxWfnMYV9nVFiXbg3bcT17ERqIdCLH4xGpIh8NGq"
    "fgF89/Xi7QyDSxlgyIK8Jd0UqUkkV0HxM8bZtS9qRS2pMkwTfVA4fAd6MI3gdJKtpVvdmq"
    "Ef4xZK1m+7PWaLZrxLsasv7XZr+vdWtEXgxZs43p97r1qxrxL4fs+pIn2OMfQ9bpXyIM/y"
    "iH0pi/0sCfMHcD9VYCWGm4jlnDtdcjMuxXk3ZExvxu1hyRCW+ffJm3/WPLJhPdNM/IOJQa"
    "hTtcPOI5Z2BKhsUCFum0SsaBnn7s38aj7tE2XBe+Tq3HlMQS+50OPUfGPHeRHMbCo3jpEN"
    "ey7skCGIcPpI05HYRnCbNurOmKOLoxhYcwphSkeRhrshrd09U4cGaR3fkRja0wQg0HR/eW"
    "ITOtO+zIc3W7RL+D94PA0e2E+AJOkNyOJ2FnumiKGuVMog7/Zz0bfqDjf2rYdJLuu5KPpJ"
    "EBSk3UZvu8M2g3kDz8gufSlE3eVTmI4iznc91eJUmS7U4UAikzEUrrS6QSrJ0wC6xcNn44"
    "Mp+ky4aK2nu2ZK8lswkcwK85JigWQXUK6E6Q/rwC2P5RHkr8WDgsMgm7p7jUUxV6VViqCk"
    "stFwn2EpaqR9P4bonZWFLgo9pc8qI3ubNuEapq04W5tfNaFwbJ47VWMqblWUzzDYoRDfaq"
    "7rrAlKSaHuJdquusD1PZGeQD3ruAAUJCVCPafK+0JarRGXUfLfueJ5O2lpMZndbIeKYDtQ"
    "AJMKlnOOCRpBYuSPLn0nHlEOlmiH1PisaIrwas0qXLY1gn0GXMfQAWtnVn63Ne5tMlfA4L"
    "DRpVNImgUePeME2cTT5MYlKvFOhEZ2SmP8i6ozBHdcj0W1dYIqR14x7kBOeMjNlyfkPtsf"
    "A6kA8tDDE/OR4uHOGL8DrLVPFHZR64pYkBhUFCOSeUgV+orrFPSGolKJCJ/gDglLi2neW4"
    "4m5IG6lRopClUqMobVlcmRLdeYuSOgm9A3KXk3c5CWpTTq6Nkojv8oVWFN4bhSUftqlNNw"
    "ReYmVpRbibinKKoeqJoWKJDe2j1u3yOr7yasiweGSnW+9+45UTB12tRhJNMJ7Wvaq3sQSr"
    "3yvRNGT18zovmYuh4N7lkA3an9udr+0akRebGJXf5Ml4/iY74/mbRMbzCcgyBRgjr/sJZb"
    "fbGVcEb+oCZkhBZ7aBPgxT4peqtAZ6KZIV1stG4U6JyX9e1WxIRN5Sh3i6sWDVmCYxuhbT"
    "dbXP453rRaHT6bVt3Rocy0k9WaJTda2mzO8+Woj+BXRlC2o7FiP8H3wzdffWsudVTHGGDX"
    "9aN8TRH1G/Mz8j4xfwvRrqhRKJSV+GnFvTlWM7n4W75jqUspHBPA2hrz0D8EAJRR5nxmTm"
    "DU8khoipO+4HMoavD5TponIbFnKb6+5kJjPKO6KaG5bOhOe8HTKLl/B1vCRzzkxf8Ogc/P"
    "LJ1hezv7cIf+VFI2aPQ9I6VXJPVxzMYfo9HWH+ujPSsacUkURuVuTWMk3rEZPM4Vs8RbTA"
    "8wyZSGqH1IWvhH5fwPGGtelS6tFlKtkAHd6uLFGK1wKpCX1buLvABSwuO5KNLugQWnnRBH"
    "aRLjDrahRPaRf08H+6ckYuqbIvvGw2EXPC8GV2mqxs44D8VTuvEfgzZJ9A7BzAF/E5ZOet"
    "gdb7/K1G5MWQXdV7/Q4IMTXiXW0iuuzeH1buCalkzlZJmaeaxnAv2d3kATRa2ine/dliTQ"
    "zsJLB9aNEmfhblXeRxuJNAfnSp/5Jrqf+yZqn/klzqN4ZVZInL7kpoL76ybStt216jJLG2"
    "2LR/cFxPrPlCZ4WCRkIgCuPFMU7nupERCpdhQPEATgHbsY36Ta6N+s2ajfpNkieZFayD6g"
    "OcIoJz4XcNeuPYfaQ3DmY2LbBhhEBOAcOH3jBU0dnD4zxQ4ySQnqmmicAoA1iKh7zuuCN9"
    "4hoPdAM/giS08iYoszcBVl1OeX1+73XaGQT2AOJ0NSYu+S9XXB+hZLqGpIiK9TtXfJOKkQ"
    "kHSFg8o2rumJXNtPQsi2cULkaDWwQ8Lew3OoPzloZ+HxfNXlNSwn+D+E1sChK5d7V6KxXZ"
    "0r5SZK0nANWa32LNB3avIjSIQikCbEGAmO2yANOUAnlK3hY7450SxskirFMCWDlWl5p1Cp"
    "mTcxuJQ3bxE3p/foQY3nLFN5bCTexPUdViSxexEy2SUY35hwVv/tNxvIcNjS7Xyt42MDpP"
    "yO4hvO34cl7jaOct96d97IJKNHmqpzpUtyczcmvZZEGthUk9DzhomGMopucZ46QVRC0Azd"
    "3hYMUsg6SXWNT0cYaubjqxl4xHhzr3mB8awOGfSDH5qK9q0OFaazea7U/cEe/RcGciHSYG"
    "l2JvnQeVUvuMjGGkcMznkEFDaOAqcSxoxzBU/GNgedZb1/NV4w/Is1kzAr/NNOAB8PeIHN"
    "xeGCrM4jv0haJLxSM4Qyb8+XgKTunsR5aLKvfeu+Wp/2swqLniN2eWib9Suuih8xyG1Xqe"
    "gXN9xaN18ybK/sOvnysXe3pN11inuOdbOlB2yddkf+UmV0o3OVUAdr9Zeyb4qtqGXkRjEY"
    "ZR+opt9BXHV5RUHmqVYhTwwGreoThk3UG7zVvkxZA1eLLZBs81i0FqGJgmPofsot6+0Fq8"
    "yb+Mn+7P494JZ3UBPZPsfTjZ+NV+T4edKZaKq+yeRVV3LOj0PFs5r1cAqQk4hdo4aqltW/"
    "YoM4Is2xkiAag8IjZwFFQZcH8E1bMvdhelcgRQeWaUmcYlSs+jqLy/lOXWfIGqy4227Bis"
    "onSpKR1V0eXXmMUAleFwV/YrD7E7MLVchIY6MlLkNbjElmHRDAcJ4WvLPKmpCQtOBPVRPs"
    "Ba2hM6QqPHdhjr8YG6y1NapHtNL6sx2zLnGTXtgpvVdUY86nXLbcBDwyZar3TiFZY+I03X"
    "8VKdOjw/xFyfUm7HErlS0dJkoQWpSjDbiigvxxuhi0zBillZHa+IW8zst/c5ubFwYdMHgz"
    "6OiUtNk5fIQ3CEWfEJ7unC5Xa0D2gLFPZE16TTYGhRiw4ngLtT3KPQBIcWN2k1NE1hChRe"
    "/tn5KZxQkW1ubU/mpAgZmKUqWRjJJKS8xelrKlNZOQ776hpT2RFaE+oX/eYXragxQUDViP"
    "gcsovO1XVL63PjgHc5ZL1+5/oa2+RFOcwFjmstpMP15pSKDFFiLWKlq123mkgDeSFoVW9/"
    "G/l3Yg3Qo9Xp8Rv8E+g4uL7uaj3eFlwPGZa8u8BGeQE9PzclxcXFMZmR5NGRsn9aFmzULE"
    "td70PFlsENgJVmHexCHD7vdFoRSfi8GVcXD67ONUA7x3oQL5Fiazps9aWysZoH8CqIMQ1F"
    "dD4xUKWnL7XOR2VjPnUKq3pSzxYGEJPE8qM/BqhIsCuFaliq3lKh6iWO7YWGPDKS5FWsxp"
    "Zj2cIDjhWtT1ZOy6Or9hRg22leTzcL8l71r5dwVldSVK+8vbpO6zqDHjkVrl9nFvrqLx2p"
    "RgxVhOM1p3Re8spLAsxjDOiDVH9iTl0ExqAFWF4utVOCKnY9AVelYmQCjD+aWUvbGZOZ7l"
    "S5ApRrYqf6SlTBGl912o36tzHB5L06dzvG0cb/GQofgSE837Dy6m+1V6+G8NxD5DtF2+tf"
    "edtfY9QKj5HNHP3bYnQMs49vKfCmUwPeiiD9ce+y/vObd+/Jixn9/tKLfXDoxKZ+JMZEB6"
    "FqqtsE4TFX8nSKiYU/kDbqcx9nVNQss7lul1m8W+4giXAog9K/llL/qkIV9qtU8F/SIkiO"
    "AJ0gpt/nKbXyPrvUyvtEqZXIzptEdXZYSAJQxYZsERsSOoSKrPcY2KlVLt/9clcOxZss+a"
    "NTYy0X0w3JHIVUZC4dmRP6mjxyb1hI2U723XUV8XKIvZEKBijWbYeknmm5l5Z5SuqYvWoG"
    "uHLLFFjtcSmzkqInSOlVXac1MEL9R0J4ze21dU9XQuw1sOZOME5VuE3drKKVc2qe4O/oK0"
    "ckLgDxHZ2uCOPSv0n1B6zps7S9Wtup+RoONe3TMriSupXUXTICRFjjt7/lYI3f/pbJGuOt"
    "uP3J21Lii5vp9irL9OTBxB1SVq7QMh/n9p+6YKUo5zNGgMvzZrve/ZYe4XieIvqdf+tr9T"
    "Sj0/Mk9+Emk5STxjOlZJ8taI3IfZjI0nXcIddzu//JIbdLxqiZdgysB+AaY9jdsYjbmNiG"
    "Azs8z7iDW/6KTGY6u6NnZAzHxx0dAaMmcxBy7a7ve+tlsuG9uGev7AmQ1iMs2rEoPAcQUu"
    "E9ZPxUwglsnKDHkwtVCQzgcMddS1ajc/Cg8hY5EbQQRekI/1X8kJFF9dBROF6HLu8ZtVky"
    "Hf6Dc/feMPUO983PnuSJZxAJgTMfPkTTxKAZ9zhF0ydUJ7066ct2DB2gspSqCKMqwhwQwb"
    "nwW6AijCohdehcHKpAmqq+c8o4fyaDc8mwvnd7s6rkdeB1rUqIHgrTqn7XHhKwBaqEjaIn"
    "fegyy4WVRrN30fmidb/ViH85ZM2r6063XyPiE2uetwf1FlY8x88h+9jpXtUI/o3r0PLs7f"
    "uIdk3NkZc7InmLPHmbBSS3ta+VgpQCkBqBPxjb2u7XL2QcsrwcsmQM7N+BVs2PvM2/HLKv"
    "WLoe/gxZq9MDGuPfklCxcBWvbet3lWwHW4PQXZTvQnVxEr1129YzjCweQAy7+/Ssq/zP7Z"
    "JNEHHkZmmYrsGcM5zvfwu+Lrs6qv/4ZwyJzHLTohiy2RofQDE2xRmbKbrguOgU4aKpJ4H2"
    "tVHrSeDNgtc3Wsh+y9GGr/uWi7wiqQ9wCiv9AI7m0pJYgGcPQTxvsOXr8rDpqhriM3uQK8"
    "/mjY7LY3B5VZ7NPxyZed1xyTJtRO3UAVTujdLT3KYL09ic4lFwRe8y0zvNX6kIwdPgS7Wt"
    "t63HFy8VsQV7ptJllyy7i0qXHXrHDpcu+7lCsY4F8TEvJ87AjejD9ui6EGNpDyeMr+fLxV"
    "5OPmk9tqLJvDfHVyR3+CkuK2MKP85wjW0XFsZVNMVYq5PF1Xxh2SCIWI+7QBYfrGs9nugb"
    "OKf21tm4EE9XOM6prihLphsbqexlBbAmNAFb4qoLg5zsToUBYPaDiLjaDk09/Za6q24w3o"
    "luV0LjIALstkUZDnXBRzrV9YX6FtNI8ycugqi+HEVjrn1Sr+K+A1u178g7VDLCW+Xd6lNB"
    "riPKO+aMdW1hvgHiWmRqPTLT0qfEseY85WEkkJVHz1aJxQvTdJi5iiQdlAkSvXSDDi8kkw"
    "yT3eNcPMJWJhx1xjxGFYAMG8aRsao81BW/iChWv+bNo224LmVnpA+dgAckdxYNgm5XZIbP"
    "fEOhR8VfoyoNQylVZ1WypvgMXy8bJCxLAJ5cYobdh0zcWvY8zTqQz682gC61B/RF70uNwJ"
    "8hQ+eGUavZ1no1ElzHt7/n8Y319sQkMdb4b4aBDujD+TxWOLGfJPw1VRGWvRdh+b4wQKLZ"
    "pDpHBPIwFsRD7s+nZEZ09XvKNqBxGE55BZSZwmU3FJ8ms3uMduJn2EP3bSbet07AN75kaA"
    "XCxpkn9AJRm1CBnIo6F8lrZPzCQ1aV3ANVq+RBN5f0Zah6QhVEel4eVibEuqETC1NSYRMO"
    "UsXkVDzRoe7cO0R3hZifUBUccG6RnAsH42ONr1v1Po9TnOlsatJxlWsnmMWMiW6SQbeFDQ"
    "xlFOCF6ZTQnzHNjFdNAW+6sIB4ahQg6PxGaB20s9fv32Kux3mVqyOM6ZDJfFqMF/H10j2S"
    "O64kmXk/o0osUYpCSKAcJ4wImxXMjhoLXnB3pmPRBkZl7QeHZtfejS15RCd+chwk6vAqfU"
    "Yp9Rke0TYRsD3YMgsqlct6u9HSakR8Dtl1t/Ox2dJG8ALWSOjLkGlX9Sa08Q/odwlsDvTA"
    "D7j3j77Wbddbo2YDegRfvFBlrTHqdr56AcviWzkEd/E2JiicHS/oA5SZrDthkPcRMFh2Jv"
    "ZEvR2PoZLjaR4ua+SH0pW3K6Pc8GR1u7TdpXQSWSkMq8cmks3XmWnl3Rzi2LyAmRaNkwIA"
    "+Xtk89HLEwQL1woZT8/IVxQFQIqZWEuG4gEv56bf2dTLOIy2U/R0q5EbEDvCFlDiCQlJae"
    "ygs3N5bA7Ig8nHPJbW4QXzxJ4vyuRxamF1vJo058qCd/hYP+H82NXBr6YT7YGox8TMnNwf"
    "yNjiKBYm4yHDHjb0oPZPWBrQXqala7axXChIYvDjoQOXOrkEphOsMAWSHEiLKAOaKKhZS5"
    "cHMSLWqmSsw2+dL9xxaDyQAwUYHwTVnqKiH4xNlgsu/qFrLz4OYG6Ej+flhUbswuM4yzlK"
    "gtCf266tvKbqvNmYsxIiu0snHUrJjKWUGfHtKJqkOAxzgukZ3r3LY9d69y7broX3fmjr95"
    "eLeheEa/5Rblv41F6NYJdM2YLWZoMJoFQamAJpYOQRnsR2dnKNEIjKrLFFZg3J1BRBfQhE"
    "oX4L1Ads0SabfwB9wJyC11q70Wx/qhQ8ASRYjciLIesO2m3eIi+GrMF1sQ2uiv1Yb7Ywpa"
    "D4HLKLevtCa/Em/7Ic50TqGZHJo6afDXtU/L3aL5O6swRLUtYpgMoQxPPqUV+VB4tc6HMt"
    "V08pfZG9JiNAKklvBlrtVEXneqx6MOp9j6PU0wNw7U8BtCbgFGrjqPUyYRVFbQJOoTaBWi"
    "aiwzZAbhJSoTexz9I/6WSTpZsEVMiNI5fatmV7QcZJ3Gb7CiQAT0G1d2iXARUhsO8IAZUh"
    "dKPFfmwO5I6r25uROQqpwgTKTGUsZodW/I1e5xisonSpKa186Z7bl265wPj6wgSIgO1JbX"
    "SadvdjDMc5Xuev5FLfAXIH/kBHtcbzIjbybkfQCk9A2oNWK186zMPnSTuWpbz3BDEB0tY6"
    "H0qs5vI/9NPePe2DyL37bii8oNRzAwTgM+LlXeFeaczCICd88TCCqyY82TBGiQpXPB6ptF"
    "gAwadVAvNYQZCXcICDMe5g6KQT4mGn516IInxrLPwZnbCHIWKN3NrWHCua6GTGfQZhdhiA"
    "TczllE7hwRa2BQifO1lejBOgjLiSmhj0aMwO2wpTTbzF4vkSIVtpXa2li9FwYSj04gt5MQ"
    "NnrRz3yum4JymWoEAm+gOAU+Khd6Y3Db0Mm3hphMDLrMmrXHS1uqj2KC6GbHDdEC3yAlra"
    "F5f19ife5l1iTcjfNVEo0ruKb8fP45nh7ahJyq2t2OTDbOXadDwag714NhXX2ijl6xEoa5"
    "4l6q5kr9JzxjuGmbSiBAjDntJB//zhjxK3O9AqRGPCjowexYIhI/LGk3qbw0aZlmzHSUOs"
    "9wC5wkzbHVK/6GNB52eMhBRJ3DN0EX6G9yf0EEFG+adVEB0Q+nl/P12r4wX2AbBl39CpSB"
    "/LQwvveKQiCulcR+CMP5Cx123ME6bopinE/hukFpfw5wTxk1Q/HG5qrnq4oajH4DoNnMJZ"
    "2g/GA3T0AhhRqQGjGC551B0MLLx1UVPBNRwIwB+VzPUpFRlzc4cEhhYcHyMRDRjVzyb6KB"
    "VCKVUIYj0VkZsCCBUQso3YhC9mEbz7AArt26BdbraFMB+CUcjfBvnKM27PnnGRY7eITiYC"
    "qFQzpVbNLNkU2MhNCmeHAZWv1BHQ+GZVZLuMAJ2C6/YhfImVU1o5FJ7lS/B2oqhXLmnP5Z"
    "JWugR6pUTrkxn0nkexeaUb5o31/dpyDPnLE+rNeJfqOiXnXHQeLWTvnKrOS+sRbtlEJ3IA"
    "VPTx5GQ1slxg8rGxqTvuaImeT9YtGcPF6EE3janhrsbkRffjBfnbq3evX56ROmoUMGk1fS"
    "RejypXQHLVINHvgEpJjeezPIEqsFXiE6W6RsEo10gRNjYEcnJFtd7l4mHfreFh3yV52PAL"
    "VmytxyEVK7U5Fyv3vIJsbAhKIX9j5OPps4FCJASmdF6l1ofwyPQkeZ8IZT8VPcghQtgTYu"
    "EzsdnC5b1P5wtTd1O9COJd1rPZovPIlb1zF7lxYWmJdLwAN6EOBhDIkICfHLLQbdeYLE1d"
    "lpJtwUIxpmekrWNpGTT1i7XDLe+8uAyvO0smukPJC1l7dm7c2Twm5mVapZvDPgD3LnCWN5"
    "hdg7sX4GxeDRsTQx9InTiY4hhkU3JP6UJ4IOBTOuhywKviPmLuYV4kV3ggcE+D3D4GXkLZ"
    "9RmGMbsKozyDVRhA8f+l5P+LJhbeKqlw2U7gQ+ivg7dhk5iFEHiZMV6JFvNpNduftUazXS"
    "Pe1ZD1gQnpa90akRdD1mwD1/GpW7+qEf8yXgio079EGP4R34OfJ5ZB7sFFeJ0QiOJ2iifs"
    "ubGmKWJzNrq9/mV+YUqLbOBEHKkbzRm0FoI4nIT8er+H8s6TK6pUSCct/noJGzfw+YhAKj"
    "KXjswF5O5waiyQv1LEmgLZFnpSluvBUEfLIxw210Jn6cKmOZlJBUQlRTcR71Jdp5uwZGcv"
    "42KhaAcOIcu+UmZb5pwy9yeH4NKoBjEAfiGlW14vFgR7ntRAyuggti9thqWaUjIr7Gke1D"
    "TI3PCYrQEgdRgCwZiFrBW5ZxhEgZC8ypFQe3hVbx9nlkOJqzv3OLHhfCC9i0utMWhpDTEa"
    "dh87kxmdLk3Y9+DrGKYcT+nEQDbCD51AzTuRhXEd/ZZyy6PDi5OIHA0PxpT6yTC9RBKIBK"
    "4UAQxIGv/cbGQnZ/Axhj0QZSlZGdLVHCEzeIYeJE+RpnXlmKL3IyhTSpVSK1WU0H9qQr88"
    "hKPU7M1108x8pTyYUzIb/vLm1/f+m4Rf1r07vat6q5VmC5wYC4OmZZXOlukjQEqJUlyuV2"
    "orpbY6YWQfX/2mDc7bZOkmn7euBWw2tGrtPjTA32T5pt7n5vU17y8u4Oztal+a2lds8y8x"
    "wdDndudrG9ML8YtynMOelJAkdHZ4YBhGJRLaokRaXAApouZKAKvwprIpuiK0Bk5rk7zuAZ"
    "iib5npm6I+ST870+mcAb4nLvH5vIH/9rffcpxg0CvzCOP3Uqq/FGEMlavcNtVeRG3CFNbw"
    "qXKGafygKl6kLJo/xgmhLJo/BJlVePWzx0b4JqjCNIhDKiKoGPfjQP2aGPeIRXbLSGwtPN"
    "aRESNvOHZ8E1Bh7gcKc087RneAVpWY4aksAmF1sGk8UHs1ypbyirhcNeRw9aCe/YlQIGaA"
    "XZgG3RJXXRhkdbTqhy390gJcoqNTNiI7jPYt+PM0Oj2/tL4c74SwuoEDn+f7WFnjwef3qe"
    "Zy4fNC43L68A14ogz0l+OunORmxX3RpGfOGWm6hPGoPVFL3PmAjm/kUcd6Qzqz0MGMA8z1"
    "exppSbrx7W8q9OT7igGKY8e1Fmh5GWFFTp2txlj9CPeBlVeTiXsDYjfuMMh9+kSaD57GGI"
    "s3ebs2TDElcpzcoYNPOsMpTzblyaY82Q7hyRbdCVJeLsuCzYBlObUlwWOUvQH48pB2F1q9"
    "806nFVHonTfjlofB1bkGlOCEgE6Gm6FnUCl2VfH5Mi5xpbhWijuVnPIYdSC+/m9Lgf4Uda"
    "UJH/7DxuQdDZoOEZTHNRtr5HlP85FDlkelS+48QV6E3OPMmMz8QDXiUDblsjZIKFMMW8PM"
    "OCjrSpHlJwdEcnvO49VujClZ2NadrcN310KR3MH0Pa5I5AOnGrUf6DQtSdCBZ88liqcGmo"
    "WKoyrhvEQHbnWNcP7M9XAPo4SsNLhA3eDydKPZu2r2euir7l+WQ65mlptCiGynPq9/iTFf"
    "Xp++wwrRJcO2kqHLutaPTYYGJmQjIofhlJ9/mSm8zr1/HZ+21q9/Qx3JD8KwFcgXkxS7Ep"
    "RLks2zKedUpaQkPDkqwuXVp0RXbA51ylZCrfB+SJFmfbeIbDE25H5RRH7lRWcxQYuoNkvG"
    "93TFU54IOtV4Fpcg5QlPzcLLyuoAZZrUJnf6AyWOJUbiyVlAeJxYNmzmxIJFtE5+PcDsPM"
    "MtrFUHk8A4+orLx3yM8T2svTG3O49hBVDmjkUmW9cyp5gMBkRlnfFmmRj3xlqirb+GkjU3"
    "h/N6v9MpbK0O9rFuCbPI0smf+zbkDgaPTY2HhASd0YzPngGlxOpSitWwtIsIF7L7yZXCeP"
    "0ql2iB3bLl5FcqI+7JuxR4O9wm1PRgS03Krnbd+lYj/GPI6oN+ZySbgushO+8M2hdAJ/FZ"
    "DtKI03JT4gTQJdab4IaudUFSQqVgcD1kCBO+F/2OGS56g/PeRbd5rmGWC/8L3rloafUutv"
    "KLctDS53JSeIN1LjsRuM18dY5HQt+hq45gRYvodAOIMm9npVXrolGMFoqMDyBKvEGVF98q"
    "JdiBMY7FWIqg2+uvtpMNkB0TuIsouGOgyoxRaiW3slb9EGRWrtN7N/tazAWkjejDJtkI0q"
    "A3shyVLCOUykdw+m7NYdTHs/4XJkPGAOpd2I2fuUpfsPP0BfEVuwP0Frc7l2up58Vzxsse"
    "wTk8C2kPWq1K9mm7A4xfiPG0h3w+/MeJ7jQmIwPXRfwuducZ0OOlSrwMEikeAtEO1XWeAq"
    "LsSSS5Rb7qM17KY2Fsx+ovAMLt7FVRsRZjuz1DvFcGlli3NWEnX06hGckAhEKjOzfCO8Z8"
    "KeIjHB45rq/SK9IccO48dvvMoi3KDF+CY766xgyv7MQnZid+1pDNkmmefyCpUmG+xoukYr"
    "GBTTezEHipN7N6q9XhlSTkxZA1tI9at8sDduTVkJ23OhefsUlelGN7spfmxqFUHmyJjWKV"
    "zqDf1eoXl6Pr+oBHUMUagFYdPsBFp92vX/Qx5ir8fch6g+vrrtbrNTtwPoW+DFm90cBroL"
    "u4gL5wKsFhxD+G7KJ+dV1vfgIw74pXKWmMvjbbjc5XXqzE+wK9L+vtttYatZpXTXiMyNch"
    "+1rvXg2ua0R8BmP73SPf8VfB0erfDX+D41arN0Yfu9rfB1r74hscupHvQ/apDhPBn01W6J"
    "u3eTS0b7MVtG9LVf2kpIqQNOTupfyJwRbLtBj7bNQHEArx29Sdoa4Lz+OMipcmTwM9Jc34"
    "zpL6FzedKpNpSU2mW8Uf7VoPdr6c3tE1ajB5v5pDC3bDu+ZUgl1aj2S+nMx4XWQiQHm0ik"
    "OnZLmoeVkPnYm1oOTFWCoLalwKH1fJeGrNYUXUsJLwGf0O8qdJoXm4fPPqzfuXAMqhp2k6"
    "sMNNzQNm4IJHvchKyTxbo9z1fiL4CpJ/w60P8ChiQq55ExWcmYXDOGSmO2T86tWr1z/zf+"
    "Mz0sFHv9MX8DS3NqUj3fXKMg8Z1W0MX3LF4HJKRr+7XqzQB/HLUWwEeHSlwcAcnEQWm+Za"
    "PywVRRxrTt0ZPGt2gWb+1BzJ+ipRm1lp7kqpufNpltut0AMos3BbWkc3fDNST+8MiUBPi1"
    "eKHN2nhXQ8imMow824AB/pdVfVoOKMozweinKPITCVQKBsHGTciTbNOl23bX2V7TybGmyy"
    "T3m38j+3SzZBSgHLZZjA/zhnON//Vp6RyP3/++Of22YE2DVH3uXpwnT5czPY8nCnPLy5Hf"
    "TPm1+d5y9z9XvgCDFgmycwF/xj1eNl0a1CcK1npD+zHCoYy67W0uo9rcG78TDwO+MBhkEs"
    "VQWQa/F49FT+/GAzc/Zc2u5HxtTjoIlXtILIe9i4kvHs3lNV/Uh5GUR/b5gm9fPAAXN9i+"
    "H4MLVg980C+d9C9pyQjdRLI4e7MjeVY01smrijOO5SctzKVn5itnK++aRom9ecuwHIAc/d"
    "5xOj+NGqxKCtxKDgdCq2eUfhduIV8MNs4sqwcUj51OdiNjkWfeDDHYqVrtbTul+kT0ShHB"
    "UCDtNUiCtuYe9z03p/yDzeteZzseU46MLcZeruvS5KMwKqbFGl1iRIMWUDOkchlb6ozFQu"
    "uY/n6TMVysWzJGFqz1MOpVyvQO6onjXFUNKDpw4bBFiy9b1tDGA5YqR6Uob5IkWYTG10vG"
    "M1h0Y6LiDlVEv3Z1iqwzIDJwqCvgrWnN5Y05VQu7ozOke1MCUz426GnhByDlTwGlx9O+EO"
    "F7eGDTd5LU8YwBHRT6gBnht3NleWJ7XTh34ArqT2phJeGtyFZKYvuNJ7jCy2MaHOmUDsmd"
    "f3zKMKuqyIyqTTMYdd6O6MZ1jlquupcXsLT0dubWsuHEi8h72h8KCUu4g4LlzBAoQ+Ygyv"
    "zyNXvvuoCCnJlwui38Haz6n2VnrrUuqti2s+dq7wKAMVdqfukG9KEqHZbsphGOWovIWjst"
    "wFi+A+BKJQvwXqI0dIgd0kAXdC4s/unMNV4qU9J15S7vcnowwrlbNPDzj+yaySLVmJ+7kE"
    "qqBrLimKzqkNS2+yIlgyvMalENt6lDkgjCl5jYUMUWLRF7rt+vKBz+zXsLLhcg6XRO7Sjp"
    "Ao0HscFs2tcbe004ouHnz2Ekofx8L4PrP4sdDTHYHX59PWM9yBVeH7MmXTLhlTduigAMW0"
    "7T1bppDdNkk7G4FUTJxi4jKYuHC58TQmLlaOfA0TJ3uO/CLo+RKJYfeaYHwMGbM3hsH11Q"
    "hYo6VLnTHRb11ZXws7S61uOMrvA78Z6KIDAL90fXomsUNOnh57KLFW4W/b/AbaVQTiUTB2"
    "kloJCvTmumlm0iCAOiVful/e/PreRz5+WYfu3lW91Upyb5HXroB+LQF3SojdndZeFeI4MH"
    "eMxtQi6Pb6nwRvfGhk+8xH0TMxBnhKe8eBvcLQXd8EJBUmQQxQueXtxjkszFlu6cLkJdru"
    "hYY8sncirz9TbD94Oq+5t3p3gGaZx7wfGvGoln1eHMde+HL5jZmWe2nFBK34vepaORh6jW"
    "YWTlbNV36bZ7l5nBmTGWEW98GCMamIvbWse7JkrmGSMf2+MGzqYKacMzJ2rXvKeMAvZtph"
    "GBX8OLPoA4iefHKQUNOKbe91rjyhwTPL8YK64H2wXUfF/D73GZ4t43LCJwkwGDQbGWe5Bx"
    "CjwHJpTM8Q7OisSGtwypnWX4TiMKwS5L8zESMml3oCmU8EpoQBlRq3dGrcMJEpm25C4hCY"
    "InC5CeyfioVpHIFUZC41mUMsSn7GIwSklAi7kmERqTsQrC6tY/ZwfVKeCi29dHn1mUQpa2"
    "lPaHeZHnbj36yuFaZ4t5G9zBtdw416HOgnh3C/K55W6U/rpkZkKdYgRgVaRT6mBUgyKJLe"
    "WvYcATC/EozqUtvQMwyHu58j1T4I4N6uImGVfbA8W1d1jezk0ytBg3yZIcLwZbYJVLbJkf"
    "RVO68R+DNkn+BYH8AX8YkFPAZa7/M3LODBL4bsqt7rdxpYF8K7ir+Zefx09pBHydXdZYrF"
    "Mn8CkGWa3XKfGUCutTaQ6VOlIKUlWI3IiyHrDtpt3iIvsHRGs89b5AUWx8A0WA2eBetjvd"
    "nCBCHic8h6n5vX19ggL7DURvtCa/FO/mU56LywrVvDBCb+1lqyIqldk4AqyWvceuTjyKZo"
    "dC6UOjcVVqE46R4Lv8lxnRFWQyyA3gScQm0ctdS20zxhs439PoDyrChu7J/M6OR+YRlpSY"
    "OzUR6FUngvjnebuvZqoyRaAZxKrVRmzRe3NmyWQCsCqahcZipPLCz4shmd47CK0mWmdKA9"
    "yq8FCmmclB57R3pswOkO1NgNw5lYmNb9dzHckVEirzo7WICl0ma70H7Bo6oqafrs0O3qWo"
    "02dhyJ8KzcHkKYZYtQ5lKbTrHMFo6B0cWODDvx446tpYv1tKz5iPcZV9Fp59E2XJei247Q"
    "LAfKaRw3zUtor/PxfFBycJ4Uw6v9xWt3iUAbGEskorqhM1iuZAbPc0PhtoSreY5KCOqNjH"
    "AreGCDFXFICmUwE0caXP8TqxPEMsbBNsufS3ZM6xIgItwpDTDZU2nxS6nFjxJqEwVvdIQS"
    "y52Vtva1RuDPkMlyzFwJ611ifufrVlOkd+YXQ/b3Qb3V/Mjb/Msh+4o6+q9Ys7nV6fVrBP"
    "+WQ4UbfhU3oWUYvtQ2mdMnpQr2P6zyRwX77zvYP8YSFZXMU8CVcF5m4Vxl5DpJsj5revqy"
    "EfYHSlD/46J+jeLrsDnUy0aCvBqvrCTqqQGHz5P0/1hRuy7t/3NrFJeLBZw7mYnpQ7eraz"
    "WKQcecCsWezPVeJZZNdJkMfmrNAY9VGdw3J8xyZ5ibUObFOSN1RkQYw5T7s4rIP2YR02J3"
    "1E6qEfcyC1cePujmknKVIbPsuW4aDp1+IG1eWRUWvEgRT20Hs7vrDoF1DR3OyHhq3FHH9a"
    "uk3lPUFs50Z0ZezOj3l+iVe4/aRh3+8zmq5GYloiWH7AaelOg2JXPdncxQL2oa9zTbcxdH"
    "4jjhkya8dv+oSFfhUVTr6IGl3xVux9n3Q3EmSqNYTo2iR+BN9E8ebJlF6lgF1UYHPtvo/4"
    "mf8aqol/V2owVfxeeQtbR6o0bwbzm0THwXKKJk8gGUjqm4jklulakvRzq6A4gyvxIbapne"
    "v82xnN+/zVzOeEspTZ81LZF/XG8UGuBDl3lxV67q7UG9hVEZ+DlkzavrTrdfI+JzyAbt3u"
    "C8d9FtnsNGH/oyZOedQfsCGsWnsEp8EzaJb0Omdeu9QRduy4tynAhKD773pLcRzraQc1oE"
    "UulJS60nLVEw/RGdUsdA5YQ+8Hn0K30gvmkwqjHXXlVSNCzRDtV1OhauoXNl/3xKljp6SY"
    "nI4AeDwtWDzArMB+XV6zCD0kroP1xMQTyDB6DMQeUITuh8CKtHeLqlwLUqI7/T3ucU1fxE"
    "alC+OMdcXeI3GdMxQTzzafFpDBf9stjUwaKBZ2SMHWBo8bIRfW7BVLppcs2Lo4pdHLVuw5"
    "pMlra90dkdA1WHd+m29ZR0woI+BZjhONwJ8sRvf8vBEr/9LZMjxlupuZuL57aNwCmjprIn"
    "HwfqlT153/bk52HIBwvT0lMzq8o7a1nwJe+TO2QCMwIIDter04EM7NKJpDMVhT9cfn8KrC"
    "4+FmYzJTeramAuRE62d1n/+c2794GhEKFuVi510rjww06eJ8ohaS5U5sFSstAq5eqOUq7i"
    "O8ivC7CnYZhTsHfEtLXv3uXR1r57l62txXsxba3FXNjfCksCcbgTRPc+lOOO8e8UNK+VAi"
    "SEYkI35v+VXXrPdmllVFNGteeWqo5WL1fA3BJi8ucLy3ZTshaeS8CPn7vU1F0j1fkjJEY3"
    "+UDHd1ZnydKxTFNLdr8lkoRse4EjHe/LkUTT/hUFAmWZ2gIfo0+pDEYBFfMoDhYGnVBuQ2"
    "NEDFAlomojnYoi7q/SRP68YKm+wvJBhSStyoCWjxcsXgb0B6sAurNUilIuTFvSTLdXa4XJ"
    "FKRyLdkRonXdOkU/wzA/AnzfebNd735Ld1X0+od5jfNvfa0ew3xkE8q/nUTATmlJP6+lY+"
    "mrxLe0dQS69SMjQ15rR2QBlsne8dWy76l9SXXbvQEZKo2ViXdZy8488s6jmdc7N0sjAMnC"
    "tibUcbi/Ds+1JIuYm7rjEodSxsOd0OCAp92N7mB9g4lpTe7TGJ7dDLpjX59sNXnq/rRnHX"
    "nlf26XbIJ0IHwm/PP2fyuHPzKeVJtn8zclSgla0g3qaBUH0QLKlG1C4wBMEbh0BC6JI26d"
    "2sZklnb8yTtrTz096PPUUZdN2B0fMz+KbL2lVJd9qjxQ2wtsz6vyD4GcotJ/H7ZZfKkKYF"
    "h2P0Hsvs5lUnm9xqTyOsWkkqWp+L3XaRfVU0yNiUv+S0zjmCvVpSEXkRE5IxNxlfEQytjh"
    "hwOcp8nKhzzM/vp/yFC6yA=="
)
