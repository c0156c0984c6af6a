package org.postern.broker;

/** What an application handed in breaks the contract of {@code postern.submit}, or is not its own; trying again will not help. */
public class MalformedSubmissionException extends Exception {
    private static final long serialVersionUID = 1L;

    public MalformedSubmissionException(String reason) {
        super(reason);
    }
}
