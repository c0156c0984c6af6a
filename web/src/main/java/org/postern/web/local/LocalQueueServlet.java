package org.postern.web.local;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.postern.admin.digest.DigestDesk;
import org.postern.admin.parked.DestinationDesk;
import org.postern.admin.parked.DestinationView;
import org.postern.admin.parked.OperationView;
import org.postern.admin.parked.Operations;
import org.postern.admin.parked.ParkedMail;
import org.postern.admin.people.LocalToken;
import org.postern.delivery.gate.DoorView;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    private transient DigestDesk digests;
    @Inject
    private transient InstantSource clock;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!LocalCaller.admitted(token, request, response)) {
            return;
        }
        try {
            answer(ParkedWords.known(Form.of(request)), response);
        } catch (IllegalArgumentException | DateTimeException wrong) {
            fault(response, String.valueOf(wrong.getMessage()));
        }
    }

    private void answer(Form form, HttpServletResponse response) throws IOException {
        PrintWriter out = response.getWriter();
        String by = form.given("by").orElse("local");
        switch (form.word("action")) {
            case "list" -> list(form, out);
            case "count" -> out.println(parked.count(ParkedWords.filter(form, clock.instant())));
            case "look" -> parked.read(form.word("key")).ifPresent(one -> {
                one.envelope().forEach(line -> out.println(Printable.lines(line)));
                out.println(Printable.lines(one.source()));
            });
            case "digest" -> out.println(digests.now());
            case "operations" -> operations.all().forEach(view -> out.println(line(view)));
            case "operation" ->
                tell(operations.find(form.word("id")), response, "No such operation.");
            case "cancel" -> out.println(operations.cancel(form.word("id")));
            case "destinations" -> desk.after(form.word("after"), DestinationDesk.MAX_LIMIT)
                    .forEach(view -> out.println(line(view)));
            case "doors" -> desk.doors().forEach(view -> out.println(line(view)));
            case "pause" -> desk.pause(destination(form), by);
            case "resume" -> tell(desk.resume(destination(form), by), response, TOO_MANY);
            case "flush" -> tell(desk.flush(destination(form), by), response, TOO_MANY);
            case "limit" -> desk.limit(destination(form), number(form, "concurrency"),
                    number(form, "per-minute"), by);
            default -> tell(operations.begin(ParkedWords.act(form),
                    ParkedWords.selection(form, clock.instant(), parked::count), by), response, TOO_MANY);
        }
    }

    private void list(Form form, PrintWriter out) {
        Optional<Place> after = Optional.of(form.word("after-key"))
                .filter(key -> !key.isEmpty())
                .map(key -> new Place(due(form), key));
        int limit = number(form, "limit").orElse(100);
        parked.list(new ParkedQuery(ParkedWords.filter(form, clock.instant()), after, limit))
                .forEach(one -> out.println(line(one)));
    }

    private static Optional<Instant> due(Form form) {
        return Optional.of(form.word("after-due"))
                .filter(text -> !text.isEmpty() && !text.equals("never"))
                .map(Instant::parse);
    }

    private static String line(ParkedSummary one) {
        return words(one.key(), one.due().map(Instant::toString).orElse("never"), one.queueId().text(),
                one.reason().name(), one.reversePath(), one.firstRecipient(), one.destination().orElse(""),
                Integer.toString(one.attempts()), one.lastReply());
    }

    private static String line(OperationView view) {
        return words(view.id(), view.state().name(), Long.toString(view.total()),
                Long.toString(view.done()), Long.toString(view.passed()), Long.toString(view.failed()), view.by(),
                view.act(), view.fault());
    }

    private static String line(DestinationView view) {
        return words(view.destination(), Long.toString(view.waiting()), view.paused() ? "paused" : "",
                text(view.concurrency()), text(view.perMinute()), view.by());
    }

    private static String line(DoorView view) {
        return words(view.hosts(), Integer.toString(view.inUse()), Integer.toString(view.places()),
                Integer.toString(view.failures()), view.shutUntil().map(Instant::toString).orElse("open"),
                view.mean().toMillis() + "ms", view.slow() ? "slow" : "", view.reason());
    }

    private static String words(String... words) {
        return Stream.of(words).map(Printable::word).collect(Collectors.joining("\t"));
    }

    private static String text(OptionalInt number) {
        return number.isPresent() ? Integer.toString(number.getAsInt()) : "";
    }

    private static Destination destination(Form form) {
        return ParkedWords.destination(form.word("destination"));
    }

    private static OptionalInt number(Form form, String name) {
        String text = form.word(name);
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
        response.getWriter().println(Printable.lines(text));
    }
}
