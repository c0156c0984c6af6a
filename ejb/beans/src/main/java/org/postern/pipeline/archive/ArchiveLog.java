package org.postern.pipeline.archive;

import static org.jboss.logging.Logger.Level.INFO;
import static org.jboss.logging.Logger.Level.WARN;

import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

import java.lang.invoke.MethodHandles;

/** What the archive has to tell an operator. */
@MessageLogger(projectCode = "POSTERN", length = 4)
@ValidIdRange(min = 2810, max = 2819)
interface ArchiveLog {
    ArchiveLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), ArchiveLog.class, "org.postern.pipeline.archive");

    @LogMessage(level = INFO)
    @Message(id = 2810, value = "%d messages have gone from %s, because their time is over")
    void ended(int count, String place);

    @LogMessage(level = WARN)
    @Message(id = 2811, value = "Mail stays in the archive for longer than it should: %s. It is tried again by itself; see to the database")
    void stays(String reason);

    @LogMessage(level = WARN)
    @Message(id = 2812, value = "The archive keeps more of %s than it should: %s. It is tried again by itself; see to the database")
    void tooMuch(String place, String reason);
}
