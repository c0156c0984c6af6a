package org.postern.contents;

import static org.jboss.logging.Logger.Level.INFO;
import static org.jboss.logging.Logger.Level.WARN;

import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

import java.lang.invoke.MethodHandles;

/** What is said in the log about the files of large content. Each message says what to do next. */
@MessageLogger(projectCode = "POSTERN", length = 4)
@ValidIdRange(min = 2400, max = 2419)
interface ContentsLog {
    ContentsLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), ContentsLog.class,
            "org.postern.pipeline.contents");

    @LogMessage(level = WARN)
    @Message(id = 2400, value = "The file %s in the folder content is not needed any more and could not be removed; it will be tried"
            + " again after the next start: %s")
    void cannotRemove(String name, String reason);

    @LogMessage(level = INFO)
    @Message(id = 2401, value = "%d files that the last run had left in the folder content were removed: no message refers to them")
    void swept(int count);

    @LogMessage(level = INFO)
    @Message(id = 2402, value = "%d files in the folder content were there at the start, and no message was seen that refers to them. They stay until"
            + " that is certain, for which the stores must be well and no queue of the gateway hold more than 200,000 messages; nothing"
            + " needs to be done, but never remove them by hand")
    void stillThere(int count);

    @LogMessage(level = WARN)
    @Message(id = 2403, value = "The folder content could not be read. See who owns it: %s")
    void cannotLook(String reason);
}
