package org.postern.broker;

import static org.jboss.logging.Logger.Level.DEBUG;
import static org.jboss.logging.Logger.Level.ERROR;
import static org.jboss.logging.Logger.Level.INFO;
import static org.jboss.logging.Logger.Level.WARN;

import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

import java.lang.invoke.MethodHandles;

/** What the queues, and those who watch them, say in the log. Each message says what to do next. */
@MessageLogger(projectCode = "POSTERN", length = 4)
@ValidIdRange(min = 2100, max = 2199)
interface QueuesLog {
    QueuesLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), QueuesLog.class, "org.postern.pipeline.queues");

    @LogMessage(level = DEBUG)
    @Message(id = 2100, value = "%d events wait to be told again, the broker did not take them: %s")
    void eventsNotTold(int count, String reason);

    @LogMessage(level = INFO)
    @Message(id = 2101, value = "All stores are well, mail is taken")
    void takingMail();

    @LogMessage(level = WARN)
    @Message(id = 2112, value = "The disk has little room left. Mail goes on, but bulk mail and the stories of new mail wait in their queues until H2 has"
            + " given back what it does not need, or there is room where the database lies")
    void storiesWait();

    @LogMessage(level = INFO)
    @Message(id = 2113, value = "The disk has room again; bulk mail goes on, and the stories of new mail are told")
    void storiesGoOn();

    @LogMessage(level = WARN)
    @Message(id = 2102, value = "No mail is taken, clients are asked to come back later. At fault: %s. BROKER: see AMQ messages in this"
            + " log; DATABASE: see that it runs and takes connections; DISK and DISK_FULL: make room where the journal"
            + " lies; at DISK_FULL mail does not leave either")
    void notTakingMail(String faults);

    @LogMessage(level = WARN)
    @Message(id = 2103, value = "The queues refuse mail, clients are asked to come back later: %s. If an address is full, see what"
            + " holds its consumers up")
    void queuesRefuse(String reason);

    @LogMessage(level = INFO)
    @Message(id = 2104, value = "The queues take mail again")
    void queuesTake();

    @LogMessage(level = ERROR)
    @Message(id = 2105, value = "A message from %s cannot be understood and was put into postern.dead: %s. Correct the sender")
    void buried(String queue, String reason);

    @LogMessage(level = WARN)
    @Message(id = 2114, value = "Whoever handed in what went into postern.dead could not be told: %s. See that the place for answers exists and has room")
    void notTold(String reason);

    @LogMessage(level = WARN)
    @Message(id = 2115, value = "Applications could not be told %d outcomes, those since the last such line, of what they have handed in, and the mail goes on: %s. See that the place for answers"
            + " exists and has room")
    void outcomesNotTold(long count, String reason);

    @LogMessage(level = WARN)
    @Message(id = 2107, value = "Whether the broker is the one of this server could not be found out, so large mail goes through it as a"
            + " whole, as to a broker elsewhere: %s")
    void brokerNotKnown(String reason);

    @LogMessage(level = WARN)
    @Message(id = 2108, value = "A message in postern.dead refers to a file in the folder content and could not be given it; it will be"
            + " tried again. Until then, keep the file: %s")
    void notCompleted(String reason);

    @LogMessage(level = WARN)
    @Message(id = 2109, value = "What nobody needs any more at %s was not removed; the next start will try again. See who owns it: %s")
    void spoolNotCleared(String place, String reason);

    @LogMessage(level = ERROR)
    @Message(id = 2110, value = "A turn of looking after the folder content failed, the next one is due: %s")
    void turnFailed(@Cause Throwable fault, String what);

    @LogMessage(level = ERROR)
    @Message(id = 2111, value = "A turn of %s failed, the next one is due: %s")
    void lookFailed(@Cause Throwable fault, String duty, String what);
}
