package org.postern.pipeline.sink;

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

    @LogMessage(level = WARN)
    @Message(id = 2802, value = "The sink keeps more than it should: %s. It is tried again by itself; see to the database")
    void tooMuch(String reason);
}
