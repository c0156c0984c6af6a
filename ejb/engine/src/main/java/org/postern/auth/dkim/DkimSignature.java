package org.postern.auth.dkim;

import org.postern.auth.dkim.canonical.Canonicalization;
import org.postern.mail.Domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.OptionalLong;

/**
 * A DKIM-Signature field, read (RFC 6376, 3.5).
 *
 * @param identity who the domain says to sign for ({@code i=}): a domain with an {@code @}, and perhaps a local part, in front
 * @param sameDomain whether the domain of the identity is the very one of the signature, not one below
 */
record DkimSignature(MessageSignature signature, String identity, boolean sameDomain) {
    /** By how much a clock may be wrong, ours or theirs. */
    static final Duration SKEW = Duration.ofMinutes(5);

    static DkimSignature of(TagList tags, Instant now) throws Unacceptable {
        if (!tags.needed("v").equals("1")) {
            throw Unacceptable.broken("the version is not 1");
        }
        MessageSignature signature = MessageSignature.of(tags, Canonicalization.SIMPLE);
        if (!signature.names().contains("from")) {
            throw Unacceptable.broken("From is not signed");
        }
        if (tags.value("q").isPresent()
                && Arrays.stream(tags.needed("q").split(":", -1)).noneMatch(DkimSignature::isDnsTxt)) {
            throw Unacceptable.broken("q= does not name dns/txt");
        }
        checkTime(signature.time(), new SignatureTags(tags).number("x"), now.getEpochSecond());
        String identity = tags.value("i").orElse("@" + signature.domain());
        Domain domain = domainOf(identity);
        boolean same = domain.equals(signature.domain());
        if (!same && !domain.key().endsWith("." + signature.domain().key())) {
            throw Unacceptable.broken("the domain of i= is not in d=");
        }
        return new DkimSignature(signature, identity, same);
    }

    private static boolean isDnsTxt(String method) {
        return TagList.trim(method, 0, method.length()).equals("dns/txt");
    }

    private static Domain domainOf(String identity) throws Unacceptable {
        int at = identity.lastIndexOf('@');
        if (at < 0 || at == identity.length() - 1) {
            throw Unacceptable.broken("i= has no domain");
        }
        return SignatureTags.name(identity.substring(at + 1), "i");
    }

    private static void checkTime(OptionalLong made, OptionalLong end, long now) throws Unacceptable {
        if (made.isPresent() && end.isPresent() && end.getAsLong() <= made.getAsLong()) {
            throw Unacceptable.broken("x= is not after t=");
        }
        if (made.isPresent() && made.getAsLong() > now + SKEW.toSeconds()) {
            throw new Unacceptable(ResultWord.POLICY, "the signature is of the future");
        }
        if (end.isPresent() && end.getAsLong() < now - SKEW.toSeconds()) {
            throw new Unacceptable(ResultWord.POLICY, "the signature has expired");
        }
    }
}
