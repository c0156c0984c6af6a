package org.postern.queue;

import org.postern.event.Event;

import java.util.List;

/** The durable queues, behind which mail is safe. */
public interface MailQueue {
    /** What the names of the gateway's own queues begin with; others are those of applications. */
    String OWN = "postern.";
    /** Mail on its way out, read by the delivery stage. */
    String OUTGOING = "postern.outgoing";
    /** Mail on its way out that goes to many, read by the bulk delivery stage. */
    String BULK = "postern.outgoing.bulk";
    /** Mail that still has to be checked or routed, read by the policy stage. */
    String INCOMING = "postern.incoming";
    /** Mail that applications hand in. */
    String SUBMIT = "postern.submit";
    /** Mail that applications hand in and that goes to many. */
    String SUBMIT_BULK = "postern.submit.bulk";
    /** Events, one JMS message for each step. */
    String EVENTS = "postern.events";
    /** What is handed over to applications and kept for a while, on its way to the archive. */
    String ARCHIVE = "postern.archive";
    /** What could not be processed after all redeliveries; a person decides. */
    String DEAD = "postern.dead";

    /**
     * Posts all messages and events in one transaction. Returns after it is durable: the caller may then acknowledge. Posts all or
     * nothing.
     *
     * @throws QueueUnavailableException when the broker is gone, full or blocked; nothing was kept
     */
    void post(List<Posting> mail, List<Event> events) throws QueueUnavailableException;

    /** Posts events that may be lost in a crash, such as refusals; never blocks for the disk, never fails. */
    void tell(List<Event> events);
}
