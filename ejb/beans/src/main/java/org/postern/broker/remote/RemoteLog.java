package org.postern.broker.remote;

import static org.jboss.logging.Logger.Level.INFO;
import static org.jboss.logging.Logger.Level.WARN;

import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

import java.lang.invoke.MethodHandles;

/** What brokers elsewhere have to say to an operator. */
@MessageLogger(projectCode = "POSTERN", length = 4)
@ValidIdRange(min = 2820, max = 2829)
interface RemoteLog extends BasicLogger {
    RemoteLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), RemoteLog.class, "org.postern.broker");

    @LogMessage(level = INFO)
    @Message(id = 2820, value = "%d messages came from the queue %s, as it was called before, to %s")
    void cameOver(long messages, String former, String now);

    @LogMessage(level = WARN)
    @Message(id = 2821, value = "The broker has a queue %s with %d messages and %d consumers. The gateway hands mail over to %s now: let the application read there, and"
            + " move what lies in the former one by the broker's own console")
    void formerQueue(String former, long messages, long consumers, String now);
}
