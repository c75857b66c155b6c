"""An index for each ordering and each filter that GraphQL offers."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        CREATE INDEX "idx_activity_kind_89d99e" ON "activity" ("kind", "id");
CREATE INDEX "idx_activity_campaig_fd9963" ON "activity" ("campaign_id", "id");
CREATE INDEX "idx_campaigns_name_caaaa5" ON "campaigns" ("name", "id");
CREATE INDEX "idx_discovered__job_id_18284c" ON "discovered_profiles" ("job_id", "followers");
CREATE INDEX "idx_discovery_j_campaig_83e409" ON "discovery_jobs" ("campaign_id", "name", "id");
CREATE INDEX "idx_leads_score_7be7e2" ON "leads" ("score");
CREATE INDEX "idx_leads_source_21a9dd" ON "leads" ("source", "created_at", "id");
CREATE INDEX "idx_leads_stage_a2fdec" ON "leads" ("stage", "created_at", "id");

-- By hand: what aerich and Tortoise cannot say.
CREATE INDEX "profiles_converted" ON "discovered_profiles" ("job_id", "match_score", "id") WHERE "lead_id" IS NOT NULL;
"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        DROP INDEX IF EXISTS "profiles_converted";
        DROP INDEX IF EXISTS "idx_leads_stage_a2fdec";
        DROP INDEX IF EXISTS "idx_leads_source_21a9dd";
        DROP INDEX IF EXISTS "idx_leads_score_7be7e2";
        DROP INDEX IF EXISTS "idx_discovery_j_campaig_83e409";
        DROP INDEX IF EXISTS "idx_discovered__job_id_18284c";
        DROP INDEX IF EXISTS "idx_campaigns_name_caaaa5";
        DROP INDEX IF EXISTS "idx_activity_campaig_fd9963";
        DROP INDEX IF EXISTS "idx_activity_kind_89d99e";"""


MODELS_STATE = (
    "eJztXXtz2rgW/yoa/mk6w2baNH1c9s6dIcFJvSWQ5bHd3bJjhC2CGyOxlinl7u13v5L8fh"
    "GbBOIQzWSCkXRk8Tt6nnN0zj+1OTGQRY+bumN+M511rQH+qWE4R+whlVcHNbhYhDk8wYET"
    "SxSG0VIT6tgsgaVPoUURSzIQ1W1z4ZgE89JdjIA+g/gGHYMxXU6+It3RnPUCjQHERphkGm"
    "PAmwOcGQJEpHl0Rh2sZoQiYJMVmMM1mCBwQ1i11MQ6OubNMIjO2mHim728cYRHuAkosk1o"
    "AdMAJgWYMFoyn5sOILaBbPbmIwYMphwsgtm76qzkyzEvC7FbBpiYvcbUZ5x6xhoPGOYI2h"
    "RY0GHZEzQlNmJFoANWkI6wjSCrZmGTb6aBDNZslsHTECOhDlkA9n28uNEohgs6I472fW7i"
    "cYO1FLFfjexvpo7osc++sUBuic2/l0hzyA1iMNgMvy9/sWQTG+g7ovzrl1r8h3Aq9p+V+l"
    "KLosvTQ2hFj8ml0+F8Ac0bXLagn3zL2ud/581d3GpTE1lGrFO7JCLdbSBLOzNvVOxciLK8"
    "30w0nVjLOQ7LL9bOjDXDJzCxw1NvEEY24wp/g2MveT/HS8vyhoTf9V0wwyIuihEaA03h0u"
    "KjhVO7DQjTaprW6Q60vjLQtFpqJPkUka7uJekE81HImkoFADe8CT/96+TkzZv3J6/evPvw"
    "9vT9+7cfXn1gZUV701nvf7iNCdFyqxKYqZdqZ8AbRNhQd+cAnvBD0EAHulSis4Top3ka58"
    "QgzFeNbIakq7ibOT4rNnHHTwjZE85dG/nT/9tqud+OXrBxpi9tG2E2zKDo8kcvX7y8B9s2"
    "cOB3tfVBwB3C64+AOKjnM2greDkXeKqsesjmqxSuPm0CTdaYvaK5sbfXzptX1031sqOd95"
    "TmQGk1QDJlhIOU4XUrUcZLGeGW2j/v/qb0/tB+6Z6FlWUmJ0v/OlSG6cJuarJsf9DsZdTs"
    "JSdLX/e6lz2l308ThDmptnevrttKVuv9jCTFRVNtp4u7qanam51zpZ1RPMgYYda2C0bbZ2"
    "/ssHzRlHTaCLeVZiuEOvotuVjnzGBz+F2zEL5xZuzr6YcNQ+O3Zu/8Y7N3dPrhZXyG6ng5"
    "JyIrPniSy1Z6EGVPSEm6Kg+g4svFnsAuuxzH6R555n96K3PIgMQeqjgHEoRbscDb+DxvDr"
    "D9AbHLTDQBwQHOMCevXhWYYlip3DlG5MURNpADTSsN8S/9bicb4pAigbFhsnPg/4Bl0qc4"
    "xWyAlmPBa55T+rcVRfToqvl7EuzzdvdMgEOoc2OLWkQFZwngiS52wYYGnTT6LYabY85RNg"
    "cSpEk2eLTH/sNhMWOgXilsb3h1HeMI37PynBORuk6kHr1LcCmoBHxWBx8B/wr+7HaUJOOC"
    "coM/a7xNcOkQDZOVBo0oJn6yn/SDH62nt5HjHU+YQP12BW1DS+WQE5JXNp01P5knUyCGN4"
    "JJHE3eTl8stVgQBumcnbVqWVKrSHZ9o+AqLEiLCa+agPc8QJEDIDUNBKbEBhBYQhAztckc"
    "jNkZy3Yo68NjsFwAh4Axwob4/jMYc2rtvwQjIfgRciaMgCnkOQAy9iADmDgtwtrje4sIgP"
    "h7vU1A8NqYGCgn0VnSTBopsqmmyMZ0rFLnoYBAblOKbVNiI6HMWhkjlCtl5VbKKJO9ebgs"
    "iyNkksGVZnCwupabKyNEBzhfvjstMF2+O82dLXlWfLK0iA5Fm1IoD9D3nA1BlGYrkCsmr9"
    "g0bJTfB5uPc8GoaXc7l37x5BkvKStiDDWgrVkmvi0DfIpQol8efUwcRMugHhBItMujHR5Q"
    "tlGihdT7m8xr/fOPSmvY9vQoJbRpAWEDBI8jHNEoRXRIEU1QRPfT6Wr9j93PDeA9bKPJef"
    "2uwBrxOrm0h2sEz0rMVzbiGG+x3YpTyh1XpXdcEQFEceFAhEhqj0oJCVJyvzgn0my4IDYy"
    "b/AntE5NmgnoPZld26vmibHgh9/H/NRwFbXhKhBoRbse++3sFyPHXVqa/fNmS6n9eBxB6r"
    "mn0KtlSFGDvPomEaqvEiwsP/UJjoHqUNfczqTA5Wdd2Lahb8gWIkodUgTIFJisIAPM4WZt"
    "R4LR3FKOl5ibN7bY3r/MEpnu8lVFpKTxFcUXgy4XRkaqAL+eJSyV8tHKykd9phU98vvlD/"
    "C0vyMlbtiyEoegBJk8CpU/CjnQZhObhk19Vk6olaA7BOzjHf1toY7+dkNHf5upBnhqJ8/m"
    "+UD9TSl77HSpGsD9HOHr5lCYPLqfI8wxYhksxX+Sx8qKrwOHdKyM783KsDlOKdlcOTaXMF"
    "2JbEBMqhN2RlhrX8kkY34+8+gvPvWQladn8M5TLb+uX8jk6fI/ddJNiWXuCdOBCQKypFYI"
    "O6ZjZgn2ywKlunWtDwmwnco7CHag7ijfcizHYvn1jXIPt6SGvhU3HuP3EOeIUtY2QGygQ8"
    "s6BuOI1aMwzlrNEOaWWTN++Q/zq4fjcA8xDrK54dbKNh2HfTXIKsNmbLev43cex8Is2auG"
    "cPnJkgKHkFuwgLbzM+hwIzNWg40AJhNirAGFprGNlVnCNFTKRCorE+EXZjHKsLwudpaJkF"
    "dZSlJTrppquwHExwi31c4npaV2GsB/GuEB28cMlF4DeA8jrHbYxuWy17xqgOCRHYE+sl0O"
    "OwHxjxHuDj5yGvFRjaOPYdpIzxbBFGNprIJKM1XtnHWHnRZnj3hg7BgOvCT/qRpMocv5HN"
    "rrMlKxCEmVmVBZkZi82HDAp0Mp63l2bN7zHbxKC7V3or2RNhrSRqMKLHjiNhq+3BAZ1zaZ"
    "mgLilOAiXai+SXphBMW1hVu+hAhjgWxKMBB/7JsFnSmx53UAqUj4SibsmL/iRhNz7vWIfa"
    "9HSrHznWEh1/GR20OyJRcP/hYhsKAIYc3EbIV20HzhBLfhGPkLCrxUzwmTVz3wEAIWpM7P"
    "YMzdLSHMR4rnPmoOHX2msaWftZeyNBuJu8KsndMRdt1IUd+KhM7gQhia8C+XNlzMfm0DMc"
    "LdRO5jirOW1sEtWgsyiuEt0riByjHocjdR3DHUZA2mxLLIynX1xNrBYWHtGWHXaoVzlzuW"
    "Qt8XbM2kjH31lCVLniDmS43B4U/CHqT82QXVlbzEBDVhcRcL1rnsmDVLWCDS8+IGMLEi7K"
    "1rLWkSE5YIfrqUAlVUChTtNtvIDKL0VT6t1u4j+fmsnDUA+zfCl2y3O2Rf3M8RPmsPlf6n"
    "PxrAexjhq2Z/0G112Xv8p2oIIrw5ocQ2OqSoMmOrZB3iLUDa0s4Qq+YLfBJkB4H2voU+yb"
    "WoaCdP0h0E+PGu/qZQV3+zoau/SXf1iUnKdHGv+CEcyPfds22SNW3nQ+2Xl1hvcYmSzBcQ"
    "l5LWR0gk4uURR/NM70/5E3ZAcAhoJybqk0IT9cmGifokvSeZlbzuHhAcIsCF8N0AbxLdFZ"
    "pQ0yk1P0dIDgHhfU8Y0rfA/jEPxTgp0HPFNDGaA3JAefL69P3phzfvTgMxTZCySTqTdi3J"
    "pZSacOmOttBgpqkfQItZMcQPSYnJnWtkDJ98L5cBgXRyeQ8nlwkxd0KvZhGYM3sl6BI8mH"
    "LCw0K/1R2etRVw3VPO1b7qcSIYQSKTJ7EE01W29ZRmOxNsT79Spq+nCGWfv0efD/VeZXgQ"
    "p5IMuAcDErrLEpumDMpDMq54sL1TSjlZZuuUIpb2X5XeOkXUyYWVxBG9+AGNnz07v38Uu7"
    "C7zyCHqaTfYBX21b2HeE+jsAO91lhPGIeFIz/bNizZwR8A2YLmdtXq2fc1tmPvB51hu/3Y"
    "1naiO28wtPO7+902duHd4SLukSiCtj4T7t0XiCws5FvAsYQ5j/7nW8bQLI9HJaiFORzrMc"
    "vwKiD3Lr+acVM3COwlFqEJ6S0yRH3sb4l5kMIVXDdYgWul01I7l8IQb2U6M/eSIPef5Lqm"
    "XxH7VoQ9ZDWNgU6WrINw87MRZgmRiuuAEjdyoYhraHL/S1PHt1UTDeSmcdyUDdqWyRog4i"
    "4K99d+nET2lsCgL3yT1wQ6wq49n7iY6Bn7geWiLqz3poiNQdpglVprkTkjFv+VnokeN55D"
    "2AksA3nsR34NEhV3AhWPmZPtEypRKGn5lk2U7zIqXV6ayVXSTE46kNrtFQSdD1XbhGUkFl"
    "EaKa+4j7zi6Tk18ha1WjkO+GQNf1Ec4d6w0xEp3sMIt8Qt35a45OuHYfQDL2Y52E2u7o9j"
    "3snW6hJyJq/0/s7Gr3a7OjyYYKm8yO5RRHVPBU7fslXs9UqAmqKT0CahRbZNbM1zG5KGNt"
    "8YIkUoLSK2MBSUV4+fg+g5OHaX5XKMUFpmVJnHQkKxFZPjlJLLVeYyN9PmosutpuwEreR0"
    "pTn9mEGzq7YYV0J/pUcCFNxT1RKNdfDEWFFU4ZLohmU9HKQOXw/kDTXmsOBAoI/vA8jS1p"
    "HGlR73Q6wvKuotD6mT7tTZp9CfZqjwfL1qvuoucGNbRGPnOaowMYBBxJEXFEyX3I9h3GWD"
    "MPyMuGvwFEXFnTUk1H37fPWudF2sSa68YJeaMTF08l9yRxtce12pQ5M6tMpNrHu4ki2vUs"
    "qrlHsE+KGvUsq719KzwOFiLa+tPkJsrMeJ9l4x1Hcd7F1egd93v5a+d+TF9yd8eSs85G9l"
    "bhZQV/lcWGup/fPub0rvjwYIHkdYvbru9gYN4H5yZ4GdYbPNXQXyzxG+6PauGoD/TwqRHs"
    "eqLJC3bGkYeA8Dk+3sAjvK51pJTjGSBmD/Rvi82xk0zwfCus9/HOGect1WeZr3MMK/Ml6p"
    "FyIteBzhz9znI/s3wu1un/GY/68IF0tff7/vxfeKzWA7vvfO+nnGAtG0bbjO2WN6BAl0d2"
    "muXPv3dIlFcBcwWZqWY2J6zN/3n5LD5aGW6i9/JUDExMlSVeVvawICubHZwl0m1587mhcc"
    "LUMqTthZH+KcC9Qp4gQLJox6Vx05SNkvF8663XaMC2dqEubh1ZnCZuaX8fki0yhW+md4zP"
    "sO0nhzq3noqRkCyRjBz4LNwhOatxZtxe3MCqSNX+V5bqOFZW7P8Ti55HeV+S1tOqVNZxVZ"
    "sXebTrhYEPaauR/LensrxWZY0wEBn7AoSIb+3h6uZMDxQ8Tr8QyGq7l0bkbLNFhXMB3zvn"
    "hxK1fVrWt9SD1r1xbDAWY5lsNRTDdbEGtxVhaxJb5Fa+HsBnD6Bhgf+TN8HdwyRtTBN2gt"
    "Y2HthPscEsbLmyCdzJEbI49XUgerGUHCyJfe8gh3LEfPCLm3x3cLz0OiMlHX+LrdHAgNlR"
    "sZalwX1syYYFOHFhj22nUgPAphYs+hZVJkAPQTtzEEbKvHjZbz49glFkj+O/ineHkqjp20"
    "762kfa/PtG10hT5tpXW6H5udVltpAPdzhK973Qu1rWis5zdA5MsIK1dNlaWJj2roAN2RlO"
    "JOvnolIKgySyqrX5EH1ufpvbQA9Ie5MGwQFVQuqPVTcrOZ6bdUCl/KQHtP4csuzzHhVdGM"
    "Q0zsHmn+CSZxb7VYaHCX6AUFC2g77mniK5k0gKfgdB2Fei446/7RIXBKygm4A1HfA192YP"
    "AdvKNoDGx5YqjMwrDpxCCDTz+T4NPSw2TUw+TnpjoQKd7DZp+T/U/q9TVP8B6q7IXSlyBr"
    "U7LMEgbc5fAvQig9/uU4U6Sajb4ibqqwDb5RWglxEmIbsd9EHarNoZEhLcn3p5qkk9Bm+q"
    "ssI4AKCKR97xbypxnSb4WCtwzkcSqJ+xZXqpFjr7ewSIrSSVOkKpsiSXeRz4HL0l3kc+G0"
    "jC5XDS2BDHL2gEHOHkea/VmEcfqI2DI3QdCpZci0k0XqmyTbblgobeaXLmyd4xICdujVEa"
    "UifNRqhrAb+YoCbv4NeKjVOne4xyXQXEI5gZQLq3WL6LdZZjcPU+nd3vlKyaqHQ7VVQlK9"
    "XJrGMafZZmzcLbCOXDIVb+L/Th/jhqnrfcpdVqILhvjpm2XSFdrfVXR2OohlX0Ra3oLHIZ"
    "lkcOUYnNpePM462ES2qc+ylj8vZ+OqB8Mydy11+Yx94GXmuehD7yntzF9V2JaUZnp/y3dE"
    "FiGpsm6zOMTxKIJv3xZQPrFS+VEEeV4iehcbVCUQ9oofILqvC/mXfb3Bv+zrjBiNBDsoS6"
    "C8IURjSCI9FpT0WPCoi9mP/wNbUd5C"
)
