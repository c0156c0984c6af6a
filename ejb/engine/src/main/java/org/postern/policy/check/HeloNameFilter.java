package org.postern.policy.check;

import org.postern.assessment.Symbol;
import org.postern.config.Strictness;
import org.postern.dns.AddressAnswer;
import org.postern.dns.MailDns;
import org.postern.dns.Memory;
import org.postern.dns.NoData;
import org.postern.dns.NoSuchDomain;
import org.postern.dns.Temporary;
import org.postern.network.Networks;
import org.postern.policy.AtHelo;
import org.postern.policy.PolicyReplies;
import org.postern.receiver.AtCommand;
import org.postern.receiver.Reason;
import org.postern.receiver.SessionFacts;

import java.util.Locale;
import java.util.Optional;

/**
 * Looks whether the name a client presents exists in the DNS (RFC 5321, 4.1.4, which forbids refusing for a name that merely does
 * not fit the address). Address literals and trusted clients are not looked up.
 */
public final class HeloNameFilter implements AtHelo {
    private static final Reason LOOKED_UP = Reason.setting(PolicySettings.HELO_NAME.key());

    private final Strictness strictness;
    private final Networks trusted;
    private final MailDns dns;
    private final Memory<String, AddressAnswer> known;

    public HeloNameFilter(Strictness strictness, Networks trusted, MailDns dns, Memory<String, AddressAnswer> known) {
        this.strictness = strictness;
        this.trusted = trusted;
        this.dns = dns;
        this.known = known;
    }

    @Override
    public AtCommand helo(SessionFacts session) {
        if (strictness != Strictness.REFUSE) {
            return AtCommand.ACCEPT;
        }
        return answer(session).map(answer -> switch (answer) {
            case AddressAnswer.Found found -> AtCommand.ACCEPT;
            case NoData noAddress -> AtCommand.ACCEPT;
            case NoSuchDomain none -> new AtCommand.Reject(PolicyReplies.NO_SUCH_HELO_NAME, LOOKED_UP);
            case Temporary silent -> new AtCommand.Defer(PolicyReplies.DNS_SILENT);
        }).orElse(AtCommand.ACCEPT);
    }

    @Override
    public Optional<Symbol> finding(SessionFacts session) {
        if (strictness == Strictness.OFF) {
            return Optional.empty();
        }
        return answer(session).filter(NoSuchDomain.class::isInstance)
                .map(none -> Symbol.noted("NO_HELO_NAME", "HELO name does not exist"));
    }

    private Optional<AddressAnswer> answer(SessionFacts session) {
        if (trusted.contains(session.client().getAddress())) {
            return Optional.empty();
        }
        return session.helo()
                .filter(name -> !name.startsWith("["))
                .map(name -> known.get(name.toLowerCase(Locale.ROOT), dns::addresses));
    }
}
