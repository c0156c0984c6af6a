package org.postern.smtp.server;

import org.postern.mail.Parameters;
import org.postern.smtp.Extension;
import org.postern.smtp.Replies;
import org.postern.smtp.Reply;
import org.postern.smtp.wire.EnvelopeParameters;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** The parameters of MAIL and RCPT, checked against the extensions that are offered. */
final class MailParameters {
    private final SessionSettings settings;

    MailParameters(SessionSettings settings) {
        this.settings = settings;
    }

    private EnvelopeParameters among(Set<Extension> offered) {
        return new EnvelopeParameters(offered, settings.services().futureRelease());
    }

    /** {@return the refusal these parameters of MAIL earn} */
    Optional<Denial> refuseAtMail(Parameters parameters, Set<Extension> offered) {
        Optional<Denial> fault = among(offered).atMail(parameters).map(MailParameters::reply).map(Denial::of);
        return fault.isPresent() || size(parameters).orElse(0) <= settings.maxMessageSize()
                ? fault
                : Optional.of(Denial.MESSAGE_SIZE);
    }

    /** {@return the refusal these parameters of RCPT earn in a transaction with these of MAIL} */
    Optional<Reply> refuseAtRcpt(Parameters parameters, Parameters ofMail, Set<Extension> offered) {
        return among(offered).atRcpt(parameters, ofMail).map(MailParameters::reply);
    }

    private static Reply reply(EnvelopeParameters.Fault fault) {
        return fault.isUnknown() ? Replies.UNKNOWN_PARAMETER : Replies.BAD_PARAMETER_VALUE;
    }

    /** {@return the octets announced, {@link Long#MAX_VALUE} if they are more; empty without SIZE or for no number} */
    static OptionalLong size(Parameters parameters) {
        return EnvelopeParameters.size(parameters);
    }
}
