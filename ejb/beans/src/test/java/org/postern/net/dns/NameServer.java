package org.postern.net.dns;

import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
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
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A name server on loopback, by UDP and TCP, that knows the records it is given. Other names do not exist. */
final class NameServer implements Closeable {
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

    private final DatagramSocket udp;
    private final ServerSocket tcp;
    private final Map<String, List<Record>> records = new ConcurrentHashMap<>();
    private final Map<String, Integer> failures = new ConcurrentHashMap<>();
    private final Optional<ZoneSigner> signer;
    private volatile boolean silent;
    private volatile boolean forging;
    private volatile boolean truncating;
    private volatile boolean lying;
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
        String[] words = line.split(" ", 3);
        Name name = Name.fromString(words[0], Name.root);
        Record record = Record.fromString(name, Type.value(words[1]), DClass.IN, 300, words[2], Name.root);
        records.computeIfAbsent(words[0], n -> new CopyOnWriteArrayList<>()).add(record);
        return this;
    }

    NameServer fails(String name, int rcode) {
        failures.put(name, rcode);
        return this;
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
                if (!silent) {
                    answerByUdp(query, packet);
                }
            }
        } catch (IOException closed) {
            tcp.isClosed();
        }
    }

    private void answerByUdp(Message query, DatagramPacket from) throws IOException {
        byte[] answer = answer(query, truncating).toWire();
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
                try (Socket socket = tcp.accept()) {
                    DataInputStream in = new DataInputStream(socket.getInputStream());
                    byte[] octets = new byte[in.readUnsignedShort()];
                    in.readFully(octets);
                    byte[] answer = answer(new Message(octets), false).toWire();
                    DataOutputStream out = new DataOutputStream(socket.getOutputStream());
                    out.writeShort(answer.length);
                    out.write(answer);
                }
            }
        } catch (IOException closed) {
            udp.isClosed();
        }
    }

    private Message answer(Message query, boolean truncated) {
        Record question = query.getQuestion();
        String name = question.getName().toString(true);
        asked.add(Type.string(question.getType()) + " " + name);
        Message answer = new Message(query.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.getHeader().setFlag(Flags.RA);
        answer.addRecord(question, Section.QUESTION);
        if (truncated) {
            answer.getHeader().setFlag(Flags.TC);
            return answer;
        }
        int rcode = failures.getOrDefault(name, records.containsKey(name) ? 0 : 3);
        answer.getHeader().setRcode(rcode);
        records.getOrDefault(name, List.of())
                .stream()
                .filter(record -> record.getType() == question.getType() || record.getType() == Type.CNAME)
                .forEach(record -> answer.addRecord(record, Section.ANSWER));
        signer.ifPresent(root -> {
            follow(answer, question.getType());
            root.sign(query, answer);
        });
        if (lying) {
            answer.getHeader().setFlag(Flags.AD);
        }
        return answer;
    }

    /** As a resolver does. */
    private void follow(Message answer, int type) {
        answer.getSection(Section.ANSWER)
                .stream()
                .filter(CNAMERecord.class::isInstance)
                .flatMap(alias -> records
                        .getOrDefault(((CNAMERecord) alias).getTarget().toString(true), List.of())
                        .stream())
                .filter(record -> record.getType() == type)
                .toList()
                .forEach(record -> answer.addRecord(record, Section.ANSWER));
    }

    @Override
    public void close() throws IOException {
        udp.close();
        tcp.close();
    }
}
