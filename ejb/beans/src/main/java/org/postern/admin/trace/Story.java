package org.postern.admin.trace;

import org.postern.event.TracedMessage;
import org.postern.event.TracedRecipient;
import org.postern.queue.ParkedSummary;

import java.util.List;

/**
 * All that is known of one message, or of the refusals of one session.
 *
 * @param message the line of the trace
 * @param recipients how far it has come for each
 * @param steps what happened, in order of time
 * @param parked where parts of it wait at this moment
 * @param session what else came in the same SMTP session, the earliest first
 */
public record Story(TracedMessage message, List<TracedRecipient> recipients, List<StoryStep> steps,
        List<ParkedSummary> parked, List<TracedMessage> session) {}
