package org.postern.admin.programs;

import org.postern.admin.access.Remit;

import java.time.Instant;
import java.util.Optional;

/**
 * By what a program comes in.
 *
 * @param hash what is known of its secret: 64 hexadecimal digits
 * @param name of the program, as it stands in the audit log
 * @param remit what it may do, and for which domains
 * @param created when it was made
 * @param by who has made it
 * @param expires from when on it is of no use
 * @param used when it was used last, to a minute; empty if it was not
 */
public record ApiToken(String hash, String name, Remit remit, Instant created, String by, Instant expires,
        Optional<Instant> used) {}
