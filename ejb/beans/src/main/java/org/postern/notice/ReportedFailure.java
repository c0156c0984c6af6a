package org.postern.notice;

import org.postern.smtp.EnhancedStatus;

import java.util.List;
import java.util.Optional;

/**
 * A recipient that another server reports as failed.
 *
 * @param addresses what the report calls the recipient; none if it does not say
 * @param status of the failure, if the report says so
 * @param words what was said, of bounded length; may be empty
 */
public record ReportedFailure(List<String> addresses, Optional<EnhancedStatus> status, String words) {
    public ReportedFailure {
        addresses = List.copyOf(addresses);
    }
}
