package org.postern.question;

import static org.jboss.logging.Logger.Level.INFO;
import static org.jboss.logging.Logger.Level.WARN;

import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

import java.lang.invoke.MethodHandles;

/** What is said in the log of questions to applications. */
@MessageLogger(projectCode = "POSTERN", length = 4)
@ValidIdRange(min = 2760, max = 2769)
interface QuestionLog {
    QuestionLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), QuestionLog.class, "org.postern.question");

    @LogMessage(level = WARN)
    @Message(id = 2760, value = "No application can be asked, mail about which one has to be asked is put off: %s")
    void notAsked(Throwable why);

    @LogMessage(level = INFO)
    @Message(id = 2761, value = "Applications can be asked again")
    void askedAgain();
}
