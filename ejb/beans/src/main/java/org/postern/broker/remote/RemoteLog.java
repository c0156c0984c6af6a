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
    @Message(id = 2822, value = "What lies in the queue %s, as it was called before, has not come to %s yet and is tried again: %s. See what the account of the gateway may"
            + " manage at the broker")
    void notComeOver(String former, String now, String reason);

    @LogMessage(level = WARN)
    @Message(id = 2823, value = "The broker %s does not say how it does: %s. See that it runs, that it is reached, and that the account of the gateway may log in and manage there;"
            + " a backup that waits is meant to be silent")
    void brokerSilent(String host, String reason);

    @LogMessage(level = INFO)
    @Message(id = 2824, value = "The broker %s says how it does")
    void brokerAnswers(String host);

    @LogMessage(level = WARN)
    @Message(id = 2821, value = "The broker has a queue %s with %d messages and %d consumers. The gateway hands mail over to %s now: let the application read there, and"
            + " move what lies in the former one by the broker's own console")
    void formerQueue(String former, long messages, long consumers, String now);
}
