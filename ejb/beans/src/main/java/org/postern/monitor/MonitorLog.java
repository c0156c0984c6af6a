package org.postern.monitor;

import static org.jboss.logging.Logger.Level.INFO;
import static org.jboss.logging.Logger.Level.WARN;

import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

import java.lang.invoke.MethodHandles;

/** What is said in the log of the port of health and figures. */
@MessageLogger(projectCode = "POSTERN", length = 4)
@ValidIdRange(min = 2840, max = 2849)
interface MonitorLog {
    MonitorLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), MonitorLog.class, "org.postern.monitor");

    @LogMessage(level = INFO)
    @Message(id = 2840, value = "Health and figures are told from now on, at %s")
    void opened(String door);

    @LogMessage(level = WARN)
    @Message(id = 2841, value = "Health and figures cannot be told: %s. It is tried again by itself; see to metrics.bind and metrics.port")
    void notOpened(String reason);

    @LogMessage(level = WARN)
    @Message(id = 2842, value = "%s could not be told")
    void notTold(String page, @Cause Exception failure);
}
