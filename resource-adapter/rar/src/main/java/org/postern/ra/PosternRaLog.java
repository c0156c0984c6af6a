package org.postern.ra;

import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

import java.lang.invoke.MethodHandles;

/** What the adapter says to the people who run it: numbers 1000 to 1999. Nothing is logged for a message at INFO or above. */
@MessageLogger(projectCode = "POSTERN", length = 4)
interface PosternRaLog extends BasicLogger {
    PosternRaLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), PosternRaLog.class, "org.postern.ra");

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 1001, value = "Listener '%s' takes SMTP sessions on %s, port %d")
    void open(String listener, String address, int port);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 1002, value = "Listener '%s' cannot listen on %s: %s. Free the port, or set another bindAddress or port; "
            + "it is tried again in %d s")
    void cannotBind(String listener, String address, String reason, long seconds);

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 1003, value = "Listener '%s' is suspended: its port answers 421 4.3.2 until the server is resumed")
    void suspended(String listener);

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 1004, value = "Listener '%s' is closed and its port is free")
    void closed(String listener);

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 1005, value = "Listener '%s' is off. Set its activation property 'port' to take mail")
    void off(String listener);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 1006, value = "Listener '%s' is not started: %s. Correct this activation property and start again")
    void wrongSettings(String listener, String reason);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 1007, value = "Listener '%s' still had %d session(s) after a drain of %d s; they were cut. Their clients keep the "
            + "mail and try again. Raise drainTimeout if this is too short for them")
    void cut(String listener, int sessions, long seconds);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 1008, value = "Listener '%s' cannot take a connection: %s. If files are used up, raise the limit of open files "
            + "of this process; it is tried again in %d s")
    void cannotAccept(String listener, String reason, long seconds);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 1009, value = "Listener '%s' refused a session of %s with 421: %s (%d refused since the start). If these are "
            + "wanted, raise the limit")
    void tooManySessions(String listener, String client, String limit, long refused);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 1010, value = "The mail receiver of listener '%s' failed at %s in session %s; the client was told to try again "
            + "later (%d failures since the start). See the cause and mend the receiver")
    void receiverFailed(String listener, String step, String session, long failures, @Cause Throwable cause);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 1011, value = "Listener '%s' has no mail receiver at hand, session %s was told 421: %s (%d times since the start). "
            + "If the server is neither starting nor stopping, look at the message-driven bean's own messages")
    void noReceiver(String listener, String session, String reason, long times);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 1012, value = "Listener '%s' is not shown in the management view: %s. Give each listener a listenerName of its "
            + "own")
    void notManaged(String listener, String reason);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 1013, value = "Content cannot be kept in spool folder %s: %s. The client was told 452. Make room or mend the "
            + "folder's permissions")
    void cannotSpool(String folder, String reason);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 1014, value = "Session %s of listener '%s' ended by an unforeseen error; the client keeps its mail. Please report "
            + "this")
    void sessionFailed(String session, String listener, @Cause Throwable cause);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 1016, value = "The search for sessions that are too slow failed; it goes on in a second. Please report this")
    void sweepFailed(@Cause Throwable cause);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 1017, value = "Listener '%s' gave up %s, but the system has not freed the port yet")
    void portNotFreed(String listener, String address);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 1018, value = "Listener '%s' closed a new connection because of an unforeseen error. Please report this")
    void connectionNotServed(String listener, @Cause Throwable cause);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 1019, value = "Listener '%s' closed a connection of %s, which is no proxy (%d since the start). If it is to be "
            + "believed what it says of its clients, add it to networks.proxies")
    void notAProxy(String listener, String client, long times);

    @LogMessage(level = Logger.Level.DEBUG)
    @Message(id = 1015, value = "Session %s of listener '%s' with %s ended: %s")
    void sessionEnded(String session, String listener, Object client, String how);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 1020, value = "What a killed server may have left in spool folder %s was not removed: %s. See who owns it")
    void spoolNotCleared(String folder, String reason);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 1021, value = "Content that was arriving had no more room in spool folder %s and was refused with 452: %s (%d times since "
            + "the start). If it is wanted, raise smtp.spool-limit, or give the folder a larger disk")
    void noRoomInSpool(String folder, String reason, long times);

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 1022, value = "With listener '%s', the limits of all listeners come to %d sessions, but this heap has room for about %d; "
            + "whoever comes when they are all taken is told 421. Give the server a heap of %d MB (./postern run --heap, or -Xmx), or lower "
            + "smtp.session-limit")
    void heapForFewer(String listener, long sessions, long room, long megabytes);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 1023, value = "The file system of spool folder %s has %d MB, but %d MB of it are to stay free: all content beyond %d octets will "
            + "be refused with 452. Give the folder a larger file system, or put it on that of the journal")
    void spoolTooSmall(String folder, long megabytes, long free, int threshold);
}
