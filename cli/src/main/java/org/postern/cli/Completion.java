package org.postern.cli;

import org.postern.cli.client.Trouble;
import org.postern.cli.verb.Verb;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** What a shell has to know to complete words. */
@Command(name = "completion", description = "Print what bash or zsh reads to complete commands and options: source <(./postern completion bash)", footer = "Example: ./postern completion bash")
final class Completion extends Verb {
    @Parameters(paramLabel = "SHELL", description = "bash or zsh")
    private String shell;

    @Override
    protected void act() {
        if (!shell.equals("bash") && !shell.equals("zsh")) {
            throw Trouble.usage("there is completion for bash and for zsh");
        }
        screen().octets().println(AutoComplete.bash("postern", Postern.line(session())));
    }
}
