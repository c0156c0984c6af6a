package org.postern.pipeline.sink;

import static org.jboss.logging.Logger.Level.INFO;
import static org.jboss.logging.Logger.Level.WARN;

import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

import java.lang.invoke.MethodHandles;

/** What the sink has to tell an operator. */
@MessageLogger(projectCode = "POSTERN", length = 4)
@ValidIdRange(min = 2800, max = 2809)
interface SinkLog {
    SinkLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), SinkLog.class, "org.postern.pipeline.sink");

    @LogMessage(level = INFO)
    @Message(id = 2800, value = "%d messages have gone from the sink, because %s is over")
    void ended(int count, String setting);

    @LogMessage(level = WARN)
    @Message(id = 2801, value = "Mail stays in the sink for longer than it should: %s. It is tried again by itself; see to the database")
    void stays(String reason);

    @LogMessage(level = WARN)
    @Message(id = 2802, value = "The sink keeps more than it should: %s. It is tried again by itself; see to the database")
    void tooMuch(String reason);
}
