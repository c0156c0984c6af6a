package org.postern.routing;

import org.postern.config.rule.RecipientPattern;
import org.postern.sentence.Sentence;

import java.util.Optional;
import java.util.Set;

/**
 * One line of the routing table; the first that matches counts.
 *
 * @param name what it is called where somebody is told why mail went there, such as {@code route 3 of the file}
 * @param when which mail it is for
 * @param to where it leads
 * @param known the local parts that exist, in lower case; empty when all are taken to exist
 */
public record Route(Sentence name, RoutePattern when, RouteTarget to, Optional<Set<String>> known) {
    private static final Sentence.Form KEPT = Sentence.form("routeX", "route {0}");
    private static final Sentence.Form OF_FILE = Sentence.form("routeXOfTheFile", "route {0} of the file");
    private static final Sentence SOME = Sentence.form("someRoute", "a route").with();
    private static final Sentence.Form REASON = Sentence.form("", "{0} ({1})");

    public Route {
        known = known.map(Set::copyOf);
    }

    /** A route for all mail to these. */
    public Route(RecipientPattern recipients, RouteTarget to, Optional<Set<String>> known) {
        this(SOME, new RoutePattern(recipients), to, known);
    }

    /** {@return the name of the route of the database with this id} */
    public static Sentence kept(long id) {
        return KEPT.with(String.valueOf(id));
    }

    /** {@return the name of the route at this place of the file, from 1} */
    public static Sentence ofFile(int place) {
        return OF_FILE.with(String.valueOf(place));
    }

    public RecipientPattern recipients() {
        return when.recipients();
    }

    /** {@return name and pattern, as the trace tells it} */
    public Sentence reason() {
        return REASON.with(name, when.said());
    }
}
