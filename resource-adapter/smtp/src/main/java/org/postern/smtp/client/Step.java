package org.postern.smtp.client;

/** Where in the dialogue something happened. */
public enum Step {
    GREETING, HELO, STARTTLS, AUTH, MAIL, RCPT, DATA,
    /** While the content was on its way, or waiting for the reply to the final dot. */
    CONTENT
}
