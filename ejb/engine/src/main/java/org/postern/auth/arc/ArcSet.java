package org.postern.auth.arc;

import org.postern.auth.dkim.MessageSignature;
import org.postern.mail.HeaderField;

import java.util.List;

/**
 * The three fields of one instance (RFC 8617, 4.2).
 *
 * @param results ARC-Authentication-Results
 * @param resultsText its body, without the instance
 * @param messageField ARC-Message-Signature, which {@code readings} were read of: none if it cannot be, two if it does not say its canonicalization
 * @param sealField ARC-Seal, which {@code seal} was read of
 */
record ArcSet(HeaderField results, String resultsText, HeaderField messageField, List<MessageSignature> readings,
        HeaderField sealField, ArcSeal seal) {}
