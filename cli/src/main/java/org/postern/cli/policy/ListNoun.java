package org.postern.cli.policy;

import picocli.CommandLine.Command;

/** Whom people allow and block. */
@Command(name = "list", description = "Allow and block senders, domains and networks; let in who is greylisted", subcommands = {
        ListNoun.Allow.class, ListNoun.Block.class, ListNoun.Grey.class})
public final class ListNoun {
    /** What a list does with whom it names. */
    @Command(name = "allow", description = "Whom people allow", subcommands = {EntryVerbs.Lines.class,
            EntryVerbs.Add.class,
            EntryVerbs.Change.class, EntryVerbs.Remove.class})
    static final class Allow {}

    /** Those who are blocked. */
    @Command(name = "block", description = "Whom people block", subcommands = {EntryVerbs.Lines.class,
            EntryVerbs.Add.class,
            EntryVerbs.Change.class, EntryVerbs.Remove.class})
    static final class Block {}

    /** Those who are to come again. */
    @Command(name = "grey", description = "Who is to come again, and whom you let in without", subcommands = {
            GreyVerbs.Lines.class, GreyVerbs.Release.class})
    static final class Grey {}
}
