"""One writer at a time for each job."""

from services.transaction import Transaction

_LOCK = "SELECT pg_advisory_xact_lock($1, ($2::bigint % 2147483647)::integer)"
_JOBS = 0x6A6F62
"""Keeps these locks apart from other advisory locks in the database. Two jobs which share one wait for each other."""


async def lock_job(tx: Transaction, job_id: int) -> None:
    """Wait until nobody else writes to the job, and keep others waiting until the transaction ends.

    To be called before the transaction writes anything. An UPDATE, and even a row lock, takes its transaction's number
    before it has waited for an earlier writer. An advisory lock leaves that for later; since the activity log goes by
    those numbers, a job's changes then appear in the order in which they happened.
    """
    await tx.connection.execute(_LOCK, _JOBS, job_id)
