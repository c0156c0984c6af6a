package org.postern.marks;

import static org.jboss.logging.Logger.Level.WARN;

import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

import java.lang.invoke.MethodHandles;

/** What is said in the log about marks. Each message says what to do next. */
@MessageLogger(projectCode = "POSTERN", length = 4)
@ValidIdRange(min = 2420, max = 2439)
interface MarksLog {
    MarksLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), MarksLog.class, "org.postern.marks");

    @LogMessage(level = WARN)
    @Message(id = 2420, value = "The folder %s cannot be used, so mail on its way may be delivered twice if this server is killed. See who"
            + " owns it: %s")
    void noMarks(String folder, String reason);

    @LogMessage(level = WARN)
    @Message(id = 2421, value = "It could not be noted that a message was taken, so it may be delivered twice if this server is killed now."
            + " See to the disk: %s")
    void notMarked(String reason);
}
