package org.postern.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The next hop: an SMTP server on loopback which says yes to everything it has no other script for, and keeps each message to the
 * octet. May go down and come up again on the same port.
 */
public final class RecordingServer implements AutoCloseable {
    /** The step of a script that stands for the greeting. */
    public static final String CONNECT = "CONNECT";
    /** The step of a script that stands for the end of the content; may be followed by a blank and the message's first RCPT. */
    public static final String CONTENT = "CONTENT";

    /** The step of a script that stands for a point within the content, after its first line; may be followed like that, too. */
    public static final String WITHIN = "WITHIN";

    /** The reply that is none: the connection ends in its place. */
    public static final String NOTHING = "";
    /** The reply that does not come, while the connection stays; until {@link #goesOn} gives one. */
    public static final String SILENCE = "\0";

    private static final Duration CLOSED = Duration.ofSeconds(30);

    private final InetSocketAddress address;
    private final Consumer<ReceivedMessage> recorder;
    private final ReplyScript script = new ReplyScript();
    private final NextHopTalents talents = new NextHopTalents();
    private final Silence silence = new Silence();
    private final List<ReceivedMessage> received;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private volatile ServerSocket listener;
    private volatile Thread acceptor;

    private RecordingServer(InetSocketAddress wanted, List<ReceivedMessage> received,
            Consumer<ReceivedMessage> recorder) throws IOException {
        this.received = received;
        this.recorder = recorder;
        address = new InetSocketAddress(wanted.getAddress(), wanted.getPort() == 0 ? Ports.free() : wanted.getPort());
        listener = bind(address);
        acceptor = accept(listener);
    }

    /** {@return a server on a free port of 127.0.0.1 that keeps what it gets} */
    public static RecordingServer start() {
        return start("127.0.0.1", 0);
    }

    /** {@return a server there that keeps what it gets; port 0 takes a free one} */
    public static RecordingServer start(String host, int port) {
        List<ReceivedMessage> kept = new CopyOnWriteArrayList<>();
        return start(host, port, kept, kept::add);
    }

    /** {@return a server there that hands each message on and keeps none, for loads} */
    public static RecordingServer start(String host, int port, Consumer<ReceivedMessage> recorder) {
        return start(host, port, List.of(), recorder);
    }

    private static RecordingServer start(String host, int port, List<ReceivedMessage> kept,
            Consumer<ReceivedMessage> recorder) {
        try {
            return new RecordingServer(new InetSocketAddress(InetAddress.ofLiteral(host), port), kept, recorder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ServerSocket bind(InetSocketAddress wanted) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(wanted, 500);
        return socket;
    }

    public int port() {
        return address.getPort();
    }

    /** {@return the destination of a route to here, {@code host:address:port}} */
    public String destination() {
        return "host:" + address.getAddress().getHostAddress() + ":" + address.getPort();
    }

    /**
     * The next commands that start with {@code step} get these replies, one each, without line end; then it is yes again.
     *
     * @param step the beginning of a command such as {@code RCPT TO:<bob@example.org>}, or {@link #CONNECT}, or {@link #CONTENT}
     */
    public RecordingServer says(String step, String... replies) {
        script.once(step, replies);
        return this;
    }

    /** Like {@link #says}, but for ever. */
    public RecordingServer alwaysSays(String step, String reply) {
        script.always(step, reply);
        return this;
    }

    /** Forgets its script, and what else it was told: yes to everything, in the clear, from now on. */
    public void saysYesAgain() {
        script.clear();
        talents.clear();
    }

    /** Offers STARTTLS, and shows what is in this file of {@link KeyFiles}. */
    public RecordingServer speaksTls(Path keys) {
        talents.tls(KeyFiles.context(keys));
        return this;
    }

    /** Offers STARTTLS, says 220 to it, and then something that is no handshake. */
    public RecordingServer garblesTls() {
        talents.garble();
        return this;
    }

    /** Is a server for LMTP (RFC 2033), with a reply for each recipient behind the content. */
    public RecordingServer speaksLmtp() {
        talents.lmtp();
        return this;
    }

    /** Offers these mechanisms of AUTH inside TLS; lets in whomever the script does not refuse. */
    public RecordingServer offersLogin(String mechanisms) {
        talents.mechanisms(mechanisms);
        return this;
    }

    /** Offers REQUIRETLS inside TLS (RFC 8689). */
    public RecordingServer offersRequireTls() {
        talents.requiresTls();
        return this;
    }

    /** {@return the AUTH commands so far} */
    public List<String> logins() {
        return talents.logins();
    }

    /** {@return what came so far, in the order of the 250s} */
    public List<ReceivedMessage> received() {
        return List.copyOf(received);
    }

    /** {@return the first {@code count} of the messages that are {@code wanted}, as soon as they are here} */
    public List<ReceivedMessage> await(Predicate<ReceivedMessage> wanted, int count, Duration limit) {
        return Await.value(count + " such messages at the next hop", limit, () -> {
            List<ReceivedMessage> found = received.stream().filter(wanted).limit(count).toList();
            return found.size() == count ? Optional.of(found) : Optional.empty();
        });
    }

    /** {@return the first message that holds this text, as soon as it is here} */
    public ReceivedMessage awaitText(String text, Duration limit) {
        return await(message -> message.text().contains(text), 1, limit).getFirst();
    }

    /** {@return how many commands so far started so, whatever the answer was} */
    public int heard(String command) {
        return script.heard(command).size();
    }

    /** {@return the commands so far that started so, as they came} */
    public List<String> commands(String start) {
        return script.heard(start);
    }

    /** Waits until so many sessions are held in {@link #SILENCE}. */
    public void awaitSilence(int sessions, Duration limit) {
        Await.until(sessions + " sessions are held in silence", limit, () -> silence.sessions() == sessions);
    }

    /** Ends the silence of all sessions that are held now, by this reply; returns when each of them has been told. */
    public void goesOn(String reply) {
        silence.end(reply);
    }

    /** {@return how many connections came so far} */
    public int connections() {
        return connections.get();
    }

    /** Drops the connections that are open; whoever connects after its return is refused. */
    public void down() {
        try {
            listener.close();
            awaitEnd(acceptor);
            for (Socket socket : open) {
                socket.close();
            }
            silence.end(NOTHING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Listens again on the same port, its script kept. */
    public void up() {
        try {
            listener = bind(address);
            acceptor = accept(listener);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A port is closed only when the last thread has left {@code accept()}. */
    private static void awaitEnd(Thread acceptor) {
        try {
            if (!acceptor.join(CLOSED)) {
                throw new AssertionError("still accepting after " + CLOSED.toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Thread accept(ServerSocket on) {
        return Thread.ofVirtual().name("next-hop").start(() -> {
            while (!on.isClosed()) {
                try {
                    Socket socket = on.accept();
                    open.add(socket);
                    int number = connections.incrementAndGet();
                    Thread.ofVirtual().name("next-hop-" + number).start(() -> serve(socket, number));
                } catch (IOException closed) {
                    return;
                }
            }
        });
    }

    private void serve(Socket socket, int number) {
        try (socket) {
            socket.setTcpNoDelay(true);
            new NextHopSession(socket, number, script, talents, silence, recorder).run();
        } catch (IOException gone) {
            // the client left, or we went down
        } finally {
            open.remove(socket);
        }
    }

    @Override
    public void close() {
        down();
    }
}
