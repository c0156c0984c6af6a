package org.postern.admin.domains;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.postern.admin.access.Desk;
import org.postern.admin.access.Looks;
import org.postern.admin.access.Role;
import org.postern.config.GatewayName;
import org.postern.mail.Domain;
import org.postern.network.Network;
import org.postern.sentence.RefusedException;
import org.postern.sentence.Sentence;

import java.net.InetAddress;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * What the DNS says of any domain's mail, by the gateway's own resolver and without its memory: MX, SPF, DKIM, DMARC, MTA-STS, TLS reports, and the
 * names of hosts. Some people ask at once at most, and after two questions without an answer no more are asked.
 */
@Desk
@Singleton
public class DiagnosisDesk {
    private static final Sentence.Form NO_SELECTOR = Sentence.form("notASelector", "Not a selector: {0}");

    private final DnsLooks looks;
    private final String gateway;
    private final InstantSource clock;

    @Inject
    DiagnosisDesk(DnsLooks looks, GatewayName gateway, InstantSource clock) {
        this.looks = looks;
        this.gateway = gateway.domain().key();
        this.clock = clock;
    }

    /**
     * {@return what there is to say, in an order in which people look at it}
     *
     * @param text a domain
     * @param selector of a DKIM key; empty: none is asked for
     * @param client an IP address that sends in the domain's name, whose own name is looked at too; empty: that of the MX hosts
     * @throws IllegalArgumentException saying what is wrong with the question
     * @throws org.postern.limit.BusyException if too many ask at once
     */
    @Looks(Role.AUDITOR)
    public List<DnsFinding> of(String text, String selector, String client) {
        Domain domain = OwnDomain.of(text).orElseThrow(() -> new RefusedException(OwnDomain.NO_DOMAIN));
        Optional<Domain> key = given(selector).map(name -> OwnDomain.of(name)
                .orElseThrow(() -> new RefusedException(NO_SELECTOR.with(name))));
        Optional<InetAddress> address = given(client).map(Network::address);
        return looks.look(look -> new DomainDiagnosis(domain, look, gateway, clock).findings(key, address));
    }

    private static Optional<String> given(String text) {
        return Optional.of(text.strip()).filter(stripped -> !stripped.isEmpty());
    }
}
