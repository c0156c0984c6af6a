package org.postern.net.dns;

import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A name server on loopback, by UDP and TCP, that knows the records it is given. Other names do not exist. */
final class NameServer implements Closeable {
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
    /** The longest answer to a question without EDNS (RFC 1035, 4.2.1). */
    private static final int PLAIN_UDP = 512;

    private final DatagramSocket udp;
    private final ServerSocket tcp;
    private final Map<String, List<Record>> records = new ConcurrentHashMap<>();
    private final Map<String, Integer> failures = new ConcurrentHashMap<>();
    private final Optional<ZoneSigner> signer;
    private volatile boolean silent;
    private volatile boolean forging;
    private volatile boolean truncating;
    private volatile boolean lying;
    private volatile boolean dribbling;
    private final Set<String> unanswered = ConcurrentHashMap.newKeySet();
    private final List<Record> slipped = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    final List<String> asked = new CopyOnWriteArrayList<>();

    NameServer() throws IOException {
        this(Optional.empty());
    }

    /** A root of its own, signed. */
    NameServer(ZoneSigner signer) throws IOException {
        this(Optional.of(signer));
    }

    private NameServer(Optional<ZoneSigner> signer) throws IOException {
        this.signer = signer;
        tcp = new ServerSocket(0, 50, LOOPBACK);
        udp = new DatagramSocket(new InetSocketAddress(LOOPBACK, tcp.getLocalPort()));
        Thread.ofVirtual().start(this::serveUdp);
        Thread.ofVirtual().start(this::serveTcp);
    }

    InetSocketAddress address() {
        return (InetSocketAddress) udp.getLocalSocketAddress();
    }

    /** Adds a record such as {@code example.net MX 10 mx.example.net.}. */
    NameServer knows(String line) throws IOException {
        return knows(record(line));
    }

    private static Record record(String line) throws IOException {
        String[] words = line.split(" ", 3);
        Name name = Name.fromString(words[0], Name.root);
        return Record.fromString(name, Type.value(words[1]), DClass.IN, 300, words[2], Name.root);
    }

    NameServer knows(Record record) {
        records.computeIfAbsent(key(record.getName()), n -> new CopyOnWriteArrayList<>()).add(record);
        return this;
    }

    private static String key(Name name) {
        return name.toString(true).toLowerCase(Locale.ROOT);
    }

    NameServer fails(String name, int rcode) {
        failures.put(name, rcode);
        return this;
    }

    /** Does not answer questions for what it does not know of this name. */
    void saysNothingElseOf(Name name) {
        unanswered.add(key(name));
    }

    /** Adds a record to each answer, whatever was asked. */
    void slips(String line) throws IOException {
        slipped.add(record(line));
    }

    /** Sends what it sends by TCP an octet at a time. */
    void dribbles() {
        dribbling = true;
    }

    void saysNothing() {
        silent = true;
    }

    /** Sends an answer of another id before each right one. */
    void isBesetByForgers() {
        forging = true;
    }

    /** Tells those who ask by UDP to come again by TCP. */
    void truncates() {
        truncating = true;
    }

    /** Says of each answer that it was validated. */
    void vouchesForEverything() {
        lying = true;
    }

    private void serveUdp() {
        byte[] octets = new byte[4096];
        try {
            while (true) {
                DatagramPacket packet = new DatagramPacket(octets, octets.length);
                udp.receive(packet);
                Message query = new Message(Arrays.copyOf(octets, packet.getLength()));
                if (!silent && !isUnanswered(query.getQuestion())) {
                    answerByUdp(query, packet);
                }
            }
        } catch (IOException closed) {
            tcp.isClosed();
        }
    }

    private boolean isUnanswered(Record question) {
        String name = key(question.getName());
        return unanswered.contains(name) && records.getOrDefault(name, List.of())
                .stream()
                .noneMatch(record -> record.getType() == question.getType());
    }

    private void answerByUdp(Message query, DatagramPacket from) throws IOException {
        byte[] answer = answer(query, truncating).toWire();
        int most = query.getOPT() == null ? PLAIN_UDP : query.getOPT().getPayloadSize();
        if (answer.length > most) {
            answer = answer(query, true).toWire();
        }
        if (forging) {
            byte[] forged = answer.clone();
            forged[0]++;
            udp.send(new DatagramPacket(forged, forged.length, from.getSocketAddress()));
        }
        udp.send(new DatagramPacket(answer, answer.length, from.getSocketAddress()));
    }

    private void serveTcp() {
        try {
            while (true) {
                Socket socket = tcp.accept();
                Thread.ofVirtual().start(() -> answerByTcp(socket));
            }
        } catch (IOException closed) {
            udp.isClosed();
        }
    }

    private void answerByTcp(Socket client) {
        try (Socket socket = client) {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            byte[] octets = new byte[in.readUnsignedShort()];
            in.readFully(octets);
            byte[] answer = answer(new Message(octets), false).toWire();
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.writeShort(answer.length);
            for (int i = 0; dribbling && i < answer.length && !closed.await(20, TimeUnit.MILLISECONDS); i++) {
                out.write(answer[i]);
            }
            out.write(answer, 0, dribbling ? 0 : answer.length);
        } catch (IOException | InterruptedException gone) {
            tcp.isClosed();
        }
    }

    private Message answer(Message query, boolean truncated) {
        Record question = query.getQuestion();
        String name = key(question.getName());
        asked.add(Type.string(question.getType()) + " " + question.getName().toString(true));
        Message answer = new Message(query.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.getHeader().setFlag(Flags.RA);
        answer.addRecord(question, Section.QUESTION);
        if (truncated) {
            answer.getHeader().setFlag(Flags.TC);
            return answer;
        }
        int rcode = failures.getOrDefault(name, exists(name) ? Rcode.NOERROR : Rcode.NXDOMAIN);
        answer.getHeader().setRcode(rcode);
        records.getOrDefault(name, List.of())
                .stream()
                .filter(record -> record.getType() == question.getType() || record.getType() == Type.CNAME)
                .forEach(record -> answer.addRecord(record, Section.ANSWER));
        slipped.forEach(record -> answer.addRecord(record, Section.ANSWER));
        signer.ifPresent(root -> {
            follow(answer, question.getType());
            root.sign(query, answer);
        });
        if (lying) {
            answer.getHeader().setFlag(Flags.AD);
        }
        return answer;
    }

    /** {@return whether there is such a name, or one below it (RFC 8020)} */
    private boolean exists(String name) {
        return unanswered.contains(name)
                || records.keySet().stream().anyMatch(known -> known.equals(name) || known.endsWith("." + name));
    }

    /** As a resolver does. */
    private void follow(Message answer, int type) {
        answer.getSection(Section.ANSWER)
                .stream()
                .filter(CNAMERecord.class::isInstance)
                .flatMap(alias -> records
                        .getOrDefault(key(((CNAMERecord) alias).getTarget()), List.of())
                        .stream())
                .filter(record -> record.getType() == type)
                .toList()
                .forEach(record -> answer.addRecord(record, Section.ANSWER));
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        udp.close();
        tcp.close();
    }
}
