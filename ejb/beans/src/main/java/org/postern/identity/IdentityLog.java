package org.postern.identity;

import static org.jboss.logging.Logger.Level.DEBUG;
import static org.jboss.logging.Logger.Level.WARN;

import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

import java.lang.invoke.MethodHandles;
import java.time.Duration;

/** What happens when clients prove who they are. Never holds a password, a token or a challenge. */
@MessageLogger(projectCode = "POSTERN", length = 4)
@ValidIdRange(min = 2300, max = 2399)
interface IdentityLog {
    IdentityLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), IdentityLog.class, "org.postern.identity");

    @LogMessage(level = WARN)
    @Message(id = 2300, value = "Nobody can be authenticated now, clients are asked to come back. See that the realm of the security"
            + " domain postern-mail can be reached")
    void realmUnavailable(@Cause Exception cause);

    @LogMessage(level = WARN)
    @Message(id = 2301, value = "%d failed authentications from the network %s, the last one as %s: locked out for up to %s. If these"
            + " are your users, see to the password of that client")
    void lockedOut(long failures, String network, String user, Duration time);

    @LogMessage(level = DEBUG)
    @Message(id = 2302, value = "An authentication that was given up was not closed properly")
    void notDisposed(@Cause Exception cause);

    @LogMessage(level = WARN)
    @Message(id = 2303, value = "Clients cannot authenticate: the server has no SASL authentication factory postern-mail. Run"
            + " postern.cli on it (docs/deploying.md)")
    void noFactory();

    @LogMessage(level = WARN)
    @Message(id = 2304, value = "The salts of users who do not exist change at the next start, by which a patient observer can tell them"
            + " from users. See that the data folder can be written, and decoy-secret in it read")
    void saltsNotKept(@Cause Exception cause);

    @LogMessage(level = DEBUG)
    @Message(id = 2305, value = "A response of %s could not be read, which counts as a failed authentication")
    void unreadable(String mechanism, @Cause Exception cause);
}
