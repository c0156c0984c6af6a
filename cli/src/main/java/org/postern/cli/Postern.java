package org.postern.cli;

import org.postern.cli.client.Exit;
import org.postern.cli.client.Trouble;
import org.postern.cli.show.Printable;
import org.postern.cli.verb.Rooted;
import org.postern.cli.verb.Session;
import org.postern.cli.verb.Surroundings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

import java.io.FileOutputStream;
import java.io.FileDescriptor;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code ./postern}: everything but what a shell has to do itself. */
@Command(name = "./postern", synopsisSubcommandLabel = "COMMAND", description = "Start a mail gateway, look after it and its mail.", sortSynopsis = false)
public final class Postern implements Rooted {
    private final Session session;

    private Postern(Session session) {
        this.session = session;
    }

    public static void main(String[] arguments) {
        Surroundings around = new Surroundings(System.in,
                new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8), System.err,
                Boolean.getBoolean("postern.terminal"), asker(), System.getenv());
        int status = run(around, arguments);
        around.out().flush();
        System.exit(status);
    }

    /** {@return who asks: behind {@code sudo} a person, else the user} */
    private static String asker() {
        return Optional.ofNullable(System.getenv("SUDO_USER")).orElseGet(() -> System.getProperty("user.name", ""));
    }

    /** Does what the words say; {@return the exit status, as in {@link Exit}}. */
    public static int run(Surroundings around, String... words) {
        CommandLine line = line(new Session(around), words);
        line.setOut(new AsCalled(around.out()));
        line.setErr(new AsCalled(around.err()));
        int status = line.execute(meant(words));
        return status == Exit.HELP && words[0].equals("help") ? Exit.DONE : status;
    }

    /** {@return the words, with {@code help WORD} as {@code WORD --help}, and help where nothing is said} */
    private static String[] meant(String... words) {
        int first = words.length > 0 && words[0].equals("help") ? 1 : 0;
        if (words.length > first && first == 0) {
            return words;
        }
        return Stream.concat(Arrays.stream(words).skip(first), Stream.of("--help")).toArray(String[]::new);
    }

    /** {@return all commands that these words may mean; if they mean none, all there are} */
    static CommandLine line(Session session, String... words) {
        CommandLine line = new CommandLine(new Postern(session));
        Nouns.in(words).forEach(noun -> line.addSubcommand(noun.get()));
        line.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
        line.setUsageHelpAutoWidth(false);
        line.setUsageHelpWidth(120);
        line.setUsageHelpLongOptionsMaxWidth(30);
        line.setAbbreviatedOptionsAllowed(false);
        line.setExpandAtFiles(false); // an alias may be called @example.org
        line.setPosixClusteredShortOptionsAllowed(false);
        for (String planned : new String[]{"run", "cli"}) {
            Optional.ofNullable(line.getSubcommands().get(planned))
                    .ifPresent(one -> one.getCommandSpec().exitCodeOnUsageHelp(Exit.HELP));
        }
        line.setExecutionExceptionHandler((thrown, command, parsed) -> told(thrown, command));
        line.setParameterExceptionHandler((wrong, given) -> misunderstood(wrong));
        return line;
    }

    @Option(names = "--data", scope = ScopeType.INHERIT, paramLabel = "DIR", description = "the data folder of the gateway that is meant (./.data, or POSTERN_DATA)")
    void setData(Path folder) {
        session.isAbout(folder);
    }

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "print what the gateway answers, in JSON")
    void setJson(boolean wanted) {
        session.isJson(wanted);
    }

    @Option(names = {"-h", "--help"}, scope = ScopeType.INHERIT, usageHelp = true, description = "say this")
    void setHelp(boolean wanted) {
        // picocli does it
    }

    @Override
    public Session session() {
        return session;
    }

    private static int told(Exception thrown, CommandLine command) throws Exception {
        if (!(thrown instanceof Trouble trouble)) {
            throw thrown;
        }
        if (!trouble.words().isEmpty()) {
            String help = trouble.status() == Exit.USAGE ? help(command) : "";
            command.getErr().println("postern: " + Printable.lines(trouble.words().strip()) + help);
        }
        return trouble.status();
    }

    private static int misunderstood(ParameterException wrong) {
        CommandLine command = wrong.getCommandLine();
        String words = String.valueOf(wrong.getMessage()).replaceAll("\\s*\\n\\s*", " ");
        command.getErr().println("postern: " + Printable.word(words) + help(command));
        return Exit.USAGE;
    }

    private static String help(CommandLine command) {
        return " (" + command.getCommandSpec().qualifiedName() + " --help)";
    }
}
