"""Giving API tokens out, and revoking them."""

import secrets

import strawberry

import models
import pushdown
from models import Role
from resolvers.access.requiring import requires
from resolvers.context import OperationInfo, act
from resolvers.ids import row_key
from resolvers.user_errors import Payload, mutation, payload
from services.access.tokens import TokenDraft, create_token, revoke_token


@strawberry.input(description="Who is to be let in, and for what.")
class CreateApiTokenInput:
    """Input of `createApiToken`."""

    name: str = strawberry.field(description="Whose it is, or what for; 1 to 200 characters.")
    role: Role = strawberry.field(description="What it is good for.")
    days: int | None = strawberry.field(
        default=None, description="How many days it lasts, 1 to 3,650; null for as long as it is not revoked."
    )

    def draft(self) -> TokenDraft:
        """The token as the service takes it."""
        return TokenDraft(self.name, self.role, self.days)


@strawberry.input(description="Which API token to revoke.")
class RevokeApiTokenInput:
    """Input of `revokeApiToken`."""

    id: strawberry.ID = strawberry.field(description="The API token.")


@payload
class CreateApiTokenPayload(Payload):
    """What `createApiToken` answers."""

    secret: str | None = strawberry.field(
        default=None, description="The secret, told now and never again; null where the input was refused."
    )
    api_token: int | None = pushdown.reference(models.ApiToken, "The new token; null where the input was refused.")


@payload
class RevokeApiTokenPayload(Payload):
    """What `revokeApiToken` answers."""

    api_token: int | None = pushdown.reference(models.ApiToken, "The token; null where there is none.")


@requires(Role.ADMIN)
@strawberry.type
class AccessMutations:
    """Fields of `Mutation`."""

    @mutation("Make an API token. Its secret is in the answer, and is told only there.")
    async def create_api_token(self, info: OperationInfo, input: CreateApiTokenInput) -> CreateApiTokenPayload:
        made = await create_token(input.draft(), act(info), secrets.token_bytes)
        return CreateApiTokenPayload(secret=made.secret, api_token=made.id)

    @mutation("Revoke an API token: it lets nobody in any more, and sockets it opened are closed within seconds.")
    async def revoke_api_token(self, info: OperationInfo, input: RevokeApiTokenInput) -> RevokeApiTokenPayload:
        token_id = row_key(input.id, "ApiToken")
        await revoke_token(token_id, act(info))
        return RevokeApiTokenPayload(api_token=token_id)
