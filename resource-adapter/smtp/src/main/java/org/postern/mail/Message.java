package org.postern.mail;

/**
 * A message that is ours to deliver or to report on.
 *
 * @param id its name
 * @param envelope who from and who to
 * @param content what
 */
public record Message(QueueId id, Envelope envelope, Content content) {
    /** {@return the same message under another envelope} */
    public Message with(Envelope other) {
        return new Message(id, other, content);
    }
}
