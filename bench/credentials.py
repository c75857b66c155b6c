"""The credentials of whoever measures; peers, which ask for none, are sent them too."""

TOKEN = "for-measuring-and-of-no-use-to-anybody"
AUTHORIZATION = {"authorization": f"Bearer {TOKEN}"}
ENVIRONMENT = {
    "CAM_ADMIN_TOKEN": TOKEN,
    # One client stands for many here: its points are counted, and last.
    "CAM_COST_BUCKET": "1000000000000",
    "CAM_COST_RESTORED": "1000000000000",
}
"""Settings of a server which is measured."""
