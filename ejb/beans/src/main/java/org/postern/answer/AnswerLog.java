package org.postern.answer;

import static org.jboss.logging.Logger.Level.WARN;

import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

import java.lang.invoke.MethodHandles;

/** What is said in the log of answers to applications. */
@MessageLogger(projectCode = "POSTERN", length = 4)
@ValidIdRange(min = 2740, max = 2749)
interface AnswerLog {
    AnswerLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), AnswerLog.class, "org.postern.answer");

    @LogMessage(level = WARN)
    @Message(id = 2740, value = "Whoever handed in at %s is not told what became of it, because its JMSReplyTo %s. Said once; see docs/applications.md")
    void notAnswered(String queue, String why);
}
