"""What becomes of the rows of a batch, decided one after the other, each given what became of those before it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from models import ImportOutcome
from services.errors import ErrorCode, Problem
from services.imports.candidates import Candidate, Manner
from services.imports.drafts import LeadDraft, united_tags
from services.imports.fields import ImportField
from services.imports.recognition import Register
from services.leads.values import MOST_TAGS

_TAKEN = {
    ImportField.EMAIL: "Another lead of the campaign has this e-mail address.",
    ImportField.EXTERNAL_ID: "Another lead of the campaign has this id.",
}


@dataclass(frozen=True, slots=True)
class Decision:
    """What becomes of a row. The draft's lead may have no id yet; a REJECTED row has problems instead."""

    outcome: ImportOutcome
    draft: LeadDraft | None = None
    problems: tuple[Problem, ...] = ()


@dataclass(slots=True)
class Decider:
    """Decides on rows, and keeps the leads which they touch."""

    manner: Manner
    register: Register
    touched: dict[LeadDraft, None] = field(default_factory=dict)

    def decide(self, candidates: Iterable[Candidate]) -> Sequence[Decision]:
        """A decision for each row, in their order."""
        return [self._decide(candidate) for candidate in candidates]

    def _decide(self, candidate: Candidate) -> Decision:
        if candidate.problems:
            return Decision(ImportOutcome.REJECTED, problems=candidate.problems)
        draft = self.register.recognise(candidate, self.manner)
        if suppressing := self.register.suppressing(candidate, draft):
            about, why = suppressing
            return self._rejected(about, ErrorCode.SUPPRESSED, f"The person is suppressed: {why}.")
        if taken := self.register.taken(candidate, draft):
            return self._rejected(taken, ErrorCode.TAKEN, _TAKEN[taken])
        tags = united_tags(draft.values["tags"] if draft else (), (*candidate.tags, *self.manner.tags))
        if len(tags) > MOST_TAGS:
            return self._rejected(ImportField.TAGS, ErrorCode.TOO_MANY, f"A lead has at most {MOST_TAGS} tags.")
        if draft is None and "name" not in candidate.values:
            return self._rejected(ImportField.NAME, ErrorCode.REQUIRED, "A new lead must have a name.")
        return self._carry_out(candidate, draft, tags)

    def _carry_out(self, candidate: Candidate, draft: LeadDraft | None, tags: list[str]) -> Decision:
        values = {**candidate.values, "tags": tags}
        if candidate.do_not_contact:
            values["do_not_contact"] = True
        if self.manner.owner is not None and "owner" not in values and (draft is None or draft.values["owner"] is None):
            values["owner"] = self.manner.owner
        if draft is None:
            draft, former_email = LeadDraft.new(values, candidate.stage), None
            outcome = ImportOutcome.CREATED
        else:
            former_email = draft.values["email"]
            outcome = ImportOutcome.UPDATED if draft.take(values) else ImportOutcome.UNCHANGED
        self.register.enter(candidate, draft, former_email)
        if outcome is not ImportOutcome.UNCHANGED:
            self.touched[draft] = None
        return Decision(outcome, draft)

    def _rejected(self, about: ImportField, code: ErrorCode, message: str) -> Decision:
        problem = Problem((self.manner.column_of(about),), code, message)
        return Decision(ImportOutcome.REJECTED, problems=(problem,))
