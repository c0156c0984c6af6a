package org.postern.routing;

import org.postern.mail.Mailbox;
import org.postern.mail.Recipient;

import java.util.Optional;

/**
 * Where the aliases of a recipient end.
 *
 * @param recipient for whom there is no alias any more
 * @param owner the owner of the innermost list on the way there, who is told of failures instead of the sender
 */
record Leaf(Recipient recipient, Optional<Mailbox> owner) {}
