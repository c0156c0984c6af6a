package org.postern.client.transport;

/**
 * The names of the properties that a session of Jakarta Mail has for the protocol {@value SubmittingTransport#PROTOCOL}; what they hold says
 * {@code docs/applications/jakarta-mail.md}. Later versions add properties and change none.
 */
public final class SessionPropertyNames {
    /** What leads to the broker: a {@code jakarta.jms.ConnectionFactory} itself, not its name. */
    public static final String FACTORY = "mail.postern.factory";
    /** Who is told of failures, in place of the first in From; {@code <>} for nobody. */
    public static final String FROM = "mail.postern.from";
    /** The name of the queue where events go; absent for nowhere. */
    public static final String REPLY_TO = "mail.postern.replyTo";
    /** Of which kinds of events the application wants to hear; absent for the usual ones. */
    public static final String EVENTS = "mail.postern.events";

    private SessionPropertyNames() {}
}
