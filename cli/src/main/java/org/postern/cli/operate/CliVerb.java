package org.postern.cli.operate;

import org.postern.cli.client.Installation;
import org.postern.cli.verb.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Unmatched;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Prepares WildFly's command line, which the shell starts in its own place. */
@Command(name = "cli", description = "Talk to the running server: WildFly's command line", footer = "Example: ./postern cli --command=:read-attribute(name=server-state)")
public final class CliVerb extends Verb {
    private static final Pattern DEPLOYS = Pattern.compile("(?:^|[=,\\s])deploy\\s");

    @Unmatched
    private List<String> arguments = new ArrayList<>();
    @Parameters(arity = "0..*", hidden = true)
    private List<String> words = List.of();

    @Override
    protected void act() {
        Installation one = session().installation();
        one.token();
        List<String> given = new ArrayList<>(arguments);
        given.addAll(words);
        if (given.stream().anyMatch(word -> DEPLOYS.matcher(word).find())) {
            session().around()
                    .err()
                    .println("What is deployed so is gone after the next start. What is to stay goes into "
                            + one.data().resolve("deployments"));
        }
        ProcessBuilder builder = Server.commandLine(one.settings().needed("management.port"), given);
        Plan plan = new Plan(screen().octets());
        plan.export(Map.of("JBOSS_HOME", Server.home().toString()));
        plan.arguments(builder.command().subList(1, builder.command().size()));
    }
}
