package org.postern.report;

import java.time.Instant;
import java.util.Optional;

/**
 * Who reports, and about what time (RFC 9990, 3.1.1.3).
 *
 * @param organization the reporter's name
 * @param email where to ask
 * @param contact another way, if there is one
 * @param id unique among the reports to one domain
 * @param begin of the time, in whole seconds
 * @param end of the time, in whole seconds
 * @param error what was wrong with the record, if something was
 * @param generator name and version of the program, if it is said
 */
public record ReportOrigin(String organization, String email, Optional<String> contact, String id, Instant begin,
        Instant end, Optional<String> error, Optional<String> generator) {}
