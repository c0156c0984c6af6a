package org.postern.net.dns;

import org.postern.auth.spf.Zone;
import org.postern.auth.spf.ZoneEntry;
import org.postern.dns.AddressAnswer;
import org.postern.dns.MxAnswer;
import org.postern.dns.NameAnswer;
import org.postern.dns.SenderDns;
import org.postern.dns.TextAnswer;
import org.postern.mail.Domain;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;

/** Asks by the hasty one what is never answered, so that a test need not wait, and by the patient one what is, so that a slow machine does no harm. */
record HalfPatientDns(Zone zone, SenderDns patient, SenderDns hasty) implements SenderDns {
    private SenderDns by(String name, String type) {
        List<ZoneEntry> entries = zone.entries().getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
        boolean silent = entries.stream().anyMatch(entry -> entry.type().equals(ZoneEntry.TIMEOUT))
                && entries.stream().noneMatch(entry -> entry.type().equals(type));
        return silent ? hasty : patient;
    }

    @Override
    public TextAnswer texts(String name) {
        return by(name, "TXT").texts(name);
    }

    @Override
    public AddressAnswer ipv4(String host) {
        return by(host, "A").ipv4(host);
    }

    @Override
    public AddressAnswer ipv6(String host) {
        return by(host, "AAAA").ipv6(host);
    }

    @Override
    public AddressAnswer addresses(String host) {
        return patient.addresses(host);
    }

    @Override
    public MxAnswer mx(Domain domain) {
        return by(domain.key(), "MX").mx(domain);
    }

    @Override
    public NameAnswer names(InetAddress address) {
        return patient.names(address);
    }
}
