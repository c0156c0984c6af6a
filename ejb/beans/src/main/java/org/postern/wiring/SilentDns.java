package org.postern.wiring;

import org.postern.dns.AddressAnswer;
import org.postern.dns.MailDns;
import org.postern.dns.MxAnswer;
import org.postern.dns.NameAnswer;
import org.postern.dns.Temporary;
import org.postern.mail.Domain;

import java.net.InetAddress;

/** Knows nothing; stands in until there is a resolver. */
final class SilentDns implements MailDns {
    private static final Temporary SILENT = new Temporary("no resolver");

    @Override
    public MxAnswer mx(Domain domain) {
        return SILENT;
    }

    @Override
    public AddressAnswer addresses(String host) {
        return SILENT;
    }

    @Override
    public NameAnswer names(InetAddress address) {
        return SILENT;
    }
}
