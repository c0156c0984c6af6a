package org.postern.client;

/**
 * The names of the properties that mail and events have as JMS messages. What they hold, of which type, since which version and set by whom says
 * the table in {@code docs/applications/properties.md}. Constants, so that selectors and annotations may be made of them.
 *
 * <p>Later versions add properties and change none. Others that begin with {@code postern_} are the gateway's own and may go.
 */
public final class PropertyNames {
    /** The version of the contract that is told here. */
    public static final int CONTRACT_VERSION = 1;

    /** Which version of the contract the gateway kept to; absent in what applications hand in. */
    public static final String CONTRACT = "postern_contract";
    /** The name of the message in the log, in the 250 and in the console. */
    public static final String QUEUE_ID = "postern_queueId";
    /** All of the envelope, as SMTP commands. */
    public static final String ENVELOPE = "postern_envelope";
    /** The address of the sender; empty for the null reverse-path. */
    public static final String REVERSE_PATH = "postern_reversePath";
    /** The first recipient. */
    public static final String RECIPIENT = "postern_recipient";
    /** How many recipients there are. */
    public static final String RECIPIENT_COUNT = "postern_recipientCount";
    /** Octets of the content. */
    public static final String SIZE = "postern_size";
    /** When the gateway took it, in milliseconds since 1970. */
    public static final String ARRIVED = "postern_arrived";
    /** When it is of no use any more, in milliseconds since 1970; absent where nobody said so. */
    public static final String EXPIRES = "postern_expires";
    /** Whether a person had it handed over once more, out of the archive; absent where nobody did. */
    public static final String REPLAYED = "postern_replayed";
    /** In which lane it goes out; absent for the ordinary one. */
    public static final String LANE = "postern_lane";

    /** The address of the client that handed it in by SMTP. */
    public static final String CLIENT_ADDRESS = "postern_clientAddress";
    /** The client's name in the DNS, if that leads back to its address. */
    public static final String CLIENT_NAME = "postern_clientName";
    /** What the client called itself. */
    public static final String HELO = "postern_helo";
    /** Protocol and cipher suite; absent where it came without TLS. */
    public static final String TLS = "postern_tls";
    /** Who the client has proved to be; absent where it was asked for nothing. */
    public static final String USER = "postern_user";
    /** The listener that it came to. */
    public static final String LISTENER = "postern_listener";

    /** What was found about it, a JSON object; absent where nothing was. */
    public static final String ASSESSMENT = "postern_assessment";
    /** What was done with it because of that, in a word; absent where nobody has judged it. */
    public static final String VERDICT = "postern_verdict";
    /** What stands against it, as a number; absent with the verdict. */
    public static final String SCORE = "postern_score";
    /** What SPF came to, in the words of RFC 8601; absent with the verdict. */
    public static final String SPF = "postern_spf";
    /** What DKIM came to, in the words of RFC 8601; absent with the verdict. */
    public static final String DKIM = "postern_dkim";
    /** What DMARC came to, in the words of RFC 8601; absent with the verdict. */
    public static final String DMARC = "postern_dmarc";
    /** What ARC came to, in the words of RFC 8601; absent with the verdict. */
    public static final String ARC = "postern_arc";

    /** Of which kinds of events an application wants to hear; absent for the usual ones. */
    public static final String EVENTS = "postern_events";
    /** The queue where an application wants answers to what it hands in; absent where it wants none. */
    public static final String REPLIES = "postern_replies";
    /** From when on no answers are taken any more, in milliseconds since 1970; absent for the longest time that the gateway allows. */
    public static final String REPLIES_UNTIL = "postern_repliesUntil";
    /** What kind of answer it is, in a word; absent where it is none. The JMSCorrelationID is that of the submission, then. */
    public static final String ANSWER = "postern_answer";
    /** The name of the submission that it answers; absent with the kind. */
    public static final String ANSWERS_TO = "postern_answersTo";

    /** Of an event: its kind, for selectors. */
    public static final String EVENT = "postern_event";
    /** Of an event: its key, for selectors. */
    public static final String EVENT_KEY = "postern_eventKey";

    private PropertyNames() {}
}
