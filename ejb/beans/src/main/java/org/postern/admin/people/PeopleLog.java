package org.postern.admin.people;

import static org.jboss.logging.Logger.Level.WARN;

import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;
import org.jboss.logging.Logger;

import java.lang.invoke.MethodHandles;
import java.time.Duration;

/** What is said in the log of those who come in. Each message says what to do next. */
@MessageLogger(projectCode = "POSTERN", length = 4)
@ValidIdRange(min = 2700, max = 2709)
public interface PeopleLog {
    PeopleLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), PeopleLog.class, "org.postern.admin.people");

    @LogMessage(level = WARN)
    @Message(id = 2700, value = "A login to the console failed again, from %s, for the name \"%s\"; from there, or for this name, nobody new gets in"
            + " for %s. Where it goes on, keep that network out before the console")
    void guessed(String network, String name, Duration wait);

    @LogMessage(level = WARN)
    @Message(id = 2701, value = "That people are at work in the console is not noted for other nodes: %s. See to the database")
    void notNoted(String problem);

    @LogMessage(level = WARN)
    @Message(id = 2702, value = "Nobody can log in to the console: %s. See to the database")
    void notJudged(String problem);
}
