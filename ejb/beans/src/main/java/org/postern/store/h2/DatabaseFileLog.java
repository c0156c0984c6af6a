package org.postern.store.h2;

import static org.jboss.logging.Logger.Level.INFO;
import static org.jboss.logging.Logger.Level.WARN;

import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

import java.lang.invoke.MethodHandles;

/** What the log says of H2's file. */
@MessageLogger(projectCode = "POSTERN", length = 4)
@ValidIdRange(min = 2790, max = 2799)
interface DatabaseFileLog {
    DatabaseFileLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), DatabaseFileLog.class,
            "org.postern.store.h2");

    @LogMessage(level = INFO)
    @Message(id = 2790, value = "The database's file has %d MB and its disk only %d MB more, so it is made smaller while mail goes on")
    void crowded(long file, long room);

    @LogMessage(level = WARN)
    @Message(id = 2791, value = "The database's file is not made smaller: %s. It may fill its disk; see that there is room where it lies")
    void notCompacted(String reason);
}
