package org.postern.cli.verb;

import jakarta.json.JsonObject;
import org.postern.cli.client.Api;
import org.postern.cli.client.Exit;
import org.postern.cli.show.Screen;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.util.concurrent.Callable;

/** A command that does something. */
public abstract class Verb implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    /** Does it. What it cannot is thrown as {@link org.postern.cli.client.Trouble}. */
    protected abstract void act();

    @Override
    public final Integer call() {
        act();
        screen().flush();
        return Exit.DONE;
    }

    protected final Session session() {
        return ((Rooted) spec.root().userObject()).session();
    }

    protected final Screen screen() {
        return session().screen();
    }

    protected final Api api() {
        return session().api();
    }

    /** {@return whether it was printed as the gateway has answered, since that was asked for} */
    protected final boolean isShown(JsonObject answer) {
        if (session().isJson()) {
            screen().json(answer);
        }
        return session().isJson();
    }
}
