package org.postern.config.kept;

import org.postern.sentence.Sentence;

import java.util.List;

/** What people keep in the console, kind by kind, in the order in which a file has them. */
public enum KeptKind {
    /** Values of settings; each is a line of the table {@code [settings]}. */
    SETTING("settings", false),
    /** Where mail goes; the first that matches counts. */
    ROUTE("route", true),
    /** Addresses that stand for others. */
    ALIAS("alias", false),
    /** What is done with which mail, in this order. */
    RULE("rule", true),
    /** Who is allowed and blocked. */
    ENTRY("entry", false),
    /** What is wanted for destinations. */
    DESTINATION("destination", false);

    private final String table;
    private final boolean ordered;

    KeptKind(String table, boolean ordered) {
        this.table = table;
        this.ordered = ordered;
    }

    /** {@return the name of its tables} */
    public String table() {
        return table;
    }

    /** {@return what it is called in a sentence} */
    public String word() {
        return said().toString();
    }

    /** {@return the same, to be said in any language} */
    public Sentence said() {
        return switch (this) {
            case SETTING -> Sentence.form("kindSetting", "setting").with();
            case ROUTE -> Sentence.form("kindRoute", "route").with();
            case ALIAS -> Sentence.form("kindAlias", "alias").with();
            case RULE -> Sentence.form("kindRule", "rule").with();
            case ENTRY -> Sentence.form("kindEntry", "list entry").with();
            case DESTINATION -> Sentence.form("kindDestination", "destination").with();
        };
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
