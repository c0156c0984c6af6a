package org.postern.policy.check;

import org.postern.config.Strictness;
import org.postern.dns.ClientName;
import org.postern.dns.ClientNames;
import org.postern.policy.AtConnect;
import org.postern.policy.PolicyReplies;
import org.postern.receiver.AtCommand;
import org.postern.receiver.SessionFacts;

import java.util.Optional;

/** Looks whether a client's address has a name that leads back to it. */
public final class ReverseLookupFilter implements AtConnect {
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
            case ClientName.None none -> new AtCommand.Reject(PolicyReplies.NO_CLIENT_NAME);
            case ClientName.Unknown unknown -> new AtCommand.Defer(PolicyReplies.DNS_SILENT);
        };
    }

    @Override
    public Optional<String> note(SessionFacts session) {
        return names.of(session.client().getAddress()).map(name -> switch (name) {
            case ClientName.Verified verified -> "client name " + verified.name();
            case ClientName.None none -> "client without a name that leads back";
            case ClientName.Unknown unknown -> "client name not known, the DNS was silent";
        });
    }
}
