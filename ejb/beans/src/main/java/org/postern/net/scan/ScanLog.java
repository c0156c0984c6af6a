package org.postern.net.scan;

import static org.jboss.logging.Logger.Level.ERROR;
import static org.jboss.logging.Logger.Level.INFO;

import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

import java.lang.invoke.MethodHandles;

/** What is said of scanners in the log. Each message says what to do next; none holds a secret. */
@MessageLogger(projectCode = "POSTERN", length = 4)
@ValidIdRange(min = 2600, max = 2619)
public interface ScanLog {
    ScanLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), ScanLog.class, "org.postern.net.scan");

    @LogMessage(level = ERROR)
    @Message(id = 2600, value = "The scanner %s has failed five times in a row, and is left out for 30 s, then tried by one message: %s. Until it is"
            + " back, mail waits or passes as when-absent in its [[scanner]] table says. See that it runs, and that address and time-limit are right")
    void leftOut(String scanner, String reason);

    @LogMessage(level = INFO)
    @Message(id = 2601, value = "The scanner %s answers again")
    void back(String scanner);
}
