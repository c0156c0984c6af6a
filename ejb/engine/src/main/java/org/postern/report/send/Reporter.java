package org.postern.report.send;

import org.postern.mail.Mailbox;

import java.util.Optional;

/**
 * Who reports.
 *
 * @param organization its name, for people
 * @param from the address that reports come from
 * @param contact another way to ask, if there is one
 */
public record Reporter(String organization, Mailbox from, Optional<String> contact) {}
