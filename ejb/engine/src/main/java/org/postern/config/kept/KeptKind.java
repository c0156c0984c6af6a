package org.postern.config.kept;

import java.util.List;

/** What people keep in the console, kind by kind, in the order in which a file has them. */
public enum KeptKind {
    /** Values of settings; each is a line of the table {@code [settings]}. */
    SETTING("settings", "setting", false),
    /** Where mail goes; the first that matches counts. */
    ROUTE("route", "route", true),
    /** Addresses that stand for others. */
    ALIAS("alias", "alias", false),
    /** What is done with which mail, in this order. */
    RULE("rule", "rule", true),
    /** Who is allowed and blocked. */
    ENTRY("entry", "list entry", false),
    /** What is wanted for destinations. */
    DESTINATION("destination", "destination", false);

    private final String table;
    private final String word;
    private final boolean ordered;

    KeptKind(String table, String word, boolean ordered) {
        this.table = table;
        this.word = word;
        this.ordered = ordered;
    }

    /** {@return the name of its tables} */
    public String table() {
        return table;
    }

    /** {@return what it is called in a sentence} */
    public String word() {
        return word;
    }

    /** {@return whether it matters which stands before which} */
    public boolean ordered() {
        return ordered;
    }

    /** {@return the fields by which one is told from the others} */
    List<String> named() {
        return KeptFields.named(this);
    }

    /** {@return all that its tables may say, in the order in which it is written} */
    public List<KeptField> fields() {
        return KeptFields.of(this);
    }
}
