package org.postern.pipeline.letters;

import static org.jboss.logging.Logger.Level.WARN;

import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

import java.lang.invoke.MethodHandles;

/** What is said in the log of mail about mail. */
@MessageLogger(projectCode = "POSTERN", length = 4)
@ValidIdRange(min = 2750, max = 2759)
interface LettersLog {
    LettersLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), LettersLog.class, "org.postern.pipeline.letters");

    @LogMessage(level = WARN)
    @Message(id = 2750, value = "The application that handed in %s is not told of bounces that come later, and the mail goes on: %s. See that the database answers")
    void returnsNotAwaited(String queueId, String reason);
}
