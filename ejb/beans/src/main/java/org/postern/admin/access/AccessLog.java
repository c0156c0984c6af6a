package org.postern.admin.access;

import static org.jboss.logging.Logger.Level.ERROR;

import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

import java.lang.invoke.MethodHandles;

/** What is said in the log of what people do. Each message says what to do next. */
@MessageLogger(projectCode = "POSTERN", length = 4)
@ValidIdRange(min = 2720, max = 2739)
public interface AccessLog {
    AccessLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), AccessLog.class, "org.postern.admin.access");

    @LogMessage(level = ERROR)
    @Message(id = 2720, value = "The audit log says that %s has begun something (%s), and could not be told what came of it, which is this: %s. The"
            + " reason: %s. See to the database")
    void leftOpen(String person, String act, String thing, String reason);
}
