"""What happens between us and a lead: contact events and appointments."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        CREATE TABLE "appointments" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "title" VARCHAR(200) NOT NULL,
    "starts_at" TIMESTAMPTZ NOT NULL,
    "ends_at" TIMESTAMPTZ NOT NULL,
    "time_zone" VARCHAR(64) NOT NULL,
    "location" TEXT,
    "calendar_link" TEXT,
    "notes" TEXT,
    "status" VARCHAR(16) NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "lead_id" BIGINT NOT NULL REFERENCES "leads" ("id") ON DELETE CASCADE
);
CREATE INDEX "idx_appointment_lead_id_6a8e69" ON "appointments" ("lead_id", "starts_at", "id");
CREATE INDEX "idx_appointment_starts__493648" ON "appointments" ("starts_at", "id");
CREATE INDEX "idx_appointment_status_41b65f" ON "appointments" ("status", "starts_at", "id");
CREATE TABLE "contact_events" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "channel" VARCHAR(16) NOT NULL,
    "direction" VARCHAR(16) NOT NULL,
    "summary" TEXT NOT NULL,
    "occurred_at" TIMESTAMPTZ NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "actor" VARCHAR(200),
    "lead_id" BIGINT NOT NULL REFERENCES "leads" ("id") ON DELETE CASCADE
);
CREATE INDEX "idx_contact_eve_lead_id_366aff" ON "contact_events" ("lead_id", "occurred_at", "id");

-- By hand: what aerich and Tortoise cannot say.
ALTER TABLE "contact_events"
    ADD CONSTRAINT "contact_events_channel_known"
        CHECK ("channel" IN ('EMAIL', 'LINKEDIN', 'TWITTER', 'INSTAGRAM', 'PHONE', 'OTHER')),
    ADD CONSTRAINT "contact_events_direction_known" CHECK ("direction" IN ('INBOUND', 'OUTBOUND'));
ALTER TABLE "appointments"
    ADD CONSTRAINT "appointments_title_not_blank" CHECK (btrim("title") <> ''),
    ADD CONSTRAINT "appointments_end_after_start" CHECK ("ends_at" > "starts_at"),
    ADD CONSTRAINT "appointments_status_known"
        CHECK ("status" IN ('SCHEDULED', 'COMPLETED', 'CANCELLED', 'NO_SHOW'));
"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        DROP TABLE IF EXISTS "appointments";
        DROP TABLE IF EXISTS "contact_events";"""


MODELS_STATE = (
    "eJztXXtzGjkS/yoq/olTxboSx3kce3VV2JCEDQYvj83uhq1BzAgz8SCxoyGE28t3v5bm/Q"
    "DPYBuPsapcZpDUGvFrPbtb3f9U5swgFj+u6475zXTWlRr6p0LxnMBDKq+KKnixCHNEgoMn"
    "liyMo6Um3LEhAdKn2OIEkgzCddtcOCajonSXEqTPML0ix2jMl5OvRHc0Z70gY4SpESaZxh"
    "iJ5iBnRhCTaR6dUUWrGeME2WyF5niNJgRdMaiWm1Qnx6IZBtOhHSa92ssbR3RE64gT28QW"
    "Mg1kckQZ0LL53HQQsw1iw5uPABjKBViMwruqUPL5WJTF1C2DTAqvMfWZoJ5B4xFgTrDNkY"
    "UdyJ6QKbMJFMEOWmE+ojbBUM3CZt9MgxjQbMgQaQRIuMMWCL6PF1cap3jBZ8zRvs9NOq5B"
    "Swn8amJ/M3XCj332jSVyS2r+vSSaw64IwGADfl/+gmSTGuQ74eLrl0r8hwgq+A+lvlSi6I"
    "r0EFrZYzbS6Xi+wOYV3VpQtGNxrU1NYhmx3uoWkenumyHtzLxqUee9LCs6xETTmbWc07D8"
    "Yu3MoH6fwKSOSL0ilNgAt3iDYy9FB6ZLy/L6ut+nXZTCIi48ERqDTPHSEsNAULsNCNMqmt"
    "bpDrR+c6BpldQQ8SkifdhL0hkVwwuayiUAV6IJP/3r5OTVq7cnL169eff69O3b1+9evIOy"
    "sr3prLc/3MaEaLlVScxaH1qdgWgQgzHsDm6R8EPSYAe7VLIXhOinmRXnxCDMbxnZDElXcT"
    "NzfFZs446fELInnJS28qf/t9Vwvx09gwGkL22bUBg/WPblo+fPnt+CbVs48Hur8U7CHcJ7"
    "DY1Pg3o+w3aTLucSzxZUj2EiSuHq0ybQhMbsFc2tvb1yXr+4rLc+dLTzXrM+aDZqKJkyok"
    "HK8LKRKOOljGij1T/v/tbs/aH90j0LK8tMTpb+ddgcpgu7qcmy/UG9l1Gzl5wsfdnrfug1"
    "+/00QZiTanv34rLdzGq9n5GkeF9vtdPF3dRU7fXOebOdUTzIGFFo23ug7cMbO5Avm5JOG9"
    "F2s94IoY5+S67CG2awOf6uWYReOTP4evpuy9D4rd47/1jvHZ2+ex6foTpezonMig+e5HqU"
    "HkTZE1KSrswDKP9ysSewiy7HcboHnvkf38ocMiCxi8rPgQThTizwNj5PmwOwP2B2kYkmID"
    "jAGebkxYscUwyU2jjHyLw4wgZxsGmlIf6l3+1kQxxSJDA2TDjg/Q9ZJn+MU8wWaAUWouY5"
    "539bUUSPLuq/J8E+b3fPJDiMO1e2rEVWcJYAnulyF2xo2Emj3wDcHHNOsjmQIE2ywaM99h"
    "8OixmD1kUT9oYXlzGOiD2ryDmRqetE6tGbBJeCStDn1uAjEl/Rn91OM8m4oNzgz4poE146"
    "TKNspWEjiomf7Cf9EEfr6XXkeCcSJli/XmHb0FI57IRtKpvOmp/MkymY4ivJJIGmaKcvb1"
    "osGEA6h7NWJUscFcmubpVIhQV5PqlUHYmehzhxEOamQdCU2QgjS0pYpjabozGcsWyHQx8e"
    "o+UCOQyNCTXk95/RWFBr/2WUSImOFCBRgkwpqEEY2EMMZNK0bGqP780j2RHv9TYBwWtj8p"
    "0Nic6SZ9IokU05RTamYxU6DwUEapuSb5sSGwlF1soYoVopS7dSRpnszcNFWRwhUwwuNYOD"
    "1bXYXBkhOsD58s1pjunyzenG2VJkxSdLi+lYtimF8oB837AhiNLsBHLJ5BXbhk3z98H241"
    "wwatrdzge/ePKMl5QVAUMNbGuWSa+LAJ8iVOgXR58yh/AiqAcECu3iaIcHlF2UaCH1/ibz"
    "Sv/8Y7MxbHt6lALatICwhoLHEY1olCI6pIgmKKL76XS1/sfu5xryHnbR5Lx8k2ONeJlc2s"
    "M1QmQl5iubCIx32G7FKdWOq9Q7rogAIr9wIEKktEeFhAQpuV+cE2k2vGc2Ma/oJ7JOTZoJ"
    "6D2ZXdur5pGx4Iffx/zUcBW18SoQaEW7Hvx2+MXEcZeWev+83mhWfjyMIPXcU+hVMqSoQV"
    "51mwjVVwnmlp/6BMeo5XDXjs7kyOVnVRqtkW/EliJKHXOC2BSZUBAAc4S92pFktDCBEyXm"
    "5pUtt/fPs0Sm9/mqPFLS+Irii0GXCyMjNdw9KHloaeWh8jNze7hhN+6VP8DT/T0pbcOWFT"
    "j0JMjU0af40cfBNkxkGjX1WTEhVoLuELCPd/TXuTr66y0d/XWm2P+xnTTr54PWb82ix0yX"
    "qobczxG9rA+liaP7OaICI8iAFP9JHSNLvg4c0jEyvhcrwuY4pWJz6dhcwFQlsgExuc7gTL"
    "DWvrJJxvx85tG//9Qj1ia9gnd+avh1/cImj5f/qZNtSgxzS5gO7OCfJaUi1DEdM0uQXxSo"
    "llvX+pAAu1f5BqMO1p3mtw2WYrH86lY5h1tSI9/yG4uJC4Vzwjm0DTEb6diyjtE4YuUojb"
    "FWM0KFJdZM3OKj4g7hONxDjINsYai1sk3Hga8GW2XYiN3v68TlxbE0Q/aqYUJesuTIYewa"
    "LbDt/Iw6wqgMarAJomzCjDXi2DR2sSpLmIIqmUhpZSLi5islGZbW+c4yEfIyS0kqzYt6q1"
    "1D8mNE263Op2aj1akh/2lEB7CPGTR7NeQ9jGirAxuXD736RQ0Fj3AE+gi7HDgBiY8R7Q4+"
    "Chr5UY6jj2HaRM8WweRjaayCUjO11TnrDjsNwR75AOwYDrwk/6kcTOHL+Rzb6yJSsQhJmZ"
    "lQWpGYushwwKdDJet5cmze8527Ugu170V7o2wylE1GGVjwyG0yfLkhMS5tNjUlxCnBRbpQ"
    "dZv0wgiKawu3fAERxoLYnFEk/+CbhZ0ps+dVhLlM+MomcMxfCSOJuXBfBN+rkVJwvjMs4n"
    "owcntItuTizt8iBRacEKqZFFZoh8wXTnD7DcifceSlet6UvOqRhxCyMHd+RmPhN4lQMVI8"
    "P1Bz7OgzDZZ+aC+HNJvIu8HQzumIuv6guG81wmd4IQ1LxJcPNl7Mfm0jOcLdROEsSrCWV9"
    "E1WUsyTvE10YRByjHqCn9PwsPTZI2mzLLYyvXZBO0QsEB7RtS1UhHcFR6iyPcFrJkc2FdN"
    "Wa5sEsR8qQAc/iTsQSqeXVBdyUtMUBMWd7GAzmUTX04jrFnCApGeFzd4iRWBt64131pCCX"
    "tKK+yJ9o5dRANR+jIfSiu3EfB8bp7VEPwb0Q+wqR3CF/dzRM/aw2b/0x815D2M6EW9P+g2"
    "uvAe/6kc8gZv6BfYLYcUZWZsmYxAvHVGW9oZ0tPNcp0E2UGgvW/ZTnLJydvJk3QHAX68q7"
    "/K1dVfbenqr9JdfWKyIl3cK34I5+5992ybZU3bm6H2yyusd7gbyeYLTAsJ5SMkCvHiiJN5"
    "plOnzRN2QHAIaCcm6pNcE/XJlon6JL0nmRW8xR4QHCLAufDdAm8S3RWZcNMpND9HSA4B4X"
    "1PGMplwP4xDwRVadA3imliNAfkV/Lk5enb03ev3pwGYpogZZt0Ju0xUggjNemCneygqExT"
    "34GysmSIH5KuUvjMyBg+m51XBgTKd+UtfFcmpNkJ9ZnF8IbZK0GX4MFUEB4W+o3u8KzdRJ"
    "e95nmr3/I4EYwgmSmSIMF0dWq9Zr2dCbanRinS11OEqs/fos+H6q0iPIhTKQbcggEJFWWB"
    "TVMG5SHZUNzZ3imlgyyydUoRKzOvUm+dQr1yfiVxRP19QONnzz7tH8T86+YzyGEq6bcYf3"
    "11rxve0vbrQG8vVhM2YOHIzzYBS3bwO0A2p1VduXr2bW3q4P2oM2y3H9qoTnbnLfZ0fne/"
    "2ZQuvCKcx+sRJ9jWZ9Jr+4KwhUV8QzdImItofb5lDM9yZFSAWlq9QY9Zhjf+hNP41UxYtG"
    "FkL6kMJciviSHrg78lFUEFV3hdgwKXzU6j1fkg7e1WpjNz7wIKt0iux/kVs69lmEKoaYx0"
    "toQOIqzMRhQSIhVXEWdupEEZh9AUbpWmjm+SJhsoLOCExRq2LRMaIOMkSq/WflxDeEtgtx"
    "e+yWsCH1HXbE/eP/Rs+tByUZVGelMCY5DXoFJrLTNnzBK/0rPEEzZyhDqBAaCI1ShuO5L8"
    "vp3ioXCyXT1lp0bt3OKun9LllR1cKe3glCOo+71KoIuxaJu4iEgiSqMEErcRSDw+50Teql"
    "UpxgGfrOaveiPaG3Y6MsV7GNGGvK3bkJd1/fCJfsDELMe4yeX7Yew3YTEuIEjySu/v8Pvi"
    "fleHO5McFZfJPYgs7rHA6Zuuys1cAVBTdAraJLTEtpmtee4/0tButnZIESqThx0sAdUV4q"
    "cgWw7O1UW5HCNUphdl5rEUQezE5Dil4nKZuSzssIVscqcpO0GrOF1qTj9ksOuyLcalUFDp"
    "kcACt9SlRGMUPDJW5NWoJLphUU8FqcPXHXk1jTkeOBDo4/sAtrR1ogmtxu0Q68uKestD6q"
    "T36rRTKkgzdHS+4nSzbi5wR5tHJec5nDApwkGkkGccTZfCH2Hc9YK07Iy4XfA0QfmdLiT0"
    "eft89d0ps+KFoEmuvCBX6aTO62bNmNJ8Kc1X2abDPdyUVjcc1Q3HPQJ81zcc1ZVodeH/cL"
    "FWt0kfIDLVw8RWLxnq9x1aXd1M33e/Vi5x1H30R3ynyhWPZc/JOYzEAuoynwsrjVb/vPtb"
    "s/dHDQWPI9q6uOz2BjXkfgoffp1hvS08+InPEX3f7V3UkPifFP08jC1YIKnZ0ZzvFmYhu1"
    "nzdZqfKwU5BSQ1BP9ECPvOoH7uhbD3Hke017xst0Sa9zCivwKvWu9lWvA4op+FK0b4N6Lt"
    "bh94LP6XhIuFb6Xf9j56yWawe76ODv08Y4Go2zZeb9hjegQJdO/TyLjy7+mSytAqaLI0Lc"
    "ek/Fi87z8Fh8tdLdVf/kqASJmTpWDavK0JCNTGZgcvlkLr7WheaLIMqTiDsz6mG+41p4gT"
    "LJgA9X115CBlv1w463bbMS6ctZIwDy/OmjAzP4/PF5mmrMptwkPeUlAmlzvNQ4/NfEdF6H"
    "0SbJYOyry1aCduZ1agLPNKz3ObLCxzd47HyRW/y8xvZYmpLDHLyIq9W2LixYLBa+Z+JOnd"
    "bQvrYU0HBHzCoiAZeHt3uJLhvg8Rr4cz8y3n0rkdLdOArmA65m3xErapLbeu9SH1rPu28w"
    "0w22DvG8V0u92vFmdlHgvga7KWPmiQoK+h8ZE/w1fRNTCiir5haxkLKie92rAwWt2E6GxO"
    "3Ah1opIqWs0Ykaa5/FrEl4McPSPg3R7fLR0CycpkXePLdn0gNVRuwKZxVdogU0ZNHVto2G"
    "tXkXT0Q5k9x5bJiYHIT8LGEMFWT5gab44il1ggxe8Qn/LlqShyyr63lPa9PtN20RX6tKXW"
    "6X6sdxrtZg25nyN62eu+b7WbGvT8Gop8GdHmRb0FafKjHDpAdySluLNZvRIQlJklpdWvqA"
    "Pr03QqmgP6w1wYtogKShdS+jF5v8x0J6qEL0WgvaXw5T7PMeEFz4xDTOz25+YTTOK2ab7A"
    "3C7RM44W2Hbc08RXNqkhT8Hp+u/0PGNW/aND4CtUEAi/nr7fvOyw3PfwjrwRqNWJoTQLw7"
    "YTg4oJ/URiQiu/kFG/kJ/rrYFM8R62e4rsf2pdXooE76HMviN9CbI2ZcssYcBNbvoihMpP"
    "3wYXiFyzyVciTBV2wTdKqyBOQmwT+E3c4docGxnSks1eUJN0CtpML5NFBFABgbLv3UH+NC"
    "P6tVTwFoE8TqVw3+FKNXHs9Q4WSVE6ZYpUZlMk5eTxKXBZOXl8KpxWQd/KoSVQscfuMPbY"
    "w0izP8voSh8JLHMTgp1Khkw7WaS6TbLtRmvSZn7p3NY5LiGCQ69OOJdRnVYzQt2AVBwJ82"
    "8kIqBWhZs8IYEWEsoJ5kJYrVtMv84yu7mbSm/2qVdIVj0cthoFJNXLpWkcC5pdxsbNAuvI"
    "JVP5JvHv9CFumLrep9xlJbpgyJ++XSZdov1dSWeng1j2ZQDkHXgckikGl47Bqe3Fw6yDdW"
    "Kb+ixr+fNytq56OCxz01K3mbF3vMw8FX3oLaWdm1cV2JLyTO9vmx2RRUjKrNvMD3E89t/r"
    "1zmUT1Bqc+w/kZeIuQWDqgDCXvEDRPdlLv+yL7f4l32ZEVmRUYdkCZS3BFYMSZTHgoIeCx"
    "50Mfvxf2nAprc="
)
