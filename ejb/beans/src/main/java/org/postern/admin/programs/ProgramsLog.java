package org.postern.admin.programs;

import static org.jboss.logging.Logger.Level.WARN;

import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;
import org.jboss.logging.Logger;

import java.lang.invoke.MethodHandles;
import java.time.Duration;

/** What is said in the log of programs that come in. Each message says what to do next. */
@MessageLogger(projectCode = "POSTERN", length = 4)
@ValidIdRange(min = 2710, max = 2714)
public interface ProgramsLog {
    ProgramsLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), ProgramsLog.class,
            "org.postern.admin.programs");

    @LogMessage(level = WARN)
    @Message(id = 2710, value = "Somebody sent wrong tokens to the API again, from %s; from there no other wrong token is looked at for %s. Give the"
            + " program a token that is good; where it is no program of yours, keep that network out before the console")
    void wrongTokens(String network, Duration wait);
}
