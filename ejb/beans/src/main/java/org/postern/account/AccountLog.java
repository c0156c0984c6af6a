package org.postern.account;

import static org.jboss.logging.Logger.Level.INFO;
import static org.jboss.logging.Logger.Level.WARN;

import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

import java.lang.invoke.MethodHandles;

/** What is said in the log of accounts of applications. */
@MessageLogger(projectCode = "POSTERN", length = 4)
@ValidIdRange(min = 2780, max = 2789)
interface AccountLog {
    AccountLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), AccountLog.class, "org.postern.account");

    @LogMessage(level = WARN)
    @Message(id = 2780, value = "It cannot be read what accounts of applications may do: %s. What was known stays in force, and it is tried again by itself; see"
            + " to the database")
    void accountsUnread(String reason);

    @LogMessage(level = WARN)
    @Message(id = 2781, value = "The broker cannot be had to say which account hands mail in: %s. It is tried again by itself")
    void notMarked(String reason);

    @LogMessage(level = WARN)
    @Message(id = 2783, value = "The account %s hands in more than the %d messages a minute that it may, and an hour's worth of it waits: what is more is refused. Said"
            + " once a minute at most")
    void tooMuch(String account, int perMinute);

    @LogMessage(level = WARN)
    @Message(id = 2784, value = "Applications cannot come in by TLS: %s. It is tried again by itself; see to applications.bind and applications.port")
    void notOpened(String reason);

    @LogMessage(level = INFO)
    @Message(id = 2782, value = "The broker takes connections of applications from now on, at %s")
    void opened(String door);
}
