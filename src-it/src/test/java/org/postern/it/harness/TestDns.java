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
import org.xbill.DNS.TLSARecord;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A name server on loopback, over UDP and TCP, authoritative for everything. It knows what a test tells it; any other name does
 * not exist (NXDOMAIN). Records may be changed while it runs.
 */
public final class TestDns implements AutoCloseable {
    /** Short, so that a change is seen soon. */
    private static final long TTL = 1;

    private final long ttl;

    private final ZoneSigner signer = new ZoneSigner();
    private final DnsZone zone;
    private final DnsListener listener;

    private TestDns(InetSocketAddress address, boolean signed, long ttl, Duration thought) throws IOException {
        this.ttl = ttl;
        zone = new DnsZone(Optional.of(signer).filter(root -> signed), ttl);
        listener = new DnsListener(address, zone, thought);
    }

    /** {@return a running name server on a free port of 127.0.0.1} */
    public static TestDns start() {
        return start(false, TTL);
    }

    /** {@return the same, of whose answers nobody remembers any} */
    public static TestDns startForgotten() {
        return start(false, 0);
    }

    /** {@return the same, but signed by a root of its own (RFC 4035)} */
    public static TestDns startSigned() {
        return start(true, TTL);
    }

    private static TestDns start(boolean signed, long ttl) {
        return start(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), signed, ttl, Duration.ZERO);
    }

    /** {@return a running name server at port 53 of this address, where the C library asks; each answer counts for an hour} */
    public static TestDns startForPrograms(String address) {
        return start(new InetSocketAddress(InetAddress.ofLiteral(address), 53), false, 3600, Duration.ZERO);
    }

    /** {@return a running name server that takes its time over each answer, which counts for an hour} */
    public static TestDns startSlow(Duration thought) {
        return start(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), false, 3600, thought);
    }

    private static TestDns start(InetSocketAddress address, boolean signed, long ttl, Duration thought) {
        try {
            return new TestDns(address, signed, ttl, thought);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return where it listens, as {@code address:port}} */
    public String address() {
        return listener.address();
    }

    public TestDns mx(String domain, int preference, String host) {
        return add(new MXRecord(name(domain), DClass.IN, ttl, preference, name(host)));
    }

    /** Some text, in strings of at most 255 characters. */
    public TestDns txt(String name, String text) {
        List<String> strings = List.of(text.split("(?<=\\G.{255})"));
        return add(new TXTRecord(name(name), DClass.IN, ttl, strings));
    }

    /** Text in these strings. */
    public TestDns txt(String name, List<String> strings) {
        return add(new TXTRecord(name(name), DClass.IN, ttl, strings));
    }

    /** Nothing is known any more. */
    public TestDns clear() {
        zone.clear();
        return this;
    }

    /** Vouches for the key of a server's certificate by its SHA-256 (DANE-EE, RFC 6698). */
    public TestDns tlsa(String host, int port, String digest) {
        return add(new TLSARecord(name("_" + port + "._tcp." + host), DClass.IN, ttl, 3, 1, 1,
                HexFormat.of().parseHex(digest)));
    }

    /** {@return the file that lets a validator trust this root} */
    public String anchors() {
        return signer.anchors();
    }

    /** Nobody signs this domain and the names below it. */
    public TestDns unsigned(String domain) {
        signer.delegates(name(domain));
        return this;
    }

    /** What is said of this name is signed by a key that is not the zone's, or no longer so. */
    public TestDns bogus(String name, boolean wrong) {
        if (wrong) {
            signer.signsWrongly(name(name));
        } else {
            signer.signsRightly(name(name));
        }
        return this;
    }

    /** The domain receives no mail (RFC 7505). */
    public TestDns nullMx(String domain) {
        return add(new MXRecord(name(domain), DClass.IN, ttl, 0, Name.root));
    }

    /** The name is another one's alias (RFC 1034, 3.6.2). */
    public TestDns cname(String alias, String host) {
        return add(new CNAMERecord(name(alias), DClass.IN, ttl, name(host)));
    }

    public TestDns a(String host, String address) {
        return add(new ARecord(name(host), DClass.IN, ttl, InetAddress.ofLiteral(address)));
    }

    public TestDns aaaa(String host, String address) {
        return add(new AAAARecord(name(host), DClass.IN, ttl, InetAddress.ofLiteral(address)));
    }

    /** The address's name (RFC 1035, 3.5). */
    public TestDns ptr(String address, String host) {
        return add(new PTRRecord(ReverseMap.fromAddress(InetAddress.ofLiteral(address)), DClass.IN, ttl, name(host)));
    }

    /** A name in the reverse zone, as it stands there. */
    public TestDns ptrAt(String reverse, String host) {
        return add(new PTRRecord(name(reverse), DClass.IN, ttl, name(host)));
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
