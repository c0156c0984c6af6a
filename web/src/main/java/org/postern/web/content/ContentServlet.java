package org.postern.web.content;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.postern.admin.content.ContentDesk;
import org.postern.admin.content.TakenFile;
import org.postern.content.preview.SafeHtml;
import org.postern.limit.Bulkhead;
import org.postern.sentence.Sentence;
import org.postern.web.text.Texts;

import java.io.InputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Answers with the text of a message for the frame that shows it, and with its files and its source to be saved. */
@WebServlet({ContentServlet.TEXT, ContentServlet.FILE, ContentServlet.SOURCE})
public class ContentServlet extends HttpServlet {
    static final String TEXT = "/content/text";
    static final String FILE = "/content/file";
    static final String SOURCE = "/content/source";
    private static final long serialVersionUID = 1L;
    /** Files at a time, each of which is on the disk until it is fetched. */
    private static final int MOST_FILES = 8;
    private static final int LONGEST_KEY = 600;
    /** What a text is asked for, where a browser says it: never a page of its own, which would have the address of the console. */
    private static final Set<String> FRAME = Set.of("iframe");
    private static final String POLICY = "Content-Security-Policy";
    private static final String NOTHING = "default-src 'none'; form-action 'none'; base-uri 'none'; sandbox";

    private static final Bulkhead FILES = new Bulkhead(MOST_FILES);
    private static final Sentence BUSY = Sentence
            .form("filesBusy", "Others are taking files now. Try again in a moment.")
            .with();

    @Inject
    private transient ContentDesk desk;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.getServletPath().equals(TEXT)) {
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        } else if (FRAME.containsAll(Collections.list(request.getHeaders("Sec-Fetch-Dest")))) {
            text(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getServletPath().equals(TEXT)) {
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        } else {
            try (var _ = FILES.enter(BUSY)) {
                file(request, response);
            }
        }
    }

    private void text(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Texts texts = Texts.of(request);
        boolean html = word(request, "as").equals("html");
        Optional<SafeHtml> text = desk.text(word(request, "key"), html);
        response.setStatus(text.isPresent() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_NOT_FOUND);
        response.setContentType("text/html");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("X-Frame-Options", "SAMEORIGIN");
        response.setHeader(POLICY,
                NOTHING + "; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'");
        response.getWriter()
                .print(text.map(one -> ContentFrame.of(one, html, texts)).orElseGet(() -> ContentFrame.gone(texts)));
    }

    private void file(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String key = word(request, "key");
        boolean isSource = request.getServletPath().equals(SOURCE);
        int number = number(request);
        Optional<TakenFile> taken = isSource ? desk.source(key) : desk.file(key, number);
        if (taken.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try (TakenFile file = taken.get(); InputStream octets = file.octets()) {
            response.setContentType("application/octet-stream");
            response.setHeader("Content-Disposition",
                    FileName.disposition(FileName.of(file.name(), "part-" + (number + 1))));
            response.setHeader(POLICY, NOTHING);
            response.setContentLengthLong(file.size());
            octets.transferTo(response.getOutputStream());
        }
    }

    private static String word(HttpServletRequest request, String name) {
        String given = Objects.requireNonNullElse(request.getParameter(name), "");
        return given.length() > LONGEST_KEY || given.indexOf('\0') >= 0 ? "" : given;
    }

    private static int number(HttpServletRequest request) {
        String given = word(request, "part");
        return given.matches("\\d{1,4}") ? Integer.parseInt(given) : 0;
    }
}
