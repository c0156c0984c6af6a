package org.postern.net;

import static org.jboss.logging.Logger.Level.ERROR;
import static org.jboss.logging.Logger.Level.INFO;

import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

import java.lang.invoke.MethodHandles;

/** What the network of the sending side says in the log. Each message says what to do next; none holds a secret. */
@MessageLogger(projectCode = "POSTERN", length = 4)
@ValidIdRange(min = 2500, max = 2599)
public interface NetLog {
    NetLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), NetLog.class, "org.postern.net");

    @LogMessage(level = ERROR)
    @Message(id = 2500, value = "No login to %s: %s. All mail for it waits and is tried again. See that user, secret and mechanisms in its"
            + " [[login]] table are those that the server wants, and that its certificate proves its name")
    void loginFailed(String server, String reason);

    @LogMessage(level = INFO)
    @Message(id = 2501, value = "The DNS servers hand on DNSSEC: DANE is at work for destinations whose zones are signed (delivery.dane)")
    void daneAtWork();

    @LogMessage(level = INFO)
    @Message(id = 2502, value = "DANE is not at work, for the DNS servers do not prove the keys of the root: %s. Name a resolver in gateway.dns"
            + " that hands on DNSSEC, or set delivery.dane to off. It is tried again every five minutes")
    void daneNotAtWork(String reason);

    @LogMessage(level = ERROR)
    @Message(id = 2503, value = "Idle sessions with other servers were not looked at: %s. It is tried again each second; if this comes often,"
            + " report it with the lines that follow")
    void sessionsNotSwept(@Cause Throwable fault, String what);
}
