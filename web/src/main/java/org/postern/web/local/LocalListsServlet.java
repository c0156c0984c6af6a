package org.postern.web.local;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.postern.admin.people.LocalToken;
import org.postern.admin.trust.EntryDesk;
import org.postern.admin.trust.EntryDraft;
import org.postern.admin.trust.GreylistDesk;
import org.postern.reputation.entry.ListEntry;
import org.postern.reputation.entry.ListEntry.Effect;
import org.postern.reputation.entry.StoredEntry;
import org.postern.reputation.grey.GreylistStore.Waiting;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What {@code ./postern list} asks for. Answers as {@link LocalUsersServlet} does, a line of tab-separated words for each entry. */
@WebServlet("/local/lists")
public class LocalListsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Set<String> DRAFT = Set.of("action", "by", "list", "id", "who", "owner", "comment", "expires",
            "client", "from", "to");

    @Inject
    private transient LocalToken token;
    @Inject
    private transient EntryDesk desk;
    @Inject
    private transient GreylistDesk greylist;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!LocalCaller.admitted(token, request, response)) {
            return;
        }
        try {
            Form form = Form.of(request).of(DRAFT, Set.of("owner", "comment", "expires", "from"), Set.of());
            Optional<String> fault = answer(form, response.getWriter());
            if (fault.isPresent()) {
                throw new IllegalArgumentException(fault.get());
            }
        } catch (NumberFormatException wrong) {
            fault(response, "An id is a number.");
        } catch (IllegalArgumentException wrong) {
            fault(response, wrong.getMessage());
        }
    }

    private Optional<String> answer(Form form, PrintWriter out) {
        return form.word("list").equals("grey") ? ofGreylist(form, out) : ofEntries(form, out);
    }

    private Optional<String> ofGreylist(Form form, PrintWriter out) {
        return switch (form.word("action")) {
            case "show" -> {
                greylist.waiting(GreylistDesk.MAX_LIMIT).forEach(waiting -> out.println(line(waiting)));
                yield Optional.empty();
            }
            case "release" -> greylist.release(form.word("client"), form.word("from"), form.word("to"));
            default -> Optional.of("There is no such action: " + form.word("action"));
        };
    }

    private Optional<String> ofEntries(Form form, PrintWriter out) {
        String by = form.given("by").orElse("local");
        return switch (form.word("action")) {
            case "show" -> {
                show(effect(form), out);
                yield Optional.empty();
            }
            case "add" -> desk.add(draft(form), by);
            case "change" -> desk.change(id(form), draft(form), by);
            case "remove" -> desk.remove(id(form));
            default -> Optional.of("There is no such action: " + form.word("action"));
        };
    }

    private void show(Effect effect, PrintWriter out) {
        List<StoredEntry> page = desk.after(0, EntryDesk.MAX_LIMIT);
        while (!page.isEmpty()) {
            page.stream()
                    .filter(stored -> stored.entry().effect() == effect)
                    .forEach(stored -> out.println(line(stored)));
            page = desk.after(Long.parseLong(page.getLast().entry().key()), EntryDesk.MAX_LIMIT);
        }
    }

    private static EntryDraft draft(Form form) {
        return new EntryDraft(effect(form), form.word("who"), form.word("owner"), form.word("comment"),
                form.word("expires"));
    }

    private static Effect effect(Form form) {
        return switch (form.word("list")) {
            case "allow" -> Effect.ALLOW;
            case "block" -> Effect.BLOCK;
            default -> throw new IllegalArgumentException("There are the lists allow, block and grey.");
        };
    }

    private static long id(Form form) {
        return Long.parseLong(form.word("id"));
    }

    private static String line(Waiting waiting) {
        return words(waiting.contact().network(), waiting.contact().sender(), waiting.contact().recipient(),
                waiting.first().toString());
    }

    private static String line(StoredEntry stored) {
        ListEntry entry = stored.entry();
        return words(entry.key(), entry.party().toString(), entry.owner(),
                entry.expiry().map(Instant::toString).orElse("always"), Long.toString(stored.hits()),
                stored.lastHit().map(Instant::toString).orElse("never"), stored.changedBy(),
                stored.changedAt().toString(), entry.comment());
    }

    private static String words(String... words) {
        return Stream.of(words).map(Printable::word).collect(Collectors.joining("\t"));
    }

    private static void fault(HttpServletResponse response, String text) throws IOException {
        response.setStatus(HttpServletResponse.SC_CONFLICT);
        response.getWriter().println(Printable.lines(text));
    }
}
