package org.postern.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An enterprise application outside of the server. It is the program that the documentation gives to applications, run as written
 * there.
 */
public final class Application {
    /** Begins what a program has to say, among what its libraries say. */
    private static final String SUM = "= ";
    private static final Path ROOT = Path.of(System.getProperty("postern.root"));
    private static final Path ODD = ROOT.resolve("src-it/src/test/resources/org/postern/it");
    private static final String CLIENT = ROOT.resolve("ear/target/server/bin/client/jboss-client.jar").toString();
    /** The password of every application in tests. */
    public static final String PASSWORD = "a-password \"quoted\"";
    private static final Map<String, String> ENVIRONMENT = Map.of("POSTERN_PASSWORD", PASSWORD);

    private final String server;
    private final String account;
    private final List<String> options;

    private Application(String server, String account, List<String> options) {
        this.server = server;
        this.account = account;
        this.options = List.copyOf(options);
    }

    /** {@return an application with an account that exists on the server, by the port of its HTTP} */
    public static Application with(int http, String account) {
        return new Application("127.0.0.1:" + http, account, List.of());
    }

    /** {@return the same application where TLS is ended at this port, which it believes by these keys} */
    public Application through(TlsRelay relay, Path trust) {
        return new Application("https://localhost:" + relay.port(), account, believing(trust));
    }

    /** {@return the same application by the gateway's port for TLS, which it calls by this name and believes by these keys} */
    public Application byTls(int port, String name, Path trust) {
        List<String> words = new ArrayList<>(believing(trust));
        words.add("-Djdk.net.hosts.file=" + namesFile(trust, name));
        return new Application("tls://" + name + ":" + port, account, words);
    }

    private static List<String> believing(Path trust) {
        return List.of("-Djavax.net.ssl.trustStore=" + trust,
                "-Djavax.net.ssl.trustStorePassword=" + KeyFiles.PASSWORD);
    }

    private static Path namesFile(Path beside, String name) {
        try {
            return Files.writeString(beside.resolveSibling(beside.getFileName() + ".hosts"),
                    "127.0.0.1 " + name + "\n127.0.0.1 localhost\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return an application with an account that exists at a broker of its own} */
    public static Application of(ArtemisBroker broker, String account) {
        return new Application("tcp://127.0.0.1:" + broker.port(), account, List.of());
    }

    /** {@return an application with an account, which is made on the running gateway} */
    public static Application at(Gateway gateway, String name) {
        Commands.run(List.of(ROOT.resolve("postern").toString(), "account", name, "--data", gateway.data().toString()),
                ENVIRONMENT, "");
        return with(gateway.http(), name + "@applications");
    }

    /**
     * Mail as an application gets it.
     *
     * @param queueId its name
     * @param envelope MAIL and RCPT commands, a blank between them
     * @param text the octets, each a character (ISO 8859-1)
     */
    public record Mail(String queueId, String envelope, String text) {}

    /** Takes all mail out of a queue, by {@code docs/ReadQueue.java}; {@return it in the order of the queue}. */
    public List<Mail> read(String queue) {
        try (WorkFolder folder = WorkFolder.in(ROOT.resolve("src-it/target"), "mail-")) {
            String said = run("ReadQueue", queue, account, folder.path().toString());
            List<Mail> mail = new ArrayList<>();
            for (String line : said.lines().filter(l -> l.startsWith(folder.path().toString())).toList()) {
                String[] parts = line.split(" ", 2);
                Path file = Path.of(parts[0]);
                mail.add(new Mail(file.getFileName().toString().replace(".eml", ""), parts[1],
                        Files.readString(file, StandardCharsets.ISO_8859_1)));
            }
            return mail;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the mail with this text, read out of a queue as soon as it is there} */
    public Mail await(String queue, String text, Duration limit) {
        return Await.value("mail with " + text + " in " + queue, limit,
                () -> read(queue).stream().filter(mail -> mail.text().contains(text)).findFirst());
    }

    /** Hands in mail, by {@code docs/SubmitMail.java}. */
    public void submit(String from, String to, byte[] content) {
        submit(from, to, content, "postern.submit");
    }

    /** Hands mail in at this queue. */
    public void submit(String from, String to, byte[] content, String queue) {
        try (WorkFolder folder = WorkFolder.in(ROOT.resolve("src-it/target"), "mail-")) {
            Path file = Files.write(folder.path().resolve("mail.eml"), content);
            run("SubmitMail", account, from, to, file.toString(), queue);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Hands mail in as the documentation does not show it: copies of one, each with its number at the end of the subject.
     *
     * @param octets of each, about
     * @param odd {@code nameless} for none with a JMSMessageID, {@code lf} for a bare LF at the end, {@code headed} for one with all that JMS lets a sender set,
     *        {@code forged} for one with what the gateway alone says
     */
    public void submitOddly(String from, String to, String subject, long octets, int copies, String... odd) {
        List<String> arguments = new ArrayList<>(
                List.of(account, from, to, subject, Long.toString(octets), Integer.toString(copies)));
        arguments.addAll(List.of(odd));
        run(ODD.resolve("SubmitOddly.java"), arguments.toArray(String[]::new));
    }

    /** {@return what the account may do with each of these queues: its name, then {@code reads}, {@code writes}, a blank between them} */
    public List<String> tryQueues(String... queues) {
        List<String> arguments = new ArrayList<>(List.of(account));
        arguments.addAll(List.of(queues));
        return said(run(ODD.resolve("TryQueues.java"), arguments.toArray(String[]::new)));
    }

    /** Takes out of a queue what need not be mail; {@return of each its sender, its octets and its last line, a blank between them} */
    public List<String> sumUp(String queue) {
        return said(run(ODD.resolve("SumUpQueue.java"), account, queue));
    }

    /** Takes the first message that a selector lets through out of a queue; {@return its properties and JMS header fields, as {@code name=value}} */
    public List<String> select(String queue, String selector) {
        return said(run(ODD.resolve("SelectMail.java"), account, queue, selector));
    }

    /**
     * Hands in what cannot be understood, once for each place where it is to be answered, such as {@code queue://answers}; {@return what is then in a queue: of each
     * message its correlation, its kind and its text, a blank between them}
     */
    public List<String> handInWrongly(String queue, String... places) {
        List<String> arguments = new ArrayList<>(List.of(account, queue));
        arguments.addAll(List.of(places));
        return said(run(ODD.resolve("HandInWrongly.java"), arguments.toArray(String[]::new)));
    }

    /**
     * Hands mail in and hears what becomes of it, by a program that says which words it takes, {@code name=value}; {@return of each event its kind, its correlation, its
     * recipient, its key and its document, a tabulator between them}
     */
    public List<String> hear(String... words) {
        List<String> arguments = new ArrayList<>(List.of(account));
        arguments.addAll(List.of(words));
        return said(run(ODD.resolve("HandInAndHear.java"), arguments.toArray(String[]::new)));
    }

    /** Hands in mail with these numbers, whatever the gateway does meanwhile, each answered at this queue; the program says how. */
    public void submitNumbered(String reply, int first, int last) {
        run(ODD.resolve("SubmitNumbered.java"), account, reply, Integer.toString(first), Integer.toString(last));
    }

    /** Begins to hand in the same, and is killed once some of it may be taken. */
    public void dieSubmitting(String reply, int first, int last) {
        List<String> command = command(ODD.resolve("SubmitNumbered.java"), account, reply, Integer.toString(first),
                Integer.toString(last));
        Commands.runUntil("= first", command, ENVIRONMENT);
    }

    private static List<String> said(String output) {
        return output.lines()
                .filter(line -> line.startsWith(SUM))
                .map(line -> line.substring(SUM.length()))
                .toList();
    }

    private String run(String program, String... arguments) {
        return run(ROOT.resolve("docs/" + program + ".java"), arguments);
    }

    private String run(Path program, String... arguments) {
        return Commands.run(command(program, arguments), ENVIRONMENT, "");
    }

    private List<String> command(Path program, String... arguments) {
        List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java", "-Xmx128m",
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(options);
        command.addAll(List.of("-cp", CLIENT, program.toString(), server));
        command.addAll(List.of(arguments));
        return command;
    }
}
