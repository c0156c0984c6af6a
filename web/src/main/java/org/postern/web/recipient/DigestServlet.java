package org.postern.web.recipient;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.postern.admin.digest.DigestLinks;
import org.postern.digest.DigestLink;
import org.postern.network.ClientNetwork;
import org.postern.web.text.Texts;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.util.Optional;

/** Shows what a link is for, and does it when the button is pressed. What is wrong with a link that does nothing is not told. */
@WebServlet({"/digest/release", "/digest/allow", DigestServlet.STYLE})
public class DigestServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    /** What the page looks like, below the same path, so that a proxy need let nothing else through. */
    static final String STYLE = "/digest/page.css";
    private static final int TOO_MANY_REQUESTS = 429;
    private static final String TOKEN = "t";
    private static final int LONGEST = 100;

    @Inject
    private transient DigestLinks links;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getServletPath().equals(STYLE)) {
            style(response);
            return;
        }
        Optional<DigestLink> link = links.find(token(request));
        if (link.isEmpty()) {
            unknown(request, response);
        } else if (link.get().used().isPresent()) {
            answer(response, HttpServletResponse.SC_OK, page(request).of(DigestLinks.Outcome.USED));
        } else {
            answer(response, HttpServletResponse.SC_OK, page(request).question(link.get(), isAllow(request)));
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        DigestLinks.Outcome outcome = links.use(token(request), isAllow(request));
        switch (outcome) {
            case UNKNOWN -> unknown(request, response);
            case LATER -> answer(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, page(request).of(outcome));
            default -> answer(response, HttpServletResponse.SC_OK, page(request).of(outcome));
        }
    }

    private void style(HttpServletResponse response) throws IOException {
        try (InputStream style = getServletContext().getResourceAsStream("/resources/postern/console.css")) {
            response.setContentType("text/css");
            response.setCharacterEncoding("UTF-8");
            style.transferTo(response.getOutputStream());
        }
    }

    /** Who guesses is put off, with all of the same network, and nobody who has a link. */
    private void unknown(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (links.admits(ClientNetwork.of(InetAddress.ofLiteral(request.getRemoteAddr())))) {
            answer(response, HttpServletResponse.SC_NOT_FOUND, page(request).unknown());
        } else {
            answer(response, TOO_MANY_REQUESTS, page(request).tooMany());
        }
    }

    private static DigestPage page(HttpServletRequest request) {
        return new DigestPage(Texts.of(request));
    }

    private static String token(HttpServletRequest request) {
        String token = request.getParameter(TOKEN);
        return token == null || token.length() > LONGEST ? "" : token;
    }

    private static boolean isAllow(HttpServletRequest request) {
        return request.getServletPath().endsWith("/allow");
    }

    private static void answer(HttpServletResponse response, int status, String page) throws IOException {
        response.setStatus(status);
        response.setContentType("text/html");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Robots-Tag", "noindex");
        response.setHeader("Referrer-Policy", "strict-origin");
        response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'self'; form-action 'self';"
                + " base-uri 'none'; frame-ancestors 'none'");
        response.getWriter().print(page);
    }
}
