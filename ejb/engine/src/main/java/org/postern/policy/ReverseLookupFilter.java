package org.postern.policy;

import org.postern.config.Networks;
import org.postern.config.Strictness;
import org.postern.smtp.server.AtCommand;
import org.postern.smtp.server.SessionFacts;

import java.net.InetAddress;
import java.util.Optional;

/** Looks whether a client's address has a name that leads back to it. Trusted clients need none. */
public final class ReverseLookupFilter implements AtConnect {
    private final Strictness strictness;
    private final Networks trusted;
    private final ClientNames names;

    public ReverseLookupFilter(Strictness strictness, Networks trusted, ClientNames names) {
        this.strictness = strictness;
        this.trusted = trusted;
        this.names = names;
    }

    @Override
    public AtCommand connect(SessionFacts session) {
        InetAddress client = session.client().getAddress();
        if (strictness != Strictness.REFUSE || trusted.contains(client)) {
            return AtCommand.ACCEPT;
        }
        return switch (names.of(client)) {
            case ClientName.Verified verified -> AtCommand.ACCEPT;
            case ClientName.None none -> new AtCommand.Reject(PolicyReplies.NO_CLIENT_NAME);
            case ClientName.Unknown unknown -> new AtCommand.Defer(PolicyReplies.DNS_SILENT);
        };
    }

    @Override
    public Optional<String> note(SessionFacts session) {
        InetAddress client = session.client().getAddress();
        if (strictness == Strictness.OFF || trusted.contains(client)) {
            return Optional.empty();
        }
        return switch (names.of(client)) {
            case ClientName.Verified verified -> Optional.of("client name " + verified.name());
            case ClientName.None none -> Optional.of("client without a name that leads back");
            case ClientName.Unknown unknown -> Optional.of("client name not known, the DNS was silent");
        };
    }
}
