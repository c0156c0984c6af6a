package org.postern.pipeline.node;

import static org.jboss.logging.Logger.Level.ERROR;
import static org.jboss.logging.Logger.Level.INFO;
import static org.jboss.logging.Logger.Level.WARN;

import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

import java.lang.invoke.MethodHandles;

/** What is said of the name of this gateway. */
@MessageLogger(projectCode = "POSTERN", length = 4)
@ValidIdRange(min = 2830, max = 2839)
interface NodeLog {
    NodeLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), NodeLog.class, "org.postern.pipeline");

    @LogMessage(level = ERROR)
    @Message(id = 2830, value = "Another gateway on this database has the name %s: that on %s, started at %s. No mail is taken here until it has ended. Give each a name of"
            + " its own (the setting node) and a data folder of its own, and start this one again")
    void nameTaken(String name, String host, String since);

    @LogMessage(level = INFO)
    @Message(id = 2831, value = "The name %s is this gateway's now")
    void nameFree(String name);

    @LogMessage(level = WARN)
    @Message(id = 2832, value = "It could not be noted that this gateway runs, so that another one could have its name: %s. See to the database, and to the data folder")
    void notEntered(String reason);
}
