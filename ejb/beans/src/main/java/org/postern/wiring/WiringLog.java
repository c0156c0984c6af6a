package org.postern.wiring;

import static org.jboss.logging.Logger.Level.ERROR;
import static org.jboss.logging.Logger.Level.INFO;
import static org.jboss.logging.Logger.Level.WARN;

import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.jboss.logging.annotations.ValidIdRange;

import java.lang.invoke.MethodHandles;

/** What the start says in the log. */
@MessageLogger(projectCode = "POSTERN", length = 4)
@ValidIdRange(min = 2200, max = 2299)
interface WiringLog {
    WiringLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), WiringLog.class, "org.postern.wiring");

    @LogMessage(level = ERROR)
    @Message(id = 2200, value = "Configuration: %s")
    void configurationProblem(String problem);

    @LogMessage(level = INFO)
    @Message(id = 2210, value = "The data folder %s was open to others of this machine, and is closed to them now")
    void folderClosed(String folder);

    @LogMessage(level = ERROR)
    @Message(id = 2211, value = "The data folder %s cannot be kept from others on this machine: %s. Mail and keys lie there: give it to the"
            + " user of this server (chown) and close it (chmod 700)")
    void folderNotKept(String folder, String reason);

    @Message(id = 2201, value = "The configuration has %d errors, each named in the log above; correct them and start again")
    IllegalStateException configurationInvalid(int problems);

    @LogMessage(level = ERROR)
    @Message(id = 2202, value = "The rule %s failed; the client was asked to come back. Report this with the cause below")
    void filterFailed(String filter, @Cause Exception failure);

    @LogMessage(level = WARN)
    @Message(id = 2203, value = "Nothing that the list %s says is believed, because %s. It is tried again by itself; see that the list still"
            + " exists and answers this server, or take it out of the configuration")
    void listBroken(String zone, String why);

    @LogMessage(level = WARN)
    @Message(id = 2209, value = "It cannot be read who is greylisted; suspicious mail goes on without. See to the database")
    void greylistUnread(@Cause RuntimeException cause);

    @LogMessage(level = ERROR)
    @Message(id = 2204, value = "A message could not be signed and goes on without; so may others, which is not said"
            + " again. Report this with the cause below")
    void signingFailed(@Cause Exception failure);
}
