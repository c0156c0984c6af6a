package org.postern.cli.verb;

import jakarta.json.JsonObject;
import org.postern.cli.client.Address;
import org.postern.cli.show.Columns;

import java.util.List;

/** A command that shows a list, all of it. */
public abstract class Listing extends Verb {
    static final String ITEMS = "items";
    static final String NEXT = "next";

    /** {@return where it is} */
    protected abstract Address place();

    /** {@return what is shown of each line} */
    protected abstract Columns columns();

    /** {@return whether a line is one that is wanted} */
    protected boolean isWanted(JsonObject line) {
        return true;
    }

    /** {@return how many lines are wanted at most} */
    protected int most() {
        return Integer.MAX_VALUE;
    }

    @Override
    protected void act() {
        Pages pages = new Pages(api(), place(), most());
        if (session().isJson()) {
            pages.forEach(screen()::json);
            return;
        }
        List<JsonObject> lines = pages.lines(this::isWanted);
        screen().table(columns(), lines);
        if (pages.hasMore()) {
            session().around().err().println("There is more (--limit " + 10L * most() + ").");
        }
    }
}
