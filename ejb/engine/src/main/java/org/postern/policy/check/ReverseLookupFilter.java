package org.postern.policy.check;

import org.postern.assessment.Symbol;
import org.postern.config.Strictness;
import org.postern.dns.ClientName;
import org.postern.dns.ClientNames;
import org.postern.policy.AtConnect;
import org.postern.policy.PolicyReplies;
import org.postern.receiver.AtCommand;
import org.postern.receiver.Reason;
import org.postern.receiver.SessionFacts;

import java.util.Optional;

/** Looks whether a client's address has a name that leads back to it. */
public final class ReverseLookupFilter implements AtConnect {
    private static final Reason LOOKED_UP = Reason.setting(PolicySettings.REVERSE_LOOKUP.key());

    private final Strictness strictness;
    private final ClientNames names;

    public ReverseLookupFilter(Strictness strictness, ClientNames names) {
        this.strictness = strictness;
        this.names = names;
    }

    @Override
    public AtCommand connect(SessionFacts session) {
        return strictness == Strictness.REFUSE
                ? names.of(session.client().getAddress()).map(ReverseLookupFilter::verdict).orElse(AtCommand.ACCEPT)
                : AtCommand.ACCEPT;
    }

    private static AtCommand verdict(ClientName name) {
        return switch (name) {
            case ClientName.Verified verified -> AtCommand.ACCEPT;
            case ClientName.None none -> new AtCommand.Reject(PolicyReplies.NO_CLIENT_NAME, LOOKED_UP);
            case ClientName.Unknown unknown -> new AtCommand.Defer(PolicyReplies.DNS_SILENT);
        };
    }

    @Override
    public Optional<Symbol> finding(SessionFacts session) {
        return names.of(session.client().getAddress()).map(name -> switch (name) {
            case ClientName.Verified verified -> Symbol.noted("CLIENT_NAME", "client name " + verified.name());
            case ClientName.None none -> Symbol.noted("NO_CLIENT_NAME", "client without a name that leads back");
            case ClientName.Unknown unknown ->
                Symbol.noted("CLIENT_NAME_NOT_KNOWN", "client name not known, the DNS was silent");
        });
    }
}
