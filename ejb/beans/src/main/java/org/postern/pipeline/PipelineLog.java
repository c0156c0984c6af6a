package org.postern.pipeline;

import static org.jboss.logging.Logger.Level.DEBUG;

import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

import java.lang.invoke.MethodHandles;

/** What the stages say in the log. Each message says what to do next. */
@MessageLogger(projectCode = "POSTERN", length = 4)
@ValidIdRange(min = 2000, max = 2199)
interface PipelineLog {
    PipelineLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), PipelineLog.class, "org.postern.pipeline");

    @LogMessage(level = DEBUG)
    @Message(id = 2000, value = "%d events were lost, the broker did not take them: %s")
    void eventsNotTold(int count, String reason);
}
