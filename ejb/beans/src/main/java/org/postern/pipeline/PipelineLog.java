package org.postern.pipeline;

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

/** What the stages say in the log. Each message says what to do next. */
@MessageLogger(projectCode = "POSTERN", length = 4)
@ValidIdRange(min = 2000, max = 2099)
public interface PipelineLog {
    PipelineLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), PipelineLog.class, "org.postern.pipeline");

    @LogMessage(level = ERROR)
    @Message(id = 2006, value = "The content of a message cannot be read; the client was asked to come back. See to the spool folder")
    void contentUnreadable(@Cause Throwable cause);

    @Message(id = 2007, value = "The message stays in its queue and will be tried again: %s")
    IllegalStateException tryAgain(String reason, @Cause Throwable cause);

    @LogMessage(level = WARN)
    @Message(id = 2020, value = "The journal waits for the database, no event is lost meanwhile. See that the database runs and takes"
            + " connections")
    void journalWaitsForDatabase(@Cause Throwable cause);

    @LogMessage(level = INFO)
    @Message(id = 2021, value = "The journal goes on")
    void journalGoesOn();

    @LogMessage(level = WARN)
    @Message(id = 2022, value = "The journal waits for the broker. See AMQ messages in this log")
    void journalWaitsForBroker(@Cause Throwable cause);

    @LogMessage(level = WARN)
    @Message(id = 2023, value = "Parked mail that is due stays parked for now: %s. It is tried again by itself; see to the database and"
            + " the queues")
    void parkedMailStays(String reason);

    @LogMessage(level = WARN)
    @Message(id = 2024, value = "Old lines of the trace could not be forgotten: %s. It is tried again by itself")
    void traceNotPurged(String reason);

    @LogMessage(level = WARN)
    @Message(id = 2025, value = "It cannot be read which destinations are paused or limited: %s. What was known stays in force, and it is"
            + " tried again by itself; see to the database")
    void controlsUnread(String reason);

    @LogMessage(level = WARN)
    @Message(id = 2026, value = "The results of TLS sessions stay in memory for now: %s. It is tried again by itself; see to the database")
    void tlsCountsWait(String reason);

    @LogMessage(level = WARN)
    @Message(id = 2027, value = "MTA-STS policies could not be refreshed: %s. Those that are known stay in force until their time is over; see"
            + " to the database")
    void policiesNotRefreshed(String reason);

    @LogMessage(level = WARN)
    @Message(id = 2028, value = "Routes and aliases of the database cannot be read: %s. What was known stays in force, and it is tried"
            + " again by itself; see to the database")
    void routesUnread(String reason);

    @LogMessage(level = WARN)
    @Message(id = 2029, value = "Left out, because it cannot be understood: %s. Correct or delete it")
    void routeLeftOut(String problem);

    @LogMessage(level = WARN)
    @Message(id = 2030, value = "The database does not take mail that has to wait, so the broker holds it meanwhile: %s. See that the"
            + " database runs and takes connections")
    void notParked(String reason);

    @LogMessage(level = WARN)
    @Message(id = 2031, value = "%d events of a delivery are missing in the trace, because the queues did not take them: %s")
    void storyLost(int count, String reason);

    @LogMessage(level = INFO)
    @Message(id = 2032, value = "The attempt to deliver %s was cut short because the gateway stops; it is tried again later")
    void attemptCutShort(String queueId);

    @LogMessage(level = WARN)
    @Message(id = 2033, value = "Nobody reads mail for the postmaster of this gateway, which must be taken from everybody. It waits for two"
            + " weeks and is then given up. Make an alias postmaster, or set gateway.postmaster")
    void postmasterUnread();

    @LogMessage(level = WARN)
    @Message(id = 2036, value = "It cannot be read whom people allow and block: %s. What was known stays in force, and it is tried again by"
            + " itself; see to the database")
    void entriesUnread(String reason);

    @LogMessage(level = WARN)
    @Message(id = 2037, value = "How often entries were met stays in memory for now: %s. It is tried again by itself; see to the database")
    void hitsWait(String reason);

    @LogMessage(level = WARN)
    @Message(id = 2049, value = "Rules cannot be read: %s. What was known stays in force, and it is tried again by itself; see to the"
            + " database")
    void rulesUnread(String reason);

    @LogMessage(level = WARN)
    @Message(id = 2050, value = "A rule is left out: %s. Correct it with ./postern rule, or in the file")
    void ruleLeftOut(String problem);

    @LogMessage(level = WARN)
    @Message(id = 2051, value = "How often rules were met stays in memory for now: %s. It is tried again by itself; see to the database")
    void ruleHitsWait(String reason);

    @LogMessage(level = WARN)
    @Message(id = 2048, value = "Who is greylisted could not be forgotten: %s. It is tried again by itself; see to the database")
    void greylistNotPurged(String reason);

    @LogMessage(level = WARN)
    @Message(id = 2034, value = "The keys that sign mail cannot be read: %s. What was known stays in force, and it is tried again by"
            + " itself; see to the database and to the seal of keys in the data folder")
    void keysUnread(String reason);

    @LogMessage(level = WARN)
    @Message(id = 2035, value = "Mail goes unsigned, or with one signature less: %s. Copy the seal of keys from the node that made them"
            + " (docs/operations.md), or make others")
    void keyNotOpened(String problem);

    @LogMessage(level = WARN)
    @Message(id = 2038, value = "What was taught could not be learnt: %s. Mail is judged as before, and it is tried again by itself; see to"
            + " the database, and to --heap, which is to be 768m or more")
    void nothingLearnt(String reason);

    @LogMessage(level = WARN)
    @Message(id = 2052, value = "What DMARC came to stays in memory for now: %s. It is tried again by itself; see to the database")
    void dmarcCountsWait(String reason);

    @LogMessage(level = WARN)
    @Message(id = 2053, value = "Reports to other domains wait: %s. It is tried again by itself; see to the database")
    void reportsWait(String reason);

    @LogMessage(level = INFO)
    @Message(id = 2060, value = "%d messages in quarantine were dropped, because nobody has let them out in the time that %s gives; each story"
            + " tells it")
    void quarantineEnded(int count, String setting);

    @LogMessage(level = WARN)
    @Message(id = 2061, value = "Not all recipients could be told what waits in quarantine: %s. The rest are told as soon as it is possible;"
            + " see to the database and the broker")
    void digestsNotWritten(String reason);

    @LogMessage(level = WARN)
    @Message(id = 2062, value = "%s was not told what waits in quarantine, since that failed again and again: %s. The others are; what this"
            + " one would have been told of is in the console, and in no later letter")
    void digestPassedOver(String recipient, String reason);

    @LogMessage(level = WARN)
    @Message(id = 2090, value = "The figures of mail that came and went stay in memory for now: %s. It is tried again by itself; see to the database")
    void flowWaits(String reason);

    @LogMessage(level = WARN)
    @Message(id = 2093, value = "Settings that people keep cannot be read: %s. What was known stays in force, and it is tried again by itself;"
            + " see to the database")
    void settingsUnread(String reason);

    @LogMessage(level = WARN)
    @Message(id = 2095, value = "The disk has had little room for so long that the %d oldest stories of messages were forgotten before %s says so: make room"
            + " where the database lies, or let it say less")
    void forgottenEarly(int count, String setting);

    @LogMessage(level = WARN)
    @Message(id = 2094, value = "A setting that people keep does not count: %s. Correct or delete it on the page Settings")
    void settingLeftOut(String problem);
}
