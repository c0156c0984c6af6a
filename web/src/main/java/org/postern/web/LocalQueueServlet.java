package org.postern.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.postern.admin.DestinationDesk;
import org.postern.admin.DestinationView;
import org.postern.admin.LocalToken;
import org.postern.admin.OperationView;
import org.postern.admin.Operations;
import org.postern.admin.ParkedMail;
import org.postern.delivery.DoorView;
import org.postern.queue.ParkedQuery;
import org.postern.queue.ParkedQuery.Place;
import org.postern.queue.ParkedSummary;
import org.postern.routing.Destination;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What {@code ./postern queue} asks for. Answers as {@link LocalUsersServlet} does. What is about parked mail begins an operation and
 * answers with it, a line of tab-separated words.
 */
@WebServlet("/local/queue")
public class LocalQueueServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String TOO_MANY = "Too many operations are going on; wait for one, or cancel one.";

    @Inject
    private transient LocalToken token;
    @Inject
    private transient ParkedMail parked;
    @Inject
    private transient Operations operations;
    @Inject
    private transient DestinationDesk desk;
    @Inject
    private transient InstantSource clock;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!LocalCaller.admitted(token, request, response)) {
            return;
        }
        try {
            answer(request, response);
        } catch (IllegalArgumentException | DateTimeException wrong) {
            fault(response, String.valueOf(wrong.getMessage()));
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        PrintWriter out = response.getWriter();
        String by = LocalCaller.parameter(request, "by").isEmpty() ? "local" : LocalCaller.parameter(request, "by");
        switch (LocalCaller.parameter(request, "action")) {
            case "list" -> list(request, out);
            case "count" -> out.println(parked.count(ParkedWords.filter(request, clock.instant())));
            case "look" -> parked.look(LocalCaller.parameter(request, "key")).ifPresent(one -> {
                one.envelope().forEach(out::println);
                out.println(one.source());
            });
            case "operations" -> operations.all().forEach(view -> out.println(line(view)));
            case "operation" ->
                tell(operations.find(LocalCaller.parameter(request, "id")), response, "No such operation.");
            case "cancel" -> out.println(operations.cancel(LocalCaller.parameter(request, "id")));
            case "destinations" -> desk.after(LocalCaller.parameter(request, "after"), DestinationDesk.MAX_LIMIT)
                    .forEach(view -> out.println(line(view)));
            case "doors" -> desk.doors().forEach(view -> out.println(line(view)));
            case "pause" -> desk.pause(destination(request), by);
            case "resume" -> tell(desk.resume(destination(request), by), response, TOO_MANY);
            case "flush" -> tell(desk.flush(destination(request), by), response, TOO_MANY);
            case "limit" -> desk.limit(destination(request), number(request, "concurrency"),
                    number(request, "per-minute"), by);
            default -> tell(operations.begin(ParkedWords.act(request),
                    ParkedWords.selection(request, clock.instant()), by), response, TOO_MANY);
        }
    }

    private void list(HttpServletRequest request, PrintWriter out) {
        Optional<Place> after = Optional.of(LocalCaller.parameter(request, "after-key"))
                .filter(key -> !key.isEmpty())
                .map(key -> new Place(due(request), key));
        int limit = number(request, "limit").orElse(100);
        parked.list(new ParkedQuery(ParkedWords.filter(request, clock.instant()), after, limit))
                .forEach(one -> out.println(line(one)));
    }

    private static Optional<Instant> due(HttpServletRequest request) {
        return Optional.of(LocalCaller.parameter(request, "after-due"))
                .filter(text -> !text.isEmpty() && !text.equals("never"))
                .map(Instant::parse);
    }

    private static String line(ParkedSummary one) {
        return String.join("\t", one.key(), one.due().map(Instant::toString).orElse("never"), one.queueId().text(),
                one.reason().name(), one.reversePath(), one.firstRecipient(), one.destination().orElse(""),
                Integer.toString(one.attempts()), one.lastReply());
    }

    private static String line(OperationView view) {
        return String.join("\t", view.id(), view.state().name(), Long.toString(view.total()),
                Long.toString(view.done()), Long.toString(view.passed()), Long.toString(view.failed()), view.by(),
                view.act(), view.fault());
    }

    private static String line(DestinationView view) {
        return String.join("\t", view.destination(), Long.toString(view.waiting()), view.paused() ? "paused" : "",
                text(view.concurrency()), text(view.perMinute()), view.by());
    }

    private static String line(DoorView view) {
        return String.join("\t", view.hosts(), Integer.toString(view.inUse()), Integer.toString(view.places()),
                Integer.toString(view.failures()), view.shutUntil().map(Instant::toString).orElse("open"),
                view.mean().toMillis() + "ms", view.slow() ? "slow" : "", view.reason());
    }

    private static String text(OptionalInt number) {
        return number.isPresent() ? Integer.toString(number.getAsInt()) : "";
    }

    private static Destination destination(HttpServletRequest request) {
        return Destination.parse(LocalCaller.parameter(request, "destination"));
    }

    private static OptionalInt number(HttpServletRequest request, String name) {
        String text = LocalCaller.parameter(request, name);
        return text.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text));
    }

    private static void tell(Optional<OperationView> view, HttpServletResponse response, String otherwise)
            throws IOException {
        if (view.isPresent()) {
            response.getWriter().println(line(view.get()));
        } else {
            fault(response, otherwise);
        }
    }

    private static void fault(HttpServletResponse response, String text) throws IOException {
        response.setStatus(HttpServletResponse.SC_CONFLICT);
        response.getWriter().println(text);
    }
}
