package org.postern.web.api;

import static org.jboss.logging.Logger.Level.ERROR;

import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

import java.lang.invoke.MethodHandles;

/** What the API says in the log. Each message says what to do next. */
@MessageLogger(projectCode = "POSTERN", length = 4)
@ValidIdRange(min = 2120, max = 2124)
interface ApiLog {
    ApiLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), ApiLog.class, "org.postern.web.api");

    @LogMessage(level = ERROR)
    @Message(id = 2120, value = "%s %s failed, and the program was told 500. This is a fault of the gateway; report it with what follows")
    void failed(String method, String path, @Cause Throwable cause);
}
