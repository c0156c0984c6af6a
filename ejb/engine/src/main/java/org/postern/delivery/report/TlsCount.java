package org.postern.delivery.report;

import org.postern.delivery.tls.PublishedPolicy;
import org.postern.delivery.tls.TlsFault;

import java.time.LocalDate;
import java.util.Optional;

/**
 * So many sessions of one kind on one day.
 *
 * @param day in UTC
 * @param policy under which they were
 * @param host the MX host; empty where none was asked
 * @param fault what was wrong with them; none: all was well
 * @param sessions how many
 */
public record TlsCount(LocalDate day, PublishedPolicy policy, String host, Optional<TlsFault> fault, long sessions) {}
