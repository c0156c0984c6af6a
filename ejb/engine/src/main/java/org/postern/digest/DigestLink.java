package org.postern.digest;

import java.time.Instant;
import java.util.Optional;

/**
 * What a link is for.
 *
 * @param hash of its token
 * @param parkedKey the message
 * @param recipient the one for whom it is released, in the form that addresses are found by
 * @param subject of the message, as a person reads it
 * @param author its From field, likewise
 * @param expires until when it may be used
 * @param used when it was
 */
public record DigestLink(String hash, String parkedKey, String recipient, String subject, String author,
        Instant expires, Optional<Instant> used) {}
