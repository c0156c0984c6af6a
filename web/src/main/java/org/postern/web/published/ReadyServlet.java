package org.postern.web.published;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.postern.admin.server.Readiness;
import org.postern.sentence.Sentence;
import org.postern.web.text.Language;
import org.postern.web.text.Texts;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Tells whoever asks whether mail is taken: 503 with the reasons, one a line, in English, or as {@code language} says for an open page; or 200 and
 * {@code ready} in the first line, behind which stands how the applications beside the gateway do. Needs no login and tells no secrets.
 */
@WebServlet("/ready")
public class ReadyServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Readiness readiness;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        List<Sentence> obstacles = readiness.obstacles();
        response.setContentType("text/plain");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        if (obstacles.isEmpty()) {
            response.getWriter().println("ready");
            readiness.applications().forEach(response.getWriter()::println);
        } else {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            Texts texts = Texts.in(Optional.ofNullable(request.getParameter("language"))
                    .flatMap(Language::of)
                    .orElse(Language.ENGLISH));
            obstacles.stream().map(texts::said).forEach(response.getWriter()::println);
        }
    }
}
