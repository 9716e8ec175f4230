package plimsoll.campaign;

/** A link leads nowhere any more; whoever holds something behind it destroys it now. */
public record InvitationWithdrawn(String token) {}
