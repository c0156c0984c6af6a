package org.postern.it.harness;

import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.ReverseMap;
import org.xbill.DNS.TextParseException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;

/**
 * A name server on loopback, over UDP and TCP, authoritative for everything. It knows what a test tells it; any other name does
 * not exist (NXDOMAIN). Records may be changed while it runs.
 */
public final class TestDns implements AutoCloseable {
    /** Short, so that a change is seen soon. */
    private static final long TTL = 1;

    private final DnsZone zone = new DnsZone();
    private final DnsListener listener;

    private TestDns(InetAddress address) throws IOException {
        listener = new DnsListener(address, zone);
    }

    /** {@return a running name server on a free port of 127.0.0.1} */
    public static TestDns start() {
        try {
            return new TestDns(InetAddress.ofLiteral("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return where it listens, as {@code 127.0.0.1:port}} */
    public String address() {
        return "127.0.0.1:" + listener.port();
    }

    public TestDns mx(String domain, int preference, String host) {
        return add(new MXRecord(name(domain), DClass.IN, TTL, preference, name(host)));
    }

    /** The domain receives no mail (RFC 7505). */
    public TestDns nullMx(String domain) {
        return add(new MXRecord(name(domain), DClass.IN, TTL, 0, Name.root));
    }

    /** The name is another one's alias (RFC 1034, 3.6.2). */
    public TestDns cname(String alias, String host) {
        return add(new CNAMERecord(name(alias), DClass.IN, TTL, name(host)));
    }

    public TestDns a(String host, String address) {
        return add(new ARecord(name(host), DClass.IN, TTL, InetAddress.ofLiteral(address)));
    }

    public TestDns aaaa(String host, String address) {
        return add(new AAAARecord(name(host), DClass.IN, TTL, InetAddress.ofLiteral(address)));
    }

    /** The address's name (RFC 1035, 3.5). */
    public TestDns ptr(String address, String host) {
        return add(new PTRRecord(ReverseMap.fromAddress(InetAddress.ofLiteral(address)), DClass.IN, TTL, name(host)));
    }

    /** Any question for the name is answered by SERVFAIL. */
    public TestDns serverFailure(String name) {
        zone.fail(name(name), Rcode.SERVFAIL);
        return this;
    }

    /** No question for the name is ever answered. */
    public TestDns silence(String name) {
        zone.silence(name(name));
        return this;
    }

    /** The name exists no more, and has no fault any more. */
    public TestDns forget(String name) {
        zone.forget(name(name));
        return this;
    }

    /** {@return how many questions came for this name} */
    public int questions(String name) {
        return zone.questions(name(name));
    }

    private TestDns add(Record resourceRecord) {
        zone.add(resourceRecord);
        return this;
    }

    private static Name name(String text) {
        try {
            return Name.fromString(text, Name.root);
        } catch (TextParseException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    @Override
    public void close() {
        listener.close();
    }
}
